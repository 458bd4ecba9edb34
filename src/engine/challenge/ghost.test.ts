import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ghostOf, type PastAttempt } from './ghost.ts';

const SECONDS = { direction: 'down', target: { low: null, high: 30 } } as const;
const past = (values: readonly number[], under = ''): PastAttempt[] =>
  values.map((value) => ({ value, under }));

describe('the ghost', () => {
  it('is the middle of the latest comparable attempts, with their middle half and how many they are', () => {
    const attempts = [...past([90, 80]), ...past([1, 2, 3], 'left hand'), ...past([40, 44, 38, 42, 41])];
    expect(ghostOf(SECONDS, attempts, '', 'median', 5)).toEqual({
      kind: 'ghost',
      of: 'median',
      value: 41,
      low: 40,
      high: 42,
      n: 5,
    });
  });

  it('can be one’s best, which for a time is the shortest and for a range the nearest', () => {
    expect(ghostOf(SECONDS, past([40, 44, 38, 42, 41]), '', 'best')).toMatchObject({ value: 38, of: 'best' });
    const range = { direction: 'within', target: { low: 4, high: 6 } } as const;
    expect(ghostOf(range, past([1, 9, 3.5, 8, 7]), '', 'best')).toMatchObject({ value: 3.5 });
  });

  it('needs five that are comparable', () => {
    const attempts = [...past([1, 2, 3, 4]), ...past([5, 6], 'other')];
    expect(ghostOf(SECONDS, attempts, '')).toEqual({ kind: 'too-few-attempts', have: 4, need: 5 });
  });

  it('has half of the attempts that it is of on either side', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 5, maxLength: 40 }),
        (values) => {
          const ghost = ghostOf(SECONDS, past(values), '');
          if (ghost.kind !== 'ghost') throw new Error('none');
          const used = values.slice(-15);
          expect(ghost.n).toBe(used.length);
          expect(used.filter((value) => value < ghost.value).length).toBeLessThanOrEqual(used.length / 2);
          expect(used.filter((value) => value > ghost.value).length).toBeLessThanOrEqual(used.length / 2);
          expect(ghost.low <= ghost.value && ghost.value <= ghost.high).toBe(true);
        },
      ),
    );
  });
});
