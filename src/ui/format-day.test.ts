import { expect, it } from 'vitest';
import { formatPastDay } from './format-day.ts';

it.each([
  [new Date(2026, 9, 1), new Date(2026, 11, 31), '1 Oct'],
  [new Date(2025, 11, 31), new Date(2026, 0, 1), '31 Dec 2025'],
  [new Date(2016, 2, 16), new Date(2026, 2, 16), '16 Mar 2016'],
])('%s is told on %s as %s', (at, now, expected) => {
  expect(formatPastDay(at.getTime(), now.getTime())).toBe(expected);
});
