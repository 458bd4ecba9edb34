import { choleskyFactor, choleskySolve, inverseDiagonal, logDeterminant } from '../linear/cholesky.ts';
import type { Meeting, Meetings } from './comparison.ts';

/** Abilities in logits about their mean, in the order of the items, at one spread of the prior. */
export type BradleyTerryFit = {
  readonly abilities: Float64Array;
  /** Cholesky's factor of the negative second derivatives at the abilities. */
  readonly factor: Float64Array;
  /** The standard deviation of the prior, in logits. */
  readonly spread: number;
  /** Logarithm of the posterior density of the spread, up to a constant. */
  readonly logPosterior: number;
};

/** Spreads that are looked at, in logits: below the first every piece is alike, beyond the last all is certain. */
const SPREADS = { from: 0.05, to: 12 } as const;
/** The likeliest spread before anything was judged: the better of two pieces then wins five times in six. */
const USUAL_SPREAD = 2;
const NEWTON_STEPS = 100;
/** Newton's steps double the figures: after one that is as small as this nothing is left to move. */
const CLOSE = 1e-5;
const LEAST_SCALE = 1e-10;
const GOLDEN = (Math.sqrt(5) - 1) / 2;
const SEARCH_STEPS = 14;

/**
 * Bradley & Terry 1952, Biometrika 39, with abilities drawn from a normal distribution whose spread the comparisons tell:
 *
 *     P(i beats j) = 1 / (1 + e^-(a_i - a_j))        a_i ~ N(0, s²)        s ~ Rayleigh(2)
 *
 * s is where its posterior density is largest (Laplace's approximation over the abilities), the abilities where theirs is
 * largest given s, and standard errors come from the curvature there. The prior of s is zero at zero, so that few
 * comparisons never make all pieces alike (Chung et al. 2013, Psychometrika 78), and proper, so that a piece which won every
 * time has a finite ability. docs/science/judging.md.
 */
export function fitBradleyTerry(meetings: Meetings): BradleyTerryFit {
  return mostLikelySpread((logSpread, start) => fitAt(meetings, Math.exp(logSpread), start));
}

type FitAt = (logSpread: number, start?: Float64Array) => BradleyTerryFit;

/** Golden section over the logarithm of the spread. */
function mostLikelySpread(fitOf: FitAt): BradleyTerryFit {
  let [low, high] = [Math.log(SPREADS.from), Math.log(SPREADS.to)];
  let [left, right] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
  let [atLeft, atRight] = [fitOf(left), fitOf(right)];
  for (let step = 0; step < SEARCH_STEPS; step += 1) {
    if (atLeft.logPosterior > atRight.logPosterior) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - GOLDEN * (high - low);
      atLeft = fitOf(left, atRight.abilities);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + GOLDEN * (high - low);
      atRight = fitOf(right, atLeft.abilities);
    }
  }
  return atLeft.logPosterior > atRight.logPosterior ? atLeft : atRight;
}

const SPREAD_HALVINGS = 8;

/** The fits at the two spreads where the log posterior lies `drop` below that of `best`, or at the last ones looked at. */
export function fitsAtDrop(
  meetings: Meetings,
  best: BradleyTerryFit,
  drop: number,
): readonly BradleyTerryFit[] {
  return [SPREADS.from, SPREADS.to].map((end) => {
    let [inside, outside] = [Math.log(best.spread), Math.log(end)];
    let fit = fitAt(meetings, end, best.abilities);
    if (fit.logPosterior >= best.logPosterior - drop) return fit;
    for (let step = 0; step < SPREAD_HALVINGS; step += 1) {
      const middle = (inside + outside) / 2;
      fit = fitAt(meetings, Math.exp(middle), best.abilities);
      if (fit.logPosterior >= best.logPosterior - drop) inside = middle;
      else outside = middle;
    }
    return fit;
  });
}

