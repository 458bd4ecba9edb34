import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeTicks } from './time-ticks.ts';

const DAY = 86_400_000;
const local = (year: number, month: number, day: number): number => new Date(year, month - 1, day).getTime();

describe('timeTicks', () => {
  it('marks days within a few weeks', () => {
    const ticks = timeTicks(local(2026, 10, 1), local(2026, 10, 15), 4);
    expect(ticks.map((tick) => tick.at)).toEqual([
      local(2026, 10, 1),
      local(2026, 10, 8),
      local(2026, 10, 15),
    ]);
    expect(ticks[0]?.unit).toBe('day');
  });

  it('marks firsts of months within a year', () => {
    const ticks = timeTicks(local(2026, 1, 20), local(2026, 12, 3), 4);
    expect(ticks.map((tick) => tick.at)).toEqual([local(2026, 4, 1), local(2026, 7, 1), local(2026, 10, 1)]);
  });

  it('marks new years over decades', () => {
    const ticks = timeTicks(local(1994, 5, 1), local(2026, 5, 1), 4);
    expect(ticks.map((tick) => new Date(tick.at).getFullYear())).toEqual([2000, 2010, 2020]);
    expect(ticks[0]?.unit).toBe('year');
  });

  it('leaves one out where both ends fall on a tick', () => {
    expect(timeTicks(local(2026, 10, 1), local(2026, 10, 5), 4)).toHaveLength(4);
  });

  it('is never more than asked for, never outside, never twice the same', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4e12 }),
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 1, max: 9 }),
        (from, days, most) => {
          const ticks = timeTicks(from, from + days * DAY, most).map((tick) => tick.at);
          expect(ticks.length).toBeLessThanOrEqual(most);
          expect(new Set(ticks).size).toBe(ticks.length);
          for (const at of ticks) {
            expect(at).toBeGreaterThanOrEqual(from);
            expect(at).toBeLessThanOrEqual(from + days * DAY);
          }
        },
      ),
    );
  });
});
