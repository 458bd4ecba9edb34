import { medianOf } from '../picture/order-statistics.ts';

/** The median of the latest so many intervals: a missed or a doubled tap among them moves it little. */
const INTERVALS = 8;
/** Two intervals have no middle one. */
const FEWEST_INTERVALS = 3;
/** Slower than any beat that is tapped along with (20 a minute): whoever waits so long begins anew. */
const LONGEST_INTERVAL_MILLISECONDS = 3_000;
/** Faster than a finger (1,000 a minute): one tap that a worn screen felt twice. */
const SHORTEST_INTERVAL_MILLISECONDS = 60;

export type Tempo =
  | { readonly kind: 'too-few-taps'; readonly have: number; readonly need: number }
  /** `intervals`: how many the median is of. */
  | { readonly kind: 'tempo'; readonly perMinute: number; readonly intervals: number };

/**
 * How fast somebody taps along, per minute to a tenth: 60,000 over the median of the last eight intervals. `taps` are
 * readings of one clock in milliseconds, oldest first; a pause, or a clock that began anew, begins a new row.
 */
export function tempoOf(taps: readonly number[]): Tempo {
  const row = latestRow(taps);
  const intervals = row.slice(-INTERVALS);
  if (intervals.length < FEWEST_INTERVALS) {
    return {
      kind: 'too-few-taps',
      have: taps.length === 0 ? 0 : intervals.length + 1,
      need: FEWEST_INTERVALS + 1,
    };
  }
  const perMinute = Math.round(600_000 / medianOf(intervals)) / 10;
  return { kind: 'tempo', perMinute, intervals: intervals.length };
}

/** Intervals since the last pause. */
function latestRow(taps: readonly number[]): readonly number[] {
  let row: number[] = [];
  let last: number | undefined;
  for (const tap of taps) {
    const interval = last === undefined ? null : tap - last;
    if (interval !== null && interval >= 0 && interval < SHORTEST_INTERVAL_MILLISECONDS) continue;
    if (interval !== null)
      row = interval < 0 || interval > LONGEST_INTERVAL_MILLISECONDS ? [] : [...row, interval];
    last = tap;
  }
  return row;
}
