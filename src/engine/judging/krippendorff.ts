import { studentCdf, studentQuantile } from '../distributions/student.ts';
import { ascending, quantile } from '../picture/order-statistics.ts';
import { estimateShare } from '../picture/share.ts';
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
 * chapter 11). The interval is the widest of three, each of which is too short where another is not: drawing items anew (Zapf et al.
 * 2016), leaving out one item at a time, and what so few items that differ leave open. One seed, so that the same ratings give the same
 * interval. docs/science/judging.md.
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
  const without = jackknifeRange(items, (some) => alphaOf(some, level, kinds), count / items.length);
  const seldom = seldomDiffer(items, alpha, level);
  const lower = Math.max(LEAST_ALPHA, Math.min(alpha, quantile(draws, tail), without.lower, seldom));
  const upper = Math.max(alpha, quantile(draws, 1 - tail), without.upper);
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

/** Of two raters who never say the same. */
const LEAST_ALPHA = -1;
/** From so many items on drawing anew is long enough. */
const FEW_ITEMS = 200;

type Range = { readonly lower: number; readonly upper: number };

/**
 * Alpha without one item after another, with Student's t, on the line ln((1 + (m - 1) alpha) / (1 - alpha)), m ratings an item: of
 * numbers about normal it is Fisher's z of an intraclass correlation, whose scatter hardly hangs on alpha (Fisher 1925, Statistical
 * Methods for Research Workers, section 39, from memory). No range where one item alone differs.
 */
function jackknifeRange(
  items: readonly Float64Array[],
  alphaWith: (some: readonly Float64Array[]) => number | null,
  m: number,
): Range {
  const n = items.length;
  const none = { lower: 1, upper: LEAST_ALPHA };
  if (n > FEW_ITEMS) return none;
  const onLine = (alpha: number | null) =>
    alpha === null ? Number.NaN : Math.log((1 + (m - 1) * alpha) / (1 - alpha));
  const full = onLine(alphaWith(items));
  const others = items.map((_, left) => onLine(alphaWith(items.filter((_, place) => place !== left))));
  if (![full, ...others].every(Number.isFinite)) return none;
  const mean = others.reduce((sum, one) => sum + one, 0) / n;
  const squares = others.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  const reach = studentQuantile((1 + LEVEL) / 2, n - 1) * Math.sqrt(((n - 1) / n) * squares);
  const back = (z: number) => (Math.exp(z) - 1) / (Math.exp(z) + m - 1);
  return { lower: back(full - reach), upper: back(full + reach) };
}

/**
 * Where few items or none differ, drawing anew hardly ever meets another such item, and complete agreement would seem certain. The share
 * of items that differ is held to the upper end of Clopper and Pearson's interval, and one further such item to differ as much as names
 * can, or else as chance would have it.
 */
function seldomDiffer(items: readonly Float64Array[], alpha: number, level: RatingLevel): number {
  const n = items.length;
  const differing = items.filter((values) => values.some((value) => value !== values[0]));
  const count = differing.length;
  if (count === n) return alpha;
  const all = items.flatMap((values) => [...values]);
  const expected = expectedOf(all, level);
  // All of what was observed lies in the items that differ.
  const each = count === 0 ? 0 : ((1 - alpha) * expected * n) / count;
  const further = level === 'nominal' ? 1 : expected;
  const size = (each * count + further) / (count + 1);
  const { high } = estimateShare(count, n, LEVEL);
  return 1 - (high * size) / expected;
}

/** Of names, the share of pairs that are not alike; distances of numbers and places are told by alpha as shares of this. */
function expectedOf(all: readonly number[], level: RatingLevel): number {
  if (level !== 'nominal') return 1;
  const n = all.length;
  const counts = new Map<number, number>();
  for (const code of all) counts.set(code, (counts.get(code) ?? 0) + 1);
  const alike = [...counts.values()].reduce((sum, count) => sum + count * (count - 1), 0);
  return 1 - alike / (n * (n - 1));
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
