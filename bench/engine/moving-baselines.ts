/** Forecasts that follow the level: of the mean of attempts n+a to n+b on the line, from the first n. */
import { meanOf } from './paired-bootstrap.ts';

/** `seen`: the attempts so far, at least five; the window `from` to `to` counts from the next attempt, 1. */
export type SeriesMethod = (seen: readonly number[], from: number, to: number) => number;

const EWMA_RATE = 0.1;

export const lastTenMedian: SeriesMethod = (seen) => {
  const sorted = seen.slice(-10).sort((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(half)] ?? 0) + (sorted[Math.ceil(half)] ?? 0)) / 2;
};

export const last25Mean: SeriesMethod = (seen) => meanOf(seen.slice(-25));

/** Exponentially weighted mean, `rate` the weight of the latest, from the first attempt on. */
export function ewmaLevel(seen: readonly number[], rate: number): number {
  let level = seen[0] ?? 0;
  for (const z of seen) level += rate * (z - level);
  return level;
}

export const ewma: SeriesMethod = (seen) => ewmaLevel(seen, EWMA_RATE);

/** The start of every smoothing: the mean of the first five. */
function startOf(seen: readonly number[]): number {
  return meanOf(seen.slice(0, 5));
}

const RATES = [0.01, 0.03, 0.06, 0.1, 0.15, 0.2, 0.3, 0.45, 0.6, 0.8];

/** Simple exponential smoothing, the rate by least squares of one-step errors over a grid. */
function smoothed(seen: readonly number[]): { readonly level: number; readonly rate: number } {
  let best = { level: seen[0] ?? 0, rate: 0.1, loss: Number.POSITIVE_INFINITY };
  for (const rate of RATES) {
    let [level, loss] = [startOf(seen), 0];
    for (const z of seen) {
      const error = z - level;
      loss += error * error;
      level += rate * error;
    }
    if (loss < best.loss) best = { level, rate, loss };
  }
  return best;
}

export const simpleSmoothing: SeriesMethod = (seen) => smoothed(seen).level;

const DAMPED = [0.03, 0.1, 0.2, 0.4].flatMap((rate) =>
  [0.01, 0.05, 0.2].flatMap((trendRate) => [0.85, 0.95, 0.98].map((kept) => ({ rate, trendRate, kept }))),
);

/** Exponential smoothing with a damped trend, the three constants by least squares over a grid. */
export const dampedTrend: SeriesMethod = (seen, from, to) => {
  let best = { forecast: seen.at(-1) ?? 0, loss: Number.POSITIVE_INFINITY };
  for (const { rate, trendRate, kept } of DAMPED) {
    let [level, trend, loss] = [startOf(seen), 0, 0];
    for (const z of seen) {
      const expected = level + kept * trend;
      const error = z - expected;
      loss += error * error;
      level = expected + rate * error;
      trend = kept * trend + rate * trendRate * error;
    }
    if (loss >= best.loss) continue;
    let sum = 0;
    for (let ahead = from; ahead <= to; ahead += 1)
      sum += level + (trend * kept * (1 - kept ** ahead)) / (1 - kept);
    best = { forecast: sum / (to - from + 1), loss };
  }
  return best.forecast;
};

function slopeOf(seen: readonly number[]): number {
  const count = seen.length;
  const middle = (count - 1) / 2;
  let sum = 0;
  for (const [place, z] of seen.entries()) sum += (place - middle) * z;
  return count < 3 ? 0 : sum / ((count * (count * count - 1)) / 12);
}

/** Theta method of Assimakopoulos & Nikolopoulos: smoothing with half of the straight line's slope. */
export const theta: SeriesMethod = (seen, from, to) => {
  const { level, rate } = smoothed(seen);
  const ahead = (from + to) / 2 - 1 + (1 - (1 - rate) ** seen.length) / rate;
  return level + 0.5 * slopeOf(seen) * ahead;
};
