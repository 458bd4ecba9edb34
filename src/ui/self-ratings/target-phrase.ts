import { formatTick, formatValue } from '../../engine/measure/format-value.ts';
import type { Measure } from '../../engine/measure/measure.ts';

/** "reaches 30 catches", "comes to 12 s or less", "lies from 4 to 6 minutes", "holds". */
export function targetPhrase(measure: Measure): string {
  const { low, high } = measure.target;
  if (measure.kind === 'pass') return 'holds';
  if (low !== null && high !== null)
    return `lies from ${formatTick(measure, low)} to ${formatValue(measure, high)}`;
  if (low !== null) return `reaches ${formatValue(measure, low)}`;
  return high === null ? 'goes well' : `comes to ${formatValue(measure, high)} or less`;
}
