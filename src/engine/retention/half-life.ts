import { MILLISECONDS_PER_DAY } from '../units.ts';

/** What a measure mostly tells: how right, how fast, or both. */
export const SKILL_SORTS = ['accuracy', 'speed', 'mixed'] as const;
export type SkillSort = (typeof SKILL_SORTS)[number];

const DAYS_PER_MONTH = 30.4375;
/**
 * After how many months without practice half of the initial gain is gone: Tatel & Ackerman, a meta-analysis of 1,344
 * effects (as cited elsewhere, not read for this).
 */
export const PRIOR_HALF_LIFE_MONTHS: Readonly<Record<SkillSort, number>> = {
  accuracy: 6.5,
  speed: 13,
  mixed: 11,
};

/** Skills and people differ: of the logarithm, ours. Two in three between 0.4 and 2.5 times the prior half-life. */
const PRIOR_LOG_SD = 0.9;
const SHORTEST_DAYS = 7;
const LONGEST_DAYS = 40 * 365.25;
const GRID = 61;

/** Probabilities of half-lives on a grid of equal steps of their logarithm. Plain data. */
export type HalfLifeBelief = {
  readonly sort: SkillSort;
  /** Beginnings after a gap that it was learnt from. */
  readonly coldStarts: number;
  readonly probabilities: readonly number[];
};

export const GRID_DAYS: readonly number[] = Array.from({ length: GRID }, (_, place) => {
  return SHORTEST_DAYS * (LONGEST_DAYS / SHORTEST_DAYS) ** (place / (GRID - 1));
});

export function priorHalfLife(sort: SkillSort): HalfLifeBelief {
  const middle = Math.log(PRIOR_HALF_LIFE_MONTHS[sort] * DAYS_PER_MONTH);
  const weights = GRID_DAYS.map((days) => Math.exp(-0.5 * ((Math.log(days) - middle) / PRIOR_LOG_SD) ** 2));
  return { sort, coldStarts: 0, probabilities: normalised(weights) };
}

/** The first attempts after a gap: how far below the level before it they lay once warm-up is allowed for. */
export type ColdStart = {
  readonly gapDays: number;
  /** Gain since the start, on the line, that there was to lose. */
  readonly gain: number;
  readonly loss: number;
  /** Standard deviation of `loss` about what decay makes of it. */
  readonly sd: number;
};

/**
 * Bayes' rule over the grid: loss ~ gain (1 - 2^(-gap/half-life)) + Student's t with four degrees of freedom times sd. Of t,
 * because a new keyboard in between must not count as forgetting.
 */
export function withColdStart(
  belief: HalfLifeBelief,
  { gapDays, gain, loss, sd }: ColdStart,
): HalfLifeBelief {
  if (!(gapDays > 0 && gain > 0 && sd > 0) || !Number.isFinite(loss)) return belief;
  const weights = belief.probabilities.map((probability, place) => {
    const x = (loss - gain * lostShare(gapDays, GRID_DAYS[place] ?? LONGEST_DAYS)) / sd;
    return probability * (1 + (x * x) / FREEDOM) ** (-(FREEDOM + 1) / 2);
  });
  return { ...belief, coldStarts: belief.coldStarts + 1, probabilities: normalised(weights) };
}

const FREEDOM = 4;

export function lostShare(gapDays: number, halfLifeDays: number): number {
  return 1 - 2 ** (-Math.max(0, gapDays) / halfLifeDays);
}

/** Mean and variance of the share of the gain that is lost over a gap. */
export function expectedLoss(
  belief: HalfLifeBelief,
  gapDays: number,
): { readonly mean: number; readonly variance: number } {
  let [mean, square] = [0, 0];
  for (const [place, probability] of belief.probabilities.entries()) {
    const share = lostShare(gapDays, GRID_DAYS[place] ?? LONGEST_DAYS);
    mean += probability * share;
    square += probability * share * share;
  }
  return { mean, variance: Math.max(0, square - mean * mean) };
}

export type HalfLife = {
  readonly medianDays: number;
  readonly lowerDays: number;
  readonly upperDays: number;
  readonly coldStarts: number;
};

/** Median and 80% interval. */
export function halfLifeOf(belief: HalfLifeBelief): HalfLife {
  return {
    medianDays: quantileOf(belief, 0.5),
    lowerDays: quantileOf(belief, 0.1),
    upperDays: quantileOf(belief, 0.9),
    coldStarts: belief.coldStarts,
  };
}

function quantileOf({ probabilities }: HalfLifeBelief, share: number): number {
  let sum = 0;
  for (const [place, probability] of probabilities.entries()) {
    const before = sum;
    sum += probability;
    if (sum < share) continue;
    // Within a cell of the grid, evenly on the logarithm.
    const inside = probability > 0 ? (share - before) / probability - 0.5 : 0;
    const step = Math.log(LONGEST_DAYS / SHORTEST_DAYS) / (GRID - 1);
    return (GRID_DAYS[place] ?? LONGEST_DAYS) * Math.exp(inside * step);
  }
  return LONGEST_DAYS;
}

function normalised(weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return sum > 0 ? weights.map((weight) => weight / sum) : weights.map(() => 1 / weights.length);
}

export function gapDaysBetween(fromMilliseconds: number, toMilliseconds: number): number {
  return Math.max(0, (toMilliseconds - fromMilliseconds) / MILLISECONDS_PER_DAY);
}
