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

/** Of an arrangement of starts: the estimate, and how much of a constant effect of 1 would be in it. */
export type Contrast = { readonly value: number; readonly share: number };

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
export function contrastOf({ cells, units }: Staggered, starts: ArrayLike<number>): Contrast | null {
  let [value, share, weight] = [0, 0, 0];
  for (const cell of cells) {
    let [begun, begunShare, n, waiting, waitingShare, m] = [0, 0, 0, 0, 0, 0];
    for (let unit = 0; unit < units; unit += 1) {
      const own = starts[unit] ?? 0;
      const difference = cell.values[unit] ?? Number.NaN;
      if ((own !== cell.start && own <= cell.period) || Number.isNaN(difference)) continue;
      if (own === cell.start) {
        begun += difference;
        begunShare += cell.shares[unit] ?? 0;
        n += 1;
      } else {
        waiting += difference;
        waitingShare += cell.shares[unit] ?? 0;
        m += 1;
      }
    }
    if (n === 0 || m === 0) continue;
    const own = (n * m) / (n + m);
    value += own * (begun / n - waiting / m);
    share += own * (begunShare / n - waitingShare / m);
    weight += own;
  }
  return weight === 0 ? null : { value: value / weight, share: share / weight };
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
