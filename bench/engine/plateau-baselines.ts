/** Plainer ways to call a plateau or an improvement, looked at after every attempt as ours is. */
import { studentQuantile } from '../../src/engine/distributions/student.ts';
import { STRETCH } from './plateau-series.ts';

export type Call = 'improving' | 'plateau' | 'neither';
/** Of the attempts so far, after each of them. */
export type PlateauMethod = (values: readonly number[], smallest: number) => readonly Call[];

const FEWEST = 8;
const FEWEST_FOR_PLATEAU = 25;
const QUANTILES = new Map<number, number>();

function quantile975(freedom: number): number {
  const known = QUANTILES.get(freedom) ?? studentQuantile(0.975, freedom);
  QUANTILES.set(freedom, known);
  return known;
}

/**
 * The slope of least squares over the latest attempts with its textbook interval of 95%: improving where it lies above 0, a plateau
 * where what a stretch would bring lies below what matters.
 */
export const slopeTest =
  (latest: number): PlateauMethod =>
  (values, smallest) =>
    values.map((_, place) => {
      const seen = values.slice(Math.max(0, place + 1 - latest), place + 1);
      const n = seen.length;
      if (n < FEWEST) return 'neither';
      const [middle, mean] = [(n - 1) / 2, seen.reduce((sum, z) => sum + z, 0) / n];
      let [product, total] = [0, 0];
      for (const [at, z] of seen.entries()) {
        product += (at - middle) * (z - mean);
        total += (z - mean) ** 2;
      }
      const spread = (n * (n * n - 1)) / 12;
      const slope = product / spread;
      const error = Math.sqrt(Math.max(0, total - slope * product) / (n - 2) / spread);
      const reach = quantile975(n - 2) * error;
      if (slope - reach > 0) return 'improving';
      return n >= FEWEST_FOR_PLATEAU && STRETCH * (slope + reach) < smallest ? 'plateau' : 'neither';
    });

const WITHOUT_BEST = 20;
const MEDIAN_OF = 5;

/** "No best in the last 20": of running medians of five, none of the last 20 is above all before them. */
export const noBest: PlateauMethod = (values) => {
  let [best, since] = [Number.NEGATIVE_INFINITY, 0];
  return values.map((_, place) => {
    if (place + 1 < MEDIAN_OF) return 'neither';
    const sorted = values.slice(place + 1 - MEDIAN_OF, place + 1).sort((a, b) => a - b);
    const median = sorted[(MEDIAN_OF - 1) / 2] ?? 0;
    since = median > best ? 0 : since + 1;
    best = Math.max(best, median);
    if (since >= WITHOUT_BEST) return 'plateau';
    return since === 0 && place + 1 > FEWEST_FOR_PLATEAU ? 'improving' : 'neither';
  });
};
