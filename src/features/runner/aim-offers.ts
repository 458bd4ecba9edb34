import type { Micromastery } from '../library/contract.ts';
import type { LastAim } from '../practice/choice-contract.ts';
import { LONGEST_PART } from './part-name.ts';
import type { Level } from './running-session.ts';
import { LONGEST_AIM } from './session-aim.ts';

/** One thing that could be changed. With a level, takes are marked with it too. */
export type AimOffer = { readonly text: string; readonly level: Level | null };

type Design = Pick<Micromastery, 'experiments' | 'twists' | 'support'>;

/** What there is to choose from: what was changed last, levels of the design's variables, its twists, its if-then plans. */
export function aimOffers(design: Design, last: Pick<LastAim, 'text'> | null): readonly AimOffer[] {
  const offers: readonly AimOffer[] = [
    ...(last === null ? [] : [{ text: last.text, level: null }]),
    ...design.experiments.flatMap(({ name, levels }) =>
      levels.map((level) => ({ text: `${name}: ${level}`, level: { variable: name, level } })),
    ),
    ...design.twists.map(({ name }) => ({ text: name, level: null })),
    ...(design.support?.obstacles ?? []).map((plan) => ({ text: cueText(plan), level: null })),
  ];
  // What is offered twice keeps the level that comes with it.
  const byText = new Map<string, AimOffer>();
  for (const offer of offers) {
    if (offer.text.length > LONGEST_AIM) continue;
    byText.set(offer.text, { ...offer, level: offer.level ?? byText.get(offer.text)?.level ?? null });
  }
  return [...byText.values()];
}

/** The whole plan where there is room for it, or else what to do. */
function cueText({ if: cue, then }: { readonly if: string; readonly then: string }): string {
  const whole = `If ${cue}, then ${then}`;
  return whole.length <= LONGEST_AIM ? whole : then;
}

/** Parts that the design itself tells apart: the two sides of its rub-pat barrier, and its steps. */
export function partOffers({ rubPat, formats }: Pick<Micromastery, 'rubPat' | 'formats'>): readonly string[] {
  const sides = rubPat === null ? [] : [rubPat.a.name, rubPat.b.name];
  return [...new Set([...sides, ...(formats?.checklist ?? [])])].filter(
    (name) => name.length <= LONGEST_PART,
  );
}
