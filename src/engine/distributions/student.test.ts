import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logGamma, regularisedBeta, studentCdf, studentQuantile } from './student.ts';

describe('Student’s t', () => {
  it.each([
    [0.975, 1, 12.7062],
    [0.975, 2, 4.3027],
    [0.975, 4, 2.7764],
    [0.975, 10, 2.2281],
    [0.9, 5, 1.4759],
    [0.995, 30, 2.75],
    [0.975, 1e6, 1.96],
  ])('has the quantile of the tables at %f with %i degrees', (p, freedom, t) => {
    expect(studentQuantile(p, freedom)).toBeCloseTo(t, 3);
  });

  it('is its own inverse, and symmetric', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.integer({ min: 1, max: 200 }),
        (p, freedom) => {
          expect(studentCdf(studentQuantile(p, freedom), freedom)).toBeCloseTo(p, 9);
          expect(studentQuantile(1 - p, freedom)).toBeCloseTo(-studentQuantile(p, freedom), 6);
        },
      ),
    );
  });

  it('rests on functions that are right', () => {
    expect(Math.exp(logGamma(5))).toBeCloseTo(24, 9);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
    expect(regularisedBeta(0.3, 2, 3)).toBeCloseTo(0.3483, 10);
    expect([regularisedBeta(0, 1, 1), regularisedBeta(1, 1, 1)]).toEqual([0, 1]);
  });
});
