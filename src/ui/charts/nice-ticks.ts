const NICE = [1, 2, 2.5, 5, 10];
/** Seconds that people count in. */
const NICE_SECONDS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800];

/** Values closer together than this, for their size, are one value to any reader. */
const FLAT = 1e-6;

export type Ticks = {
  /** The whole axis: from the first tick to the last. */
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
};

type TickOptions = {
  /** How many steps to aim at. */
  readonly steps: number;
  /** Values are counted in ones: no tick between them. */
  readonly isWhole?: boolean;
  /** Values are seconds. */
  readonly isSeconds?: boolean;
};

/** Round ticks that enclose `min` and `max`. */
export function niceTicks(min: number, max: number, options: TickOptions): Ticks {
  const size = Math.max(Math.abs(min), Math.abs(max));
  const span = max - min > FLAT * Math.max(1, size) ? max - min : Math.max(1, size);
  const step = niceStep(span / options.steps, options);
  const first = Math.floor(rounded(min / step));
  const last = Math.max(first + 1, Math.ceil(rounded(max / step)));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => rounded((first + index) * step));
  return { domain: [first * step, last * step], ticks };
}

function niceStep(rough: number, { isWhole = false, isSeconds = false }: TickOptions): number {
  if (isSeconds) {
    const seconds = NICE_SECONDS.find((nice) => nice >= rough);
    if (seconds !== undefined && rough > 0.5) return seconds;
  }
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = NICE.find((nice) => nice >= rounded(rough / power)) ?? 10;
  const step = factor * power;
  return isWhole ? Math.max(1, Math.ceil(step)) : step;
}

/** Undoes what binary fractions add: 0.30000000000000004 is 0.3. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
