import { describe, expect, it } from 'vitest';
import type { Measure } from '../measure/measure.ts';
import { MILLISECONDS_PER_DAY } from '../units.ts';
import { type AidedTake, type AideLevel, aideStanding } from './aide.ts';
import { aideNextWords, aideSentence } from './aide-words.ts';

const COUNT: Measure = { kind: 'count', unit: 'catches', direction: 'up', target: { low: 30, high: null } };

/** A session on each day, with these values. */
const sessions = (days: readonly { aide: AideLevel; values: readonly number[] }[]): AidedTake[] =>
  days.flatMap(({ aide, values }, day) =>
    values.map((value, place) => ({
      value,
      aide,
      at: day * MILLISECONDS_PER_DAY + place * 60_000,
      sessionId: String(day),
      dayKey: String(day),
    })),
  );
const many = (count: number, aide: AideLevel, values: readonly number[]) =>
  Array.from({ length: count }, () => ({ aide, values }));

describe('aideStanding', () => {
  it('asks for a session without after five with it, and not before', () => {
    expect(aideStanding(COUNT, sessions(many(4, 'with aide', [20, 22]))).next).toBe('gather');
    const asked = aideStanding(COUNT, sessions(many(5, 'with aide', [20, 22])));
    expect(asked).toMatchObject({
      sessionsWith: 5,
      sessionsWithout: 0,
      difference: null,
      next: 'try-without',
    });
    expect(aideNextWords(asked)).toMatch(/5 sessions\. Try a session without/);
    expect(aideSentence(COUNT, asked)).toBe(
      'Used in 5 sessions, not used in 0; it takes five of each to compare.',
    );
  });

  it('tells scores both ways with an interval, and no cause', () => {
    const mixed = Array.from({ length: 6 }, (_, place) => [
      { aide: 'with aide' as const, values: [24 + place, 26] },
      { aide: 'without aide' as const, values: [14 + place, 16] },
    ]).flat();
    const told = aideStanding(COUNT, sessions(mixed));
    expect(told.difference?.difference).toBeCloseTo(10, 0);
    expect(told.difference?.low).toBeGreaterThan(0);
    expect(told.next).toBe('compare');
    expect(aideSentence(COUNT, told)).toMatch(
      /^About 10 catches better in 6 sessions with it.*Nobody drew lots/,
    );
  });

  it('is faded once the target holds on three days without it', () => {
    const days = [...many(5, 'with aide', [31]), ...many(2, 'without aide', [33])];
    expect(aideStanding(COUNT, sessions(days)).next).toBe('try-without');
    const held = aideStanding(COUNT, sessions([...days, ...many(1, 'without aide', [30, 31])]));
    expect(held).toMatchObject({ heldDaysWithout: 3, next: 'fade' });
    expect(aideNextWords(held)).toMatch(/three days/);
  });

  it('takes a session for what most of its takes were', () => {
    const half = sessions([{ aide: 'with aide', values: [20, 20, 20] }]).map((take, place) =>
      place === 0 ? take : { ...take, aide: 'without aide' as const },
    );
    expect(aideStanding(COUNT, half)).toMatchObject({ sessionsWith: 0, sessionsWithout: 1 });
    expect(aideStanding({ ...COUNT, target: { low: null, high: null } }, half).heldDaysWithout).toBeNull();
  });
});
