import { takesIn } from './fit.ts';
import type { Laid } from './laid.ts';

/** A B A B: each line in two, so that nobody is sent to and fro all the time. */
const ROUNDS = 2;

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
    const related = isOpen(line) ? laid.filter((other) => isOpen(other) && isRelated(line, other)) : [];
    if (related.length < 2) {
      mixed.push(line);
      continue;
    }
    for (const one of related) taken.add(one);
    mixed.push(...inTurn(related));
  }
  return mixed;
}

function isOpen({ candidate, minutes, isFloor, verb, reason }: Laid): boolean {
  const isWhole = !isFloor && verb !== 'begin-softly' && reason.kind !== 'go-on';
  return candidate.isMixable && isWhole && minutes >= ROUNDS * Math.ceil(candidate.practice.attemptMinutes);
}

function isRelated(one: Laid, other: Laid): boolean {
  const { field } = one.candidate.practice;
  return field != null && field !== '' && field === other.candidate.practice.field;
}

/** The first blocks keep the reasons that their practices are here for; the others say why they are apart from them. */
function inTurn(related: readonly Laid[]): readonly Laid[] {
  return Array.from({ length: ROUNDS }, (_, round) =>
    related.map((line, place) => {
      const minutes = Math.floor((line.minutes + (round === 0 ? 1 : 0)) / ROUNDS);
      const takes = takesIn(minutes, line.candidate.practice, false);
      if (round === 0) return { ...line, minutes, takes };
      const other = related[place === 0 ? 1 : 0] ?? line;
      const reason = { kind: 'mixed', withTitle: other.candidate.practice.title } as const;
      return { ...line, minutes, takes, reason };
    }),
  ).flat();
}
