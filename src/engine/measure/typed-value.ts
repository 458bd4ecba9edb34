import { formatTick } from './format-value.ts';
import type { MeasureKind } from './measure.ts';

/** A value as a person types it and `parseValue` reads it back: without the commas that it would have to guess about. */
export function typedValue(kind: MeasureKind, value: number | null): string {
  if (value === null) return '';
  if (kind === 'duration') return formatTick({ kind, unit: '' }, value);
  if (kind === 'proportion') return `${Number((value * 100).toPrecision(12))}%`;
  return String(value);
}
