import { expect, it } from 'vitest';
import { minutesPassedWords } from './use-minutes-passed.ts';

it.each([
  [12, 0, '0 of 12 minutes'],
  [12, 12, '12 of 12 minutes'],
  [12, 14, '14 minutes'],
  [12, 25, null],
  [null, 3, null],
] as const)('of %s minutes, %s have passed: %s', (minutes, passed, words) => {
  expect(minutesPassedWords(minutes, passed)).toBe(words);
});
