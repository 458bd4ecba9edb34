import { type Probability, probability } from '../units.ts';
import { designRow, type HazardModel, logistic } from './hazard-model.ts';
import { dot } from './learn-hazard.ts';

/** Earlier expected sessions of the same person, and whether they were missed: what frailty is told by. */
export type OwnPast = { readonly features: readonly number[]; readonly stopped: boolean };

export type StoppingHazard = {
  /** That no session comes where one is expected. */
  readonly probability: Probability;
  /** At 80%, of the coefficients and of the person's own log odds. */
  readonly lower: Probability;
  readonly upper: Probability;
  /** Persons and expected sessions that the model was learnt from. */
  readonly persons: number;
  readonly rows: number;
  /** Of this person, so many expected sessions were used. */
  readonly own: number;
};

/** Two-sided quantile of the standard normal for 80%. */
const Z80 = 1.2815515655446004;
const MOST_STEPS = 30;

/**
 * logit p = alpha + beta . x + u, u ~ N(0, tau^2) the person's own, at the mode that the person's past leaves, with the curvature
 * there as its precision (Laplace). The interval is on the log odds, from the variance of the coefficients plus that of u.
 */
export function stoppingHazard(
  model: HazardModel,
  features: readonly number[],
  past: readonly OwnPast[] = [],
): StoppingHazard {
  const row = designRow(model, features);
  const size = row.length;
  const own = ownLogOdds(model, past);
  const logOdds = dot(row, model.coefficients) + own.mode;
  let variance = own.variance;
  for (let a = 0; a < size; a += 1) {
    for (let b = 0; b < size; b += 1) {
      variance += (row[a] ?? 0) * (row[b] ?? 0) * (model.covariance[a * size + b] ?? 0);
    }
  }
  const reach = Z80 * Math.sqrt(Math.max(0, variance));
  return {
    probability: probability(logistic(logOdds)),
    lower: probability(logistic(logOdds - reach)),
    upper: probability(logistic(logOdds + reach)),
    persons: model.persons,
    rows: model.rows,
    own: past.length,
  };
}

function ownLogOdds(
  model: HazardModel,
  past: readonly OwnPast[],
): { readonly mode: number; readonly variance: number } {
  const { frailtyVariance } = model;
  if (frailtyVariance <= 0) return { mode: 0, variance: 0 };
  const offsets = past.map(({ features }) => dot(designRow(model, features), model.coefficients));
  let [mode, precision] = [0, 1 / frailtyVariance];
  for (let step = 0; step < MOST_STEPS; step += 1) {
    let slope = -mode / frailtyVariance;
    precision = 1 / frailtyVariance;
    for (const [at, offset] of offsets.entries()) {
      const p = logistic(offset + mode);
      slope += (past[at]?.stopped === true ? 1 : 0) - p;
      precision += p * (1 - p);
    }
    const move = Math.min(1, Math.max(-1, slope / precision));
    mode += move;
    if (Math.abs(move) < 1e-9) break;
  }
  return { mode, variance: 1 / precision };
}
