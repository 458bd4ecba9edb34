import { expect, it } from 'vitest';
import { formatDays, formatPastDay } from './format-day.ts';

it.each([
  [new Date(2026, 9, 1), new Date(2026, 11, 31), '1 Oct'],
  [new Date(2025, 11, 31), new Date(2026, 0, 1), '31 Dec 2025'],
  [new Date(2016, 2, 16), new Date(2026, 2, 16), '16 Mar 2016'],
])('%s is told on %s as %s', (at, now, expected) => {
  expect(formatPastDay(at.getTime(), now.getTime())).toBe(expected);
});

it.each([
  [new Date(2016, 2, 16, 8), new Date(2016, 2, 16, 9), '16 Mar 2016'],
  [new Date(2016, 2, 7), new Date(2016, 2, 12), '7 Mar to 12 Mar 2016'],
  [new Date(2015, 11, 31), new Date(2016, 0, 2), '31 Dec 2015 to 2 Jan 2016'],
])('from %s to %s are the days %s', (from, to, expected) => {
  expect(formatDays(from.getTime(), to.getTime())).toBe(expected);
});
