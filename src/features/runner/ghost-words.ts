import { type Ghost, type GhostKind, ghostOf } from '../../engine/challenge/ghost.ts';
import { formatTick, formatValue, readsSame } from '../../engine/measure/format-value.ts';
import type { Measure } from '../../engine/measure/measure.ts';
import type { AttemptFact } from '../../engine/picture/picture.ts';

/** What takes are made under, in one text: only those under the same are raced. */
const underOf = (conditions: readonly string[]) => JSON.stringify([...conditions].sort());

/** `past`: of one kind of work, oldest first. `conditions`: of the take at hand. */
export function ghostOfTakes(
  measure: Measure,
  past: readonly AttemptFact[],
  conditions: readonly string[],
  of: GhostKind,
): Ghost {
  const attempts = past.map(({ value, conditions: made = [] }) => ({ value, under: underOf(made) }));
  return ghostOf(measure, attempts, underOf(conditions), of);
}

/** One line for a quiet place: what it is, and how much one take differs from another. Never who won. */
export function ghostWords(measure: Measure, ghost: Ghost, levels: readonly string[]): string {
  const under = levels.length === 0 ? '' : ` (${levels.join(', ')})`;
  if (ghost.kind === 'too-few-attempts') {
    const have = ghost.have === 0 ? 'none yet' : `${ghost.have} so far`;
    return `Your past comes in after ${ghost.need} takes like this one${under}: ${have}.`;
  }
  const { value, low, high, n } = ghost;
  const which = ghost.of === 'median' ? 'middle' : 'best';
  const half = readsSame(measure, low, high)
    ? `half of them at ${formatTick(measure, low)}`
    : `half of them between ${formatTick(measure, low)} and ${formatTick(measure, high)}`;
  return `Your ${which} of the last ${n}${under}: ${formatValue(measure, value)}, ${half}.`;
}
