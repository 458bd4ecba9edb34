import { type Probability, probability } from '../units.ts';

/** One attempt at a level, 0 the easiest, and whether it passed. */
export type LevelAttempt = {
  readonly level: number;
  readonly passed: boolean;
  /** It begins a session, and not the first one: the day may be a better or a worse one. */
  readonly isNewSession?: boolean;
};

export type BeliefOptions = {
  /** How many levels there are, easiest first. */
  readonly levels: number;
  /** The share of attempts that should pass. */
  readonly target: number;
  /** Where the learner begins. */
  readonly start: number;
};

/**
 * What is known of which level suits, as probabilities over rows (a width, a pace and a day each) by places (the level at which the
 * target is held). Plain data.
 */
export type SuccessBelief = {
  readonly options: BeliefOptions;
  /** Attempts that it rests on. */
  readonly n: number;
  readonly weights: readonly (readonly number[])[];
};

/** Levels between two places of the grid. */
const STEP = 0.25;
/** The level that suits may lie so far outside the levels that there are. */
const BEYOND = 4;
/** Of attempts that are far too easy so many fail all the same: a slip says little of the level. */
const LAPSE = 0.02;
/** Levels over which the odds of a pass change by a factor of e. All rows are alike likely at first. */
const WIDTHS = [0.4, 0.8, 1.6, 3.2] as const;
/** How the level that suits moves with each attempt: mean and standard deviation, in levels. */
const PACES = [
  { mean: 0, sd: 0.03 },
  { mean: 0.03, sd: 0.06 },
  { mean: 0.06, sd: 0.2 },
] as const;
/** And with each session: standard deviation, in levels. */
const DAYS = [0.2, 1.2] as const;
/** The learner's choice of where to begin tells where the target is held, within so many levels. */
const START_SD = 3;

const ROWS = WIDTHS.flatMap((_, width) => PACES.flatMap((pace) => DAYS.map((day) => ({ width, pace, day }))));

export function startBelief(options: BeliefOptions): SuccessBelief {
  const prior = normalised(
    placesOf(options.levels).map((level) => Math.exp(-0.5 * ((level - options.start) / START_SD) ** 2)),
  );
  return { options, n: 0, weights: ROWS.map(() => prior.map((one) => one / ROWS.length)) };
}

function placesOf(levels: number): readonly number[] {
  const count = Math.round((levels - 1 + 2 * BEYOND) / STEP) + 1;
  return Array.from({ length: count }, (_, place) => place * STEP - BEYOND);
}

/**
 * P(pass at level x) = (1 - lapse) / (1 + exp(-((c - x)/width + k))), with k such that it is the target at x = c: a logistic
 * psychometric function with lapses. By width, then by place.
 */
function passShares({ levels, target }: BeliefOptions, level: number): readonly (readonly number[])[] {
  const held = Math.min(target / (1 - LAPSE), 1 - LAPSE);
  const odds = Math.log(held / (1 - held));
  const places = placesOf(levels);
  return WIDTHS.map((width) =>
    places.map((suits) => (1 - LAPSE) / (1 + Math.exp(-((suits - level) / width + odds)))),
  );
}

/** Bayes' rule on the grid, once the level that suits has moved by one attempt, and by a session where one begins. */
export function withPass(belief: SuccessBelief, attempt: LevelAttempt): SuccessBelief {
  const { options, n, weights } = belief;
  const { level, passed, isNewSession = false } = attempt;
  const shares = passShares(options, level);
  let sum = 0;
  const raw = ROWS.map(({ width, pace, day }, row) => {
    const before = weights[row] ?? [];
    const next = n === 0 ? [...before] : movedBy(isNewSession ? spreadBy(before, day) : before, pace);
    const ofWidth = shares[width] ?? [];
    for (let place = 0; place < next.length; place += 1) {
      const share = ofWidth[place] ?? 0;
      const weight = (next[place] ?? 0) * (passed ? share : 1 - share);
      next[place] = weight;
      sum += weight;
    }
    return next;
  });
  return { options, n: n + 1, weights: raw.map((row) => row.map((one) => one / sum)) };
}

