import { describe, expect, it } from 'vitest';
import { MILLISECONDS_PER_DAY } from '../units.ts';
import type { AgendaInput, AgendaPractice } from './agenda.ts';
import { planMinutes, reasonWords } from './agenda.ts';
import { momentOf, weigh } from './urgency.ts';

/* The worked example of docs/science/agenda.md, number by number. */

const NOW = Date.UTC(2026, 4, 12, 18, 30);
const daysAgo = (days: number) => NOW - days * MILLISECONDS_PER_DAY;

const opening: AgendaPractice = {
  id: 'opening',
  title: 'The sixty-second opening',
  place: 'focus',
  startedAt: daysAgo(60),
  attemptMinutes: 5,
  hasFloor: true,
  takes: 22,
  lastPractisedAt: daysAgo(2),
  sittingsLately: [daysAgo(2), daysAgo(4)],
  sittingsAWeek: 4,
  designSittingsAWeek: 5,
  needWithin: null,
  needRaisedAt: null,
  lastLine: 'Stand before you speak.',
  variables: ['standing'],
};
const ask: AgendaPractice = {
  ...opening,
  id: 'ask',
  title: 'Ask, then wait',
  place: 'keep-alive',
  attemptMinutes: 2,
  takes: 9,
  lastPractisedAt: daysAgo(13),
  sittingsLately: [],
  sittingsAWeek: null,
  designSittingsAWeek: 3,
  lastLine: null,
};
const loop: AgendaPractice = {
  ...ask,
  id: 'loop',
  title: 'Draw the loop',
  lastPractisedAt: daysAgo(11),
  designSittingsAWeek: 2,
};
const parked: AgendaPractice = { ...ask, id: 'cascade', place: 'parked' };

const bench = {
  now: NOW,
  today: '2026-05-12',
  practices: [parked, loop, ask, opening],
  overrides: [],
  pauses: [],
};

function lines(minutes: number, more: Partial<AgendaInput> = {}): readonly string[] {
  const plan = planMinutes({ ...bench, minutes, ...more });
  if (plan.kind !== 'plan') return [plan.kind];
  return plan.lines.map(({ fromMinute, toMinute, verb, practiceId, takes }) =>
    `${fromMinute}–${toMinute} ${verb} ${practiceId ?? ''} ${takes ?? ''}`.trim(),
  );
}

