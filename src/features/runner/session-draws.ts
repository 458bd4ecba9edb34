import type { Work } from '../../engine/session/work.ts';
import { drawLevel } from '../../engine/trial/assignment.ts';
import { newId } from '../../ui/offline/device.ts';
import type { Write } from '../../ui/offline/pending-write.ts';
import { sha256Bytes } from '../../ui/sha256-bytes.ts';
import type { Experiment, ExperimentDrawBody } from '../experiments/contract.ts';
import type { AttemptBody, Payoff } from '../practice/contract.ts';

/** What was drawn for the take at hand, or for this session; it stands until something was done under it. */
export type SessionDraw = Pick<ExperimentDrawBody, 'experimentId' | 'place' | 'level' | 'probabilities'> & {
  readonly variable: string;
  readonly levels: readonly string[];
  readonly unit: 'attempt' | 'session';
  /** False: it cannot be done as drawn, and is done as `actual` says; null: some other way. */
  readonly isKept: boolean;
  readonly actual: string | null;
  /** Recorded already: of a session, its first take was logged. */
  readonly isRecorded: boolean;
};

/** Of a sitting what a draw hangs on. */
type Sitting = {
  readonly practiceId: string;
  readonly sessionId: string;
  readonly work: Work;
  readonly isFloor: boolean;
  readonly phase: 'running' | 'ended';
  /** What the learner varies. */
  readonly level: { readonly variable: string; readonly level: string } | null;
  readonly draws?: readonly SessionDraw[];
};

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
export function withDraws<Session extends Sitting>(
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

/** It could not be done as drawn: how it was done is written down with the take, and the draw counts as it fell. */
export function couldNot<Session extends Sitting>(
  session: Session,
  experimentId: string,
  how: Pick<SessionDraw, 'isKept' | 'actual'>,
): Session {
  const draws = (session.draws ?? []).map((draw) =>
    draw.experimentId === experimentId && !draw.isRecorded ? { ...draw, ...how } : draw,
  );
  return { ...session, draws };
}

/** Under which conditions the take at hand is made: what the learner varies, and over it what was drawn. */
export function conditionsOf({ level, draws = [] }: Sitting): AttemptBody['conditions'] {
  const drawn = draws.flatMap(({ variable, isKept, level: lot, actual }) => {
    const held = isKept ? lot : actual;
    return held === null ? [] : [[variable, held] as const];
  });
  const isDrawn = (variable: string) => draws.some((draw) => draw.variable === variable);
  const chosen = level === null || isDrawn(level.variable) ? [] : [[level.variable, level.level] as const];
  return Object.fromEntries([...chosen, ...drawn]);
}

/** Recorded behind the take that was made under them. Those of a session go home once, with its first take. */
export function drawWrites(
  { practiceId, sessionId, draws = [] }: Sitting,
  attemptId: string,
  at: Date,
): Write[] {
  return draws
    .filter(({ isRecorded }) => !isRecorded)
    .map(({ experimentId, place, level, probabilities, unit, isKept }) => {
      const body: ExperimentDrawBody = {
        ...{ experimentId, place, level, probabilities, sessionId },
        attemptId: unit === 'attempt' ? attemptId : null,
        isKept,
        drawnAt: at.toISOString(),
      };
      return { path: `/api/experiment-draws/${newId()}`, body, practiceId };
    });
}

export function withDrawsRecorded<Session extends Sitting>(session: Session): Session {
  const { draws = [] } = session;
  return draws.length === 0
    ? session
    : { ...session, draws: draws.map((draw) => ({ ...draw, isRecorded: true })) };
}
