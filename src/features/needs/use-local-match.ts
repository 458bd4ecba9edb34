import { useMemo } from 'react';
import { answersOrBeside, fitsNeed } from '../../engine/search/answers-need.ts';
import { namesTitle } from '../../engine/search/names-title.ts';
import { needWords, wordsOf } from '../../engine/search/need-words.ts';
import { otherWords } from '../../engine/search/other-words.ts';
import { stemOf } from '../../engine/search/stem-of.ts';
import { rarityWeight, WORTH_SHOWING } from '../../engine/search/worth.ts';
import type { Micromastery, MicromasteryCard, WordMatch } from '../library/contract.ts';

const FOUND_AT_MOST = 8;
/** How much a word says in each place: title; needs; way in and field; summary and variables. */
const PLACES = [
  [1, (design: Micromastery) => design.title],
  [0.8, (design: Micromastery) => design.needs.join(' ')],
  [
    0.4,
    (design: Micromastery) => `${design.entryTrick?.text ?? ''} ${design.fields.join(' ')} ${design.verb}`,
  ],
  [
    0.2,
    (design: Micromastery) =>
      `${design.summary} ${design.experiments.map(({ name, levels }) => [name, ...levels].join(' ')).join(' ')}`,
  ],
] as const;

/** A word that only says the same gives way to the one that was typed. */
const OTHER_WORTH = 0.6;

type Part = { readonly place: number; readonly words: readonly string[] };
type Found = { readonly match: WordMatch; readonly place: number };

/**
 * The library that is kept on this device, by the words that were typed and tell of a skill. Plain: a word, its
 * beginning or one that says the same has to be there; misspelt ones are not understood, unlike at home.
 */
export function matchLocally(library: readonly Micromastery[], need: string): MicromasteryCard[] {
  const { words, isFiller } = needWords(need);
  const places = isFiller ? PLACES.slice(0, 1) : PLACES;
  const texts = library.map((design) =>
    places.map(([place, textOf]) => ({ place, words: wordsOf(textOf(design)) })),
  );
  const columns = words
    .filter((word) => word.length > 2)
    .map((typed) => {
      const stem = stemOf(typed);
      const others = isFiller ? [] : otherWords(typed).map(stemOf);
      const found = texts.map(
        (parts): Found | undefined =>
          findIn(parts, typed, (one) => one.startsWith(stem), 1) ??
          findIn(parts, typed, (one) => others.some((other) => one.startsWith(other)), OTHER_WORTH),
      );
      return { found, weight: rarityWeight(found.filter((one) => one !== undefined).length, library.length) };
    });
  const scored = library.map((design, row) => {
    const rank = columns.reduce((sum, { found, weight }) => sum + weight * (found[row]?.place ?? 0), 0);
    const matches = columns.flatMap(({ found }) => found[row]?.match ?? []);
    return {
      design,
      matches,
      isNamed: namesTitle(design.title, need),
      score: matches.length >= (isFiller ? words.length : 1) ? rank * matches.length : 0,
    };
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  const fits = scored
    .filter(({ score, isNamed }) => score > 0 && (isNamed || score >= WORTH_SHOWING * best))
    .map(
      (one) => ({ ...one, fit: one.isNamed ? 'answer' : fitsNeed(one.design, words, one.matches) }) as const,
    )
    .sort(
      (a, b) =>
        Number(b.isNamed) - Number(a.isNamed) ||
        b.score - a.score ||
        a.design.title.localeCompare(b.design.title),
    );
  return answersOrBeside(fits)
    .slice(0, FOUND_AT_MOST)
    .map(({ design, matches, fit }) => ({ ...cardOf(design, matches), isBeside: fit === 'beside' }));
}

function findIn(
  parts: readonly Part[],
  typed: string,
  is: (word: string) => boolean,
  worth: number,
): Found | undefined {
  for (const { place, words } of parts) {
    const word = words.find(is);
    if (word !== undefined) return { place: place * worth, match: { typed, word, isNear: worth < 1 } };
  }
  return undefined;
}

export function cardOf(design: Micromastery, matches: WordMatch[] = []): MicromasteryCard {
  return {
    id: design.id,
    slug: design.slug,
    title: design.title,
    summary: design.summary,
    field: design.fields[0] ?? '',
    entryTrick: design.entryTrick,
    attemptMinutes: design.repeat?.attemptMinutes ?? null,
    floor: design.repeat?.floor ?? null,
    matches,
  };
}

export function useLocalMatch(library: readonly Micromastery[] | undefined, need: string) {
  return useMemo(() => (library === undefined ? undefined : matchLocally(library, need)), [library, need]);
}
