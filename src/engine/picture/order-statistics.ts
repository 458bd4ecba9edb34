import { probability } from '../units.ts';
import type { Interval, TooFewAttempts } from './picture.ts';

export function ascending(values: readonly number[]): readonly number[] {
  return [...values].sort((a, b) => a - b);
}

/**
 * Quantile of values already in ascending order, at least one of them, by linear interpolation between the two
 * nearest: type 7 of Hyndman & Fan 1996, "Sample quantiles in statistical packages", The American Statistician 50.
 */
export function quantile(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const low = sorted[below] ?? 0;
  const high = sorted[below + 1] ?? low;
  return low + (high - low) * (position - below);
}

/** Of at least one value; of an even number of values the mean of the middle two. */
export function medianOf(values: readonly number[]): number {
  return quantile(ascending(values), 0.5);
}

export function meanOf(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** Which order statistics bound the median: the `rank`-th from below and from above, and what that covers. */
type MedianRank = { readonly rank: number; readonly coverage: number };

/**
 * The narrowest symmetric pair of order statistics that covers the median with at least `level`:
 * P(X_(r) <= median <= X_(n+1-r)) = 1 - 2 P(B <= r - 1), with B binomial(n, 1/2).
 * David & Nagaraja 2003, Order Statistics, section 7.1. Null where even the full range covers less.
 */
export function medianRank(n: number, level: number): MedianRank | null {
  // In logarithms, since 2^-n leaves the range of a double at n = 1075.
  let logPoint = -n * Math.LN2;
  let below = 0;
  let best: MedianRank | null = null;
  for (let rank = 1; 2 * rank <= n; rank += 1) {
    below += Math.exp(logPoint);
    const coverage = 1 - 2 * below;
    if (coverage < level) break;
    best = { rank, coverage };
    logPoint += Math.log((n - rank + 1) / rank);
  }
  return best;
}

/** Beyond it an interval is longer than any person's data: it stops the search for a level of 1. */
const MOST_FEWEST = 60;

function fewestFor(level: number): number {
  let n = 2;
  while (n < MOST_FEWEST && medianRank(n, level) === null) n += 1;
  return n;
}

/** Distribution-free interval for the median of what `sorted` is a sample of. Assumes independent draws. */
export function medianInterval(sorted: readonly number[], level: number): Interval | TooFewAttempts {
  const n = sorted.length;
  const found = medianRank(n, level);
  const low = found && sorted[found.rank - 1];
  const high = found && sorted[n - found.rank];
  if (found === null || low == null || high == null) {
    return { kind: 'too-few-attempts', have: n, need: fewestFor(level) };
  }
  return { kind: 'interval', low, high, level: probability(level), coverage: probability(found.coverage) };
}
