/** Running sums over attempts, so that a line can be fitted to any stretch of them in constant time. */
export type SlopeSums = {
  /** Sum of the first i values, and of place times value, at i; places count from 1. */
  readonly values: number[];
  readonly placed: number[];
  /** Values are counted from the first, which keeps the sums small. */
  origin: number | null;
};

export function startSums(): SlopeSums {
  return { values: [0], placed: [0], origin: null };
}

export function addValue(sums: SlopeSums, z: number): void {
  sums.origin ??= z;
  const n = sums.values.length;
  sums.values.push((sums.values[n - 1] ?? 0) + z - sums.origin);
  sums.placed.push((sums.placed[n - 1] ?? 0) + n * (z - sums.origin));
}

/** Least squares over the attempts `after` + 1 to `until`: z = level + slope (place - middle). */
export type Line = {
  readonly slope: number;
  readonly level: number;
  readonly middle: number;
  /** Sum of squared distances of places from their middle: the slope's variance is noise variance over it. */
  readonly spread: number;
};

export function lineOver(sums: SlopeSums, after: number, until: number): Line {
  const m = until - after;
  const middle = (after + until + 1) / 2;
  const total = sumOf(sums.values, after, until);
  const spread = (m * (m * m - 1)) / 12;
  const slope = spread > 0 ? (sumOf(sums.placed, after, until) - middle * total) / spread : 0;
  return { slope, level: total / m, middle, spread };
}

function sumOf(sums: readonly number[], after: number, until: number): number {
  return (sums[until] ?? 0) - (sums[after] ?? 0);
}

/** Sum of what the line leaves of the attempts `after` + 1 to `until`. */
export function leftOver(sums: SlopeSums, line: Line, after: number, until: number): number {
  const m = until - after;
  const places = m * ((after + until + 1) / 2 - line.middle);
  return sumOf(sums.values, after, until) - m * line.level - line.slope * places;
}
