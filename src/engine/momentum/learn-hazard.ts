import { choleskyFactor, choleskySolve } from '../linear/cholesky.ts';
import { designRow, type HazardModel, type HazardRow, logistic, type TooFewRows } from './hazard-model.ts';

export type HazardOptions = {
  readonly names: readonly string[];
  /** Weight of the squared coefficients, of features in spreads; the intercept is free. */
  readonly penalty?: number;
};

const PENALTY = 1;
/** Rows for each coefficient: with fewer, odds come out too sure (Peduzzi et al. 1996, from memory). */
const ROWS_PER_COEFFICIENT = 10;
const MOST_STEPS = 50;
const CLOSE = 1e-9;

/**
 * Penalised logistic regression: the coefficients that make
 *
 *     sum over rows of [ s log p + (1 - s) log(1 - p) ] - penalty/2 |beta|^2,      logit p = alpha + beta . x
 *
 * largest, s whether the person stopped, by Newton's method, halving a step that leads down. Discrete-time hazard: Cox 1972,
 * section 6; Singer & Willett 1993 (both from memory).
 */
export function learnHazard(rows: readonly HazardRow[], options: HazardOptions): HazardModel | TooFewRows {
  const { names } = options;
  const need = ROWS_PER_COEFFICIENT * (names.length + 1);
  const scaling = scalingOf(rows, names.length);
  if (rows.length < need) return { kind: 'too-few-rows', have: rows.length, need };
  const design = rows.map(({ features }) => designRow(scaling, features));
  const problem = {
    design,
    stopped: rows.map(({ stopped }) => (stopped ? 1 : 0)),
    penalty: options.penalty ?? PENALTY,
  };
  const { beta, factor } = fitted(problem, names.length + 1);
  const people = gathered(rows, design, beta);
  return {
    kind: 'hazard-model',
    names,
    ...scaling,
    coefficients: [...beta],
    covariance: sandwich(factor, people, names.length + 1),
    persons: people.size,
    rows: rows.length,
    frailtyVariance: frailtyVarianceOf(people),
  };
}

function scalingOf(rows: readonly HazardRow[], count: number): Pick<HazardModel, 'centres' | 'spreads'> {
  const centres: number[] = [];
  const spreads: number[] = [];
  for (let place = 0; place < count; place += 1) {
    let [sum, squares, n] = [0, 0, 0];
    for (const { features } of rows) {
      const value = features[place] ?? Number.NaN;
      if (!Number.isFinite(value)) continue;
      n += 1;
      const away = value - sum;
      sum += away / n;
      squares += away * (value - sum);
    }
    centres.push(sum);
    const spread = n > 1 ? Math.sqrt(squares / (n - 1)) : 0;
    spreads.push(spread > 0 ? spread : 1);
  }
  return { centres, spreads };
}

type Problem = {
  readonly design: readonly Float64Array[];
  readonly stopped: readonly number[];
  readonly penalty: number;
};

function fitted(
  problem: Problem,
  size: number,
): { readonly beta: Float64Array; readonly factor: Float64Array } {
  let beta = new Float64Array(size);
  let { worth, slope, information } = worthAt(problem, beta);
  let factor = heldFactor(information, size);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const direction = choleskySolve(factor, size, slope);
    let share = 1;
    let next = worthAt(problem, moved(beta, direction, share));
    while (next.worth < worth && share > CLOSE) {
      share /= 2;
      next = worthAt(problem, moved(beta, direction, share));
    }
    if (next.worth < worth) break;
    const gained = next.worth - worth;
    beta = moved(beta, direction, share);
    ({ worth, slope, information } = next);
    factor = heldFactor(information, size);
    if (gained < CLOSE) break;
  }
  return { beta, factor };
}

const LEAST_RIDGE = 1e-12;
const MOST_RIDGES = 40;

/** Columns that stand for the same, with no penalty, leave no factor: then as little is added as gives one. */
function heldFactor(information: Float64Array, size: number): Float64Array {
  let ridge = 0;
  for (let attempt = 0; attempt < MOST_RIDGES; attempt += 1) {
    const held = Float64Array.from(information, (value, at) =>
      at % (size + 1) === 0 ? value + ridge : value,
    );
    const factor = choleskyFactor(held, size);
    if (factor !== null) return factor;
    ridge = ridge === 0 ? LEAST_RIDGE : 10 * ridge;
  }
  return Float64Array.from(information, (_, at) => (at % (size + 1) === 0 ? 1 : 0));
}

function inverseOf(factor: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  for (let column = 0; column < size; column += 1) {
    const unit = Float64Array.from({ length: size }, (_, place) => (place === column ? 1 : 0));
    inverse.set(choleskySolve(factor, size, unit), column * size);
  }
  return inverse;
}

