import { drawLevel } from '../../engine/trial/assignment.ts';
import { sha256Bytes } from '../../ui/sha256-bytes.ts';
import type { Experiment } from '../experiments/contract.ts';
import type { Payoff } from '../practice/contract.ts';
import type { DrawnSitting, SessionDraw } from './session-draws.ts';

/** Those that run and are about what is measured now, oldest first. Only whole runs are drawn for. */
export function runningExperiments(
  experiments: readonly Experiment[],
  { kind, unit, direction }: Pick<Payoff, 'kind' | 'unit' | 'direction'>,
): readonly Experiment[] {
  return experiments
    .filter(
      ({ end, measure }) =>
        end === null && measure.kind === kind && measure.unit === unit && measure.direction === direction,
    )
    .toSorted((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
}

/** The setting that the newest experiment was ended with, as long as its variable is not tried out anew; null: none. */
export function adoptedLevel(
  experiments: readonly Experiment[],
): { readonly variable: string; readonly level: string } | null {
  const running = new Set(experiments.filter(({ end }) => end === null).map(({ variable }) => variable));
  const ended = experiments.flatMap(({ variable, end }) =>
    end === null || end.adoptedLevel === null || running.has(variable)
      ? []
      : [{ variable, level: end.adoptedLevel, endedAt: Date.parse(end.endedAt) }],
  );
  const newest = ended.toSorted((a, b) => b.endedAt - a.endedAt)[0];
  return newest === undefined ? null : { variable: newest.variable, level: newest.level };
}

/**
 * With a draw for each running experiment. One that was shown and not used stays: who closes the page on a draw that they do not like
 * meets it again.
 */
export function withDraws<Session extends DrawnSitting>(
  session: Session,
  experiments: readonly Experiment[],
): Session {
  if (session.phase !== 'running') return session;
  const isDrawnFor = session.work === 'whole' && !session.isFloor;
  const known = session.draws ?? [];
  const draws = isDrawnFor ? experiments.map((experiment) => standingDraw(experiment, known)) : [];
  const isSame = draws.length === known.length && draws.every((draw, at) => draw === known[at]);
  return isSame ? session : { ...session, draws };
}

function standingDraw(experiment: Experiment, known: readonly SessionDraw[]): SessionDraw {
  const { id, unit, levels, variable, nextPlace, probabilities, seed } = experiment;
  const held = known.find(({ experimentId }) => experimentId === id);
  const isStanding = held !== undefined && (unit === 'session' || !held.isRecorded);
  // Another device may have used the place meanwhile; of a session, what it was begun under stays.
  if (isStanding && (held.isRecorded || held.place >= nextPlace)) return held;
  const place = Math.max(nextPlace, held === undefined ? 0 : held.place + Number(held.isRecorded));
  const { level } = drawLevel(experiment, probabilities, { seed, place }, sha256Bytes);
  return {
    ...{ experimentId: id, variable, levels, unit, place, level },
    probabilities: [...probabilities],
    ...{ isKept: true, actual: null, isRecorded: false },
  };
}