/** To the neighbouring places with the pace's mean and variance; what would leave the grid stays at its end. */
function movedBy(weights: readonly number[], { mean, sd }: (typeof PACES)[number]): number[] {
  const spread = (sd / STEP) ** 2;
  const [up, down] = [(spread + mean / STEP) / 2, Math.max(0, spread - mean / STEP) / 2];
  const most = weights.length - 1;
  const next: number[] = [];
  for (let place = 0; place <= most; place += 1) {
    const [here, below, above] = [weights[place] ?? 0, weights[place - 1] ?? 0, weights[place + 1] ?? 0];
    const stays = 1 - (place < most ? up : 0) - (place > 0 ? down : 0);
    next.push(stays * here + up * below + down * above);
  }
  return next;
}

/** A normal step of a standard deviation of `day` levels; what would leave the grid stays at its end. */
function spreadBy(weights: readonly number[], day: number): readonly number[] {
  const reach = Math.ceil((3 * day) / STEP);
  const kernel = normalised(
    Array.from({ length: 2 * reach + 1 }, (_, at) => Math.exp(-0.5 * (((at - reach) * STEP) / day) ** 2)),
  );
  const most = weights.length - 1;
  const next = weights.map(() => 0);
  for (let place = 0; place <= most; place += 1) {
    for (let at = 0; at < kernel.length; at += 1) {
      const to = Math.min(most, Math.max(0, place + at - reach));
      next[to] = (next[to] ?? 0) + (kernel[at] ?? 0) * (weights[place] ?? 0);
    }
  }
  return next;
}

/** Probability that the next attempt at a level passes, with its 80% interval, "four in five". */
export type SuccessRate = {
  readonly rate: Probability;
  readonly lower: Probability;
  readonly upper: Probability;
  /** Attempts that it rests on, those at other levels too. */
  readonly n: number;
};

export function successAt(belief: SuccessBelief, level: number): SuccessRate {
  const spread = new Float64Array(BINS);
  let rate = 0;
  eachShare(belief, level, (share, weight) => {
    rate += share * weight;
    const bin = Math.min(BINS - 1, Math.floor(share * BINS));
    spread[bin] = (spread[bin] ?? 0) + weight;
  });
  return {
    rate: probability(rate),
    lower: probability(Math.min(rate, quantileOf(spread, 0.1))),
    upper: probability(Math.max(rate, quantileOf(spread, 0.9))),
    n: belief.n,
  };
}

/** Success this near to the target is as good as asked for. */
const NEAR = 0.1;

/**
 * How badly a level is expected to suit: the distance of its chance of a pass from the target, and a tenth more where that is over a tenth.
 * By the distance alone a level that is too easy would be kept too long, since success cannot exceed the target by much.
 */
export function misfitAt(belief: SuccessBelief, level: number): number {
  let misfit = 0;
  eachShare(belief, level, (share, weight) => {
    const distance = Math.abs(share - belief.options.target);
    misfit += weight * (distance + (distance > NEAR ? NEAR : 0));
  });
  return misfit;
}

/** Rows of one width share their chances, so their weights are added up first. */
function eachShare(
  { options, weights }: SuccessBelief,
  level: number,
  take: (share: number, weight: number) => void,
): void {
  for (const [width, shares] of passShares(options, level).entries()) {
    const rows = weights.filter((_, row) => ROWS[row]?.width === width);
    for (let place = 0; place < shares.length; place += 1) {
      let weight = 0;
      for (const row of rows) weight += row[place] ?? 0;
      take(shares[place] ?? 0, weight);
    }
  }
}

/** Chances of a pass are told apart to half a per cent. */
const BINS = 200;

function quantileOf(spread: Float64Array, share: number): number {
  let sum = 0;
  for (const [bin, weight] of spread.entries()) {
    if (weight > 0 && sum + weight >= share) return (bin + (share - sum) / weight) / BINS;
    sum += weight;
  }
  return 1;
}

function normalised(weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((total, one) => total + one, 0);
  return weights.map((one) => one / sum);
}
