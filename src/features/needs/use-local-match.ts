import { useMemo } from 'react';
import { needWords, wordsOf } from '../../engine/search/need-words.ts';
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

type Found = { readonly match: WordMatch; readonly place: number };

/**
 * The library that is kept on this device, by the words that were typed and tell of a skill. Plain: a word or its
 * beginning has to be there; misspelt ones are not understood, unlike at home.
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
      const found = texts.map((parts): Found | undefined => {
        for (const { place, words: there } of parts) {
          const word = there.find((one) => one.startsWith(stem));
          if (word !== undefined) return { place, match: { typed, word, isNear: false } };
        }
        return undefined;
      });
      return { found, weight: rarityWeight(found.filter((one) => one !== undefined).length, library.length) };
    });
  const scored = library.map((design, row) => {
    const rank = columns.reduce((sum, { found, weight }) => sum + weight * (found[row]?.place ?? 0), 0);
    const matches = columns.flatMap(({ found }) => found[row]?.match ?? []);
    return {
      design,
      matches,
      score: matches.length >= (isFiller ? words.length : 1) ? rank * matches.length : 0,
    };
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored
    .filter(({ score }) => score > 0 && score >= WORTH_SHOWING * best)
    .sort((a, b) => b.score - a.score || a.design.title.localeCompare(b.design.title))
    .slice(0, FOUND_AT_MOST)
    .map(({ design, matches }) => cardOf(design, matches));
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

/** "listening" and "slipped" as "listen" and "slip": the commonest endings go, never below four letters. */
function stemOf(word: string): string {
  const bare = word.replace(/(ing|ed|es|s)$/, '');
  const stem = bare === word ? word : bare.replace(/([bdgmnprt])\1$/, '$1');
  return stem.length >= 4 ? stem : word;
}

export function useLocalMatch(library: readonly Micromastery[] | undefined, need: string) {
  return useMemo(() => (library === undefined ? undefined : matchLocally(library, need)), [library, need]);
}
