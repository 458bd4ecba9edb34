import { measureScale, scaleName } from '../curve/measure-scale.ts';
import { addAttempt, findingsOf, startTrial, type Trial, type Verdict } from '../trial/trial.ts';
import { differences, type ExperimentTerms } from './terms.ts';

/** One unit of an experiment that has a result: an attempt, or all attempts of a session. */
export type DrawnUnit = {
  /** Its place among all draws, from 0. */
  readonly place: number;
  readonly level: string;
  /** Of its own level, when it was drawn. */
  readonly probability: number;
  /** Scored, in order, in the measure's unit; one for an attempt. None: the unit tells nothing. */
  readonly values: readonly number[];
};

/** One level against the first, in the measure's unit at the reference, positive where it is better. Null: no bound yet. */
export type LevelFinding = {
  readonly level: string;
  readonly against: string;
  /** Units of either level. */
  readonly n: number;
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly verdict: Verdict;
};

/** The findings as they stood after `n` units. */
export type Look = { readonly n: number; readonly findings: readonly LevelFinding[] };

export type LevelTotal = {
  readonly level: string;
  /** Units with a result. */
  readonly n: number;
  /** Of their values, in the measure's unit; null where there are none. */
  readonly mean: number | null;
};

export type ExperimentResult = {
  /** Units with a result. */
  readonly n: number;
  readonly levels: readonly LevelTotal[];
  readonly findings: readonly LevelFinding[];
  /** Thinned evenly, the last one whole; oldest first. */
  readonly looks: readonly Look[];
  /** Of every level against the first on the working scale with a standard error, as drawing that learns wants it. */
  readonly standings: readonly { readonly estimate: number; readonly standardError: number }[];
};

const ALPHA = 0.05;
/** An interval at 1 - alpha that holds at every look reaches about so many standard errors. */
const REACH = 3;
/** Of a level of which nothing is known yet, on the working scale. */
const UNKNOWN = 1;

/**
 * What the units say so far: valid however often it is asked, since it is read from a confidence sequence (docs/science/trial.md).
 * The level is the one that was drawn, whether or not it could be kept to: to leave out what could not be done, or to count it
 * where it ended up, would compare other takes than those the lot compared. `mostLooks`: how many looks to keep.
 */
export function experimentResult(
  terms: ExperimentTerms,
  units: readonly DrawnUnit[],
  mostLooks = 0,
): ExperimentResult {
  const { design, measure } = terms;
  const { toUnit, toScale } = differences(terms);
  const trial = startTrial({
    kind: measure.kind,
    better: measure.direction === 'within' ? rangeOf(terms) : measure.direction,
    levels: design.levels,
    smallest: toScale(terms.smallest),
    alpha: ALPHA,
  });
  const told = units
    .filter(({ probability, values }) => isLot(probability) && weighed(terms, values).length > 0)
    .toSorted((a, b) => a.place - b.place);
  const every = mostLooks === 0 ? 0 : Math.max(1, Math.ceil(told.length / mostLooks));
  const looks: Look[] = [];
  let findings = inUnits(trial, toUnit);
  for (const [at, { level, probability, values }] of told.entries()) {
    addAttempt(trial, { value: together(terms, values), level, probability });
    // The fineness of an interval depends on when it was looked at: after every unit, so that the same units always tell the same.
    findings = inUnits(trial, toUnit);
    if (every > 0 && (told.length - 1 - at) % every === 0) looks.push({ n: at + 1, findings });
  }
  return {
    n: told.length,
    levels: design.levels.map((level) => totalOf(terms, level, told)),
    findings,
    looks,
    standings: standingsOf(trial),
  };
}

/** What was certain, or impossible, was not drawn. */
const isLot = (probability: number) => probability > 0 && probability < 1;

function rangeOf({ measure: { target } }: ExperimentTerms): { low: number; high: number } {
  return {
    low: target.low ?? Number.NEGATIVE_INFINITY,
    high: target.high ?? Number.POSITIVE_INFINITY,
  };
}

/** What is left of a session once its first takes, in which the level before may linger, are left out. */
function weighed({ design }: ExperimentTerms, values: readonly number[]): readonly number[] {
  return design.unit === 'session' ? values.slice(design.washout) : values;
}

/** One value for a session: the mean on the working scale, where the effect is a shift, told in the measure's unit. */
function together({ design, measure }: ExperimentTerms, values: readonly number[]): number {
  const own = design.unit === 'session' ? values.slice(design.washout) : values;
  const [only] = own;
  if (own.length === 1 && only !== undefined) return only;
  if (measure.direction === 'within') return meanOf(own);
  const scale = measureScale(measure.kind, measure.direction, scaleName(measure.kind, []));
  return scale.fromLine(meanOf(own.map(scale.toLine)));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function inUnits(trial: Trial, toUnit: (shift: number) => number): readonly LevelFinding[] {
  const orNull = (shift: number | null) => (shift === null ? null : toUnit(shift));
  return findingsOf(trial).map(({ level, against, n, estimate, lower, upper, verdict }) => ({
    level,
    against,
    n,
    estimate: orNull(estimate),
    lower: orNull(lower),
    upper: orNull(upper),
    verdict,
  }));
}

function totalOf(terms: ExperimentTerms, level: string, units: readonly DrawnUnit[]): LevelTotal {
  const values = units.filter((unit) => unit.level === level).map((unit) => together(terms, unit.values));
  return { level, n: values.length, mean: values.length === 0 ? null : meanOf(values) };
}

function standingsOf(trial: Trial): ExperimentResult['standings'] {
  const others = findingsOf(trial).map(({ estimate, lower, upper }) => ({
    estimate: estimate ?? 0,
    standardError: lower === null || upper === null ? UNKNOWN : (upper - lower) / (2 * REACH),
  }));
  return [{ estimate: 0, standardError: 0 }, ...others];
}
