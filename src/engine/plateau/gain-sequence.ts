import { type LongRunNoise, longRunNoise } from './long-run-variance.ts';
import { lineOver, type SlopeSums } from './slope-sums.ts';

/** Attempts from one start on, looked at after each of them. Changed by `gainOver` alone. */
export type GainSequence = {
  /** The window begins after so many attempts. */
  readonly after: number;
  /** Its share of the error over all starts and looks. */
  readonly alpha: number;
  noise: LongRunNoise;
  /** At how many attempts of the window the noise was estimated. */
  estimatedAt: number;
};

/** Gain over a stretch of attempts, on the line, with a confidence sequence. */
export type Gain = { readonly gain: number; readonly lower: number; readonly upper: number };

/** Between looks at which the noise is estimated anew the window grows by a twentieth. */
const GROWTH = 1.05;
/** Slopes that are looked for, in units of the one that matters; each takes a third of the error. */
const LOOKED_FOR = [1, 4, 16] as const;

/** Fewest attempts in a window that anything is said of. */
export const FEWEST_IN_WINDOW = 8;

/**
 * Where sigma^2 is the long-run variance, S the sum of squared distances of places from their middle, v = sigma^2 / S the variance of the
 * least-squares slope b, a Bayes factor with b - beta ~ N(0, v) against N(0, v + tau^2), the level integrated out, is a
 * martingale in the attempts, so that by Ville's inequality at every look at once, with probability 1 - alpha,
 *
 *     |b - beta| <= sqrt( v (1 + v/tau^2) c ),    c = 2 ln( sqrt(1 + tau^2/v) / alpha )
 *
 * and for estimated sigma, c becomes d (e^(c/(d+1)) - 1), as the likelihood of Student's t has it (d degrees of freedom).
 * The mixture is Robbins 1970, Annals of Mathematical Statistics 41 (from memory). Where the curve bends, beta is a weighted
 * mean of the steps in the window with positive weights: of a curve that only flattens it is at least the present step.
 */
export function gainOver(
  sequence: GainSequence,
  sums: SlopeSums,
  until: number,
  { stretch, smallest }: { readonly stretch: number; readonly smallest: number },
  sessionEnds: readonly number[],
): Gain {
  const { after } = sequence;
  const m = until - after;
  const line = lineOver(sums, after, until);
  if (m >= GROWTH * sequence.estimatedAt) {
    sequence.noise = longRunNoise(sums, line, { after, until }, sessionEnds);
    sequence.estimatedAt = m;
  }
  const { variance, freedom } = sequence.noise;
  const v = variance / line.spread;
  const halves = LOOKED_FOR.map((times) => {
    const tau2 = ((times * smallest) / stretch) ** 2;
    if (v <= 0) return 0;
    const c = 2 * Math.log((Math.sqrt(1 + tau2 / v) * LOOKED_FOR.length) / sequence.alpha);
    const widened = freedom * (Math.exp(Math.min(500, c / (freedom + 1))) - 1);
    return Math.sqrt(v * (1 + v / tau2) * widened);
  });
  const half = stretch * Math.min(...halves);
  const gain = stretch * line.slope;
  return { gain, lower: gain - half, upper: gain + half };
}
