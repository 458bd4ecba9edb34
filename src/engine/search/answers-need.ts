import { isBareDeed, isOtherDeed } from './deeds.ts';
import { isMisspelling } from './is-misspelling.ts';
import { wordsOf } from './need-words.ts';
import { stemOf } from './stem-of.ts';

/** Of the words that tell of a skill, this part has to be there where one of them names the design. */
const SHARE_WITH_NAME = 1 / 4;
/** Where they are only mentioned in it, more than this part, or this part if there are several. */
const SHARE_WITHOUT_NAME = 1 / 2;
/** Nobody who is not answered looks through many. */
const BESIDE_AT_MOST = 3;
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

/** `answer`; `beside`: it is of the same things, and not what is needed; null: it shares a word by chance. */
export type Fit = 'answer' | 'beside' | null;

/**
 * Whether what was found in a design answers a need, stands beside it, or shares a word with it by chance: enough of the
 * need's words have to be there, and not another deed done to the same thing. Our own shares and words, chosen on one half of
 * tests/support/plain-needs.ts and checked on the other.
 */
export function fitsNeed(design: Named, typedWords: readonly string[], matches: readonly Matched[]): Fit {
  if (typedWords.length === 1) return 'answer';
  const asMeant = matches.filter(({ typed, word }) => typed === word || !isMisspelling(typed, word));
  const sure = new Set(asMeant.map(({ typed }) => typed));
  const guessed = new Set(matches.flatMap(({ typed }) => (sure.has(typed) ? [] : typed)));
  const share = (sure.size + GUESS * guessed.size) / typedWords.length;
  const isThere = matches.some(({ word }) => isNamed(design, word))
    ? share >= SHARE_WITH_NAME
    : share > SHARE_WITHOUT_NAME || (sure.size > 1 && share >= SHARE_WITHOUT_NAME);
  if (!isThere) return null;
  const missing = typedWords.filter((typed) => !(sure.has(typed) || guessed.has(typed)));
  const isElse = missing.some((typed) => isOtherDeed(typed, share));
  const isBare = missing.length > 0 && [...sure, ...guessed].every(isBareDeed);
  return isElse || isBare ? 'beside' : 'answer';
}

/** What answers; where nothing does, the first few that stand beside the need, each told apart. */
export function answersOrBeside<One extends { readonly fit: Fit }>(found: readonly One[]): readonly One[] {
  const answers = found.filter(({ fit }) => fit === 'answer');
  return answers.length > 0 ? answers : found.filter(({ fit }) => fit === 'beside').slice(0, BESIDE_AT_MOST);
}

function isNamed({ title, slug, verb, fields }: Named, word: string): boolean {
  const stem = stemOf(word);
  return [title, slug, verb, ...fields].some((text) => wordsOf(text).some((one) => one.startsWith(stem)));
}
