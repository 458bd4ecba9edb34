import { describe, expect, it } from 'vitest';
import { findGap, gapSentence } from './gap.ts';
import type { Pause } from './pause.ts';

const gap = (lastDay: string | null, today: string, pauses: readonly Pause[] = []) =>
  findGap({ lastDay, today, pauses });
const said = (...args: Parameters<typeof gap>) => gapSentence(gap(...args));

describe('findGap', () => {
  it('counts calendar days, over a change of the clock and a leap day too', () => {
    expect(gap('2026-03-28', '2026-03-30')).toMatchObject({ days: 2 });
    expect(gap('2028-02-28', '2028-03-01')).toMatchObject({ days: 2 });
    expect(gap('2025-12-31', '2026-01-01')).toMatchObject({ days: 1 });
    expect(gap('2026-05-12', '2026-05-12')).toMatchObject({ days: 0 });
  });

  it('takes a last day that has not come yet, from a clock that was ahead, for today', () => {
    expect(gap('2026-05-14', '2026-05-12')).toEqual({
      kind: 'gap',
      days: 0,
      pausedDays: 0,
      isComeback: false,
    });
  });

  it('is a comeback after more than fourteen days', () => {
    expect(gap('2026-05-01', '2026-05-15')).toMatchObject({ days: 14, isComeback: false });
    expect(gap('2026-05-01', '2026-05-16')).toMatchObject({ days: 15, isComeback: true });
    expect(gap(null, '2026-05-16')).toEqual({ kind: 'no-sitting-yet' });
  });

  it('counts each paused day between once, and none that lies outside', () => {
    const pauses = [
      { fromDay: '2026-04-20', untilDay: '2026-05-04' },
      { fromDay: '2026-05-03', untilDay: '2026-05-05' },
      { fromDay: '2026-05-31', untilDay: null },
      { fromDay: '2026-05-12', untilDay: '2026-05-11' },
    ];
    expect(gap('2026-05-01', '2026-05-18', pauses)).toMatchObject({
      days: 17,
      pausedDays: 4,
      isComeback: false,
    });
    expect(gap('2026-05-31', '2026-06-03', pauses)).toMatchObject({ days: 3, pausedDays: 2 });
    expect(gap('2026-05-01', '2026-05-20', pauses)).toMatchObject({
      days: 19,
      pausedDays: 4,
      isComeback: true,
    });
  });
});

describe('gapSentence', () => {
  it('tells the gap and what today begins with, and judges nothing', () => {
    expect(said(null, '2026-05-12')).toBe('No take yet. Where you start is measured by doing.');
    expect(said('2026-05-12', '2026-05-12')).toBe('Your last take was today.');
    expect(said('2026-05-11', '2026-05-12')).toBe('Your last take was yesterday.');
    expect(said('2026-05-01', '2026-05-12')).toBe('Eleven days since your last take.');
    expect(said('2026-05-01', '2026-05-24')).toBe(
      '23 days since your last take. Today starts with the easy one.',
    );
    expect(said('2026-01-01', '2026-05-24')).toBe(
      'A good while since your last take. Today starts with the easy one.',
    );
  });

  it('says how much of it was paused', () => {
    const pauses = [{ fromDay: '2026-05-03', untilDay: '2026-05-22' }];
    expect(said('2026-05-01', '2026-05-24', pauses)).toBe('23 days since your last take, 20 of them paused.');
    expect(said('2026-01-01', '2026-05-24', pauses)).toBe(
      'A good while since your last take, some of it paused. Today starts with the easy one.',
    );
  });
});
