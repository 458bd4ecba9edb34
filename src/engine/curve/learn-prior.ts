import { begin, take } from './curve.ts';
import type { CurveAttempt, CurveOptions } from './curve-state.ts';
import { DEFAULT_TABLE } from './default-prior.ts';
import { LEVELS, studentWidth } from './interval-levels.ts';
import { MODEL_COUNT, MODEL_WEIGHTS } from './learning-models.ts';
import { measureScale, type ScaleName, scaleName } from './measure-scale.ts';
import {
  CORRECTION_TERMS,
  correctionTerms,
  type Prior,
  type PriorTable,
  SPREAD_TERMS,
  spreadOf,
} from './prior.ts';
import { robustRegression } from './robust-regression.ts';
import { type WindowMoments, windowMoments } from './window-moments.ts';

const NS = [1, 2, 3, 4, 5, 6, 8, 11, 16, 23, 32, 45, 64, 90, 128, 181, 256, 362, 512];
/** Nothing is learnt of what comes after more attempts than that. */
const LAST = 512;
const HS = [1, 2, 3, 4, 5, 6, 8, 10, 16, 25, 40, 64, 100];
/** What is learnt to forecast is the mean of up to ten attempts about there, where learners come that far. */
const BLOCK = { before: 4, after: 5 } as const;
const LONG_ATTEMPTS = 30;
/**
 * Spreads are drawn towards the default ones as if so many learners had shown those; below a third nobody is
 * believed.
 */
const SPREAD_LEARNERS = 30;
const LEAST_SPREAD = 0.3;
/** A cell of fewer learners says nothing of its own. */
const FEWEST_LEARNERS = 20;
const MOST_LEARNERS_A_CELL = 6000;
/** Corrections are held back as if so many learners had shown none. */
const RIDGE_LEARNERS = 3;
/** So much of a model's weight stays as it was without others. */
const KEPT_WEIGHT = 0.2;
/** So many learners are enough to say which models fit. */
const MOST_WEIGHED = 500;

export type PriorOptions = Pick<CurveOptions, 'kind' | 'better'>;

/**
 * What one cell gathers: the terms of a correction, the models' error and what they expected of its variance,
 * a row for each learner.
 */
type Cell = {
  readonly rows: number[];
  readonly errors: number[];
  readonly noises: number[];
  readonly courses: number[];
  freedom: number;
};

/**
 * Learns what curves of a skill have in common, from the attempts of learners (each in order): where people
 * begin, how much attempts scatter, which models fit, and by attempts seen and ahead what the models'
 * forecast is short of on the whole (stacking; Wolpert 1992, Neural Networks 5) and how far off it then is.
 * Null with fewer than 20 learners.
 */
export function learnPrior(
  series: readonly (readonly CurveAttempt[])[],
  options: PriorOptions,
): Prior | null {
  const learners = series.filter((attempts) => attempts.length > 0);
  if (learners.length < FEWEST_LEARNERS) return null;
  const name = commonScale(learners, options);
  const scale = measureScale(options.kind, options.better, name);
  const lines = learners.map((attempts) => attempts.map(({ value }) => scale.toLine(value)));
  const blank = beginnings(lines, name);
  const inBlocks = lines.filter((line) => line.length >= LONG_ATTEMPTS).length >= FEWEST_LEARNERS;
  const believing: Prior = { ...blank, weights: modelWeights(blank, options, learners) };
  const cells = new Map<number, Cell>();
  for (const [i, attempts] of learners.entries()) {
    gather(believing, options, attempts, lines[i] ?? [], cells, inBlocks);
  }
  return {
    ...believing,
    learners: learners.length,
    attempts: lines.reduce((sum, line) => sum + line.length, 0),
    table: tableFrom(cells, blank.level),
  };
}

/**
 * Mean posterior probability of each model over the learners, mixed with what is believed without them. Found
 * first, so that corrections and spreads are learnt from forecasts made as they will be made.
 */
