import { type Better, measureScale, scaleName } from '../curve/measure-scale.ts';
import type { MeasureKind } from '../measure/measure.ts';

/** One value of one unit (a person or a team) in one period. */
export type PanelRow = {
  readonly unit: string;
  /** Any numbers that stand in the order of time. */
  readonly period: number;
  readonly value: number;
  /** The period with which it began, in the same numbers and the same in all rows of the unit; null: it never did. */
  readonly start: number | null;
  /** How many people the unit is; 1 if left out. */
  readonly people?: number;
};

export type PanelOptions = {
  readonly kind: MeasureKind;
  /** A range is better the nearer it is. */
  readonly better: Better | { readonly low: number; readonly high: number };
};

/** Values on the working scale, where more is better; a place has none where nothing was measured. */
export type Panel = {
  readonly units: readonly PanelUnit[];
  readonly periods: number;
  readonly scale: string;
};

export type PanelUnit = {
  readonly people: number;
  /** The place of its first period with it, from 0; NEVER where it lies beyond the last or there is none. */
  readonly start: number;
  /** By the place of the period; NaN: not measured. */
  readonly values: Float64Array;
};

/** Later than every period. */
export const NEVER = 1_000_000_000;

/** Several values of a unit in one period become their mean on the working scale. */
export function panelOf(rows: readonly PanelRow[], options: PanelOptions): Panel {
  const { name, toLine } = workingScale(options);
  const periods = [...new Set(rows.map(({ period }) => period))].sort((a, b) => a - b);
  const places = new Map(periods.map((period, place) => [period, place]));
  const units = new Map<
    string,
    { people: number; start: number; sums: Float64Array; counts: Float64Array }
  >();
  for (const { unit, period, value, start, people = 1 } of rows) {
    let of = units.get(unit);
    if (of === undefined) {
      const place = start === null ? -1 : periods.findIndex((one) => one >= start);
      const [sums, counts] = [new Float64Array(periods.length), new Float64Array(periods.length)];
      of = { people, start: place === -1 ? NEVER : place, sums, counts };
      units.set(unit, of);
    }
    const place = places.get(period) ?? 0;
    of.people = Math.max(of.people, people);
    of.sums[place] = (of.sums[place] ?? 0) + toLine(value);
    of.counts[place] = (of.counts[place] ?? 0) + 1;
  }
  return {
    units: Array.from(units.values(), ({ people, start, sums, counts }) => ({
      people,
      start,
      values: sums.map((sum, place) => sum / (counts[place] ?? 0)),
    })),
    periods: periods.length,
    scale: name,
  };
}

function workingScale({ kind, better }: PanelOptions): { name: string; toLine: (value: number) => number } {
  if (typeof better === 'string') return measureScale(kind, better, scaleName(kind, []));
  const { low, high } = better;
  // Nothing is better than inside.
  return { name: 'distance', toLine: (value) => -Math.max(0, low - value, value - high) };
}

export function peopleOf(units: readonly PanelUnit[]): number {
  return units.reduce((sum, { people }) => sum + people, 0);
}
