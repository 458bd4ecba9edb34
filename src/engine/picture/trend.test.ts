import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Measure } from '../measure/measure.ts';
import { type AttemptsPlan, simulateAttempts } from '../simulate/simulate-attempts.ts';
import type { AttemptFact } from './picture.ts';
import { estimateTrend, midRanks } from './trend.ts';

const score: Measure = { kind: 'score', unit: 'points', direction: 'up', target: { low: null, high: null } };
const still: AttemptsPlan = { attempts: 40, perSession: 3, likeness: 0, dayShock: 0, level: () => 0 };

function series(values: readonly number[], perSession = 1): readonly AttemptFact[] {
  return values.map((value, index) => {
    const day = Math.floor(index / perSession);
    return { value, at: index, sessionId: `s${day}`, dayKey: `d${day}` };
  });
}

/** How often a trend is called, and how often it is called the right way. */
function verdicts(practice: AttemptsPlan, rounds: number) {
  let called = 0;
  let improving = 0;
  for (let round = 0; round < rounds; round += 1) {
    const { kind } = estimateTrend(score, simulateAttempts(practice, 1000 + round), 0.95);
    if (kind === 'improving' || kind === 'slipping') called += 1;
    if (kind === 'improving') improving += 1;
  }
  return { called: called / rounds, improving: improving / rounds };
}

describe('midRanks', () => {
  it('gives equals the mean of their ranks, also where arithmetic parts them', () => {
    expect(midRanks([3, 1, 3, 2, 3])).toEqual([3, 0, 3, 1, 3]);
    expect(midRanks([0.1 + 0.2, 0.3, 0.1])).toEqual([1.5, 1.5, 0]);
    expect(midRanks([7, 7])).toEqual([0.5, 0.5]);
    expect(midRanks([])).toEqual([]);
  });

  it('is the number below plus half of the others that are equal, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 20 }), (values) => {
        const slow = values.map(
          (value) =>
            values.filter((other) => other < value).length +
            (values.filter((other) => other === value).length - 1) / 2,
        );
        expect(midRanks(values)).toEqual(slow);
      }),
    );
  });
});

