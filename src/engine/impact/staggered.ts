/**
 * Differences of the units in one period, each from its own mean before a start: what a start in that period is judged by.
 * `values` and `shares` by unit; NaN where the unit has no value in it or none before.
 */
type Cell = {
  readonly start: number;
  readonly period: number;
  readonly values: Float64Array;
  /** The same difference of an effect of 1 from each unit's own start on, as the starts were drawn. */
  readonly shares: Float64Array;
};

export type Staggered = { readonly cells: readonly Cell[]; readonly units: number };

/**
 * Of an arrangement of starts: the estimate, and how much of a constant effect of 1 would be in it. Once an effect of τ is taken out,
 * the estimate's squared standard error is spread[0] - 2 τ spread[1] + τ² spread[2].
 */
export type Contrast = {
  readonly value: number;
  readonly share: number;
  readonly spread: readonly [number, number, number];
};

/**
 * `values` by unit and period, on the working scale. `horizon`: so many periods from a start on count, or Infinity. The work
 * that depends on no arrangement is done here, once.
 */
export function prepare(
  values: readonly Float64Array[],
  starts: ArrayLike<number>,
  horizon: number,
): Staggered {
  const periods = values[0]?.length ?? 0;
  const used = [...new Set(Array.from(starts))].filter((start) => start >= 1 && start < periods);
  const cells = used.flatMap((start) => {
    const last = Math.min(periods, start + horizon);
    return Array.from({ length: last - start }, (_, ahead) =>
      cellOf(values, starts, start, start + ahead, horizon),
    );
  });
  return { cells, units: values.length };
}

function cellOf(
  values: readonly Float64Array[],
  starts: ArrayLike<number>,
  start: number,
  period: number,
  horizon: number,
): Cell {
  const isWithIt = (unit: number, at: number) => {
    const own = starts[unit] ?? 0;
    return at >= own && at < own + horizon ? 1 : 0;
  };
  const [differences, shares] = [new Float64Array(values.length), new Float64Array(values.length)];
  for (const [unit, of] of values.entries()) {
    let [sum, share, n] = [0, 0, 0];
    for (let before = 0; before < start; before += 1) {
      const value = of[before] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      sum += value;
      share += isWithIt(unit, before);
      n += 1;
    }
    differences[unit] = (of[period] ?? Number.NaN) - sum / n;
    shares[unit] = isWithIt(unit, period) - share / n;
  }
  return { start, period, values: differences, shares };
}

/**
 * Group-time average effects with units that have not begun as controls (Callaway & Sant'Anna 2021), each from the mean of all
 * periods before the start, put together with the weights n₁n₀/(n₁ + n₀), which make the sum steadiest. Null: no period in which some have
 * begun and others have not.
 */
export function contrastOf(
  { cells, units }: Staggered,
  starts: ArrayLike<number>,
  isWithError = true,
): Contrast | null {
  const [away, awayShare] = [new Float64Array(units), new Float64Array(units)];
  let [value, share, weight] = [0, 0, 0];
  for (const cell of cells) {
    const sides = meansOf(cell, starts);
    const { begun, waiting } = sides;
    if (begun.n === 0 || waiting.n === 0) continue;
    const own = (begun.n * waiting.n) / (begun.n + waiting.n);
    value += own * (begun.value - waiting.value);
    share += own * (begun.share - waiting.share);
    weight += own;
    if (isWithError) addResiduals(cell, starts, sides, own, away, awayShare);
  }
  if (weight === 0) return null;
  let [square, product, shareSquare] = [0, 0, 0];
  for (let unit = 0; unit < units; unit += 1) {
    const [one, other] = [(away[unit] ?? 0) / weight, (awayShare[unit] ?? 0) / weight];
    square += one * one;
    product += one * other;
    shareSquare += other * other;
  }
  return { value: value / weight, share: share / weight, spread: [square, product, shareSquare] };
}

type Side = { value: number; share: number; n: number };
type CellSides = { readonly begun: Side; readonly waiting: Side };

/** 1: begun with this cell's start; -1: not begun by its period; 0: neither, or no value. */
function sideOf({ start, period, values }: Cell, starts: ArrayLike<number>, unit: number): 1 | 0 | -1 {
  const own = starts[unit] ?? 0;
  if (Number.isNaN(values[unit] ?? Number.NaN)) return 0;
  return own === start ? 1 : own > period ? -1 : 0;
}

function meansOf(cell: Cell, starts: ArrayLike<number>): CellSides {
  const begun = { value: 0, share: 0, n: 0 };
  const waiting = { value: 0, share: 0, n: 0 };
  for (let unit = 0; unit < starts.length; unit += 1) {
    const side = sideOf(cell, starts, unit);
    if (side === 0) continue;
    const to = side === 1 ? begun : waiting;
    to.value += cell.values[unit] ?? 0;
    to.share += cell.shares[unit] ?? 0;
    to.n += 1;
  }
  for (const side of [begun, waiting]) {
    if (side.n === 0) continue;
    side.value /= side.n;
    side.share /= side.n;
  }
  return { begun, waiting };
}

/**
 * What each unit adds to the error: its distance from the mean of its side, over all cells, so that a unit's periods may be as alike
 * as they like. n/(n - 1) within a side, as for any variance of a mean; a side of one tells nothing of it.
 */
function addResiduals(
  cell: Cell,
  starts: ArrayLike<number>,
  { begun, waiting }: CellSides,
  weight: number,
  away: Float64Array,
  awayShare: Float64Array,
): void {
  const scaleOf = ({ n }: Side) => (n < 2 ? 0 : weight / Math.sqrt(n * (n - 1)));
  const [begunScale, waitingScale] = [scaleOf(begun), -scaleOf(waiting)];
  for (let unit = 0; unit < starts.length; unit += 1) {
    const side = sideOf(cell, starts, unit);
    if (side === 0) continue;
    const of = side === 1 ? begun : waiting;
    const scale = side === 1 ? begunScale : waitingScale;
    away[unit] = (away[unit] ?? 0) + scale * ((cell.values[unit] ?? 0) - of.value);
    awayShare[unit] = (awayShare[unit] ?? 0) + scale * ((cell.shares[unit] ?? 0) - of.share);
  }
}

export type Sides = {
  readonly begun: ReadonlySet<number>;
  readonly waiting: ReadonlySet<number>;
  readonly n: number;
};

/** Which units are in the estimate on either side, and of how many values it is. */
export function sidesOf({ cells, units }: Staggered, starts: ArrayLike<number>): Sides {
  const [begun, waiting] = [new Set<number>(), new Set<number>()];
  let n = 0;
  for (const { start, period, values } of cells) {
    const present = Array.from({ length: units }, (_, unit) => unit).filter(
      (unit) => !Number.isNaN(values[unit]),
    );
    const on = present.filter((unit) => starts[unit] === start);
    const off = present.filter((unit) => (starts[unit] ?? 0) > period);
    if (on.length === 0 || off.length === 0) continue;
    for (const unit of on) begun.add(unit);
    for (const unit of off) waiting.add(unit);
    n += on.length + off.length;
  }
  return { begun, waiting, n };
}
