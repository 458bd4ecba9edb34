import { describe, expect, it } from 'vitest';
import type { Place } from './agenda.ts';
import { intervalDays, rhythmOf } from './rhythm.ts';

const days = (place: Place, sittingsAWeek: number | null, designSittingsAWeek: number | null) =>
  intervalDays(rhythmOf({ place, sittingsAWeek, designSittingsAWeek }));

describe('the days from one sitting to the next', () => {
  it('are the learner’s own, else the design’s, else those of three a week', () => {
    expect(days('focus', 2, 7)).toBe(3.5);
    expect(days('focus', null, 5)).toBe(7 / 5);
    expect(days('focus', null, null)).toBe(7 / 3);
  });

  it('are four times as many for what is kept alive, unless the learner set them', () => {
    expect(days('keep-alive', null, 5)).toBe((4 * 7) / 5);
    expect(days('keep-alive', null, null)).toBe((4 * 7) / 3);
    expect(days('keep-alive', 5, 1)).toBe(7 / 5);
  });

  it('lie between one day and 28, also without a fixed rhythm', () => {
    expect(days('focus', 70, null)).toBe(1);
    expect(days('keep-alive', null, 70)).toBe(1);
    expect(days('keep-alive', null, 1)).toBe(28);
    expect(days('focus', 0, 7)).toBe(28);
    expect(days('keep-alive', null, 0)).toBe(28);
  });
});
