import { chiSquareQuantile } from '../distributions/chi-square.ts';
import { studentQuantile } from '../distributions/student.ts';
import { type Probability, probability } from '../units.ts';

/** One learner's own trial: effect and standard error on the working scale, positive where better. */
export type OwnEffect = { readonly estimate: number; readonly standardError: number };

/** Nothing is said of fewer. */
export const FEWEST_LEARNERS = 5;

export type PooledEffect =
  | { readonly kind: 'too-few-people'; readonly have: number; readonly need: number }
  | {
      readonly kind: 'pooled';
      /** Learners, not attempts: their effects are what was drawn. */
      readonly n: number;
      readonly estimate: number;
      readonly lower: number;
      readonly upper: number;
      /** Standard deviation of the true effects over learners, with its interval. */
      readonly heterogeneity: number;
      readonly heterogeneityLower: number;
      readonly heterogeneityUpper: number;
      /** I^2: of the variance of the learners' estimates the share that lies between learners. */
      readonly shareBetween: Probability;
      /** Where the effect of one more learner is expected, at the same level. */
      readonly nextLower: number;
      readonly nextUpper: number;
    };

const ALPHA = 0.05;
const MOST_STEPS = 100;
const CLOSE = 1e-12;

/**
 * Random effects: every learner has an effect of their own, about a common one. Variance between learners by Paule & Mandel 1982;
 * interval with Student's t by Hartung & Knapp 2001 and Sidik & Jonkman 2002, never narrower than with known weights (Röver, Knapp
 * & Friede 2015, BMC Medical Research Methodology 15:99); prediction interval by Higgins, Thompson & Spiegelhalter 2009; interval of the
 * heterogeneity by the Q-profile (Viechtbauer 2007, Statistics in Medicine 26, 37-52); I^2 with the typical variance of Higgins & Thompson
 * 2002. Intervals at 1 - `alpha`, for one look.
 */
export function poolEffects(effects: readonly OwnEffect[], alpha = ALPHA): PooledEffect {
  const known = effects.filter(
    ({ estimate, standardError }) => Number.isFinite(estimate) && standardError > 0,
  );
  const n = known.length;
  if (n < FEWEST_LEARNERS) return { kind: 'too-few-people', have: n, need: FEWEST_LEARNERS };
  const between = varianceWhere(known, n - 1);
  const { mean, weight, misfit } = weighed(known, between);
  const standardError = Math.sqrt(Math.max(1, misfit / (n - 1)) / weight);
  const reach = studentQuantile(1 - alpha / 2, n - 1) * standardError;
  const nextReach = studentQuantile(1 - alpha / 2, n - 2) * Math.sqrt(between + standardError ** 2);
  return {
    kind: 'pooled',
    n,
    estimate: mean,
    lower: mean - reach,
    upper: mean + reach,
    heterogeneity: Math.sqrt(between),
    heterogeneityLower: Math.sqrt(varianceWhere(known, chiSquareQuantile(1 - alpha / 2, n - 1))),
    heterogeneityUpper: Math.sqrt(varianceWhere(known, chiSquareQuantile(alpha / 2, n - 1))),
    shareBetween: probability(between / (between + typicalVariance(known))),
    nextLower: mean - nextReach,
    nextUpper: mean + nextReach,
  };
}

/** Of one learner's own estimate: the variance that all would have in common to weigh as much together. */
function typicalVariance(effects: readonly OwnEffect[]): number {
  let [sum, squares] = [0, 0];
  for (const { standardError } of effects) {
    const weight = 1 / standardError ** 2;
    sum += weight;
    squares += weight * weight;
  }
  return ((effects.length - 1) * sum) / (sum * sum - squares);
}

/** Weighted mean, sum of the weights, and the weighted squares about the mean. */
function weighed(effects: readonly OwnEffect[], between: number) {
  let [weight, sum] = [0, 0];
  for (const { estimate, standardError } of effects) {
    const own = 1 / (standardError ** 2 + between);
    weight += own;
    sum += own * estimate;
  }
  const mean = sum / weight;
  let misfit = 0;
  for (const { estimate, standardError } of effects)
    misfit += (estimate - mean) ** 2 / (standardError ** 2 + between);
  return { mean, weight, misfit };
}

/** The variance between learners at which the weighted squares are `expected`; 0 where they are fewer without any. */
function varianceWhere(effects: readonly OwnEffect[], expected: number): number {
  if (weighed(effects, 0).misfit <= expected) return 0;
  let [low, high] = [0, Math.max(...effects.map(({ standardError }) => standardError ** 2))];
  for (let step = 0; step < MOST_STEPS && weighed(effects, high).misfit > expected; step += 1) high *= 2;
  for (let step = 0; step < MOST_STEPS && high - low > CLOSE * high; step += 1) {
    const middle = (low + high) / 2;
    if (weighed(effects, middle).misfit > expected) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