function fitAt({ items, met }: Meetings, spread: number, start?: Float64Array): BradleyTerryFit {
  const size = items.length;
  const precision = 1 / spread ** 2;
  let abilities = start === undefined ? new Float64Array(size) : start.slice();
  let logDensity = logDensityOf(met, abilities, precision);
  let factor = curvatureFactor(met, abilities, precision);
  for (let step = 0; step < NEWTON_STEPS; step += 1) {
    const move = choleskySolve(factor, size, gradientOf(met, abilities, precision));
    // The density has one peak; halving the step keeps Newton's method from leaping over it.
    let next = abilities;
    for (let scale = 1; scale > LEAST_SCALE; scale /= 2) {
      const tried = abilities.map((ability, place) => ability + scale * (move[place] ?? 0));
      const density = logDensityOf(met, tried, precision);
      if (density < logDensity) continue;
      [next, logDensity] = [tried, density];
      break;
    }
    const moved = next.reduce(
      (most, value, place) => Math.max(most, Math.abs(value - (abilities[place] ?? 0))),
      0,
    );
    abilities = next;
    factor = curvatureFactor(met, abilities, precision);
    if (moved < CLOSE) break;
  }
  const logShape = logDeterminant(factor, size) / 2 + size * Math.log(spread);
  return { abilities, factor, spread, logPosterior: logDensity - logShape + logPriorOf(spread) };
}

/** Of each ability as counted from the mean of all, which no comparison speaks of and whose variance is taken away. */
export function standardErrorsOf({ factor, abilities, spread }: BradleyTerryFit): Float64Array {
  const size = abilities.length;
  return inverseDiagonal(factor, size).map((variance) =>
    Math.sqrt(Math.max(0, variance - spread ** 2 / size)),
  );
}

function logPriorOf(spread: number): number {
  return Math.log(spread) - spread ** 2 / (2 * USUAL_SPREAD ** 2);
}

/** ln(1 / (1 + e^-x)) without overflow. */
function logShare(x: number): number {
  return x > 0 ? -Math.log1p(Math.exp(-x)) : x - Math.log1p(Math.exp(x));
}

export function winProbability(ability: number, other: number): number {
  return Math.exp(logShare(ability - other));
}

function logDensityOf(met: readonly Meeting[], abilities: Float64Array, precision: number): number {
  let sum = 0;
  for (const ability of abilities) sum -= (precision * ability ** 2) / 2;
  for (const { first, second, n, wins } of met) {
    const lead = (abilities[first] ?? 0) - (abilities[second] ?? 0);
    sum += wins * logShare(lead) + (n - wins) * logShare(-lead);
  }
  return sum;
}

function gradientOf(met: readonly Meeting[], abilities: Float64Array, precision: number): Float64Array {
  const gradient = abilities.map((ability) => -precision * ability);
  for (const { first, second, n, wins } of met) {
    const surprise = wins - n * winProbability(abilities[first] ?? 0, abilities[second] ?? 0);
    gradient[first] = (gradient[first] ?? 0) + surprise;
    gradient[second] = (gradient[second] ?? 0) - surprise;
  }
  return gradient;
}

/** Factor of the negative second derivatives; the prior makes them positive definite, whoever met whom. */
function curvatureFactor(met: readonly Meeting[], abilities: Float64Array, precision: number): Float64Array {
  const size = abilities.length;
  const matrix = new Float64Array(size * size);
  const add = (row: number, column: number, value: number) => {
    matrix[row * size + column] = (matrix[row * size + column] ?? 0) + value;
  };
  for (let place = 0; place < size; place += 1) add(place, place, precision);
  for (const { first, second, n } of met) {
    const chance = winProbability(abilities[first] ?? 0, abilities[second] ?? 0);
    const weight = n * chance * (1 - chance);
    add(first, first, weight);
    add(second, second, weight);
    // `second` came later, so this is the lower half.
    add(second, first, -weight);
  }
  return choleskyFactor(matrix, size) ?? matrix;
}
