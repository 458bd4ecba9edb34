import { describe, expect, it } from 'vitest';
import { millisecondsToChange, millisecondsToMidnight } from './use-now.ts';

describe('millisecondsToMidnight', () => {
  it('ends with the day, also at the end of a month', () => {
    expect(millisecondsToMidnight(new Date('2026-11-30T23:59:58'))).toBe(2_000);
    expect(millisecondsToMidnight(new Date('2026-11-30T00:00:00'))).toBe(86_400_000);
  });
});

describe('millisecondsToChange', () => {
  const quiet = { from: '22:00', to: '07:00' };
  it.each([
    ['in the evening to their beginning', '2026-11-30T21:59:30', 30_000],
    ['in them to midnight', '2026-11-30T23:00:00', 3_600_000],
    ['in the morning to their end', '2026-11-30T06:59:00', 60_000],
    ['at their very end to their beginning', '2026-11-30T07:00:00', 15 * 3_600_000],
  ])('goes %s', (_, now, expected) => {
    expect(millisecondsToChange(new Date(now), quiet)).toBe(expected);
  });
});
