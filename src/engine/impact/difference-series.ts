import { meanOf } from '../picture/order-statistics.ts';
import { NEVER, type Panel, type PanelUnit } from './panel.ts';

/** Fewer periods show neither where a series was heading nor whether it went elsewhere. */
export const FEWEST_BEFORE = 6;
export const FEWEST_AFTER = 3;

export type DifferenceSeries = {
  readonly kind: 'series';
  /** Mean of those that began less mean of those that did not, period by period about the start. */
  readonly values: readonly number[];
  /** So many of them before the start. */
  readonly before: number;
  readonly begun: readonly PanelUnit[];
  readonly waiting: readonly PanelUnit[];
  /** Whether the control is of units that began later, seen up to then. */
  readonly isOfLaterStarters: boolean;
  /** Units that a missing value or too short a time kept out. */
  readonly leftOut: number;
};

export type NoSeries =
  | { readonly kind: 'no-controls' }
  | { readonly kind: 'too-few-periods'; readonly before: number; readonly after: number };

/**
 * Units that began against the same control units throughout, in periods counted from each one's own start: those that never
 * began, or else those that began last, up to their start. The control stays the same, so that no unit's coming or going is a step.
 */
export function differenceSeries({ units, periods }: Panel): DifferenceSeries | NoSeries {
  const starts = [...new Set(units.map(({ start }) => start))].sort((a, b) => a - b);
  const latest = starts.at(-1) ?? NEVER;
  if (starts.length < 2) return { kind: 'no-controls' };
  const end = Math.min(periods, latest);
  const isComplete = ({ values }: PanelUnit) =>
    values.subarray(0, end).every((value) => !Number.isNaN(value));
  const waiting = units.filter((unit) => unit.start === latest && isComplete(unit));
  if (waiting.length === 0) return { kind: 'no-controls' };
  const begun = units.filter(
    (unit) => unit.start >= FEWEST_BEFORE && end - unit.start >= FEWEST_AFTER && isComplete(unit),
  );
  const seen = starts.filter((start) => start < latest);
  const longest = {
    before: Math.max(...seen),
    after: Math.max(0, end - Math.min(...seen)),
  };
  if (begun.length === 0) return { kind: 'too-few-periods', ...longest };
  const before = Math.min(...begun.map(({ start }) => start));
  const after = Math.min(...begun.map(({ start }) => end - start));
  const control = Array.from({ length: end }, (_, period) =>
    meanOf(waiting.map(({ values }) => values[period] ?? 0)),
  );
  const values = Array.from({ length: before + after }, (_, place) =>
    meanOf(
      begun.map((unit) => {
        const period = unit.start - before + place;
        return (unit.values[period] ?? 0) - (control[period] ?? 0);
      }),
    ),
  );
  return {
    kind: 'series',
    values,
    before,
    begun,
    waiting,
    isOfLaterStarters: latest < periods,
    leftOut: units.length - begun.length - waiting.length,
  };
}
