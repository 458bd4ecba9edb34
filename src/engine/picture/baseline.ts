import { ascending, quantile } from './order-statistics.ts';
import type { AttemptFact, Baseline } from './picture.ts';

export const BASELINE_ATTEMPTS = 3;

/**
 * Where someone started: median and full range of the first three attempts, so that progress is shown
 * against one's own beginning. By doing: there is no other way to set it.
 */
export function findBaseline(attempts: readonly AttemptFact[]): Baseline {
  const first = attempts.slice(0, BASELINE_ATTEMPTS);
  const values = ascending(first.map((attempt) => attempt.value));
  if (values.length < BASELINE_ATTEMPTS) {
    return { kind: 'too-few-attempts', have: values.length, need: BASELINE_ATTEMPTS };
  }
  return {
    kind: 'baseline',
    median: quantile(values, 0.5),
    low: quantile(values, 0),
    high: quantile(values, 1),
    n: values.length,
    withTrickRead: countTrickRead(first),
  };
}

/** Reading first and trying first are two starts: they are not compared unmarked. */
function countTrickRead(attempts: readonly AttemptFact[]): number | null {
  if (attempts.some((attempt) => attempt.isTrickRead === undefined)) return null;
  return attempts.filter((attempt) => attempt.isTrickRead).length;
}
