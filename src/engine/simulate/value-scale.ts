import { BOUNDS, type MeasureKind } from '../measure/measure.ts';
import type { RangeName } from './learner-parameters.ts';
import type { ScaleName, SimulatedMeasure } from './simulated-practice.ts';

/**
 * Between abilities, in which more is better, and values of one measure. What is best within a range has for its ability minus
 * the logarithm of the distance to the middle of the range, in units of the scale: practice halves distances.
 */
export type ValueScale = {
  readonly name: ScaleName;
  readonly ranges: RangeName;
  /** The ability at which the target is just reached. */
  readonly reference: number;
  /**
   * The value of an ability, not rounded. Positive `noise` makes it better; within a range it is in distances, and more
   * than one leads out on the other side. `side`: on which side of a range this learner errs.
   */
  readonly valueOf: (ability: number, noise: number, side: 1 | -1) => number;
  /** The possible value next to this one. */
  readonly recorded: (value: number) => number;
};

/** Where no target tells, in the unit of each kind; a duration is half of an attempt's. */
const USUAL: Readonly<Record<Exclude<MeasureKind, 'duration'>, number>> = {
  count: 20,
  rate: 40,
  score: 50,
  proportion: 0.7,
  rating: 7,
  pass: 0.8,
};

/** A range of a single value is still hit from some way off. */
const NARROWEST_HALF: Readonly<Record<ScaleName, number>> = {
  log: 0.05,
  logit: 0.2,
  rating: 0.5,
  linear: 0.05,
};
/** Shares of nothing and of all lie infinitely far out on the logit scale. */
const OUTERMOST_SHARE = 0.02;
/** A count of nothing has no logarithm: half of one is what rounds to it. */
const SMALLEST_COUNT = 0.5;
/** Decimals that survive the arithmetic of steps; enough for any step of ours. */
const STEP_DECIMALS = 6;

type Axis = {
  readonly name: ScaleName;
  readonly to: (value: number) => number;
  readonly from: (place: number) => number;
};

export function valueScale(measure: SimulatedMeasure, attemptMinutes: number): ValueScale {
  const usual = measure.kind === 'duration' ? attemptMinutes * 30 : USUAL[measure.kind];
  const axis = axisOf(measure, usual);
  const recorded = recorder(measure, usual);
  const { low, high } = measure.target;
  if (measure.direction === 'within' && measure.kind !== 'pass') {
    const [from, to] = [axis.to(low ?? usual), axis.to(high ?? usual)];
    const middle = (from + to) / 2;
    const half = Math.max(NARROWEST_HALF[axis.name], Math.abs(to - from) / 2);
    return {
      name: axis.name,
      ranges: 'distance',
      reference: -Math.log(half),
      // The spread shrinks with the distance: who comes nearer to the middle also comes back to it more evenly.
      valueOf: (ability, noise, side) => axis.from(middle + Math.exp(-ability) * side * (1 - noise)),
      recorded,
    };
  }
  const sign = measure.direction === 'down' ? -1 : 1;
  // A pass is reached or not; its target says nothing about how often.
  const target = measure.kind === 'pass' ? null : measure.direction === 'down' ? high : low;
  return {
    name: axis.name,
    ranges: axis.name,
    reference: sign * axis.to(target ?? (sign < 0 && measure.kind === 'pass' ? 1 - usual : usual)),
    valueOf: (ability, noise) => axis.from(sign * (ability + noise)),
    recorded,
  };
}

function axisOf(measure: SimulatedMeasure, usual: number): Axis {
  switch (measure.kind) {
    case 'count':
      return measure.most === undefined ? logAxis(SMALLEST_COUNT) : shareAxis(measure.most);
    case 'duration':
    case 'rate':
      return logAxis(stepOf(measure, usual));
    case 'score':
      return measure.most === undefined ? scoreAxis(measure, usual) : shareAxis(measure.most);
    case 'proportion':
    case 'pass':
      return shareAxis(1);
    case 'rating':
      return { name: 'rating', to: (value) => value, from: (place) => place };
    default:
      return measure.kind satisfies never;
  }
}

const logAxis = (smallest: number): Axis => ({
  name: 'log',
  to: (value) => Math.log(Math.max(smallest, value)),
  from: (place) => Math.exp(place),
});

function shareAxis(most: number): Axis {
  const outermost = most === 1 ? OUTERMOST_SHARE : Math.min(0.25, SMALLEST_COUNT / most);
  return {
    name: 'logit',
    to: (value) => {
      const share = Math.min(1 - outermost, Math.max(outermost, value / most));
      return Math.log(share / (1 - share));
    },
    from: (place) => most / (1 + Math.exp(-place)),
  };
}

/** A score that is aimed above zero grows by shares of itself; another may cross zero, and cannot. */
function scoreAxis(measure: SimulatedMeasure, usual: number): Axis {
  const ends = [measure.target.low, measure.target.high].filter((end) => end !== null);
  if (ends.every((end) => end > 0)) return logAxis(stepOf(measure, usual));
  const size = scoreSize(measure, usual);
  return { name: 'linear', to: (value) => value / size, from: (place) => place * size };
}

/** How large the scores of this measure are, give or take. */
function scoreSize({ target }: SimulatedMeasure, usual: number): number {
  if (target.low === null && target.high === null) return usual;
  const size = Math.max(Math.abs(target.low ?? 0), Math.abs(target.high ?? 0));
  return size === 0 ? 1 : size;
}

/** As people write it down: whole counts, tenths of a second, whole per cents, three figures of a score. */
function stepOf(measure: SimulatedMeasure, usual: number): number {
  const { kind, step } = measure;
  if (step !== undefined && step > 0 && kind !== 'pass' && (kind !== 'count' || Number.isInteger(step)))
    return step;
  switch (kind) {
    case 'count':
    case 'rating':
    case 'pass':
      return 1;
    case 'duration':
    case 'rate':
      return 0.1;
    case 'proportion':
      return 0.01;
    case 'score':
      return 10 ** Math.max(2 - STEP_DECIMALS, Math.floor(Math.log10(scoreSize(measure, usual))) - 2);
    default:
      return kind satisfies never;
  }
}

function recorder(measure: SimulatedMeasure, usual: number): (value: number) => number {
  const step = stepOf(measure, usual);
  const { min, max } = BOUNDS[measure.kind];
  const highest = Math.min(max, measure.most ?? max);
  const lowest = measure.most === undefined ? min : Math.max(min, 0);
  return (value) => {
    const held = Math.min(highest, Math.max(lowest, value));
    const stepped = Number((Math.round(held / step) * step).toFixed(STEP_DECIMALS));
    // Rounding may lead out again where an end is no multiple of the step.
    return Math.min(highest, Math.max(lowest, stepped));
  };
}
