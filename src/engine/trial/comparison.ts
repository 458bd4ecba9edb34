import {
  type AmongMore,
  type Betting,
  type Evidence,
  logEvidence,
  startEvidence,
  type Weighed,
} from './evidence.ts';
import { type Forecaster, forecastParts, learn, startForecaster } from './forecast-parts.ts';

/** Effect of one level against another, positive where it is better, on the working scale. Null: not bounded yet. */
export type Effect = {
  /** Attempts of the two levels. */
  readonly n: number;
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
};

export type ComparisonOptions = {
  /** All comparisons of a trial share its error. */
  readonly alpha: number;
  readonly betting: Betting;
  /** Taken for the scatter until the attempts show their own; null: nothing is usual. */
  readonly usualSd: number | null;
  /** No shift can be larger; null: no bound is known, and the first shifts reach as far as the scatter suggests. */
  readonly largestShift: number | null;
};

/** Two levels held against each other, attempt by attempt. Changed by `addTo` alone. */
export type Comparison = {
  readonly options: ComparisonOptions;
  readonly forecaster: Forecaster;
  readonly weighed: Weighed[];
  scatter: { sum: number; weight: number };
  /** Mean of the scored differences, held towards 0 while there are few: it only makes the forecast better. */
  rough: { sum: number; n: number };
  evidence: Evidence | null;
};

/** Shifts held against the attempts at once. */
const SHIFTS = 121;
/** The first shifts reach so many standard deviations of an attempt to either side. */
const REACH = 8;
/** Fewer residuals say nothing of the scatter. */
const FEWEST_RESIDUALS = 4;
/** An interval of fewer steps is drawn anew with finer ones. */
const COARSEST = 16;
/** Around the interval, as a share of it, finer shifts are kept. */
const MARGIN = 1;
/** Mean absolute deviation of a normal to its standard deviation. */
const TO_SD = Math.sqrt(Math.PI / 2);
const SCATTER_MEMORY = 0.98;
/** A slip adds to the scatter as so many standard deviations would. */
const SLIP = 3;
const HELD_BACK = 30;

export function startComparison(options: ComparisonOptions): Comparison {
  return {
    options,
    forecaster: startForecaster(),
    weighed: [],
    scatter: { sum: 0, weight: 0 },
    rough: { sum: 0, n: 0 },
    evidence: null,
  };
}

export type Drawn = Pick<Weighed, 'value' | 'level' | 'probability'> & { readonly among?: AmongMore | null };

/** `value` on the working scale; `probability` above 0 and below 1. */
export function addTo(comparison: Comparison, { value, level, probability, among = null }: Drawn): void {
  const { forecaster, weighed, rough } = comparison;
  const shift = rough.sum / (rough.n + HELD_BACK);
  const sd = sdOf(comparison);
  const isFirst = weighed.length === 0;
  const { value: forecast, share } = isFirst ? { value: 0, share: 0 } : forecastParts(forecaster);
  // Before anything was seen there is no forecast, and nothing to bet on.
  const next: Weighed = { value, level, probability, among, forecast, share, sd: isFirst ? 0 : sd };
  weighed.push(next);
  if (!isFirst) {
    const miss = value - shift * level - (forecast - shift * share);
    remember(comparison, Math.abs(miss), sd);
    const held = sd > 0 ? Math.max(-SLIP * sd, Math.min(SLIP * sd, value - forecast)) : 0;
    rough.sum += (held * (level - probability)) / (probability * (1 - probability));
    rough.n += 1;
  }
  learn(forecaster, value, level, shift, sd);
  if (comparison.evidence === null) begin(comparison);
  else comparison.options.betting.weigh(comparison.evidence, next);
}

function remember({ scatter }: Comparison, miss: number, sd: number): void {
  scatter.sum = SCATTER_MEMORY * scatter.sum + (sd > 0 ? Math.min(miss, SLIP * sd) : miss);
  scatter.weight = SCATTER_MEMORY * scatter.weight + 1;
}

