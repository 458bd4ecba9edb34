import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepAlive } from './keep-alive.ts';

describe('keepAlive', () => {
  it('keeps what loses most for each minute, and says what is let go and why', () => {
    const plan = keepAlive(
      [
        { id: 'juggling', minutes: 10, without: 0.5, withVisit: 0.8 },
        { id: 'typing', minutes: 5, without: 0.9, withVisit: 0.905 },
        { id: 'knots', minutes: 5, without: 0.4, withVisit: 0.7 },
        { id: 'chess', minutes: 40, without: 0.2, withVisit: 0.9 },
        { id: 'whistling', minutes: 10, without: 0.7, withVisit: 0.8 },
      ],
      20,
    );
    expect(plan.kept.map(({ id }) => id)).toEqual(['knots', 'juggling']);
    expect(plan.minutes).toBe(15);
    expect(plan.letGo.map(({ id, reason }) => [id, reason])).toEqual([
      ['chess', 'too-long-for-the-cap'],
      ['whistling', 'no-minutes-left'],
      ['typing', 'holds-anyway'],
    ]);
  });

  it('never exceeds the cap, and keeps or lets go each wish once', () => {
    const wish = fc.record({
      minutes: fc.integer({ min: 1, max: 60 }),
      without: fc.double({ min: 0, max: 1, noNaN: true }),
      withVisit: fc.double({ min: 0, max: 1, noNaN: true }),
      weight: fc.constantFrom(0, 1, 2),
    });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 20 }), fc.integer({ min: 0, max: 200 }), (wishes, cap) => {
        const named = wishes.map((one, place) => ({ ...one, id: String(place) }));
        const plan = keepAlive(named, cap);
        expect(plan.minutes).toBeLessThanOrEqual(cap);
        expect(plan.kept.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(plan.minutes);
        const ids = [...plan.kept, ...plan.letGo].map(({ id }) => id).sort();
        expect(ids).toEqual(named.map(({ id }) => id).sort());
      }),
    );
  });
});
