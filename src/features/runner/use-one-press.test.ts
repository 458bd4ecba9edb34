import { expect, it } from 'vitest';
import { isBounce } from './use-one-press.ts';

const logged = { at: 1_000, x: 100, y: 500 };

it.each([
  ['the same finger at once', { at: 1_180, x: 104, y: 497 }, true],
  ['the next take', { at: 1_900, x: 100, y: 500 }, false],
  ['another key at once', { at: 1_180, x: 180, y: 500 }, false],
] as const)('tells %s', (_, press, expected) => {
  expect(isBounce(logged, press)).toBe(expected);
});
