import { FILLER_WORDS, saidWords, wordsOf } from './need-words.ts';
import { stemOf } from './stem-of.ts';

/** One word is in many titles. */
const FEWEST = 2;

/**
 * Whether most words of a title are in a need, in order or not: who names a micromastery is answered by it, whatever else
 * they say. One of the words has to tell of a skill: those that are in every need name nothing.
 */
export function namesTitle(title: string, need: string): boolean {
  const said = new Set(wordsOf(need).map(stemOf));
  const words = saidWords(title);
  const named = words.filter((word) => said.has(stemOf(word)));
  return (
    named.length >= FEWEST && named.length * 2 > words.length && named.some((word) => !FILLER_WORDS.has(word))
  );
}
