import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearScale } from './linear-scale.ts';

describe('linearScale', () => {
  it('runs downwards where y does', () => {
    const y = linearScale([0, 10], [200, 0]);
    expect(y(0)).toBe(200);
    expect(y(10)).toBe(0);
    expect(y(2.5)).toBe(150);
  });

  it('puts everything in the middle when there is nothing to spread', () => {
    expect(linearScale([5, 5], [0, 100])(5)).toBe(50);
  });

  it('keeps order and stays between the ends', () => {
    const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(
        finite,
        fc.double({ min: 0.01, max: 1e6, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (low, span, share) => {
          const at = linearScale([low, low + span], [40, 400])(low + span * share);
          expect(at).toBeGreaterThanOrEqual(40 - 1e-6);
          expect(at).toBeLessThanOrEqual(400 + 1e-6);
        },
      ),
    );
  });
});
