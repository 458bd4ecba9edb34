import { isMisspelling } from './is-misspelling.ts';
import { wordsOf } from './need-words.ts';
import { stemOf } from './stem-of.ts';

/** Of the words that tell of a skill, this part has to be there where one of them names the design. */
const SHARE_WITH_NAME = 1 / 4;
/** Where they are only mentioned in it, more than this part, or this part if there are several. */
const SHARE_WITHOUT_NAME = 1 / 2;
/** A word read as another is half a witness. */
const GUESS = 1 / 2;

export type Named = {
  readonly title: string;
  readonly slug: string;
  readonly verb: string;
  readonly fields: readonly string[];
};

/** A typed word, and the word of the design that was found for it. */
export type Matched = { readonly typed: string; readonly word: string };

/**
 * Whether what was found in a design answers a need, or shares a word with it by chance: enough of the need's words have to be
 * there. Our own shares, chosen on one half of tests/support/plain-needs.ts and checked on the other.
 */
export function answersNeed(
  design: Named,
  typedWords: readonly string[],
  matches: readonly Matched[],
): boolean {
  if (typedWords.length === 1) return true;
  const asMeant = matches.filter(({ typed, word }) => typed === word || !isMisspelling(typed, word));
  const sure = new Set(asMeant.map(({ typed }) => typed));
  const guessed = new Set(matches.flatMap(({ typed }) => (sure.has(typed) ? [] : typed)));
  const share = (sure.size + GUESS * guessed.size) / typedWords.length;
  if (matches.some(({ word }) => isNamed(design, word))) return share >= SHARE_WITH_NAME;
  return share > SHARE_WITHOUT_NAME || (sure.size > 1 && share >= SHARE_WITHOUT_NAME);
}

function isNamed({ title, slug, verb, fields }: Named, word: string): boolean {
  const stem = stemOf(word);
  return [title, slug, verb, ...fields].some((text) => wordsOf(text).some((one) => one.startsWith(stem)));
}
