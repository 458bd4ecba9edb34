export type Held = { readonly successes: number; readonly n: number };

/** Points of the normal distribution by level; these are the levels in use. */
const POINTS: Readonly<Record<number, number>> = { 0.8: 1.281_552, 0.95: 1.959_964 };

/** Interval of one share: Wilson 1927, Journal of the American Statistical Association 22. */
function wilson({ successes, n }: Held, point: number): { readonly low: number; readonly high: number } {
  const share = successes / n;
  const middle = share + point ** 2 / (2 * n);
  const reach = point * Math.sqrt((share * (1 - share)) / n + point ** 2 / (4 * n ** 2));
  const whole = 1 + point ** 2 / n;
  return { low: Math.max(0, (middle - reach) / whole), high: Math.min(1, (middle + reach) / whole) };
}

/**
 * Interval of `one` less `other`, n at least 1 in each: method 10 of Newcombe 1998, "Interval estimation for the difference
 * between independent proportions", Statistics in Medicine 17. Unlike the usual one it has a width where all or none held.
 */
export function shareDifference(
  one: Held,
  other: Held,
  level: 0.8 | 0.95,
): { readonly lower: number; readonly upper: number } {
  const point = POINTS[level] ?? 0;
  const [share, otherShare] = [one.successes / one.n, other.successes / other.n];
  const [own, others] = [wilson(one, point), wilson(other, point)];
  const difference = share - otherShare;
  return {
    lower: Math.max(-1, difference - Math.hypot(share - own.low, others.high - otherShare)),
    upper: Math.min(1, difference + Math.hypot(own.high - share, otherShare - others.low)),
  };
}
