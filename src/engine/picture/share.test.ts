import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateShare } from './share.ts';

describe('estimateShare', () => {
  // Clopper and Pearson's limits at 95%, from the published closed forms and tables.
  it.each([
    [0, 10, 0, 0.3085],
    [5, 10, 0.1871, 0.8129],
    [10, 10, 0.6915, 1],
    [1, 20, 0.0013, 0.2487],
  ])('%d of %d lies between %d and %d', (successes, n, low, high) => {
    const found = estimateShare(successes, n, 0.95);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  it('holds the share inside and mirrors passes and fails', () => {
    const cases = fc
      .integer({ min: 1, max: 60 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(cases, ([successes, n]) => {
        const found = estimateShare(successes, n, 0.8);
        const mirror = estimateShare(n - successes, n, 0.8);
        expect(found.low).toBeLessThanOrEqual(found.share);
        expect(found.high).toBeGreaterThanOrEqual(found.share);
        expect(mirror.low).toBeCloseTo(1 - found.high, 8);
      }),
    );
  });
});
