import type { AttemptRow, Payoff } from './contract.ts';
import { takeLabel, valueWords } from './take-words.ts';

type TakeWords = { readonly label: string; readonly said: string; readonly value: string };

/**
 * What a recording of a take says of it: "Take 23", "standing", "7.4". `newest`: the number of the first of `attempts`,
 * which are listed newest first, each with one less than the one before.
 */
export function wordsOfTakes(
  attempts: readonly AttemptRow[],
  newest: number,
  payoffs: readonly Payoff[],
): ReadonlyMap<string, TakeWords> {
  const [inForce] = payoffs;
  return new Map(
    attempts.map((attempt, index) => {
      const payoff = payoffs.find(({ id }) => id === attempt.payoffId) ?? inForce;
      const said = Object.values(attempt.conditions).join(', ');
      const words = { label: takeLabel(newest - index), said, value: valueWords(attempt, payoff, inForce) };
      return [attempt.id, words];
    }),
  );
}
