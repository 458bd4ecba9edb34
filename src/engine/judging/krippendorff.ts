import { studentCdf, studentQuantile } from '../distributions/student.ts';
import { ascending, quantile } from '../picture/order-statistics.ts';
import { type Random, random } from '../random.ts';
import { type Probability, probability } from '../units.ts';
import { type Rating, type RatingLevel, ratedItems } from './rating.ts';

export const FEWEST_RATED_ITEMS = 5;
const LEVEL = 0.95;
const MOST_DRAWS = 2_000;
const FEWEST_DRAWS = 400;
/** Ratings that all draws together go through. */
const MOST_WORK = 40_000_000;
const SEED = 20_261_121;
/** Krippendorff 2004: to be relied on from 0.8, tentative conclusions from 0.667. */
const RELIED_ON = 0.8;
const TENTATIVE = 0.667;

export type AgreementVerdict = 'agree' | 'tentative' | 'disagree' | 'cannot-tell';

export type Agreement =
  | {
      readonly kind: 'agreement';
      /** 1: complete; 0: what chance would give; below 0: less than that. */
      readonly alpha: number;
      readonly lower: number;
      readonly upper: number;
      readonly level: Probability;
      /** By the end of the interval and not by its middle. */
      readonly verdict: AgreementVerdict;
      /** Items that two or more rated, and the ratings of them. */
      readonly n: number;
      readonly ratings: number;
    }
  | { readonly kind: 'too-few-items'; readonly have: number; readonly need: number }
  /** Everybody said the same of everything: nothing shows that they can tell items apart. */
  | { readonly kind: 'no-variation'; readonly n: number; readonly ratings: number };

/**
 * Krippendorff's alpha, 1 - observed / expected disagreement, with ratings missing or not (Krippendorff 2004, Content Analysis,
 * chapter 11); the interval by drawing items anew, with the middle 95% of 2,000 draws (Zapf et al. 2016). One seed, so that the same
 * ratings give the same interval.
 */
export function agreementOf(ratings: Iterable<Rating>, level: RatingLevel, seed = SEED): Agreement {
  const { items, kinds } = coded(ratedItems(ratings), level);
  const count = items.reduce((sum, values) => sum + values.length, 0);
  if (items.length < FEWEST_RATED_ITEMS) {
    return { kind: 'too-few-items', have: items.length, need: FEWEST_RATED_ITEMS };
  }
  const alpha = alphaOf(items, level, kinds);
  if (alpha === null) return { kind: 'no-variation', n: items.length, ratings: count };
  const draws = ascending(drawnAlphas(items, level, kinds, random(seed), count));
  const tail = expandedTail(items.length);
  const lower = Math.min(alpha, quantile(draws, tail));
  const upper = Math.max(alpha, quantile(draws, 1 - tail));
  return {
    kind: 'agreement',
    alpha,
    lower,
    upper,
    level: probability(LEVEL),
    verdict: verdictOf(lower, upper),
    n: items.length,
    ratings: count,
  };
}

/** From so many degrees of freedom on Student's t is the normal distribution to six figures. */
const NORMAL = 1e7;

/**
 * The share of draws beyond either end: the middle 95% of draws of n items is too short as one of n normal values would be that
 * takes its scatter over n and its reach from the normal. Hesterberg 2015, The American Statistician 69, "expanded percentile".
 */
function expandedTail(n: number): number {
  return studentCdf(-Math.sqrt(n / (n - 1)) * studentQuantile((1 + LEVEL) / 2, n - 1), NORMAL);
}

function verdictOf(lower: number, upper: number): AgreementVerdict {
  if (lower >= RELIED_ON) return 'agree';
  if (lower >= TENTATIVE) return 'tentative';
  return upper < TENTATIVE ? 'disagree' : 'cannot-tell';
}

type Coded = { readonly items: readonly Float64Array[]; readonly kinds: number };

