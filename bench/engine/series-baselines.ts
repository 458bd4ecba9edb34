/** Every baseline for one learner's series, by the name that tables print. Small versions of our own; ARIMA is not among them. */
import {
  dampedTrend,
  ewma,
  last25Mean,
  lastTenMedian,
  type SeriesMethod,
  simpleSmoothing,
  theta,
} from './moving-baselines.ts';

type Line = { readonly level: number; readonly slope: number };

/** Weighted least squares of z on x; no slope where all x are alike. */
function weightedLine(xs: readonly number[], zs: readonly number[], weights: readonly number[]): Line {
  let [w, x, z, xx, xz] = [0, 0, 0, 0, 0];
  for (const [place, weight] of weights.entries()) {
    const [px, pz] = [xs[place] ?? 0, zs[place] ?? 0];
    w += weight;
    x += weight * px;
    z += weight * pz;
    xx += weight * px * px;
    xz += weight * px * pz;
  }
  const spread = w * xx - x * x;
  const slope = spread > 1e-12 ? (w * xz - x * z) / spread : 0;
  return { level: (z - slope * x) / w, slope };
}

function meanAhead({ level, slope }: Line, from: number, to: number, x: (ahead: number) => number): number {
  let sum = 0;
  for (let ahead = from; ahead <= to; ahead += 1) sum += level + slope * x(ahead);
  return sum / (to - from + 1);
}

/** A line on the logarithm of the attempt's number, by least squares. */
const powerLaw: SeriesMethod = (seen, from, to) => {
  const xs = seen.map((_, place) => Math.log(place + 1));
  const line = weightedLine(
    xs,
    seen,
    seen.map(() => 1),
  );
  return meanAhead(line, from, to, (ahead) => Math.log(seen.length + ahead));
};

const SPEEDS = [5, 10, 20, 40, 80, 160, 320, 640];
const ROUNDS = 4;
const NEAREST = 0.02;

/** Exponential with an asymptote, least absolute deviations by reweighting, its speed over a grid. */
const exponential: SeriesMethod = (seen, from, to) => {
  let best = { forecast: 0, loss: Number.POSITIVE_INFINITY };
  for (const attempts of SPEEDS) {
    const xs = seen.map((_, place) => Math.exp(-place / attempts));
    let weights = seen.map(() => 1);
    let line: Line = { level: 0, slope: 0 };
    let loss = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      line = weightedLine(xs, seen, weights);
      const errors = seen.map((z, place) => Math.abs(z - line.level - line.slope * (xs[place] ?? 0)));
      loss = errors.reduce((sum, error) => sum + error, 0);
      weights = errors.map((error) => 1 / Math.max(error, NEAREST));
    }
    if (loss >= best.loss) continue;
    const x = (ahead: number) => Math.exp(-(seen.length + ahead - 1) / attempts);
    best = { forecast: meanAhead(line, from, to, x), loss };
  }
  return best.forecast;
};

const meanOfMethods =
  (...methods: readonly SeriesMethod[]): SeriesMethod =>
  (seen, from, to) =>
    methods.reduce((sum, method) => sum + method(seen, from, to), 0) / methods.length;

export const SERIES_BASELINES: Readonly<Record<string, SeriesMethod>> = {
  'last-10 median': lastTenMedian,
  'last-25 mean': last25Mean,
  'EWMA 0.1': ewma,
  'power law': powerLaw,
  'exponential and asymptote (robust)': exponential,
  'half EWMA, half power law': meanOfMethods(ewma, powerLaw),
  'simple smoothing': simpleSmoothing,
  'damped trend': dampedTrend,
  theta,
  'mean of the last three': meanOfMethods(simpleSmoothing, dampedTrend, theta),
};
