import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEASURE_KINDS, type MeasureKind } from '../measure/measure.ts';
import { random } from '../random.ts';
import { type DualCost, dualCost } from './dual-cost.ts';
import { shareDifference } from './share-difference.ts';

function told(cost: DualCost) {
  if (cost.kind !== 'cost') throw new Error(`a cost, and not ${cost.kind}`);
  return cost;
}

const down = { kind: 'duration', better: 'down' } as const;

describe('what it costs to do two things at once', () => {
  it('is the worked example: 20 seconds alone, 24 and a half together', () => {
    expect(dualCost(down, [20, 21, 19, 20], [24, 25, 23, 26])).toEqual({
      kind: 'cost',
      of: 'ratio',
      cost: expect.closeTo(0.1832, 4),
      lower: expect.closeTo(1 - 20 / 23, 9),
      upper: expect.closeTo(1 - 20 / 26, 9),
      level: 0.8,
      alone: 4,
      together: 4,
    });
  });

  it.each([
    // A time twice as long and a rate half as high are the same cost.
    [down, [10, 10, 10], [20, 20, 20], 0.5],
    [{ kind: 'rate', better: 'up' }, [60, 60, 60], [30, 30, 30], 0.5],
    [{ kind: 'rate', better: 'down' }, [3, 3, 3], [4, 4, 4], 0.25],
    [{ kind: 'score', better: 'up' }, [50, 60, 50], [45, 54, 45], 0.1],
    // Half of one stands for a count of nothing.
    [{ kind: 'count', better: 'up' }, [9.5, 9.5, 9.5], [4.5, 4.5, 4.5], 0.5],
    [{ kind: 'rating', better: 'up' }, [7, 7, 7], [6, 6, 6], 0.1],
    [{ kind: 'proportion', better: 'up' }, [0.9, 0.9, 0.9], [0.7, 0.7, 0.7], 0.2],
    [{ kind: 'proportion', better: 'down' }, [0.1, 0.1, 0.1], [0.3, 0.3, 0.3], 0.2],
    [{ kind: 'pass', better: 'up' }, [1, 1, 1, 0], [1, 0, 0, 0], 0.5],
    [{ kind: 'pass', better: 'down' }, [0, 0, 0, 1], [0, 1, 1, 1], 0.5],
    // Better together costs less than nothing.
    [down, [20, 20, 20], [10, 10, 10], -1],
  ] as const)('of %j, %j alone and %j together, is %d', (measure, alone, together, expected) => {
    expect(told(dualCost(measure, alone, together)).cost).toBeCloseTo(expected, 9);
  });

  it('says what is missing', () => {
    expect(dualCost(down, [20, 21], [24, 25, 23])).toEqual({
      kind: 'too-few-attempts',
      alone: 2,
      together: 3,
      need: 3,
    });
    expect(dualCost({ kind: 'score', better: 'up' }, [-1, 0, 2], [1, 2, 3])).toEqual({ kind: 'no-scale' });
  });

  it('is nought where nothing differs, and not minus nought', () => {
    for (const kind of ['duration', 'rating', 'proportion'] as const) {
      const { cost } = told(dualCost({ kind, better: 'up' }, [0.5, 0.5, 0.5], [0.5, 0.5, 0.5]));
      expect(Object.is(cost, 0)).toBe(true);
    }
  });

  it('lies within its interval for every measure, never over all there is, and never is no number', () => {
    const kinds = fc.constantFrom<MeasureKind>(...MEASURE_KINDS);
    const values = fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(kinds, fc.constantFrom('up', 'down'), values, values, (kind, better, alone, together) => {
        const cost = dualCost({ kind, better }, alone, together);
        if (cost.kind !== 'cost') return;
        expect(cost.lower <= cost.cost && cost.cost <= cost.upper).toBe(true);
        expect(cost.upper).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('holds what was put in at least four times in five', () => {
    const chance = random(6);
    let held = 0;
    const rounds = 600;
    for (let round = 0; round < rounds; round += 1) {
      const alone = Array.from({ length: 5 }, () => 20 * Math.exp(0.1 * chance.normal()));
      const together = Array.from({ length: 6 }, () => 25 * Math.exp(0.1 * chance.normal()));
      const { lower, upper } = told(dualCost(down, alone, together));
      if (lower <= 0.2 && 0.2 <= upper) held += 1;
    }
    expect(held / rounds).toBeGreaterThan(0.78);
  });
});

describe('the difference of two shares', () => {
  // Newcombe 1998, table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [10, 10, 0, 20, 0.6791, 1],
  ])('of %d in %d and %d in %d is as published', (a, m, b, n, lower, upper) => {
    const found = shareDifference({ successes: a, n: m }, { successes: b, n }, 0.95);
    expect([found.lower, found.upper]).toEqual([expect.closeTo(lower, 3), expect.closeTo(upper, 3)]);
  });
});