function moved(from: Float64Array, direction: Float64Array, share: number): Float64Array<ArrayBuffer> {
  return Float64Array.from(from, (value, place) => value + share * (direction[place] ?? 0));
}

type Worth = { readonly worth: number; readonly slope: Float64Array; readonly information: Float64Array };

/** The penalised log likelihood, its slope, and minus its curvature. */
function worthAt({ design, stopped, penalty }: Problem, beta: Float64Array): Worth {
  const size = beta.length;
  const slope = new Float64Array(size);
  const information = new Float64Array(size * size);
  let worth = 0;
  for (const [at, row] of design.entries()) {
    const p = logistic(dot(row, beta));
    const s = stopped[at] ?? 0;
    worth += Math.log(s === 1 ? p : 1 - p);
    for (let a = 0; a < size; a += 1) {
      const x = row[a] ?? 0;
      slope[a] = (slope[a] ?? 0) + (s - p) * x;
      const weighed = p * (1 - p) * x;
      for (let b = 0; b <= a; b += 1) {
        information[a * size + b] = (information[a * size + b] ?? 0) + weighed * (row[b] ?? 0);
      }
    }
  }
  for (let a = 0; a < size; a += 1) {
    // The intercept is held by a trace of the penalty, so that rows of one outcome alone have a finite answer.
    const held = a === 0 ? INTERCEPT_PENALTY : penalty;
    const value = beta[a] ?? 0;
    worth -= (held * value * value) / 2;
    slope[a] = (slope[a] ?? 0) - held * value;
    information[a * size + a] = (information[a * size + a] ?? 0) + held;
  }
  return { worth, slope, information };
}

const INTERCEPT_PENALTY = 1e-3;

export function dot(a: Float64Array, b: ArrayLike<number>): number {
  let sum = 0;
  for (let place = 0; place < a.length; place += 1) sum += (a[place] ?? 0) * (b[place] ?? 0);
  return sum;
}

/** What one person's rows add: the slope of the likelihood, observed minus expected, and its variance. */
type OnePerson = { readonly slope: Float64Array; more: number; variance: number };

function gathered(
  rows: readonly HazardRow[],
  design: readonly Float64Array[],
  beta: Float64Array,
): ReadonlyMap<string, OnePerson> {
  const people = new Map<string, OnePerson>();
  for (const [at, row] of design.entries()) {
    const { person = '', stopped = false } = rows[at] ?? {};
    const one = people.get(person) ?? { slope: new Float64Array(beta.length), more: 0, variance: 0 };
    const p = logistic(dot(row, beta));
    const away = (stopped ? 1 : 0) - p;
    for (let a = 0; a < row.length; a += 1) one.slope[a] = (one.slope[a] ?? 0) + away * (row[a] ?? 0);
    one.more += away;
    one.variance += p * (1 - p);
    people.set(person, one);
  }
  return people;
}

/** Huber and White's sandwich with persons as clusters, the person and not the row being the unit. */
function sandwich(
  factor: Float64Array,
  people: ReadonlyMap<string, OnePerson>,
  size: number,
): readonly number[] {
  const bread = inverseOf(factor, size);
  const covariance = new Float64Array(size * size);
  for (const { slope } of people.values()) {
    const sliced = new Float64Array(size);
    for (let a = 0; a < size; a += 1) sliced[a] = dot(slope, bread.subarray(a * size, (a + 1) * size));
    for (let a = 0; a < size; a += 1) {
      for (let b = 0; b < size; b += 1) {
        covariance[a * size + b] = (covariance[a * size + b] ?? 0) + (sliced[a] ?? 0) * (sliced[b] ?? 0);
      }
    }
  }
  // Few persons understate it; the model's own is the least.
  return Array.from(covariance, (value, at) => {
    const isDiagonal = at % (size + 1) === 0;
    return isDiagonal ? Math.max(value, bread[at] ?? 0) : value;
  });
}

/**
 * By moments: the squared sum of what a person did beyond expectation is V + V^2 tau^2 on average, V the sum of p (1 - p) and
 * tau^2 the variance of the person's own log odds. Where stopping ends the series, each person stops once and tau^2 comes out
 * as 0: then nothing can be told of it.
 */
function frailtyVarianceOf(people: ReadonlyMap<string, OnePerson>): number {
  let [beyond, weight] = [0, 0];
  for (const { more, variance } of people.values()) {
    beyond += more * more - variance;
    weight += variance * variance;
  }
  return weight > 0 ? Math.min(MOST_FRAILTY, Math.max(0, beyond / weight)) : 0;
}

const MOST_FRAILTY = 4;
