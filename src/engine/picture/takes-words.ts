import { formatFromTo, formatValue, readsSame } from '../measure/format-value.ts';
import type { Measure } from '../measure/measure.ts';
import { countFigures } from './count-words.ts';

/** "1 take", "9 takes". */
export function takes(count: number): string {
  return count === 1 ? '1 take' : `${countFigures(count)} takes`;
}

/** "2 of 3 takes held": what passes are told by, since their middle is a zero or a one. */
export function heldWords(held: number, n: number): string {
  return `${countFigures(held)} of ${takes(n)} held`;
}

/**
 * Some takes by how many they are and where they lie: "3 takes, from 12 to 19 catches", "3 takes, all at 12 catches",
 * "2 of 3 takes held", "one take, 12 catches". `held`: how many were passes, null for every other kind.
 */
export function takesSpan(
  measure: Measure,
  { n, low, high, held }: Record<'n' | 'low' | 'high', number> & { readonly held: number | null },
): string {
  if (n === 1) return `one take, ${formatValue(measure, high)}`;
  if (held !== null) return heldWords(held, n);
  return `${takes(n)}, ${readsSame(measure, low, high) ? 'all ' : ''}${formatFromTo(measure, low, high)}`;
}

/** "the middle of 3 takes is 12 catches", "one take, 12 catches", "2 of 3 takes held". */
export function middleWords(
  measure: Measure,
  { n, median, held }: Record<'n' | 'median', number> & { readonly held: number | null },
): string {
  if (n === 1) return `one take, ${formatValue(measure, median)}`;
  if (held !== null) return heldWords(held, n);
  return `the middle of ${takes(n)} is ${formatValue(measure, median)}`;
}