describe('estimateTrend', () => {
  it('says nothing under eight attempts, or with no two sessions to compare', () => {
    expect(estimateTrend(score, series([1, 2, 3, 4, 5, 6, 7]), 0.95)).toEqual({
      kind: 'too-few-attempts',
      have: 7,
      need: 8,
    });
    expect(estimateTrend(score, series([1, 2, 3, 4, 5, 6, 7, 8, 9], 3), 0.95)).toEqual({
      kind: 'too-few-sessions',
      have: 3,
      need: 5,
    });
    const noRange: Measure = { ...score, direction: 'within' };
    expect(estimateTrend(noRange, series([1, 2, 3, 4, 5, 6, 7, 8]), 0.95)).toEqual({ kind: 'no-target' });
  });

  it('is the worked example of docs/science/picture.md', () => {
    const values = [4, 5, 6, 5, 6.5, 8, 7, 8, 9, 6, 7, 8, 9, 9.5, 10];
    const trend = estimateTrend(score, series(values, 3), 0.95);
    expect(trend).toMatchObject({ kind: 'cannot-tell', n: 15, sessions: 5, level: 0.95 });
    if (trend.kind !== 'cannot-tell') throw new Error('not reached');
    expect(trend.perTenAttempts).toBeCloseTo(3.5417, 4);
    expect(trend.low).toBeCloseTo(-3.7488, 3);
    expect(trend.high).toBeCloseTo(8.6229, 3);
  });

  it('widens by the likeness of neighbours, its bias put back', () => {
    // Session medians 5, 8, 9, 8.5, 5.5: rank autocorrelation 0, corrected to 0.2, inflation 1.168.
    const values = [4, 5, 6, 7, 8, 9, 8, 9, 10, 8, 8.5, 9, 5, 5.5, 6];
    const trend = estimateTrend(score, series(values, 3), 0.95);
    expect(trend).toMatchObject({ kind: 'cannot-tell', low: expect.closeTo(-10.8579, 3) });
    expect(trend).toMatchObject({ perTenAttempts: 0.625, high: expect.closeTo(10.7569, 3) });
  });

  it('finds no likeness in sessions that are level with one another', () => {
    // Session medians 5, 3, 5, 5, 5: slope 0, limits 2/3 an attempt either way, ranks 0.5, -2, 0.5, 0.5, 0.5. By its place
    // in time each 5 would rank above the one before, and the likeness of neighbours would come to 0.92 instead of its floor.
    const values = [4, 5, 6, 2, 3, 4, 4, 5, 6, 4, 5, 6, 4, 5, 6];
    const trend = estimateTrend(score, series(values, 3), 0.95);
    const limit = (20 / 3) * Math.sqrt(1.1245);
    expect(trend).toMatchObject({ kind: 'cannot-tell', perTenAttempts: 0 });
    expect(trend).toMatchObject({ low: expect.closeTo(-limit, 3), high: expect.closeTo(limit, 3) });
  });

  it('makes no trend of values that are all the same, whatever means make of them', () => {
    const shares = fc.constantFrom(0.1, 0.3, 0.7, 1 / 3, 6.02, 1e9 + 0.1);
    const sessions = fc.array(fc.nat(12), { minLength: 8, maxLength: 120 });
    fc.assert(
      fc.property(shares, sessions, fc.constantFrom('up', 'down', 'within'), (value, list, direction) => {
        const facts = list.map((session, at) => ({
          value,
          at,
          sessionId: `${session}`,
          dayKey: `${session}`,
        }));
        const measure: Measure = { ...score, direction, target: { low: 0.5, high: 0.6 } };
        const trend = estimateTrend(measure, facts, 0.95);
        if ('low' in trend) expect(trend).toMatchObject({ kind: 'cannot-tell', low: 0, high: 0 });
      }),
    );
  });

  it('goes by ten runs of sessions, not by a hundred sessions', () => {
    const values = Array.from(
      { length: 100 },
      (_, index) => Math.floor(index / 10) + (index % 10 === 9 ? 10 : 0),
    );
    const trend = estimateTrend(score, series(values), 0.95);
    expect(trend).toMatchObject({ kind: 'improving', low: expect.closeTo(1, 9), high: expect.closeTo(1, 9) });
  });

  it('finds a steady rise in the measure, whichever way is better', () => {
    const rising = series(Array.from({ length: 30 }, (_, index) => index * 0.5 + (index % 3) * 0.2));
    const up = estimateTrend(score, rising, 0.95);
    const down = estimateTrend({ ...score, direction: 'down' }, rising, 0.95);
    expect(up.kind).toBe('improving');
    expect(down.kind).toBe('slipping');
    if (up.kind !== 'improving' || down.kind !== 'slipping') throw new Error('not reached');
    expect(up.perTenAttempts).toBeCloseTo(5, 1);
    expect(down.perTenAttempts).toBeCloseTo(-up.perTenAttempts, 10);
    expect(down.low).toBeCloseTo(-up.high, 10);
  });

  it.each([
    ['independent attempts', still],
    ['good and bad days', { ...still, dayShock: 1 }],
    ['likeness between neighbours', { ...still, likeness: 0.6 }],
    ['both, in uneven sessions', { ...still, attempts: 100, perSession: 0, likeness: 0.6, dayShock: 1 }],
    ['strong likeness', { ...still, attempts: 100, perSession: 1, likeness: 0.8, dayShock: 0.3 }],
    ['one attempt a session', { ...still, perSession: 1, likeness: 0.3, dayShock: 0.5 }],
  ])('invents no trend from %s', (_, practice) => {
    // At most 7% in the long run; 300 rounds may stray three standard errors above that.
    expect(verdicts(practice, 300).called).toBeLessThan(0.115);
  });

  it('finds real trends, and never the wrong way round', () => {
    const rise = (gain: number): AttemptsPlan => ({
      ...still,
      attempts: 100,
      level: (index) => (gain * index) / 100,
    });
    const strong = verdicts(rise(3), 150);
    expect(strong.improving).toBeGreaterThan(0.95);
    expect(verdicts(rise(-3), 150).improving).toBe(0);
  });

  it('holds the true slope inside its interval', () => {
    let covered = 0;
    const rounds = 200;
    for (let round = 0; round < rounds; round += 1) {
      const practice: AttemptsPlan = { ...still, attempts: 60, dayShock: 0.5, level: (index) => index / 20 };
      const trend = estimateTrend(score, simulateAttempts(practice, round), 0.95);
      if ('low' in trend && trend.low <= 0.5 && 0.5 <= trend.high) covered += 1;
    }
    expect(covered / rounds).toBeGreaterThan(0.92);
  });

  it('gives finite ordered numbers for anything', () => {
    const attempts = fc.array(
      fc.record({ value: fc.double({ min: -1e12, max: 1e12, noNaN: true }), session: fc.nat(12) }),
      { maxLength: 60 },
    );
    const directions = fc.constantFrom('up', 'down', 'within');
    fc.assert(
      fc.property(attempts, directions, fc.constantFrom(0.5, 0.8, 0.95, 0.999), (list, direction, level) => {
        const facts = list.map(({ value, session }, at) => ({
          value,
          at,
          sessionId: `${session}`,
          dayKey: `${session}`,
        }));
        const measure: Measure = { ...score, direction, target: { low: 0, high: 10 } };
        const trend = estimateTrend(measure, facts, level);
        if (!('low' in trend)) return;
        expect(Number.isFinite(trend.low) && Number.isFinite(trend.high)).toBe(true);
        expect(trend.low).toBeLessThanOrEqual(trend.perTenAttempts);
        expect(trend.high).toBeGreaterThanOrEqual(trend.perTenAttempts);
      }),
    );
  });
});
