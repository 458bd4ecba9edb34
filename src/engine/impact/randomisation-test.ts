import { random } from '../random.ts';
import { allArrangements, countArrangements, drawnArrangements, MOST_EXACT } from './redraw.ts';
import { type Contrast, contrastOf, type Staggered } from './staggered.ts';

export type RandomisationTest = {
  readonly estimate: number;
  /** Null: no effect on that side is ruled out. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Of no effect on any unit in any period. */
  readonly p: number;
  /** How many arrangements of the starts were held against the one that was drawn, itself among them. */
  readonly arrangements: number;
  readonly isExact: boolean;
};

const MOST_DRAWS = 1_999;
const FEWEST_DRAWS = 199;
/** Units times cells that all draws together go through. */
const MOST_WORK = 400_000_000;

export type TestOptions = { readonly level: number; readonly seed: number };

/**
 * Fisher's test over the draw: under "the effect is τ everywhere" the values without it are known, so the estimate can be
 * worked out for every way in which the starts could have fallen. p(τ) is the share of arrangements whose estimate lies as far out
 * as the one that was drawn; the interval is every τ with p(τ) above 1 - level. Null where there is no comparison at all.
 *
 *     arrangement k, with value a_k and share b_k:  as far out as the drawn one, a, where |a_k - b_k τ| >= |a - τ|
 *     and these τ, for |b_k| < 1, lie between (a_k - a)/(b_k - 1) and (a_k + a)/(b_k + 1)
 *
 * so that no search is needed. Fisher 1935, The Design of Experiments; Rosenbaum 2002, Observational Studies, chapter 2.
 */
export function randomisationTest(
  staggered: Staggered,
  starts: ArrayLike<number>,
  { level, seed }: TestOptions,
): RandomisationTest | null {
  const drawn = contrastOf(staggered, starts);
  if (drawn === null) return null;
  const ways = countArrangements(starts);
  const isExact = ways <= MOST_EXACT;
  const work = Math.max(1, staggered.cells.length * staggered.units);
  const draws = Math.max(FEWEST_DRAWS, Math.min(MOST_DRAWS, Math.floor(MOST_WORK / work)));
  const orders = isExact ? allArrangements(starts) : drawnArrangements(starts, draws, random(seed));
  const highs: number[] = [];
  const lows: number[] = [];
  let farOut = 0;
  for (const order of orders) {
    // An arrangement without any comparison rules nothing out.
    const other = contrastOf(staggered, order) ?? drawn;
    const { low, high } = asFarOut(drawn.value, other);
    lows.push(low);
    highs.push(high);
    if (low <= 0 && 0 <= high) farOut += 1;
  }
  const arrangements = lows.length;
  const leftOut = Math.floor((1 - level) * arrangements + 1e-9);
  const lower = lows.sort((a, b) => a - b)[leftOut] ?? Number.NEGATIVE_INFINITY;
  const upper = highs.sort((a, b) => b - a)[leftOut] ?? Number.POSITIVE_INFINITY;
  return {
    estimate: drawn.value,
    lower: Number.isFinite(lower) ? lower : null,
    upper: Number.isFinite(upper) ? upper : null,
    p: farOut / arrangements,
    arrangements,
    isExact,
  };
}

/** What arithmetic alone parts. */
const ROUNDING = 1e-9;

/** The effects under which an arrangement lies as far out as the drawn one; they always hold the drawn estimate. */
function asFarOut(drawn: number, { value, share }: Contrast): { low: number; high: number } {
  const near = ROUNDING * (Math.abs(drawn) + Math.abs(value));
  const [less, more] = [value - drawn, value + drawn];
  const isOne = Math.abs(share - 1) < ROUNDING;
  const isMinusOne = Math.abs(share + 1) < ROUNDING;
  // What is left is the side of one end on which the drawn estimate lies.
  if (isOne && Math.abs(less) > near) return ray(less > 0 ? 'down' : 'up', more / 2, near);
  if (isMinusOne && Math.abs(more) > near) return ray(more > 0 ? 'up' : 'down', -less / 2, near);
  // The drawn one itself; or one in which every larger effect would show even more.
  if (isOne || isMinusOne || Math.abs(share) > 1) {
    return { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  }
  const [one, other] = [less / (share - 1), more / (share + 1)];
  return { low: Math.min(one, other) - near, high: Math.max(one, other) + near };
}

function ray(way: 'up' | 'down', end: number, near: number): { low: number; high: number } {
  return way === 'down'
    ? { low: Number.NEGATIVE_INFINITY, high: end + near }
    : { low: end - near, high: Number.POSITIVE_INFINITY };
}
