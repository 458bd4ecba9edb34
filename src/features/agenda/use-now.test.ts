import { describe, expect, it } from 'vitest';
import { millisecondsToMidnight } from './use-now.ts';

describe('millisecondsToMidnight', () => {
  it('ends with the day, also at the end of a month', () => {
    expect(millisecondsToMidnight(new Date('2026-11-30T23:59:58'))).toBe(2_000);
    expect(millisecondsToMidnight(new Date('2026-11-30T00:00:00'))).toBe(86_400_000);
  });
});
