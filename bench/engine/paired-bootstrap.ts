import { random } from '../../src/engine/random.ts';

/** 95%, of the percentiles of the drawn figures. */
export type Estimate = { readonly value: number; readonly low: number; readonly high: number };

const DRAWS = 1000;

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * Sum of `ours` over sum of `theirs`, one number a person, the same persons in the same order. Persons are drawn anew with
 * replacement, each with both its numbers, so that what makes a person hard for everybody cancels out.
 */
export function ratioOverPersons(ours: readonly number[], theirs: readonly number[], seed: number): Estimate {
  return drawn(ours, theirs, seed, (a, b) => a / b);
}

/** Mean of `ours` less mean of `theirs`, in the same manner. */
export function differenceOverPersons(
  ours: readonly number[],
  theirs: readonly number[],
  seed: number,
): Estimate {
  const count = ours.length;
  return drawn(ours, theirs, seed, (a, b) => (a - b) / count);
}

function drawn(
  ours: readonly number[],
  theirs: readonly number[],
  seed: number,
  figure: (ours: number, theirs: number) => number,
): Estimate {
  const chance = random(seed);
  const count = ours.length;
  const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const figures = Array.from({ length: DRAWS }, () => {
    let [a, b] = [0, 0];
    for (let i = 0; i < count; i += 1) {
      const person = chance.below(count);
      a += ours[person] ?? 0;
      b += theirs[person] ?? 0;
    }
    return figure(a, b);
  }).sort((p, q) => p - q);
  return {
    value: figure(sumOf(ours), sumOf(theirs)),
    low: figures[Math.floor(DRAWS * 0.025)] ?? Number.NaN,
    high: figures[Math.ceil(DRAWS * 0.975) - 1] ?? Number.NaN,
  };
}