describe('the worked example', () => {
  it('weighs each by the days waited over the days from one sitting to the next', () => {
    const urgency = (practice: AgendaPractice) => weigh(practice, momentOf(bench)).urgency;
    expect(urgency(opening)).toBeCloseTo(2 / (7 / 4), 10);
    expect(urgency(ask)).toBeCloseTo(13 / (4 * (7 / 3)), 10);
    expect(urgency(loop)).toBeCloseTo(11 / (4 * (7 / 2)), 10);
    const needed = { ...opening, needWithin: 'this-week', needRaisedAt: daysAgo(3) } as const;
    expect(urgency(needed)).toBeCloseTo(2 * (2 / (7 / 4)), 10);
    expect(urgency({ ...needed, needRaisedAt: daysAgo(7) })).toBe(urgency(opening));
    expect(urgency({ ...loop, lastPractisedAt: null, startedAt: daysAgo(7) })).toBeCloseTo(1 + 7 / 14, 10);
  });

  it('plans five, twelve and twenty-five minutes', () => {
    expect(lines(5)).toEqual(['0–4 refresh ask 2', '4–5 look-back']);
    expect(lines(12)).toEqual(['0–4 refresh ask 2', '4–10 work opening 1', '10–12 look-back']);
    expect(lines(25)).toEqual(['0–4 refresh ask 2', '4–22 work opening 3', '22–25 look-back']);
    expect(lines(1)).toEqual(['nothing-to-practise']);
  });

  it('plans four hours in sittings apart, and leaves the rest to the learner', () => {
    expect(lines(240)).toEqual([
      '0–24 refresh ask 12',
      '24–69 work opening 9',
      '69–92 refresh ask 11',
      '92–137 work opening 9',
      '137–140 look-back',
    ]);
    expect(planMinutes({ ...bench, minutes: 240 })).toMatchObject({ minutes: 140, overMinutes: 100 });
    // One alone has one sitting, as long as the learner's own where they are longer.
    expect(lines(240, { practices: [opening] })).toEqual(['0–45 work opening 9', '45–48 look-back']);
    expect(lines(240, { practices: [{ ...opening, usualSessionMinutes: 70 }] })).toEqual([
      '0–70 work opening 14',
      '70–73 look-back',
    ]);
    // What is too little to speak of is the look back's.
    expect(lines(52, { practices: [opening] })).toEqual(['0–45 work opening 9', '45–52 look-back']);
    expect(lines(53, { practices: [opening] })).toEqual(['0–45 work opening 9', '45–48 look-back']);
  });

  it('says why', () => {
    const plan = planMinutes({ ...bench, minutes: 5 });
    if (plan.kind !== 'plan') throw new Error('not reached');
    expect(plan.lines.map(({ reason }) => reasonWords(reason))).toEqual([
      'About 13 days since the last session; its design says three times a week, and kept alive a quarter as often.',
      'What changed, in your own words, to read first next time.',
    ]);
    expect(plan.leftOut.map(({ practiceId, why }) => [practiceId, reasonWords(why)])).toEqual([
      ['opening', 'Due as well, and there was no room left in five minutes.'],
    ]);
  });

  it('says a need while it presses, and not to somebody who has just practised', () => {
    const reasonOf = (practice: AgendaPractice) => {
      const plan = planMinutes({ ...bench, minutes: 25, practices: [practice] });
      return plan.kind === 'plan' ? plan.lines[0]?.reason : null;
    };
    const needed = { ...opening, needWithin: 'this-week', needRaisedAt: daysAgo(3) } as const;
    expect(reasonOf(needed)).toEqual({ kind: 'need', within: 'this-week' });
    expect(reasonOf({ ...needed, lastPractisedAt: daysAgo(0.1) })).toEqual({
      kind: 'your-line',
      line: 'Stand before you speak.',
    });
    expect(reasonOf({ ...opening, lastPractisedAt: daysAgo(1), lastLine: ' ' })).toEqual({
      kind: 'in-focus',
      vary: 'standing',
    });
  });

  it('begins softly after twenty days without a sitting, and goes on with what is in focus', () => {
    const later = { now: NOW + 20 * MILLISECONDS_PER_DAY, today: '2026-06-01' };
    expect(planMinutes({ ...bench, ...later, minutes: 25 })).toMatchObject({
      comeback: { days: 22, pausedDays: 0 },
      leftOut: [{ practiceId: 'loop', why: { kind: 'can-wait' } }],
    });
    expect(lines(25, later)).toEqual([
      '0–2 begin-softly opening 1',
      '2–18 work opening 3',
      '18–22 refresh ask 2',
      '22–25 look-back',
    ]);
    expect(lines(5, later)).toEqual(['0–2 begin-softly opening 1', '2–4 work opening 1', '4–5 look-back']);
  });

  it('counts no paused day, neither for what is due nor for a comeback', () => {
    const pause = { fromDay: '2026-05-13', untilDay: '2026-05-31' };
    const later = { now: NOW + 20 * MILLISECONDS_PER_DAY, today: '2026-06-01', pauses: [pause] };
    expect(planMinutes({ ...bench, ...later, minutes: 25 })).toMatchObject({ comeback: null });
    expect(weigh(opening, momentOf({ ...bench, ...later }))).toMatchObject({ waitDays: 3, pausedDays: 19 });
    expect(lines(25, { ...later, today: '2026-05-31' })).toEqual(['paused']);
    // Two that overlap, of two devices: the days of both are left out, and it is paused until both are over.
    const other = { fromDay: '2026-05-20', untilDay: '2026-06-03' };
    const both = { ...later, pauses: [pause, other] };
    expect(lines(25, { ...both, today: '2026-06-02' })).toEqual(['paused']);
    const after = { ...both, now: NOW + 24 * MILLISECONDS_PER_DAY, today: '2026-06-05' };
    expect(weigh(opening, momentOf({ ...bench, ...after }))).toMatchObject({ pausedDays: 22 });
  });
});
