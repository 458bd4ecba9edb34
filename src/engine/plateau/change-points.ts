/** A lasting shift in what attempts bring against their forecasts. */
export type ChangePoint = {
  /** At which attempt it was seen, from 1. */
  readonly seenAt: number;
  /** With which attempt it most likely began, from 1. */
  readonly beganAt: number;
  readonly direction: 'better' | 'worse';
  /** Mean of the standardised residuals since it began, brought in to three either way: its size in predictive standard deviations. */
  readonly shift: number;
  /** How many attempts that mean is of. */
  readonly n: number;
};

export type ChangePoints =
  | { readonly kind: 'too-few-attempts'; readonly have: number; readonly need: number }
  | { readonly kind: 'change-points'; readonly n: number; readonly found: readonly ChangePoint[] };

/** Where nothing changes, so many attempts pass between false alarms on average, at least. */
export const MEAN_RUN_ATTEMPTS = 500;
const FEWEST = 8;
/** Shifts that are looked for, in predictive standard deviations. */
const SHIFTS = [0.5, 1, 1.5] as const;
/** One slip must not pass for a shift. */
const FARTHEST = 3;
/** Likeness of neighbouring residuals, from those before: so many that are not alike are taken for seen. */
const HELD_TOWARDS_NONE = 20;
const MOST_LIKENESS = 0.6;
/** A beginning is looked for so many attempts back. */
const LONGEST_LOOK_BACK = 400;

/**
 * Shiryaev and Roberts' procedure as an e-detector (Shin, Ramdas & Rinaldo 2023, from memory), on the residuals u of one-step
 * forecasts, each divided by its predictive standard deviation, positive where an attempt was better than forecast. For either
 * direction s and each shift d
 *
 *     R_n = (1 + R_(n-1)) exp( d s u_n - d^2/2 ),
 *
 * averaged over the shifts. Where the residuals have no mean left and are no wider than a standard normal, the sum of both
 * directions less 2 n is a supermartingale at 0, so that it takes at least A/2 attempts on average to come to A: A is twice `meanRunAttempts`.
 * Forecasts that leave some likeness r between neighbours have their residuals made smaller, by sqrt((1 - r)/(1 + r)), which
 * gives sums the variance that they would have without it; that part is checked by simulation only.
 */
export function findChangePoints(
  residuals: readonly number[],
  meanRunAttempts: number = MEAN_RUN_ATTEMPTS,
): ChangePoints {
  const n = residuals.length;
  if (n < FEWEST) return { kind: 'too-few-attempts', have: n, need: FEWEST };
  const held = residuals.map((residual) => {
    return Number.isFinite(residual) ? Math.min(FARTHEST, Math.max(-FARTHEST, residual)) : 0;
  });
  const found: ChangePoint[] = [];
  let [up, down, from] = [startDetector(), startDetector(), 0];
  let [before, products, squares] = [0, 0, HELD_TOWARDS_NONE];
  for (const [place, residual] of held.entries()) {
    const likeness = Math.min(MOST_LIKENESS, Math.max(0, products / squares));
    const u = residual * Math.sqrt((1 - likeness) / (1 + likeness));
    products += before * residual;
    squares += residual * residual;
    before = residual;
    const [better, worse] = [fed(up, u), fed(down, -u)];
    if (better + worse < 2 * meanRunAttempts) continue;
    found.push(pointOf(held, from, place, better >= worse ? 1 : -1));
    [up, down, from] = [startDetector(), startDetector(), place + 1];
  }
  return { kind: 'change-points', n, found };
}

type Detector = number[];

const startDetector = (): Detector => SHIFTS.map(() => 0);

function fed(detector: Detector, u: number): number {
  let sum = 0;
  for (const [place, shift] of SHIFTS.entries()) {
    const next = (1 + (detector[place] ?? 0)) * Math.exp(shift * u - (shift * shift) / 2);
    detector[place] = next;
    sum += next;
  }
  return sum / SHIFTS.length;
}

/** The beginning under which the residuals since are likeliest: the largest sum^2 / number of the right sign. */
function pointOf(held: readonly number[], from: number, seen: number, sign: 1 | -1): ChangePoint {
  let [sum, most, beganAt, shift] = [0, -1, seen, 0];
  for (let place = seen; place >= Math.max(from, seen - LONGEST_LOOK_BACK); place -= 1) {
    sum += sign * (held[place] ?? 0);
    const count = seen - place + 1;
    if (sum <= 0 || sum * sum <= most * count) continue;
    [most, beganAt, shift] = [(sum * sum) / count, place, (sign * sum) / count];
  }
  const direction = sign === 1 ? 'better' : 'worse';
  return { seenAt: seen + 1, beganAt: beganAt + 1, direction, shift, n: seen - beganAt + 1 };
}
