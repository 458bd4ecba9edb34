import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { autopilotOf } from './autopilot.ts';

const up = { kind: 'count', better: 'up' } as const;
/** One a minute, from `from` on. */
const taken = (from: number, values: readonly number[]) =>
  values.map((value, index) => ({ at: from + index, value }));

describe('whether it runs by itself', () => {
  it('is the worked example: usual is 20, and 19, 12 and 18 with a second task are two of three', () => {
    expect(autopilotOf(up, taken(0, [20, 21, 19, 20]), taken(10, [19, 12, 18]))).toEqual({
      kind: 'autopilot',
      held: 2,
      of: 3,
      at: 12,
      cost: 0.1,
    });
  });

  it.each([
    ['one of three', up, [20, 20, 20], [19, 12, 12], 'not-yet', 1],
    ['none of three', up, [20, 20, 20], [12, 12, 12], 'not-yet', 0],
    [
      'a time that is longer by a tenth of itself',
      { kind: 'duration', better: 'down' },
      [18, 18, 18],
      [20, 20, 20],
      'autopilot',
      3,
    ],
    [
      'a time that is longer by more',
      { kind: 'duration', better: 'down' },
      [18, 18, 18],
      [21, 21, 20],
      'not-yet',
      1,
    ],
    ['a rating a point lower', { kind: 'rating', better: 'up' }, [7, 7, 7], [6, 6, 6], 'autopilot', 3],
    ['a rating two points lower', { kind: 'rating', better: 'up' }, [7, 7, 7], [5, 5, 6], 'not-yet', 1],
    ['two passes', { kind: 'pass', better: 'up' }, [1, 1, 0], [1, 0, 1], 'autopilot', 2],
    ['better than usual', up, [20, 20, 20], [30, 30, 30], 'autopilot', 3],
  ] as const)('%s', (_, measure, whole, beside, kind, held) => {
    expect(autopilotOf(measure, taken(0, whole), taken(10, beside))).toMatchObject({ kind, held });
  });

  it('gives the day of the first such three, whatever came after', () => {
    const beside = taken(10, [12, 20, 20, 12, 12, 12]);
    expect(autopilotOf(up, taken(0, [20, 20, 20]), beside)).toMatchObject({ kind: 'autopilot', at: 12 });
  });

  it('says what is missing, and goes by takes of the whole before and no others', () => {
    expect(autopilotOf(up, taken(0, [20, 20]), taken(10, [20, 20, 20]))).toEqual({
      kind: 'too-few-attempts',
      usual: 2,
      beside: 0,
      need: 3,
    });
    expect(autopilotOf(up, taken(20, [20, 20, 20]), taken(10, [20, 20, 20])).kind).toBe('too-few-attempts');
    expect(autopilotOf(up, taken(0, [20, 20, 20]), taken(10, [20]))).toMatchObject({ beside: 1 });
    expect(
      autopilotOf({ kind: 'score', better: 'up' }, taken(0, [-1, 0, 1]), taken(10, [1, 1, 1])).kind,
    ).toBe('no-scale');
  });

  it('never holds fewer than two where it says so, and a better take never takes it back', () => {
    const values = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 3, maxLength: 9 });
    fc.assert(
      fc.property(values, values, (whole, beside) => {
        const usual = taken(0, whole);
        const found = autopilotOf(up, usual, taken(100, beside));
        if (found.kind === 'autopilot') expect(found.held).toBeGreaterThanOrEqual(2);
        if (found.kind === 'not-yet') expect(found.held).toBeLessThan(2);
        const better = autopilotOf(
          up,
          usual,
          taken(
            100,
            beside.map((value) => value + 1),
          ),
        );
        if (found.kind === 'autopilot') expect(better.kind).toBe('autopilot');
      }),
    );
  });
});