/** What is usual counts as so many residuals. */
const USUAL_RESIDUALS = 3;

function sdOf({ scatter, options: { usualSd } }: Comparison): number {
  if (usualSd !== null) {
    const usual = (USUAL_RESIDUALS * usualSd) / TO_SD;
    return (TO_SD * (scatter.sum + usual)) / (scatter.weight + USUAL_RESIDUALS);
  }
  return scatter.weight < FEWEST_RESIDUALS * SCATTER_MEMORY ** FEWEST_RESIDUALS
    ? 0
    : (TO_SD * scatter.sum) / scatter.weight;
}

function begin(comparison: Comparison): void {
  const sd = sdOf(comparison);
  if (sd <= 0 || comparison.weighed.length <= FEWEST_RESIDUALS) return;
  const reach = comparison.options.largestShift ?? REACH * sd;
  drawAnew(comparison, -reach, reach);
}

function drawAnew(comparison: Comparison, from: number, to: number): void {
  const { betting } = comparison.options;
  const evidence = startEvidence(from, to, SHIFTS, betting.ways);
  for (const one of comparison.weighed) betting.weigh(evidence, one);
  comparison.evidence = evidence;
}

/**
 * Confidence sequence: the shifts that the attempts do not speak against. It holds the true shift at every look at once
 * with probability 1 - alpha.
 */
export function effectOf(comparison: Comparison): Effect {
  const n = comparison.weighed.length;
  const { evidence } = comparison;
  if (evidence === null) return { n, estimate: null, lower: null, upper: null };
  const { least, lower, upper } = standing(evidence, comparison.options.alpha);
  const step = (evidence.shifts[1] ?? 0) - (evidence.shifts[0] ?? 0);
  if (lower !== null && upper !== null && upper - lower < COARSEST * step && n > COARSEST) {
    const margin = Math.max(MARGIN * (upper - lower), step);
    drawAnew(comparison, lower - margin, upper + margin);
    const finer = standing(comparison.evidence ?? evidence, comparison.options.alpha);
    return { n, estimate: finer.least, lower: finer.lower ?? lower, upper: finer.upper ?? upper };
  }
  return { n, estimate: least, lower, upper };
}

type Standing = { readonly least: number; readonly lower: number | null; readonly upper: number | null };

/** Where the evidence is least, and where it first exceeds 1/alpha on either side; null where it does not. */
function standing(evidence: Evidence, alpha: number): Standing {
  const { shifts } = evidence;
  const logs = Float64Array.from(shifts, (_, row) => logEvidence(evidence, row));
  let best = 0;
  for (let row = 1; row < logs.length; row += 1)
    if ((logs[row] as number) < (logs[best] as number)) best = row;
  const bound = -Math.log(alpha);
  const side = (direction: 1 | -1): number | null => {
    for (let row = direction === 1 ? logs.length - 1 : 0; row !== best; row -= direction) {
      if ((logs[row] as number) > bound) continue;
      const outer = row + direction;
      if (logs[outer] === undefined) return null;
      const [inside, outside] = [logs[row] as number, logs[outer] as number];
      const part = (bound - inside) / (outside - inside);
      return (shifts[row] as number) + part * ((shifts[outer] as number) - (shifts[row] as number));
    }
    return shifts[Math.max(0, Math.min(shifts.length - 1, best + direction))] as number;
  };
  return { least: parabola(shifts, logs, best), lower: side(-1), upper: side(1) };
}

/** The least point of the parabola through the least point and its neighbours. */
function parabola(shifts: Float64Array, logs: Float64Array, best: number): number {
  const [left, here, right] = [logs[best - 1], logs[best], logs[best + 1]];
  const at = shifts[best] as number;
  if (left === undefined || right === undefined || here === undefined) return at;
  const bend = left - 2 * here + right;
  return bend <= 0 ? at : at + ((left - right) / (2 * bend)) * ((shifts[best + 1] as number) - at);
}
