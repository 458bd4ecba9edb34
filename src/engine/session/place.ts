import { readsSame } from '../measure/format-value.ts';
import { goodness, type Measure } from '../measure/measure.ts';
import type { Place } from './finding.ts';

/**
 * Where a median lies against the middle half of what came before. Inside is a matter of values, since the words for it
 * speak of values; better and worse say that it is so against every value of that middle half, and that it can be seen.
 */
export function placeAgainst(
  measure: Measure,
  median: number,
  { q25, q75 }: { readonly q25: number; readonly q75: number },
): Place {
  // Zeros and ones have no middle half worth the name.
  if (measure.kind === 'pass') return 'unjudged';
  if (q25 <= median && median <= q75) return 'inside';
  const edge = median > q75 ? q75 : q25;
  if (readsSame(measure, median, edge)) return 'unjudged';
  if (isAcrossTheRange(measure, median, edge)) return 'other-side';
  // Where a range has no ends yet all are equally good, and nothing is judged.
  const good = goodness(measure, median);
  // Goodness has one peak: what lies beyond an edge and is better than it is better than all that lies behind it.
  if (good > goodness(measure, edge)) return 'better';
  return good < Math.min(goodness(measure, q25), goodness(measure, q75)) ? 'worse' : 'unjudged';
}

function isAcrossTheRange({ direction, target }: Measure, median: number, edge: number): boolean {
  const { low, high } = target;
  if (direction !== 'within' || low === null || high === null) return false;
  return (edge < low && median > high) || (edge > high && median < low);
}
