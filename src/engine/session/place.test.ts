import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goodness, type Measure } from '../measure/measure.ts';
import { placeAgainst } from './place.ts';

const beats: Measure = { kind: 'score', unit: 'beats', direction: 'within', target: { low: 40, high: 50 } };
const more: Measure = { ...beats, direction: 'up', target: { low: null, high: null } };

describe('placeAgainst', () => {
  it.each([
    [36, 36, 37, 'inside'],
    [53, 36, 37, 'other-side'],
    [36, 52, 53, 'other-side'],
    [38, 36, 37, 'better'],
    [45, 36, 37, 'better'],
    [45, 52, 53, 'better'],
    [30, 36, 37, 'worse'],
    [60, 52, 53, 'worse'],
    [48, 42, 44, 'unjudged'],
    [51, 38, 45, 'unjudged'],
    [60, 38, 45, 'worse'],
  ])('puts %d against %d to %d: %s', (median, q25, q75, place) => {
    expect(placeAgainst(beats, median, { q25, q75 })).toBe(place);
  });

  it('judges nothing that cannot be seen, has no better side or is a pass', () => {
    const rating: Measure = { ...more, kind: 'rating' };
    expect(placeAgainst(rating, 6.84, { q25: 6, q75: 6.81 })).toBe('unjudged');
    expect(placeAgainst(rating, 6.9, { q25: 6, q75: 6.81 })).toBe('better');
    const open: Measure = { ...beats, target: { low: null, high: null } };
    expect(placeAgainst(open, 5, { q25: 43, q75: 47 })).toBe('unjudged');
    expect(placeAgainst(open, 45, { q25: 43, q75: 47 })).toBe('inside');
    expect(placeAgainst({ ...more, kind: 'pass' }, 1, { q25: 0, q75: 0 })).toBe('unjudged');
  });

  it('says inside of values, and better or worse only of every value between the quartiles', () => {
    const places = fc.integer({ min: 0, max: 20 });
    const measures = fc
      .tuple(fc.constantFrom('up', 'down', 'within'), fc.option(places), fc.option(places))
      .map(([direction, low, high]): Measure => ({ ...beats, direction, target: { low, high } }));
    fc.assert(
      fc.property(measures, places, places, places, (measure, median, one, other) => {
        const [q25, q75] = [Math.min(one, other), Math.max(one, other)];
        const place = placeAgainst(measure, median, { q25, q75 });
        expect(place === 'inside').toBe(q25 <= median && median <= q75);
        const differences = Array.from(
          { length: 4 * (q75 - q25) + 1 },
          (_, step) => goodness(measure, median) - goodness(measure, q25 + step / 4),
        );
        if (place === 'better') expect(differences.every((difference) => difference > 0)).toBe(true);
        if (place === 'worse') expect(differences.every((difference) => difference < 0)).toBe(true);
        if (measure.direction !== 'within') expect(['inside', 'better', 'worse']).toContain(place);
      }),
      { numRuns: 2_000 },
    );
  });
});
