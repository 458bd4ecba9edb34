import { ascending, medianRank, quantile } from './order-statistics.ts';
import type { AttemptFact, RunningMedian } from './picture.ts';

/**
 * Nine attempts: odd, so that the median is an attempt that happened; and the smallest number at which order
 * statistics give both an interval near 80% (third to seventh, 82.0%) and one near 95% (second to eighth, 96.1%).
 */
export const RUNNING_WINDOW = 9;
/** With hundreds of attempts the line is read from afar: a third of the noise, still within a few sessions. */
export const RUNNING_WINDOW_LONG = 25;

/** A line through fewer than three attempts would only repeat them. */
const FEWEST_FOR_LINE = 3;

/** `places` are the indexes at which the line is drawn; each looks back over at most `width` attempts. */
export function runningMedian(
  attempts: readonly AttemptFact[],
  places: readonly number[],
  width: number,
  level: number,
): readonly RunningMedian[] {
  const fullRank = medianRank(width, level);
  const line: RunningMedian[] = [];
  for (const index of places) {
    const end = attempts[index];
    const values = attempts.slice(Math.max(0, index + 1 - width), index + 1).map((attempt) => attempt.value);
    const n = values.length;
    if (end === undefined || n < FEWEST_FOR_LINE) continue;
    const sorted = ascending(values);
    const found = n === width ? fullRank : medianRank(n, level);
    line.push({
      index,
      at: end.at,
      median: quantile(sorted, 0.5),
      low: found ? (sorted[found.rank - 1] ?? null) : null,
      high: found ? (sorted[n - found.rank] ?? null) : null,
      n,
    });
  }
  return line;
}
