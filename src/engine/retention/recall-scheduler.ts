import type { Days, Probability } from '../units.ts';

/** How a card came back, as the learner says. */
export const RECALL_GRADES = ['again', 'hard', 'good', 'easy'] as const;
export type RecallGrade = (typeof RECALL_GRADES)[number];

/** One showing of a card; `at` in milliseconds since 1970. */
export type RecallReview = { readonly at: number; readonly grade: RecallGrade };

export type RecallOutlook = {
  /** Probability that it comes back at the time asked about. */
  readonly retrievability: Probability;
  /** When retrievability falls to the level that was asked for, milliseconds since 1970. */
  readonly dueAt: number;
  /** Days in which retrievability falls from 1 to 0.9. */
  readonly stability: Days;
  /** Reviews that it rests on. */
  readonly n: number;
};

/**
 * What the engine needs of a scheduler of recall cards. FSRS stands behind it at the edge, since the engine imports nothing. A
 * card that was never shown is due at once and answers null.
 */
export interface RecallScheduler {
  outlook(reviews: readonly RecallReview[], at: number, retention: Probability): RecallOutlook | null;
}
