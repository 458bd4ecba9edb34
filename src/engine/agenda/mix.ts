import { halvesOf, inRounds } from './halves.ts';
import type { Laid } from './laid.ts';
import type { Reason } from './plan.ts';

/**
 * Related practices that are past their first criterion are taken in turn, each in blocks of whole takes and whole minutes:
 * block until a first criterion, then mix (Czyz et al. 2024). Together they have the minutes that they had, where the first
 * of them stood. A line without room for two takes stays whole, and so does what begins softly or is cut to its two minutes.
 */
export function mixRelated(laid: readonly Laid[]): readonly Laid[] {
  const mixed: Laid[] = [];
  const taken = new Set<Laid>();
  for (const line of laid) {
    if (taken.has(line)) continue;
    const related = relatedTo(line, laid);
    for (const one of related) taken.add(one);
    const inTurn = related.map((one) => halvesOf(one, mixedWith(one, related) ?? one.reason));
    mixed.push(...(related.length < 2 ? [line] : inRounds(inTurn)));
  }
  return mixed;
}

/** Why it is there once more: in turn with another. Null where it is not. The first blocks keep their own reasons. */
export function mixedWith(line: Laid, laid: readonly Laid[]): Reason | null {
  const other = relatedTo(line, laid).find((one) => one !== line);
  return other === undefined ? null : { kind: 'mixed', withTitle: other.candidate.practice.title };
}

function relatedTo(line: Laid, laid: readonly Laid[]): readonly Laid[] {
  return isOpen(line) ? laid.filter((other) => isOpen(other) && isRelated(line, other)) : [];
}

function isOpen({ candidate, minutes, isFloor, verb, reason }: Laid): boolean {
  const isWhole = !isFloor && verb !== 'begin-softly' && reason.kind !== 'go-on';
  return candidate.isMixable && isWhole && minutes >= 2 * Math.ceil(candidate.practice.attemptMinutes);
}

function isRelated(one: Laid, other: Laid): boolean {
  const { field } = one.candidate.practice;
  return field != null && field !== '' && field === other.candidate.practice.field;
}
