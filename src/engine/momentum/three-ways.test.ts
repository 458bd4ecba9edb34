import { describe, expect, it } from 'vitest';
import { type Behaviour, waysSeen } from './three-ways.ts';

const STEADY: Behaviour = {
  daysSince: 2,
  usualGapDays: 2,
  sessions: 20,
  feels: [3, 4, 3, 4, 3, 4],
  course: 'cannot-tell',
  plateauAttempts: 0,
  holds: null,
  open: 3,
  openedLately: 3,
  cued: 8,
  cuesPassed: 3,
};
const seen = (more: Partial<Behaviour>) => waysSeen({ ...STEADY, ...more });

describe('waysSeen', () => {
  it('sees nothing in a steady practice', () => {
    expect(seen({})).toEqual([]);
  });

  it('goes by one’s own usual gap, and never by a gap of a week or less', () => {
    expect(seen({ daysSince: 7 })).toEqual([]);
    expect(seen({ daysSince: 8 })).toEqual([
      {
        way: 'give-up',
        reasons: [{ kind: 'gap-beyond-own-pattern', days: 8, usualDays: 2 }],
        offer: 'two-minute-return',
      },
    ]);
    expect(seen({ daysSince: 20, usualGapDays: 7 })).toEqual([]);
    expect(seen({ daysSince: 400, usualGapDays: null })).toEqual([]);
  });

  it('names a falling feel over six sessions, and none of fewer', () => {
    expect(seen({ feels: [4, 4, 4, 3, 3, 3] })).toMatchObject([
      {
        way: 'give-up',
        reasons: [{ kind: 'feel-falling', from: 4, to: 3, n: 6 }],
        offer: 'smaller-repetition',
      },
    ]);
    expect(seen({ feels: [5, 5, 1, 1, 1] })).toEqual([]);
  });

  it('names a plateau that was shown, and a target that no longer holds', () => {
    expect(seen({ course: 'plateau', plateauAttempts: 80, holds: 0.3 })).toEqual([
      {
        way: 'no-momentum',
        reasons: [
          { kind: 'plateau', attempts: 80 },
          { kind: 'no-longer-holds', probability: 0.3 },
        ],
        offer: 'three-exits',
      },
    ]);
    expect(seen({ holds: 0.3 })).toMatchObject([{ offer: 'look-again' }]);
  });

  it('names many open practices where some are new, and cues that pass', () => {
    expect(seen({ open: 4 })).toMatchObject([
      { way: 'distracted', reasons: [{ kind: 'many-open', open: 4, lately: 3 }], offer: 'park-some' },
    ]);
    expect(seen({ open: 9, openedLately: 0 })).toEqual([]);
    expect(seen({ cuesPassed: 4 })).toMatchObject([{ way: 'distracted', offer: 'if-then-plan' }]);
    expect(seen({ cued: 3, cuesPassed: 3 })).toEqual([]);
  });
});
