import type { Work } from '../../engine/session/work.ts';
import { newId } from '../../ui/offline/device.ts';
import type { Write } from '../../ui/offline/pending-write.ts';
import type { ExperimentDrawBody } from '../experiments/contract.ts';
import type { AttemptBody } from '../practice/contract.ts';

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
export type DrawnSitting = {
  readonly practiceId: string;
  readonly sessionId: string;
  readonly work: Work;
  readonly isFloor: boolean;
  readonly phase: 'running' | 'ended';
  /** What the learner varies. */
  readonly level: { readonly variable: string; readonly level: string } | null;
  readonly draws?: readonly SessionDraw[];
  /** What follows how it goes. */
  readonly difficulty?: { readonly variable: string; readonly level: string } | null;
};

/** It could not be done as drawn: how it was done is written down with the take, and the draw counts as it fell. */
export function couldNot<Session extends DrawnSitting>(
  session: Session,
  experimentId: string,
  how: Pick<SessionDraw, 'isKept' | 'actual'>,
): Session {
  const draws = (session.draws ?? []).map((draw) =>
    draw.experimentId === experimentId && !draw.isRecorded ? { ...draw, ...how } : draw,
  );
  return { ...session, draws };
}

/** Under which conditions the take at hand is made: what follows, over it what the learner varies, and over both what was drawn. */
export function conditionsOf({ level, difficulty, draws = [] }: DrawnSitting): AttemptBody['conditions'] {
  const drawn = draws.flatMap(({ variable, isKept, level: lot, actual }) => {
    const held = isKept ? lot : actual;
    return held === null ? [] : [[variable, held] as const];
  });
  const isDrawn = (variable: string) => draws.some((draw) => draw.variable === variable);
  const chosen = [difficulty, level].flatMap((one) =>
    one == null || isDrawn(one.variable) ? [] : [[one.variable, one.level] as const],
  );
  return Object.fromEntries([...chosen, ...drawn]);
}

/** Recorded behind the take that was made under them. Those of a session go home once, with its first take. */
export function drawWrites(
  { practiceId, sessionId, draws = [] }: DrawnSitting,
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

export function withDrawsRecorded<Session extends DrawnSitting>(session: Session): Session {
  const { draws = [] } = session;
  return draws.length === 0
    ? session
    : { ...session, draws: draws.map((draw) => ({ ...draw, isRecorded: true })) };
}
