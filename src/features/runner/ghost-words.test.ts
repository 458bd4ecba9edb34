import { expect, it } from 'vitest';
import type { AttemptFact } from '../../engine/picture/picture.ts';
import { ghostOfTakes, ghostWords } from './ghost-words.ts';

const CATCHES = {
  kind: 'count',
  unit: 'catches',
  direction: 'up',
  target: { low: null, high: null },
} as const;
const take = (value: number, conditions?: string[]): AttemptFact => ({
  ...{ value, at: value, sessionId: 's', dayKey: '2026-03-01' },
  ...(conditions === undefined ? {} : { conditions }),
});
const standing = ['posture: standing', 'grip: loose'];
const PAST = [
  ...[27, 31, 36, 30, 33].map((value) => take(value, [...standing].reverse())),
  ...[2, 3, 4, 5, 6].map((value) => take(value, ['posture: sitting'])),
  ...[90, 91].map((value) => take(value)),
];

it('is of takes under the same conditions, in whatever order those are named', () => {
  const ghost = ghostOfTakes(CATCHES, PAST, standing, 'median');
  expect(ghostWords(CATCHES, ghost, ['standing', 'loose'])).toBe(
    'Your middle of the last 5 (standing, loose): 31 catches, half of them between 30 and 33.',
  );
  expect(ghostWords(CATCHES, ghostOfTakes(CATCHES, PAST, standing, 'best'), [])).toBe(
    'Your best of the last 5: 36 catches, half of them between 30 and 33.',
  );
});

it('says where there are too few, and how many there are', () => {
  const words = (conditions: string[]) =>
    ghostWords(CATCHES, ghostOfTakes(CATCHES, PAST, conditions, 'median'), []);
  expect(words([])).toBe('Your past comes in after 5 takes like this one: 2 so far.');
  expect(words(['posture: lying'])).toBe('Your past comes in after 5 takes like this one: none yet.');
});

it('names one place where the middle half has no width', () => {
  const same = Array.from({ length: 6 }, () => take(7));
  expect(ghostWords(CATCHES, ghostOfTakes(CATCHES, same, [], 'median'), [])).toBe(
    'Your middle of the last 6: 7 catches, half of them at 7.',
  );
});
