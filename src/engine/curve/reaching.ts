import { type Probability, probability } from '../units.ts';
import { courseWidth, trust } from './calibration.ts';
import { FEWEST_ALONE, type TooFewAttempts, tableOf } from './curve.ts';
import type { CurveState, Started } from './curve-state.ts';
import type { FilterBank } from './filter-bank.ts';
import {
  COURSES,
  type Course,
  MODELS,
  type Model,
  meanProgress,
  progress,
  SCATTERS,
} from './learning-models.ts';
import { meanShift } from './mean-shift.ts';
import { correctionOf, type PriorTable } from './prior.ts';
import { type Draws, drawsFor, evenPair, PAIRS } from './reaching-draws.ts';

/** So many attempts in a row whose mean reaches the target count as having reached it. */
export const REACHING_ATTEMPTS = 25;

/** Attempts are drawn in blocks of five: the mean of 25 hardly changes within one. */
const BLOCK = 5;
const BLOCKS_NEEDED = REACHING_ATTEMPTS / BLOCK;
const PATHS = 2 * PAIRS;
const MOST_WITHIN = 2000;

/**
 * The probability that the mean of some 25 attempts in a row among the next `within` (25 to 2,000) is at
 * least as good as `target`, in the measure's unit. Paths are drawn from the models' posterior, with its
 * uncertainty stretched as the learner's own past forecasts ask for; a mean of values on a curved scale is
 * met through its second-order term.
 */
export function probabilityOfReaching(
  state: CurveState,
  target: number,
  within: number,
): Probability | TooFewAttempts {
  const { started, options, n } = state;
  if (started === null)
    return { kind: 'too-few-attempts', have: n, need: options.prior === undefined ? FEWEST_ALONE : 1 };
  const blocks = Math.floor(Math.min(within, MOST_WITHIN) / BLOCK);
  if (blocks < BLOCKS_NEEDED) return probability(0);
  const table = tableOf(options);
  const threshold = started.scale.toLine(target) - meanShift(started, started.scale.toLine(target));
  const ahead = new Float64Array(blocks);
  const quest: Quest = {
    threshold,
    drift: corrections(started, table, blocks),
    stretch: courseWidth(started.calibration, table, n, (blocks * BLOCK) / 2),
    blocks,
    draws: drawsFor(blocks),
    ahead,
  };
  let reached = 0;
  let course: Course | null = null;
  for (let path = 0; path < PATHS; path += 1) {
    const model = modelAt(started.bank, (path + 0.5) / PATHS);
    // Models come course by course, and so do paths.
    if (modelOf(model).course !== course) {
      course = modelOf(model).course;
      progressInto(ahead, course, started.bank.n);
    }
    if (reaches(started.bank, model, quest, path)) reached += 1;
  }
  // Never certain: as if one more path had gone either way.
  return probability((reached + 0.5) / (PATHS + 1));
}

type Quest = {
  readonly threshold: number;
  /** By block: what others' curves add. */
  readonly drift: Float64Array;
  readonly stretch: number;
  readonly blocks: number;
  readonly draws: Draws;
  /** By block: how much further along the course of the path's model is than now. */
  readonly ahead: Float64Array;
};

const LATEST = new Float64Array(BLOCKS_NEEDED);

function progressInto(ahead: Float64Array, course: Course, n: number): void {
  const now = progress(course, n);
  for (let block = 0; block < ahead.length; block += 1) {
    const from = n + block * BLOCK + 1;
    ahead[block] = meanProgress(course, from, from + BLOCK - 1) - now;
  }
}

function reaches(bank: FilterBank, model: number, quest: Quest, path: number): boolean {
  const { wander, likeness } = modelOf(model).scatter;
  const { threshold, drift, blocks, draws, ahead, stretch } = quest;
  const [pair, side] = [path >> 1, path % 2 === 0 ? 1 : -1];
  const noiseSd = Math.sqrt((bank.squares[model] ?? 0) / bank.freedom);
  const [levelError, gainError] = posteriorErrors(bank, model, pair);
  const level = (bank.level[model] ?? 0) + side * noiseSd * stretch * levelError;
  const gain = (bank.gain[model] ?? 0) + side * noiseSd * stretch * gainError;
  // Means of alike attempts: the process's variance over so many, with unit innovations 1/(1 - φ)² a long block's share.
  const blockSd = (side * noiseSd) / ((1 - likeness) * Math.sqrt(BLOCK));
  const wanderSd = side * noiseSd * Math.sqrt(wander * BLOCK) * stretch;
  const needed = threshold * BLOCKS_NEEDED;
  let wandered = 0;
  let sum = 0;
  for (let block = 0; block < blocks; block += 1) {
    const at = 2 * (block * PAIRS + pair);
    wandered += wanderSd * (draws[at] ?? 0);
    const chance = wandered + blockSd * (draws[at + 1] ?? 0);
    const mean = level + gain * (ahead[block] ?? 0) + (drift[block] ?? 0) + chance;
    const slot = block % BLOCKS_NEEDED;
    sum += mean - (block < BLOCKS_NEEDED ? 0 : (LATEST[slot] ?? 0));
    LATEST[slot] = mean;
    if (block >= BLOCKS_NEEDED - 1 && sum >= needed) return true;
  }
  return false;
}

/**
 * Errors of level and gain, in standard deviations of the noise, by the Cholesky factor of the filter's
 * covariance.
 */
function posteriorErrors(bank: FilterBank, model: number, pair: number): readonly [number, number] {
  const [u, v] = evenPair(pair);
  const levelSd = Math.sqrt(Math.max(0, bank.levelVar[model] ?? 0));
  if (levelSd === 0) return [0, Math.sqrt(Math.max(0, bank.gainVar[model] ?? 0)) * v];
  const slope = (bank.crossVar[model] ?? 0) / levelSd;
  const rest = Math.max(0, (bank.gainVar[model] ?? 0) - slope * slope);
  return [levelSd * u, slope * u + Math.sqrt(rest) * v];
}

function modelOf(model: number): Model {
  const found = MODELS[model];
  // modelAt gives places in the list only.
  if (found === undefined) throw new RangeError(`no model ${model}`);
  return found;
}

function modelAt(bank: FilterBank, share: number): number {
  let sum = 0;
  for (let j = 0; j < bank.weight.length; j += 1) {
    sum += bank.weight[j] ?? 0;
    if (share < sum) return j;
  }
  return bank.weight.length - 1;
}

function corrections({ bank, held, calibration }: Started, table: PriorTable, blocks: number): Float64Array {
  const drift = new Float64Array(blocks);
  if (!table.corrects) return drift;
  const { level, along } = believed(bank);
  for (let block = 0; block < blocks; block += 1) {
    const middle = block * BLOCK + (BLOCK + 1) / 2;
    let forecast = level;
    for (const [place, course] of COURSES.entries()) {
      forecast += (along[place] ?? 0) * (progress(course, bank.n + middle) - progress(course, bank.n));
    }
    drift[block] = correctionOf(table, held, bank.n, middle, forecast) * trust(calibration, middle);
  }
  return drift;
}

/** Over all models: the level, and the gain along each course. */
function believed({ weight, level, gain }: FilterBank) {
  const along = new Float64Array(COURSES.length);
  let mean = 0;
  for (const [j, w] of weight.entries()) {
    const course = Math.floor(j / SCATTERS.length);
    mean += w * (level[j] ?? 0);
    along[course] = (along[course] ?? 0) + w * (gain[j] ?? 0);
  }
  return { level: mean, along };
}
