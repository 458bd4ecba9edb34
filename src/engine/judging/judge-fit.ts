import { winProbability } from './bradley-terry.ts';
import type { Comparison } from './comparison.ts';

/** One judge against the scale of all. */
export type JudgeFit = {
  readonly judge: string;
  readonly n: number;
  /** Mean squared surprise over what chance alone makes: 1 as expected, above it the judge sees another order. */
  readonly infit: number;
  /** Between these ends it lies in nineteen of twenty cases where the judge sees what all see. */
  readonly usualLow: number;
  readonly usualHigh: number;
};

const FEWEST = 10;
const TWO_SIDED = 1.959_964;

/**
 * Infit mean square, sum (y - p)² / sum p(1 - p), with its standard deviation under the model (Wright & Masters 1982, Rating
 * Scale Analysis, chapter 5). Judges with fewer than ten comparisons are left out; a tie counts as half.
 */
export function judgeFits(
  comparisons: readonly Comparison[],
  abilities: ReadonlyMap<string, number>,
): readonly JudgeFit[] {
  const sums = new Map<string, { n: number; squares: number; expected: number; spread: number }>();
  for (const { winner, loser, isTie = false, judge } of comparisons) {
    if (judge === undefined || winner === loser) continue;
    const sum = sums.get(judge) ?? { n: 0, squares: 0, expected: 0, spread: 0 };
    sums.set(judge, sum);
    const chance = winProbability(abilities.get(winner) ?? 0, abilities.get(loser) ?? 0);
    const variance = chance * (1 - chance);
    sum.n += 1;
    sum.squares += ((isTie ? 0.5 : 1) - chance) ** 2;
    sum.expected += variance;
    sum.spread += variance * (1 - 4 * variance);
  }
  return [...sums]
    .filter(([, { n, expected }]) => n >= FEWEST && expected > 0)
    .map(([judge, { n, squares, expected, spread }]) => {
      const reach = (TWO_SIDED * Math.sqrt(Math.max(0, spread))) / expected;
      return { judge, n, infit: squares / expected, usualLow: Math.max(0, 1 - reach), usualHigh: 1 + reach };
    });
}
