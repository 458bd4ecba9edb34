import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIRECTIONS, MEASURE_KINDS, reaches, valueFault } from './measure.ts';
import { targetFault, targetFaultWords } from './target-fault.ts';

const measures = fc.record({
  kind: fc.constantFrom(...MEASURE_KINDS),
  direction: fc.constantFrom(...DIRECTIONS),
  target: fc.record({ low: fc.option(fc.double()), high: fc.option(fc.double()) }),
});

describe('a target', () => {
  it.each([
    ['rating', 'up', 1e308, null, 'low', 'a rating lies between 0 and 10'],
    ['rating', 'down', null, -1, 'high', 'a rating lies between 0 and 10'],
    ['proportion', 'up', 1.01, null, 'low', 'a share lies between 0 and 1: write 0.8 for 80%'],
    ['duration', 'down', null, 86_401, 'high', 'a duration lies between 0 and 86400'],
    ['count', 'up', 2.5, null, 'low', 'a count is a whole number'],
    ['pass', 'up', 0.5, null, 'low', 'a pass is a whole number'],
    ['score', 'up', Number.NaN, null, 'low', 'a score lies between -1000000000000 and 1000000000000'],
    ['count', 'up', null, 30, 'high', 'a target that is better upwards has one number, its low end'],
    ['count', 'up', 20, 30, 'high', 'a target that is better upwards has one number, its low end'],
    ['count', 'down', 20, null, 'low', 'a target that is better downwards has one number, its high end'],
    ['count', 'within', 20, null, 'high', 'a target within a range has two numbers: [low, high]'],
    ['count', 'within', null, 20, 'low', 'a target within a range has two numbers: [low, high]'],
    ['count', 'within', 30, 20, 'high', 'the lower end of the range comes first: [low, high]'],
  ] as const)(
    'of a %s, %s, from %s to %s is wrong in its %s end: %s',
    (kind, direction, low, high, end, words) => {
      const measure = { kind, direction, target: { low, high } };
      const fault = targetFault(measure);
      expect(fault).toMatchObject({ end });
      expect(fault === null ? '' : targetFaultWords(measure, fault)).toBe(words);
    },
  );

  it('fits where it is not set, and where it is what the direction asks for', () => {
    for (const kind of MEASURE_KINDS) {
      for (const direction of DIRECTIONS) {
        expect(targetFault({ kind, direction, target: { low: null, high: null } })).toBeNull();
      }
      expect(targetFault({ kind, direction: 'up', target: { low: 1, high: null } })).toBeNull();
      expect(targetFault({ kind, direction: 'down', target: { low: null, high: 0 } })).toBeNull();
      expect(targetFault({ kind, direction: 'within', target: { low: 1, high: 1 } })).toBeNull();
    }
  });

  it('that fits can be reached by a value that the kind can take', () => {
    fc.assert(
      fc.property(measures, ({ kind, direction, target }) => {
        const best = target.low ?? target.high;
        if (best === null || targetFault({ kind, direction, target }) !== null) return;
        expect(valueFault(kind, best)).toBeNull();
        expect(reaches(target, best)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
