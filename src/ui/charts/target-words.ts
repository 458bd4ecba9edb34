import { formatRange, formatTick } from '../../engine/measure/format-value.ts';
import type { Measure, Target } from '../../engine/measure/measure.ts';

/** "target 8", "target 3 to 5 catches", or null without a target. */
export function targetWords(measure: Pick<Measure, 'kind' | 'unit'>, { low, high }: Target): string | null {
  if (low !== null && high !== null) return `target ${formatRange(measure, low, high)}`;
  const bound = low ?? high;
  return bound === null ? null : `target ${formatTick(measure, bound)}`;
}