function modelWeights(
  blank: Prior,
  options: PriorOptions,
  learners: readonly (readonly CurveAttempt[])[],
): readonly number[] {
  const told = learners.filter((attempts) => attempts.length > 1);
  const every = Math.max(1, Math.ceil(told.length / MOST_WEIGHED));
  const asked = told.filter((_, i) => i % every === 0);
  const sums = new Float64Array(MODEL_COUNT);
  for (const attempts of asked) {
    const started = begin({ ...options, prior: blank }, attempts.slice(0, 1));
    for (const attempt of attempts.slice(0, LAST)) take(started, blank.table, attempt);
    for (const [j, weight] of started.bank.weight.entries()) sums[j] = (sums[j] ?? 0) + weight;
  }
  if (asked.length === 0) return blank.weights;
  return blank.weights.map((before, j) =>
    rounded((1 - KEPT_WEIGHT) * ((sums[j] ?? 0) / asked.length) + KEPT_WEIGHT * before),
  );
}

/** Scores have a logarithm where all learners' are above zero. */
function commonScale(learners: readonly (readonly CurveAttempt[])[], { kind }: PriorOptions): ScaleName {
  if (kind !== 'score') return scaleName(kind, []);
  return learners.every((attempts) => attempts.every(({ value }) => value > 0)) ? 'log' : 'identity';
}

function beginnings(lines: readonly (readonly number[])[], scale: ScaleName): Prior {
  const firsts = ascending(lines.map((line) => line[0] ?? 0));
  const median = at(firsts, 0.5);
  const steps = lines
    .filter((line) => line.length > 1)
    .map((line) => {
      const differences = line.slice(1).map((z, i) => Math.abs(z - (line[i] ?? z)));
      return at(ascending(differences), 0.5);
    });
  // The median of |N(0, 2 s²)| is 0.954 s.
  const noiseSd = at(ascending(steps), 0.5) / 0.954 || 1e-3;
  const sd = Math.max((at(firsts, 0.84) - at(firsts, 0.16)) / 2, noiseSd);
  return {
    kind: 'prior',
    scale,
    learners: 0,
    attempts: 0,
    level: { median, sd },
    noiseSd,
    weights: MODEL_WEIGHTS,
    table: {
      ns: [1],
      hs: [1],
      corrections: new Array<number>(CORRECTION_TERMS).fill(0),
      spreads: [1, 1, 1],
      corrects: false,
      level: { median, sd },
    },
  };
}

const TERMS = new Float64Array(CORRECTION_TERMS);
const MOMENTS: WindowMoments = { mean: 0, noise: 0, course: 0 };

function gather(
  blank: Prior,
  options: PriorOptions,
  attempts: readonly CurveAttempt[],
  line: readonly number[],
  cells: Map<number, Cell>,
  inBlocks: boolean,
): void {
  const sums = prefixSums(line);
  const started = begin({ ...options, prior: blank }, attempts.slice(0, 1));
  let next = 0;
  for (const [i, attempt] of attempts.slice(0, LAST).entries()) {
    take(started, blank.table, attempt);
    const n = i + 1;
    if (n !== NS[next]) continue;
    const { bank, held } = started;
    for (const [column, h] of HS.entries()) {
      const [from, to] = inBlocks
        ? [h - Math.min(BLOCK.before, h - 1), h + Math.min(BLOCK.after, h - 1)]
        : [h, h];
      if (n + to > line.length) break;
      windowMoments(bank, { from, to }, MOMENTS);
      const actual = ((sums[n + to] ?? 0) - (sums[n + from - 1] ?? 0)) / (to - from + 1);
      const cell = cellAt(cells, next * HS.length + column);
      if (cell.errors.length >= MOST_LEARNERS_A_CELL) continue;
      correctionTerms(blank.level, held, MOMENTS.mean, TERMS, 0);
      cell.rows.push(...TERMS);
      cell.errors.push(actual - MOMENTS.mean);
      cell.noises.push(MOMENTS.noise);
      cell.courses.push(MOMENTS.course);
      cell.freedom = bank.freedom;
    }
    next += 1;
  }
}

function cellAt(cells: Map<number, Cell>, key: number): Cell {
  const known = cells.get(key);
  if (known !== undefined) return known;
  const cell: Cell = { rows: [], errors: [], noises: [], courses: [], freedom: 1 };
  cells.set(key, cell);
  return cell;
}

