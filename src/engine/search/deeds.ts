import { stemOf } from './stem-of.ts';

const stems = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/).map(stemOf));

/** What is done to a thing that is broken, dirty or to be had, and not with it: who mends a bicycle does not ride it. */
const CARE = stems(`
  adjust assemble boil clean dismantle glue inflate install mend oil peel polish pump repair replace restring sew solder
  store tune wash weld wipe`);
/** The same, and often meant of other things: "fix our meetings". */
const LOOSE_CARE = stems('change fix');
/** In many a skill, and naming none without the thing that it is done to. */
const ANY_SKILL = stems('cut play');

/** A word that says another deed than a design that does not have it: with `share` of the need's words there. */
export function isOtherDeed(typed: string, share: number): boolean {
  const stem = stemOf(typed);
  return CARE.has(stem) || (LOOSE_CARE.has(stem) && share <= 1 / 2);
}

/** Alone it tells of no skill. */
export function isBareDeed(typed: string): boolean {
  const stem = stemOf(typed);
  return CARE.has(stem) || LOOSE_CARE.has(stem) || ANY_SKILL.has(stem);
}
