import { useMemo } from 'react';
import type { Micromastery, MicromasteryCard, WordMatch } from '../library/contract.ts';

const FOUND_AT_MOST = 8;
/** Said in every need, and so telling nothing. */
const COMMON = new Set(
  'a an and are as at be been but by can cannot do does for from get had has have how i if in into is it its me my no not of on or our so than that the their them then there they this to up want was we were what when which who will with would you your'.split(
    ' ',
  ),
);

/**
 * The library that is kept on this device, by the words that were typed. Plain: a word or its beginning has to be there;
 * misspelt ones are not understood, unlike at home.
 */
export function matchLocally(library: readonly Micromastery[], need: string): MicromasteryCard[] {
  const typed = wordsOf(need).filter((word) => word.length > 2 && !COMMON.has(word));
  const stems = new Map(typed.map((word) => [stemOf(word), word]));
  const scored = library.map((design) => {
    const places: readonly (readonly [number, readonly string[]])[] = [
      [4, wordsOf(design.title)],
      [3, wordsOf(design.needs.join(' '))],
      [2, wordsOf(`${design.fields.join(' ')} ${design.entryTrick?.text ?? ''} ${design.verb}`)],
      [1, wordsOf(`${design.summary} ${design.experiments.map((variable) => variable.name).join(' ')}`)],
    ];
    const matches: WordMatch[] = [];
    let score = 0;
    for (const [stem, asTyped] of stems) {
      const found = places.find(([, texts]) => texts.some((text) => text.startsWith(stem)));
      if (found === undefined) continue;
      score += found[0];
      const word = found[1].find((text) => text.startsWith(stem)) ?? stem;
      matches.push({ typed: asTyped, word, isNear: false });
    }
    return { design, score, matches };
  });
  return scored
    .filter(({ score }) => score > 0)
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

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
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
