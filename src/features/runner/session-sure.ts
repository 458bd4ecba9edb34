import { newId } from '../../ui/offline/device.ts';
import type { Write } from '../../ui/offline/pending-write.ts';
import type { SelfRatingBody } from '../self-ratings/contract.ts';

/** How sure the learner is of the take at hand, from 0 to 1. */
export type SessionSure = {
  readonly sure: number;
  /** The take that it was said after; null before the first. */
  readonly afterAttemptId: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
};

/** How a sitting was, each from 1 to 5; null while it is not said. */
export type SessionFlow = {
  readonly absorbed: number | null;
  readonly hard: number | null;
  readonly at: number;
};

type Sitting = {
  readonly practiceId: string;
  readonly sessionId: string;
  readonly sure?: SessionSure | null;
  readonly flow?: SessionFlow;
};

const NOTHING = { beforeAttemptId: null, afterAttemptId: null, sure: null, absorbed: null, hard: null };

function ratingWrite({ practiceId, sessionId }: Sitting, at: number, said: Partial<SelfRatingBody>): Write {
  const ratedAt = new Date(at).toISOString();
  const body: SelfRatingBody = { practiceId, sessionId, ...NOTHING, ...said, ratedAt };
  return { path: `/api/self-ratings/${newId()}`, body };
}

/** Recorded behind the take that it foretold; null: behind the last one of the sitting, which no other came after. */
export function sureWrites(session: Sitting, beforeAttemptId: string | null): Write[] {
  const { sure: said } = session;
  if (said == null || (beforeAttemptId ?? said.afterAttemptId) === null) return [];
  const { sure, afterAttemptId, at } = said;
  return [ratingWrite(session, at, { sure, beforeAttemptId, afterAttemptId })];
}

/** Both items, or nothing. */
export function flowWrites(session: Sitting): Write[] {
  const { flow } = session;
  if (flow === undefined || flow.absorbed === null || flow.hard === null) return [];
  const { absorbed, hard, at } = flow;
  return [ratingWrite(session, at, { absorbed, hard })];
}