function tableFrom(cells: ReadonlyMap<number, Cell>, level: PriorTable['level']): PriorTable {
  const full = (key: number) => (cells.get(key)?.errors.length ?? 0) >= FEWEST_LEARNERS;
  const ns = NS.filter((_, row) => full(row * HS.length));
  const hs = HS.filter((_, column) => full(column));
  const corrections: number[] = [];
  const spreads: number[] = [];
  for (let row = 0; row < ns.length; row += 1) {
    let nearest: readonly number[] | null = null;
    for (let column = 0; column < hs.length; column += 1) {
      const cell = cells.get(row * HS.length + column);
      const fitted: Fitted | null =
        cell !== undefined && cell.errors.length >= FEWEST_LEARNERS
          ? fitCell(cell, nearest, ns[row] ?? 1, hs[column] ?? 1)
          : null;
      nearest ??= fitted?.spreads ?? null;
      // Far ahead of many attempts nobody may have come yet: what holds nearer, or earlier, stands in.
      const width = (hs.length * row + column - 1) * SPREAD_TERMS;
      corrections.push(...(fitted?.coefficients ?? corrections.slice(-CORRECTION_TERMS)));
      spreads.push(...(fitted?.spreads ?? spreads.slice(width, width + SPREAD_TERMS)));
    }
  }
  return {
    ns,
    hs,
    corrections: corrections.map(rounded),
    spreads: spreads.map(rounded),
    corrects: true,
    level,
  };
}

type Fitted = { readonly coefficients: readonly number[]; readonly spreads: readonly number[] };

/** `nearest`: the spreads one attempt ahead after as many; null for that cell itself. */
function fitCell(cell: Cell, nearest: readonly number[] | null, n: number, h: number): Fitted {
  const rows = Float64Array.from(cell.rows);
  const errors = Float64Array.from(cell.errors);
  const coefficients = robustRegression(rows, errors, CORRECTION_TERMS, RIDGE_LEARNERS * meanSquare(rows));
  const rest = cell.errors.map((error, i) => {
    let left = error;
    for (let j = 0; j < CORRECTION_TERMS; j += 1)
      left -= (rows[i * CORRECTION_TERMS + j] ?? 0) * (coefficients[j] ?? 0);
    return left;
  });
  const kept = errors.length / (errors.length + SPREAD_LEARNERS);
  const spreads = LEVELS.map((share, level) => {
    const shown = Math.max(LEAST_SPREAD, spreadFor(cell, rest, nearest?.[level] ?? null, level, share));
    return shown ** kept * spreadOf(DEFAULT_TABLE, n, h, level) ** (1 - kept);
  });
  return { coefficients: [...coefficients], spreads };
}

/** The factor with which intervals would have held the share of the learners that they claim to. */
function spreadFor(
  cell: Cell,
  rest: readonly number[],
  ofNoise: number | null,
  level: number,
  share: number,
): number {
  const width = studentWidth(level, cell.freedom);
  const needed = rest.map((error, i) => {
    const [noise, course] = [cell.noises[i] ?? 0, cell.courses[i] ?? 0];
    const variance = (error / width) ** 2;
    return ofNoise === null
      ? variance / (noise + course)
      : Math.max(0, (variance - ofNoise ** 2 * noise) / course);
  });
  return Math.sqrt(at(ascending(needed), share));
}

/** Of the terms but the first, which is 1 throughout. */
function meanSquare(rows: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < rows.length; i += 1) if (i % CORRECTION_TERMS !== 0) sum += (rows[i] ?? 0) ** 2;
  return sum / (rows.length * (1 - 1 / CORRECTION_TERMS));
}

function prefixSums(values: readonly number[]): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (const [i, value] of values.entries()) sums[i + 1] = (sums[i] ?? 0) + value;
  return sums;
}

function ascending(values: readonly number[]): readonly number[] {
  return [...values].sort((a, b) => a - b);
}

function at(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const low = sorted[Math.floor(position)] ?? 0;
  return low + ((sorted[Math.ceil(position)] ?? low) - low) * (position - Math.floor(position));
}

/** Five figures: a prior is to be read and kept, and no forecast needs more. */
function rounded(value: number): number {
  return Number(value.toPrecision(5));
}
