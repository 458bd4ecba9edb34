import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { random } from '../random.ts';
import type { SelfRating } from './calibration.ts';
import { calibrationCourse, cameOffBySureness, courseSentence } from './calibration-course.ts';

const ratings = (confidence: number, n: number, came: number): SelfRating[] =>
  Array.from({ length: n }, (_, place) => ({ confidence, cameOff: place < came }));

function course(all: readonly SelfRating[]) {
  const found = calibrationCourse(all);
  if (found.kind !== 'course') throw new Error(`a course, and not ${found.kind}`);
  return found;
}

describe('how knowing oneself went', () => {
  it('has fallen where what is said came nearer to what happens, and says by how much', () => {
    const found = course([...ratings(0.9, 20, 6), ...ratings(0.5, 20, 10)]);
    expect(found.fall.value).toBeCloseTo(0.6, 9);
    // Two groups of 20: variances 20/19 * 0.21 and 20/19 * 0.25, and Welch's t of 37.7 degrees is 2.0250.
    const reach = 2.025 * Math.sqrt((0.21 + 0.25) / 19);
    expect(found.fall.lower).toBeCloseTo(0.6 - reach, 3);
    expect(found.verdict).toBe('falling');
    expect(courseSentence(found)).toBe(
      'What you say has come nearer to what happens, by 28 to 92 points in a hundred.',
    );
  });

  it('advises where the gap is plain and did not fall', () => {
    const found = course([...ratings(0.9, 20, 8), ...ratings(0.9, 20, 8)]);
    expect(found.verdict).toBe('cannot-tell');
    expect(courseSentence(found)).toContain('think of your last five takes');
  });

  it('is rising where it lies further off, and no gap that turned over is called smaller', () => {
    expect(course([...ratings(0.5, 30, 14), ...ratings(0.9, 30, 6)]).verdict).toBe('rising');
    const turned = course([...ratings(0.7, 30, 15), ...ratings(0.1, 30, 24)]);
    expect(turned.fall.lower).toBeGreaterThan(0);
    expect(turned.verdict).not.toBe('falling');
  });

  it('needs twenty ratings', () => {
    const few = calibrationCourse(ratings(0.5, 19, 9));
    expect(few).toEqual({ kind: 'too-few-ratings', have: 19, need: 20 });
    expect(courseSentence(few)).toBeNull();
  });

  it('tells learners whose gap did not change anything in at most one of twenty', () => {
    const chance = random(11);
    let told = 0;
    for (let learner = 0; learner < 600; learner += 1) {
      const all = Array.from({ length: 40 }, () => ({
        confidence: chance.uniform() < 0.5 ? 0.5 : 0.7,
        cameOff: chance.uniform() < 0.55,
      }));
      if (course(all).verdict !== 'cannot-tell') told += 1;
    }
    expect(told / 600).toBeLessThan(0.075);
    expect(told).toBeGreaterThan(0);
  });

  it('holds for any ratings: an interval about its value, and bins that count each rating once', () => {
    const rating = fc.record({
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
      cameOff: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(rating, { minLength: 20, maxLength: 80 }), (all) => {
        const { fall } = course(all);
        expect(fall.lower).toBeLessThanOrEqual(fall.value);
        expect(fall.upper).toBeGreaterThanOrEqual(fall.value);
        const bins = cameOffBySureness(all);
        expect(bins.reduce((sum, { came }) => sum + came.n, 0)).toBe(all.length);
        expect(bins.map(({ confidence }) => confidence)).toEqual(
          bins.map(({ confidence }) => confidence).toSorted((a, b) => a - b),
        );
      }),
    );
  });
});
