import { describe, expect, it } from 'vitest';
import { random } from '../random.ts';
import { MILLISECONDS_PER_DAY } from '../units.ts';
import { planSittings } from './plan-sittings.ts';
import type { SimulationPlan } from './simulated-practice.ts';

const START = Date.UTC(2026, 2, 2);
const WEEK = 7 * MILLISECONDS_PER_DAY;
const NOON = MILLISECONDS_PER_DAY / 2;

const PLAN: SimulationPlan = {
  seed: 1,
  measure: { kind: 'count', direction: 'up', target: { low: null, high: null } },
  weeks: 10,
  sittingsAWeek: 3,
  takesASitting: 5,
  attemptMinutes: 1,
  startAt: START,
  timeOfDayMinutes: 8 * 60,
};

const plan = (change: Partial<SimulationPlan>, missedShare = 0) =>
  planSittings({ ...PLAN, ...change }, random(3), missedShare);
const daysOf = (change: Partial<SimulationPlan>) =>
  plan(change).map(({ startsAt }) => Math.floor((startsAt - START) / MILLISECONDS_PER_DAY));

describe('planSittings', () => {
  it('keeps to the same days of the week', () => {
    const days = daysOf({});
    expect(days).toHaveLength(30);
    expect(new Set(days.map((day) => day % 7)).size).toBe(3);
    expect(daysOf({ sittingsAWeek: 7 })).toEqual(Array.from({ length: 70 }, (_, day) => day));
  });

  it('lasts whole weeks from the moment it starts, also in the middle of a day', () => {
    expect(daysOf({ startAt: START + NOON, weeks: 1, sittingsAWeek: 7 })).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(daysOf({ weeks: 0 })).toEqual([]);
    expect(plan({ weeks: 1e9, sittingsAWeek: 1 })).toHaveLength(520);
  });

  it('is in the order of time, however many sittings a day has', () => {
    const starts = plan({ sittingsAWeek: 70 }).map(({ startsAt }) => startsAt);
    expect(starts.length).toBeGreaterThan(680);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  it('leaves the gap empty, and lets no sitting run into it or past the end', () => {
    const sittings = plan({ gap: { fromWeek: 4, weeks: 3 }, sittingsAWeek: 7 });
    expect(sittings).toHaveLength(49);
    const [before, after] = [sittings.slice(0, 28), sittings.slice(28)];
    for (const { startsAt, mustEndBy } of before) {
      expect(mustEndBy).toBe(START + 4 * WEEK);
      expect(startsAt).toBeLessThan(mustEndBy);
    }
    for (const { startsAt, mustEndBy } of after) {
      expect(mustEndBy).toBe(START + 10 * WEEK);
      expect(startsAt).toBeGreaterThanOrEqual(START + 7 * WEEK);
    }
    for (const { mustEndBy } of plan({ gap: { fromWeek: 30, weeks: 2 } }))
      expect(mustEndBy).toBe(START + 10 * WEEK);
  });

  it('misses some, and more often the one after a missed one', () => {
    const kept = new Set(plan({ weeks: 500, sittingsAWeek: 7 }, 0.2).map(({ startsAt }) => startsAt));
    const missed = plan({ weeks: 500, sittingsAWeek: 7 }).map(({ startsAt }) => !kept.has(startsAt));
    const shareOf = (list: readonly boolean[]) => list.filter(Boolean).length / list.length;
    // In the long run a share m of all is missed with m = 0.2 + 0.25 (1 - 0.2) m.
    expect(shareOf(missed)).toBeCloseTo(0.25, 1.5);
    expect(shareOf(missed.slice(1).filter((_, index) => missed[index]))).toBeCloseTo(0.4, 1);
  });
});
