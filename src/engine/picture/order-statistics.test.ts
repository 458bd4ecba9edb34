import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { random } from '../random.ts';
import { ascending, medianInterval, medianOf, medianRank, quantile } from './order-statistics.ts';

describe('medianRank', () => {
  // Published table of intervals for the population median: n, rank from either end, coverage in per cent.
  it.each([
    [6, 1, 96.9],
    [7, 2, 87.5],
    [9, 3, 82.0],
    [9, 2, 96.1],
    [10, 3, 89.1],
    [12, 3, 96.1],
    [14, 5, 82.0],
    [17, 5, 95.1],
    [20, 6, 95.9],
    [20, 7, 88.5],
  ])('of %d attempts the pair of rank %d covers %d%%', (n, rank, percent) => {
    const found = medianRank(n, percent / 100 - 0.0006);
    expect(found?.rank).toBe(rank);
    expect((found?.coverage ?? 0) * 100).toBeCloseTo(percent, 0);
  });

  it('stays exact where 2^-n is no longer a number', () => {
    const found = medianRank(4001, 0.95);
    expect(found?.coverage).toBeGreaterThanOrEqual(0.95);
    expect(found?.coverage).toBeLessThan(0.952);
    expect(found?.rank).toBe(Math.floor(4001 / 2 - (1.96 * Math.sqrt(4001)) / 2) + 1);
  });
});

describe('medianInterval', () => {
  it('is the worked example of docs/science/picture.md', () => {
    const sorted = ascending([6, 7.5, 5, 6.5, 7, 6, 8, 6.5, 7]);
    expect(medianInterval(sorted, 0.8)).toEqual({
      kind: 'interval',
      low: 6,
      high: 7,
      level: 0.8,
      coverage: expect.closeTo(0.8203, 4),
    });
    expect(quantile(sorted, 0.5)).toBe(6.5);
  });

  it('says how many it needs when there are too few', () => {
    expect(medianInterval([1, 2, 3], 0.8)).toEqual({ kind: 'too-few-attempts', have: 3, need: 4 });
    expect(medianInterval([1, 2, 3, 4, 5], 0.95)).toEqual({ kind: 'too-few-attempts', have: 5, need: 6 });
    expect(medianInterval([], 0.8)).toEqual({ kind: 'too-few-attempts', have: 0, need: 4 });
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 0.999, noNaN: true }), (level) => {
        const found = medianInterval([1], level);
        const need = found.kind === 'too-few-attempts' ? found.need : 0;
        expect(medianRank(need, level)).not.toBeNull();
        expect(medianRank(need - 1, level)).toBeNull();
      }),
    );
  });

  it('covers the true median as often as it says, for a skewed distribution', () => {
    const { uniform } = random(2);
    const rounds = 4000;
    let covered = 0;
    for (let round = 0; round < rounds; round += 1) {
      const sample = Array.from({ length: 9 }, () => -Math.log(1 - uniform()));
      const found = medianInterval(ascending(sample), 0.8);
      if (found.kind === 'interval' && found.low <= Math.LN2 && Math.LN2 <= found.high) covered += 1;
    }
    expect(covered / rounds).toBeCloseTo(0.82, 1);
    expect(Math.abs(covered / rounds - 0.8203)).toBeLessThan(0.02);
  });
});

describe('medianOf', () => {
  it('does not mind the order and lies between the ends', () => {
    const values = fc.array(fc.double({ noNaN: true, min: -1e12, max: 1e12 }), { minLength: 1 });
    fc.assert(
      fc.property(values, (list) => {
        const median = medianOf(list);
        expect(medianOf([...list].reverse())).toBe(median);
        expect(list.filter((value) => value <= median).length * 2).toBeGreaterThanOrEqual(list.length);
        expect(list.filter((value) => value >= median).length * 2).toBeGreaterThanOrEqual(list.length);
      }),
    );
  });
});
