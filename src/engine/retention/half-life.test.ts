import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { random } from '../random.ts';
import {
  expectedLoss,
  halfLifeOf,
  lostShare,
  priorHalfLife,
  SKILL_SORTS,
  withColdStart,
} from './half-life.ts';

const MONTH_DAYS = 30.4375;

describe('the half-life', () => {
  it('begins with what is known of others: 6.5 months for accuracy, 13 for speed, 11 for both', () => {
    const months = SKILL_SORTS.map((sort) => halfLifeOf(priorHalfLife(sort)).medianDays / MONTH_DAYS);
    expect(months[0]).toBeCloseTo(6.5, 0);
    expect(months[1]).toBeCloseTo(13, 0);
    expect(months[2]).toBeCloseTo(11, 0);
  });

  it('loses half of the gain over one half-life, as in the worked example of the page', () => {
    expect(lostShare(396, 396)).toBe(0.5);
    expect(lostShare(14, 396)).toBeCloseTo(0.0242, 4);
    expect(expectedLoss(priorHalfLife('speed'), 0)).toEqual({ mean: 0, variance: 0 });
  });

  it('comes back to the half-life that the gaps were drawn with', () => {
    let inside = 0;
    for (let round = 0; round < 100; round += 1) {
      const chance = random(round);
      // Drawn from the prior, as an 80% interval supposes.
      const truth = 13 * MONTH_DAYS * Math.exp(0.9 * chance.normal());
      let belief = priorHalfLife('speed');
      for (let gap = 0; gap < 6; gap += 1) {
        const gapDays = 20 + 200 * chance.uniform();
        const loss = 0.8 * lostShare(gapDays, truth) + 0.05 * chance.normal();
        belief = withColdStart(belief, { gapDays, gain: 0.8, loss, sd: 0.05 });
      }
      const { lowerDays, upperDays, coldStarts } = halfLifeOf(belief);
      expect(coldStarts).toBe(6);
      if (lowerDays <= truth && truth <= upperDays) inside += 1;
    }
    expect(inside).toBeGreaterThanOrEqual(70);
    expect(inside).toBeLessThanOrEqual(93);
  });

  it('is not moved by a gap over which there was nothing to lose', () => {
    const belief = priorHalfLife('mixed');
    expect(withColdStart(belief, { gapDays: 30, gain: 0, loss: 0.2, sd: 0.1 })).toBe(belief);
    expect(withColdStart(belief, { gapDays: 30, gain: 1, loss: Number.NaN, sd: 0.1 })).toBe(belief);
  });

  it('stays one probability, whatever a gap brings', () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(number, number, number, number, (gapDays, gain, loss, sd) => {
        const { probabilities } = withColdStart(priorHalfLife('speed'), { gapDays, gain, loss, sd });
        expect(probabilities.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('loses more over a longer gap', () => {
    const belief = priorHalfLife('accuracy');
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 2000, noNaN: true }),
        fc.double({ min: 0, max: 500, noNaN: true }),
        (days, more) => {
          expect(expectedLoss(belief, days + more).mean).toBeGreaterThanOrEqual(
            expectedLoss(belief, days).mean - 1e-12,
          );
        },
      ),
    );
  });
});
