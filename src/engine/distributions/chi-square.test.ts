import { describe, expect, it } from 'vitest';
import { chiSquareCdf, chiSquareQuantile } from './chi-square.ts';

describe('chi-squared', () => {
  it.each([
    // Printed tables: the upper and the lower 2.5 and 5 per cent.
    [0.95, 1, 3.841],
    [0.975, 5, 12.833],
    [0.025, 5, 0.831],
    [0.975, 12, 23.337],
    [0.025, 12, 4.404],
    [0.95, 100, 124.342],
  ])('has %f below its value for %i degrees of freedom', (share, freedom, value) => {
    expect(chiSquareQuantile(share, freedom)).toBeCloseTo(value, 3);
  });

  it('of two degrees is an exponential, to the last figures', () => {
    for (const x of [0.01, 0.5, 3, 4.1, 20, 60])
      expect(chiSquareCdf(x, 2)).toBeCloseTo(1 - Math.exp(-x / 2), 13);
    expect(chiSquareCdf(0, 3)).toBe(0);
  });
});