/** Names and places in an order become whole numbers from 0, in their order; distances stay as they are. */
function coded(items: readonly (readonly (string | number)[])[], level: RatingLevel): Coded {
  if (level === 'interval') {
    const numbers = items.map((values) => Float64Array.from(values, Number));
    // About their middle, so that squares of large numbers keep their figures.
    const all = numbers.flatMap((values) => [...values]);
    const middle = all.length === 0 ? 0 : quantile(ascending(all), 0.5);
    return { items: numbers.map((values) => values.map((value) => value - middle)), kinds: 0 };
  }
  const seen = [
    ...new Set(items.flat().map((value) => (level === 'ordinal' ? Number(value) : String(value)))),
  ];
  const order = new Map(seen.sort((a, b) => (a < b ? -1 : 1)).map((value, place) => [value, place]));
  const codeOf = (value: string | number) =>
    order.get(level === 'ordinal' ? Number(value) : String(value)) ?? 0;
  return { items: items.map((values) => Float64Array.from(values, codeOf)), kinds: seen.length };
}

function drawnAlphas(
  items: readonly Float64Array[],
  level: RatingLevel,
  kinds: number,
  chance: Random,
  ratings: number,
): readonly number[] {
  const draws = Math.max(FEWEST_DRAWS, Math.min(MOST_DRAWS, Math.floor(MOST_WORK / ratings)));
  // A draw in which all ratings are the same shows no agreement beyond chance.
  if (level === 'interval') {
    const sums = items.map((values) => itemSums(values, asItIs));
    return Array.from({ length: draws }, () => distanceAlpha(drawFrom(sums, chance)) ?? 0);
  }
  return Array.from({ length: draws }, () => alphaOf(drawFrom(items, chance), level, kinds) ?? 0);
}

function drawFrom<Item>(items: readonly Item[], chance: Random): readonly Item[] {
  return items.map((item) => items[chance.below(items.length)] ?? item);
}

const asItIs = (value: number) => value;

/** Null where all ratings are the same. */
function alphaOf(items: readonly Float64Array[], level: RatingLevel, kinds: number): number | null {
  if (level === 'nominal') return nominalAlpha(items, kinds);
  if (level === 'interval') return distanceAlpha(items.map((values) => itemSums(values, asItIs)));
  // The ordinal distance between two places is that of their mid-ranks among all ratings.
  const counts = new Float64Array(kinds);
  for (const values of items) for (const code of values) counts[code] = (counts[code] ?? 0) + 1;
  let below = 0;
  const ranks = counts.map((count) => {
    below += count;
    return below - count / 2;
  });
  return distanceAlpha(items.map((values) => itemSums(values, (code) => ranks[code] ?? 0)));
}

/** Of one item: its ratings, their sum and sum of squares, and its disagreement. */
type ItemSums = {
  readonly n: number;
  readonly sum: number;
  readonly squares: number;
  readonly within: number;
};

/** Of the m ratings of an item each ordered pair counts 1/(m - 1); sums of squared differences need no pairs. */
function itemSums(values: Float64Array, placeOf: (value: number) => number): ItemSums {
  let [sum, squares] = [0, 0];
  for (const value of values) {
    const place = placeOf(value);
    sum += place;
    squares += place * place;
  }
  const n = values.length;
  return { n, sum, squares, within: (2 * (n * squares - sum * sum)) / (n - 1) };
}

function distanceAlpha(items: readonly ItemSums[]): number | null {
  let [n, sum, squares, within] = [0, 0, 0, 0];
  for (const item of items) {
    n += item.n;
    sum += item.sum;
    squares += item.squares;
    within += item.within;
  }
  return ratio(within / n, (2 * (n * squares - sum * sum)) / (n * (n - 1)), squares / n);
}

function nominalAlpha(items: readonly Float64Array[], kinds: number): number | null {
  const counts = new Float64Array(kinds);
  const own = new Float64Array(kinds);
  let [n, within] = [0, 0];
  for (const values of items) {
    for (const code of values) own[code] = (own[code] ?? 0) + 1;
    const m = values.length;
    let alike = 0;
    for (const code of values) {
      alike += own[code] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
    }
    // Not all of it: there may be as many names as ratings.
    for (const code of values) own[code] = 0;
    within += (m * m - alike) / (m - 1);
    n += m;
  }
  const alike = counts.reduce((sum, count) => sum + count * count, 0);
  return ratio(within / n, (n * n - alike) / (n * (n - 1)), 1);
}

/** What arithmetic alone leaves of nothing. */
const ROUNDING = 1e-12;

function ratio(observed: number, expected: number, size: number): number | null {
  return expected <= ROUNDING * size ? null : 1 - Math.max(0, observed) / expected;
}
