import { reaches, type Target } from '../measure/measure.ts';

/** An attempt with the target that was in force when it was made. */
export type AimedAttempt = {
  readonly id: string;
  /** When it began, in milliseconds since 1970 (UTC). */
  readonly at: number;
  readonly durationSeconds: number | null;
  readonly value: number;
  readonly target: Target;
  /** Brought in from records kept elsewhere. */
  readonly isImported: boolean;
};

export type FirstSuccess = {
  readonly id: string;
  /** From taking the practice up until the attempt was over; until it began, where its length is not known. */
  readonly secondsAfter: number;
};

/**
 * The first attempt that reached the target its maker had set themselves, and how long after taking the practice up that
 * was. Null while there is none, and where they had practised before: then this was not their first.
 */
export function findFirstSuccess(takenUpAt: number, attempts: readonly AimedAttempt[]): FirstSuccess | null {
  for (const { id, at, durationSeconds, value, target, isImported } of attempts.toSorted(
    (a, b) => a.at - b.at,
  )) {
    if (isImported || at <= takenUpAt) return null;
    if (!reaches(target, value)) continue;
    return { id, secondsAfter: (at - takenUpAt) / 1000 + (durationSeconds ?? 0) };
  }
  return null;
}
