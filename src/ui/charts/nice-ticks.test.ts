import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { niceTicks } from './nice-ticks.ts';

describe('niceTicks', () => {
  it('steps by round numbers and encloses the values', () => {
    expect(niceTicks(0, 83, { steps: 5 }).ticks).toEqual([0, 20, 40, 60, 80, 100]);
    expect(niceTicks(0, 0.7, { steps: 5 }).ticks).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
    expect(niceTicks(-3, 7, { steps: 5 }).ticks).toEqual([-4, -2, 0, 2, 4, 6, 8]);
  });

  it('never parts what is counted in ones', () => {
    expect(niceTicks(0, 2, { steps: 5, isWhole: true }).ticks).toEqual([0, 1, 2]);
    expect(niceTicks(0, 12, { steps: 5, isWhole: true }).ticks).toEqual([0, 3, 6, 9, 12]);
  });

  it('counts seconds as clocks do', () => {
    expect(niceTicks(0, 100, { steps: 5, isSeconds: true }).ticks).toEqual([0, 30, 60, 90, 120]);
    expect(niceTicks(0, 5000, { steps: 5, isSeconds: true }).ticks).toEqual([0, 1800, 3600, 5400]);
  });

  it('makes an axis of a single value, also of zero', () => {
    expect(niceTicks(0, 0, { steps: 5 }).ticks.length).toBeGreaterThan(1);
    expect(niceTicks(7, 7, { steps: 5 }).domain[0]).toBeLessThanOrEqual(7);
  });

  it('always encloses, always rises, and stays short', () => {
    const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(value, value, fc.boolean(), fc.boolean(), (a, b, isWhole, isSeconds) => {
        const [min, max] = a <= b ? [a, b] : [b, a];
        const { domain, ticks } = niceTicks(min, max, { steps: 5, isWhole, isSeconds });
        const slack = 1e-9 * Math.max(1, Math.abs(min), Math.abs(max));
        expect(domain[0]).toBeLessThanOrEqual(min + slack);
        expect(domain[1]).toBeGreaterThanOrEqual(max - slack);
        expect(ticks.length).toBeLessThanOrEqual(8);
        for (let index = 1; index < ticks.length; index += 1) {
          expect(ticks[index]).toBeGreaterThan(ticks[index - 1] ?? Number.NaN);
        }
      }),
    );
  });
});
