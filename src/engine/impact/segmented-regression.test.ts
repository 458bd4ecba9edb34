import { describe, expect, it } from 'vitest';
import { random } from '../random.ts';
import { segmentedRegression } from './segmented-regression.ts';

/** Likeness `rho` of neighbours; a line up to `before`, and a gap of `gap` from there on. */
function simulate(seed: number, rho: number, before: number, after: number, gap: number) {
  const chance = random(seed);
  let noise = chance.normal() / Math.sqrt(1 - rho ** 2);
  return Array.from({ length: before + after }, (_, t) => {
    const value = 3 + 0.1 * t + (t >= before ? gap : 0) + noise;
    noise = rho * noise + chance.normal();
    return value;
  });
}

describe('segmented regression', () => {
  it('is the worked example', () => {
    const series = [2, 1, 3, 2, 2, 3, 2, 1, 3, 2, 2, 3, 6, 5, 7, 6, 7, 6];
    expect(segmentedRegression(series, 12, 0.95)).toEqual({
      estimate: expect.closeTo(3.447, 3),
      lower: expect.closeTo(1.226, 3),
      upper: expect.closeTo(5.423, 3),
      p: expect.closeTo(0.0124, 4),
    });
  });

  it('finds the mean gap of a line that leaps and then bends, without scatter', () => {
    const series = Array.from({ length: 20 }, (_, t) => 5 - 0.3 * t + (t >= 12 ? 4 + 0.5 * (t - 15.5) : 0));
    const { estimate, lower, upper } = segmentedRegression(series, 12, 0.95);
    expect([estimate, lower, upper]).toEqual([4, 4, 4].map((gap) => expect.closeTo(gap, 4)));
  });

  it('does not care for the unit, nor for a line that is added', () => {
    const series = simulate(3, 0.3, 12, 6, 1);
    const { estimate, lower, p } = segmentedRegression(series, 12, 0.95);
    const other = segmentedRegression(
      series.map((value, t) => 10 * value + 7 - 2 * t),
      12,
      0.95,
    );
    expect(other.estimate).toBeCloseTo(10 * estimate, 5);
    expect(other.lower).toBeCloseTo(10 * lower, 5);
    expect(other.p).toBeCloseTo(p, 6);
  });

  it('holds the gap that was put in, also where neighbours are alike', () => {
    for (const rho of [0, 0.6]) {
      let held = 0;
      for (let seed = 1; seed <= 80; seed += 1) {
        const { lower, upper } = segmentedRegression(simulate(seed, rho, 16, 8, 2), 16, 0.95);
        if (lower <= 2 && 2 <= upper) held += 1;
      }
      expect(held / 80).toBeGreaterThan(0.9);
    }
  });

  it('gives numbers for a series that never changes', () => {
    const { estimate, lower, upper, p } = segmentedRegression(
      Array.from({ length: 9 }, () => 0),
      6,
      0.95,
    );
    expect([estimate, lower, upper]).toEqual([0, 0, 0].map((value) => expect.closeTo(value, 9)));
    expect(p).toBeCloseTo(1, 6);
  });
});
