import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { random } from '../random.ts';
import { type Calibration, calibrationOf, calibrationSentence, type SelfRating } from './calibration.ts';

function ratings(confidence: number, n: number, came: number): readonly SelfRating[] {
  return Array.from({ length: n }, (_, place) => ({ confidence, cameOff: place < came }));
}

function told(calibration: Calibration) {
  if (calibration.kind !== 'calibration') throw new Error(`a calibration, and not ${calibration.kind}`);
  return calibration;
}

describe('self-rating against what happened', () => {
  it('is the worked example', () => {
    const calibration = told(calibrationOf([...ratings(0.9, 12, 6), ...ratings(0.6, 8, 3)]));
    expect([calibration.meanConfidence, calibration.shareCameOff]).toEqual([expect.closeTo(0.78, 9), 0.45]);
    expect(calibration.bias).toEqual({
      value: expect.closeTo(0.33, 9),
      lower: expect.closeTo(0.0953, 4),
      upper: expect.closeTo(0.5494, 4),
    });
    // Two groups: the HC3 variance of each share is its sum of squares over (n - 1)², and t of 18 degrees is 2.1009.
    const reach = (2.100922 / 0.3) * Math.sqrt(3 / 11 ** 2 + 1.875 / 7 ** 2);
    expect(calibration.slope).toEqual({
      value: expect.closeTo((6 / 12 - 3 / 8) / 0.3, 9),
      lower: expect.closeTo(0.4167 - reach, 3),
      upper: expect.closeTo(0.4167 + reach, 3),
    });
    expect(calibration.brier.value).toBeCloseTo((6 * 0.01 + 6 * 0.81 + 3 * 0.16 + 5 * 0.36) / 20, 9);
    expect(calibration.verdict).toBe('over-confident');
    expect(calibrationSentence(calibration)).toBe(
      'On average you were 78% sure, and 45% of 20 came off. That is surer than it turned out, by 9 to 55 points in a hundred.',
    );
  });

  it.each([
    [ratings(0.2, 20, 18), 'That is less sure than it turned out, by 48 to 79 points in a hundred.'],
    [
      ratings(0.6, 12, 7),
      'Too few to say whether you are too sure or not sure enough (-25 to 33 points in a hundred).',
    ],
    [
      ratings(0.5, 500, 250),
      'You know about how it will turn out: the difference is under ten points in a hundred.',
    ],
    [ratings(0.5, 9, 4), 'Too early to say: 9 of the 10 ratings that it takes.'],
  ])('is put into words', (all, words) => {
    expect(calibrationSentence(calibrationOf(all))).toContain(words);
  });

  it('has no slope where confidence never varied, and leaves out what is no share', () => {
    const calibration = told(
      calibrationOf([...ratings(0.7, 10, 7), ...ratings(7, 4, 4), ...ratings(Number.NaN, 1, 1)]),
    );
    expect([calibration.n, calibration.slope]).toEqual([10, null]);
  });

  it('is in doubt even of what never turned out otherwise', () => {
    const { bias, slope, brier } = told(calibrationOf([...ratings(1, 8, 8), ...ratings(0, 8, 0)]));
    expect(bias.upper - bias.lower).toBeGreaterThan(0.3);
    expect(slope?.lower).toBeLessThan(0.9);
    expect(brier).toEqual({ value: 0, lower: 0, upper: expect.closeTo(0.122, 2) });
  });

  it('never gives a number that is none, and has its values within their intervals', () => {
    const rating = fc.record({
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
      cameOff: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(rating, { minLength: 10, maxLength: 40 }), (all) => {
        const { bias, slope, brier } = told(calibrationOf(all));
        for (const one of [bias, brier, ...(slope === null ? [] : [slope])]) {
          expect(one.lower <= one.value && one.value <= one.upper).toBe(true);
        }
      }),
    );
  });

  it('holds bias and slope about nineteen times in twenty', () => {
    const chance = random(2);
    let [heldBias, heldSlope] = [0, 0];
    const rounds = 400;
    for (let round = 0; round < rounds; round += 1) {
      const confidences = Array.from({ length: 40 }, () => chance.uniform());
      const chanceOf = (confidence: number) => 0.2 + 0.5 * confidence;
      const all = confidences.map((confidence) => ({
        confidence,
        cameOff: chance.uniform() < chanceOf(confidence),
      }));
      const { bias, slope } = told(calibrationOf(all));
      const real = confidences.reduce((sum, one) => sum + one - chanceOf(one), 0) / 40;
      if (bias.lower <= real && real <= bias.upper) heldBias += 1;
      if (slope !== null && slope.lower <= 0.5 && 0.5 <= slope.upper) heldSlope += 1;
    }
    expect(heldBias / rounds).toBeGreaterThan(0.94);
    expect(heldSlope / rounds).toBeGreaterThan(0.92);
  });
});
