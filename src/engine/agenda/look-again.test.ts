import { describe, expect, it } from 'vitest';
import { agendaPractice } from '../../../tests/support/agenda-practice.ts';
import { MILLISECONDS_PER_DAY } from '../units.ts';
import type { AgendaPractice } from './agenda.ts';
import { reasonFor } from './reason.ts';
import { momentOf, weigh } from './urgency.ts';

const NOW = Date.UTC(2026, 4, 12, 18);
const OFFER = { isFloor: false, movedOver: null, isPassedOver: false, isComeback: false };

/** Kept alive, three a week by its design, met, and last practised so many days ago. */
function weighed(
  daysAgo: number,
  more: Partial<AgendaPractice> = {},
  pauses: Parameters<typeof momentOf>[0]['pauses'] = [],
) {
  const practice = agendaPractice('a', {
    place: 'keep-alive',
    designSittingsAWeek: 3,
    lastPractisedAt: NOW - daysAgo * MILLISECONDS_PER_DAY,
    heldDays: 3,
    holdsForDays: 33,
    ...more,
  });
  return weigh(practice, momentOf({ now: NOW, today: '2026-05-12', pauses }));
}

describe('what was met and is kept alive', () => {
  it('is not refreshed while it holds, and is due on the day on which it slips', () => {
    expect(weighed(32.9).isDue).toBe(false);
    expect(weighed(33).urgency).toBe(1);
    // Without a word of how long it holds, a quarter as often as its design says.
    expect(weighed(9.4, { holdsForDays: null }).isDue).toBe(true);
  });

  it('comes round no more often than its design says, and after thirteen weeks at the latest', () => {
    expect(weighed(2.2, { holdsForDays: 0 }).isDue).toBe(false);
    expect(weighed(2.4, { holdsForDays: 0 }).isDue).toBe(true);
    expect(weighed(90, { holdsForDays: 730 }).isDue).toBe(false);
    expect(weighed(91, { holdsForDays: 730 }).isDue).toBe(true);
  });

  it('goes by the learner’s rhythm where they set one, and by its own in focus', () => {
    expect(weighed(7, { sittingsAWeek: 1 }).isDue).toBe(true);
    expect(weighed(28, { sittingsAWeek: 0, holdsForDays: 10 }).isDue).toBe(true);
    expect(weighed(27, { sittingsAWeek: 0, holdsForDays: 10 }).isDue).toBe(false);
    expect(weighed(3, { place: 'focus' }).isDue).toBe(true);
  });

  it('slips during a pause too', () => {
    const pauses = [{ fromDay: '2026-04-20', untilDay: '2026-05-10' }];
    expect(weighed(33, {}, pauses)).toMatchObject({ waitDays: 33, isDue: true });
    expect(weighed(33, { holdsForDays: null }, pauses)).toMatchObject({ waitDays: 12 });
  });

  it('says whether it slips or is only looked at again', () => {
    expect(reasonFor(weighed(34), OFFER)).toEqual({ kind: 'look-again', sinceDays: 34, isSlipping: true });
    expect(reasonFor(weighed(92, { holdsForDays: 300 }), OFFER)).toMatchObject({ isSlipping: false });
  });
});

describe('an open experiment', () => {
  const experiment = { name: 'grip', unit: 'attempt', wanted: 14 } as const;
  const usual = { holdsForDays: null, sittingsAWeek: 7 / 5 } as const;

  it('pulls a little, and says so where nothing else brings its practice up', () => {
    expect(weighed(4, usual).isDue).toBe(false);
    expect(reasonFor(weighed(4, { ...usual, experiment }), OFFER)).toEqual({
      kind: 'experiment',
      experiment,
    });
    expect(weighed(4, { ...usual, experiment: { ...experiment, wanted: 0 } }).isDue).toBe(false);
    expect(reasonFor(weighed(6, { ...usual, experiment }), OFFER)).toMatchObject({ kind: 'due' });
  });

  it('never comes before what has waited a quarter longer over its own interval', () => {
    const tried = weighed(6, { ...usual, experiment });
    expect(tried.urgency).toBeGreaterThan(weighed(7.4, usual).urgency);
    expect(tried.urgency).toBeLessThan(weighed(7.6, usual).urgency);
  });
});
