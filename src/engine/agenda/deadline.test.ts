import { describe, expect, it } from 'vitest';
import { agendaPractice } from '../../../tests/support/agenda-practice.ts';
import { dayNumber } from '../momentum/local-day.ts';
import { MILLISECONDS_PER_DAY } from '../units.ts';
import { type AgendaPractice, planMinutes } from './agenda.ts';
import { pressingDeadline } from './deadline.ts';
import { momentOf, weigh } from './urgency.ts';

const TODAY = dayNumber('2026-05-12');
const NOW = Date.UTC(2026, 4, 12, 18);
const weightOn = (wantedBy: string, heldDays: number | null = null) =>
  pressingDeadline({ wantedBy, heldDays }, TODAY)?.weight ?? null;

describe('a day that something is wanted by', () => {
  it('presses from eight weeks before it on, in full from four, as in the worked example of the page', () => {
    expect(weightOn('2026-07-07')).toBeNull();
    expect(weightOn('2026-07-06')).toBeCloseTo(1 + 2 * (2 / 56), 12);
    expect(weightOn('2026-06-23')).toBeCloseTo(2, 12);
    expect(weightOn('2026-06-09')).toBe(3);
    expect(weightOn('2026-05-12')).toBe(3);
  });

  it('presses no more once it is past, or once the target is met', () => {
    expect(weightOn('2026-05-11')).toBeNull();
    expect(weightOn('2026-05-20', 2)).toBe(3);
    expect(weightOn('2026-05-20', 3)).toBeNull();
  });

  it('adds nothing to a need that presses as much, and brings back the rhythm of the design', () => {
    const wanted = agendaPractice('a', { place: 'keep-alive', lastPractisedAt: NOW, wantedBy: '2026-05-12' });
    const moment = momentOf({ now: NOW + MILLISECONDS_PER_DAY, today: '2026-05-12', pauses: [] });
    expect(weigh(wanted, moment).urgency).toBeCloseTo(3 / (7 / 3), 12);
    const needed: AgendaPractice = { ...wanted, needWithin: 'ten-minutes', needRaisedAt: NOW };
    expect(weigh({ ...needed, needRaisedAt: NOW + 1 }, moment).urgency).toBeCloseTo(3 / (7 / 3), 12);
  });
});

describe('a plan with such days', () => {
  const since = (days: number) => NOW - days * MILLISECONDS_PER_DAY;
  const focus = agendaPractice('focus', { lastPractisedAt: since(1) });
  const speech = agendaPractice('speech', {
    place: 'keep-alive',
    lastPractisedAt: since(1),
    wantedBy: '2026-05-21',
    heldDays: 1,
  });
  const later = { ...speech, id: 'later', wantedBy: '2026-05-30' };
  const planned = (practices: readonly AgendaPractice[]) => {
    const plan = planMinutes({
      minutes: 12,
      now: NOW,
      today: '2026-05-12',
      practices,
      overrides: [],
      pauses: [],
    });
    return plan.kind === 'plan' ? plan.lines : [];
  };

  it('gives the nearest of them most of the minutes, whatever is in focus', () => {
    expect(planned([focus, speech]).map(({ practiceId }) => practiceId)).toEqual(['speech', null]);
    expect(
      planned([later, focus, speech]).map(({ practiceId, fromMinute }) => [practiceId, fromMinute]),
    ).toEqual([
      ['later', 0],
      ['speech', 4],
      [null, 10],
    ]);
  });

  it('says so', () => {
    expect(planned([focus, speech])[0]?.reason).toEqual({ kind: 'deadline', inDays: 9, heldDays: 1 });
  });

  it('puts what is wanted soon before what is only kept alive, also where neither is due', () => {
    const alive = agendaPractice('alive', { place: 'keep-alive', lastPractisedAt: since(8) });
    const now = { ...speech, lastPractisedAt: since(0.1) };
    expect(planned([alive, now]).map(({ practiceId }) => practiceId)).toEqual(['speech', null]);
    expect(planned([alive, { ...now, wantedBy: null }])[0]?.practiceId).toBe('alive');
  });

  it('leaves them again to what is more urgent', () => {
    const long = agendaPractice('long', { place: 'keep-alive', lastPractisedAt: since(40) });
    expect(planned([speech, long, focus]).map(({ practiceId }) => practiceId)).toEqual([
      'long',
      'speech',
      null,
    ]);
  });
});
