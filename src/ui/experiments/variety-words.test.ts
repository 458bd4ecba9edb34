import { expect, it } from 'vitest';
import { varietyWords } from './variety-words.ts';

const WAYS = ' A level, a twist or another order would do.';

it.each([
  [3, 1, null, null],
  [12, 5, null, 'Five of your last twelve sittings varied something.'],
  [12, 12, null, 'All of your last twelve sittings varied something.'],
  [8, 0, 0.5, `None of your last eight sittings varied anything; you want about half.${WAYS}`],
  // A whole sitting less than was wished, and not a part of one.
  [8, 3, 0.5, `Three of your last eight sittings varied something; you want about half.${WAYS}`],
  [8, 4, 0.5, 'Four of your last eight sittings varied something; you want about half.'],
  [1, 1, 0.75, 'Your last sitting varied something; you want most.'],
  [1, 0, 0.4, 'Your last sitting varied nothing; you want 40 of a hundred.'],
  [3, 0, 0.75, 'None of your last three sittings varied anything; you want most.'],
  [0, 0, 0.25, 'No sitting yet that could vary anything; you want about a quarter.'],
])('of %i sittings %i varied something, with a wish of %j', (sittings, varied, wished, words) => {
  expect(varietyWords({ sittings, varied }, wished)).toBe(words);
});
