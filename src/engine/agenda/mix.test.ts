import { describe, expect, it } from 'vitest';
import { agendaPractice } from '../../../tests/support/agenda-practice.ts';
import { MILLISECONDS_PER_DAY } from '../units.ts';
import { type AgendaPractice, planMinutes, reasonWords } from './agenda.ts';

const NOW = Date.UTC(2026, 4, 12, 18);

function practice(id: string, daysAgo: number, more: Partial<AgendaPractice> = {}): AgendaPractice {
  return agendaPractice(id, {
    place: 'keep-alive',
    sittingsAWeek: 7,
    lastPractisedAt: NOW - daysAgo * MILLISECONDS_PER_DAY,
    field: 'knots',
    heldDays: 1,
    hasFloor: false,
    ...more,
  });
}

function linesOf(practices: readonly AgendaPractice[], mixes = true, minutes = 25) {
  const at = { minutes, now: NOW, today: '2026-05-12' };
  const plan = planMinutes({ ...at, practices, overrides: [], pauses: [], mixes });
  if (plan.kind !== 'plan') throw new Error(plan.kind);
  return plan.lines;
}
const said = (...given: Parameters<typeof linesOf>) =>
  linesOf(...given).map(({ fromMinute, toMinute, practiceId, takes }) =>
    `${fromMinute}–${toMinute} ${practiceId ?? 'look back'} ${takes ?? ''}`.trim(),
  );

const bowline = practice('bowline', 3, { place: 'focus', attemptMinutes: 2.5 });
const hitch = practice('hitch', 2);
const speech = practice('speech', 1.5, { field: 'speaking' });

describe('related practices past their first criterion', () => {
  it('are taken in turn, in blocks of whole takes and whole minutes, with the minutes that they had', () => {
    expect(said([bowline, speech, hitch], false)).toEqual([
      '0–14 bowline 5',
      '14–18 hitch 4',
      '18–22 speech 4',
      '22–25 look back',
    ]);
    expect(said([bowline, speech, hitch])).toEqual([
      '0–7 bowline 2',
      '7–9 hitch 2',
      '9–16 bowline 2',
      '16–18 hitch 2',
      '18–22 speech 4',
      '22–25 look back',
    ]);
  });

  it('keep the reasons that they are there for, and then say what is known of taking turns', () => {
    expect(linesOf([bowline, speech, hitch]).map(({ reason }) => reason.kind)).toEqual([
      'due',
      'due',
      'mixed',
      'mixed',
      'due',
      'look-back',
    ]);
    const [, , again, other] = linesOf([bowline, hitch]);
    expect(reasonWords(again?.reason ?? { kind: 'go-on' })).toContain('In turn with “hitch”');
    expect(reasonWords(other?.reason ?? { kind: 'go-on' })).toContain('In turn with “bowline”');
  });

  it('say so as well where four hours are cut into sittings', () => {
    const reasons = linesOf([bowline, speech, hitch], true, 240).map((line) => [
      line.practiceId,
      line.reason.kind,
    ]);
    expect(reasons).toEqual([
      ['bowline', 'due'],
      ['hitch', 'due'],
      ['speech', 'due'],
      ['bowline', 'mixed'],
      ['hitch', 'mixed'],
      ['speech', 'again'],
      [null, 'look-back'],
    ]);
  });

  it('give the first block the odd minute, and know no field without a name', () => {
    const two = [bowline, hitch].map((one) => ({ ...one, attemptMinutes: 1 }));
    expect(said(two, true, 23)).toEqual([
      '0–9 bowline 9',
      '9–11 hitch 2',
      '11–19 bowline 8',
      '19–21 hitch 2',
      '21–23 look back',
    ]);
    expect(said([bowline, hitch].map((one) => ({ ...one, field: '' })))).toHaveLength(3);
  });

  it.each<[string, Partial<AgendaPractice>]>([
    ['it has not held its target yet', { heldDays: 0 }],
    ['nobody knows whether it has', { heldDays: null }],
    ['it is of another field', { field: 'cooking' }],
    ['nobody knows of which field it is', { field: null }],
    ['its line has no room for two takes', { attemptMinutes: 3 }],
  ])('stay in one block where %s', (_, more) => {
    expect(said([bowline, { ...hitch, ...more }])).toHaveLength(3);
  });
});

describe('within one practice', () => {
  const varied = practice('a', 0.1, { place: 'focus', variables: ['grip', 'speed'], takes: 5 });
  const reasonOf = (more: Partial<AgendaPractice>, mixes = true) =>
    linesOf([{ ...varied, ...more }], mixes)[0]?.reason;

  it('one of several variables is changed from take to take, once its first criterion is past', () => {
    expect(reasonOf({})).toEqual({ kind: 'vary-each-take', vary: 'speed' });
    expect(reasonOf({ heldDays: 0 })).toEqual({ kind: 'in-focus', vary: 'speed' });
    expect(reasonOf({ variables: ['grip'] })).toEqual({ kind: 'in-focus', vary: 'grip' });
    expect(reasonOf({}, false)).toEqual({ kind: 'in-focus', vary: 'speed' });
  });
});
