import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { random } from '../random.ts';
import { findChangePoints } from './change-points.ts';

const shifted = (seed: number, length: number, from: number, by: number) => {
  const chance = random(seed);
  return Array.from({ length }, (_, place) => chance.normal() + (place >= from ? by : 0));
};

describe('findChangePoints', () => {
  it('says nothing under eight attempts', () => {
    expect(findChangePoints([3, 3, 3, 3, 3, 3, 3])).toEqual({ kind: 'too-few-attempts', have: 7, need: 8 });
  });

  it('finds the worked example: ten as forecast, then 1.5 better each', () => {
    const residuals = [...[0, 1, -1, 0, 0, 1, -1, 0, 0, 0], ...Array.from({ length: 10 }, () => 1.5)];
    const found = findChangePoints(residuals);
    expect(found).toMatchObject({
      found: [{ seenAt: 18, beganAt: 11, direction: 'better', shift: 1.5, n: 8 }],
    });
  });

  it('finds a shift of either direction within some attempts of where it began', () => {
    for (const by of [1, -1]) {
      const delays = Array.from({ length: 60 }, (_, round) => {
        const found = findChangePoints(shifted(round, 160, 60, by));
        if (found.kind !== 'change-points') return null;
        const point = found.found.find(({ seenAt }) => seenAt > 60);
        return point?.direction === (by > 0 ? 'better' : 'worse') ? point : null;
      }).flatMap((point) => point ?? []);
      expect(delays.length).toBeGreaterThanOrEqual(57);
      const near = delays.filter(({ beganAt }) => Math.abs(beganAt - 61) <= 6);
      expect(near.length).toBeGreaterThan(0.8 * delays.length);
    }
  });

  it('lets at least 500 attempts pass between false alarms on average', () => {
    let [alarms, attempts] = [0, 0];
    for (let round = 0; round < 20; round += 1) {
      const found = findChangePoints(shifted(1000 + round, 5000, 0, 0));
      attempts += 5000;
      if (found.kind === 'change-points') alarms += found.found.length;
    }
    expect(attempts / Math.max(1, alarms)).toBeGreaterThan(500);
  });

  it('lets no single residual be a change, whatever it is', () => {
    for (const slip of [1e9, -1e9, Number.NaN, Number.POSITIVE_INFINITY]) {
      const found = findChangePoints([0, 0, 0, 0, 0, slip, 0, 0, 0, 0]);
      expect(found).toMatchObject({ found: [] });
    }
  });

  it('is the same turned round for what is turned round', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 8, maxLength: 80 }),
        (residuals) => {
          const [one, other] = [findChangePoints(residuals), findChangePoints(residuals.map((u) => -u))];
          if (one.kind !== 'change-points' || other.kind !== 'change-points') return;
          expect(other.found.map(({ seenAt, beganAt }) => [seenAt, beganAt])).toEqual(
            one.found.map(({ seenAt, beganAt }) => [seenAt, beganAt]),
          );
        },
      ),
    );
  });
});
