import type { PendingWrite } from './pending-write.ts';

/*
 * What the page and the service worker say to each other. Apart, since the worker must not bring in what the page runs.
 */

/**
 * `read-ahead`: read these and keep the answers; for `spaceId` only, where the page knows whose it is. `sent`: home has
 * this now, and the kept answers do not say so yet; `practiceId`: of the practice that it is about.
 */
export type WorkerMessage =
  | { readonly kind: 'read-ahead'; readonly paths: readonly string[]; readonly spaceId: string | null }
  | { readonly kind: 'sent'; readonly write: PendingWrite; readonly practiceId: string }
  | { readonly kind: 'take-over' };

/** To `read-ahead`, on the port that came with it. */
export type ReadAheadAnswer = {
  /** False where home was not reached, or nobody is signed in there, or somebody else. */
  readonly isRead: boolean;
  /** Whether the answers of an earlier time lie on this device. */
  readonly hasKept: boolean;
  /** What those answers have shown to be worth reading too. */
  readonly more: readonly string[];
};

/** Channel on which a path is named whose answer came too late to be shown: the page should read it again. */
export const LATE_ANSWERS = 'bottega-late-answers';
