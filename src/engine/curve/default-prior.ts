import type { PriorTable } from './prior.ts';

/**
 * Where nothing is known of others: how far off the models' forecasts were, as a share of what they
 * themselves expect, over simulated learners of nine families (power law, exponential, leaps, none,
 * worsening, long gaps, alike successive attempts, slips; bench/engine/simulated-families.ts), of other seeds
 * than are judged there; rounded.
 */
export const DEFAULT_TABLE: PriorTable = {
  ns: [5, 10, 20, 40, 100, 400],
  hs: [1, 5.5, 25.5, 95.5],
  // biome-ignore format: a row for each of `ns`, three levels for each of `hs`
  spreads: [
    1, 1, 1, 0.93, 0.88, 0.9, 0.9, 0.88, 1.02, 0.97, 0.95, 1.25,
    0.9, 0.9, 0.93, 0.7, 0.76, 0.82, 0.72, 0.83, 1.05, 0.78, 0.9, 1.3,
    0.93, 0.97, 0.97, 0.72, 0.77, 0.95, 0.7, 0.8, 1.12, 0.71, 0.85, 1.3,
    0.93, 0.96, 0.95, 0.7, 0.74, 0.86, 0.64, 0.72, 0.98, 0.66, 0.78, 1.15,
    0.95, 0.95, 0.95, 0.7, 0.76, 0.92, 0.6, 0.63, 0.87, 0.58, 0.68, 0.93,
    0.97, 0.97, 0.98, 0.74, 0.78, 0.92, 0.58, 0.63, 0.85, 0.52, 0.62, 0.85,
  ],
  corrections: [],
  corrects: false,
  level: { median: 0, sd: 1 },
};
