import { describe, expect, it } from 'vitest';
import { agendaPractice } from '../../../tests/support/agenda-practice.ts';
import { MILLISECONDS_PER_DAY } from '../units.ts';
import type { AgendaPractice, PlanOverride } from './agenda.ts';
import { planMinutes } from './agenda.ts';

const NOW = Date.UTC(2026, 4, 12, 18);
const TODAY = '2026-05-12';

function practice(id: string, daysAgo: number, more: Partial<AgendaPractice> = {}): AgendaPractice {
  const lastPractisedAt = NOW - daysAgo * MILLISECONDS_PER_DAY;
  return agendaPractice(id, { attemptMinutes: 8, lastPractisedAt, sittingsAWeek: 3, ...more });
}

function plan(
  minutes: number,
  practices: readonly AgendaPractice[],
  overrides: readonly PlanOverride[] = [],
) {
  const made = planMinutes({ minutes, now: NOW, today: TODAY, practices, overrides, pauses: [] });
  if (made.kind !== 'plan') throw new Error(`no plan: ${made.kind}`);
  return made;
}

const said = (...args: Parameters<typeof plan>) =>
  plan(...args).lines.map(
    ({ fromMinute, toMinute, verb, practiceId, reason }) =>
      `${fromMinute}–${toMinute} ${verb} ${practiceId ?? ''} ${reason.kind}`,
  );

describe('the plan after a gap', () => {
  it('comes on the fifteenth day without a sitting', () => {
    expect(plan(5, [practice('a', 14)]).comeback).toBeNull();
    expect(plan(5, [practice('a', 15)]).comeback).toEqual({ days: 15, pausedDays: 0 });
  });

  it('goes by the last sitting of any practice, also of one that is parked now', () => {
    const practices = [practice('a', 40), practice('b', 3, { place: 'parked' })];
    expect(plan(5, practices).comeback).toBeNull();
    expect(
      plan(5, [practice('a', 40, { sittingsLately: [NOW - MILLISECONDS_PER_DAY] })]).comeback,
    ).toBeNull();
  });

  it('is none where there was no sitting ever', () => {
    expect(plan(5, [practice('a', 0, { lastPractisedAt: null, takes: 0 })])).toMatchObject({
      comeback: null,
      lines: [{ verb: 'begin' }, { verb: 'look-back' }],
    });
  });

  it('begins with what takes two minutes and is known, before what is more urgent', () => {
    const practices = [
      practice('long', 90, { hasFloor: false }),
      practice('new', 80, { takes: 0, lastPractisedAt: null }),
      practice('known', 20),
    ];
    expect(said(12, practices)[0]).toBe('0–2 begin-softly known comeback');
    expect(said(12, practices.slice(0, 2))[0]).toBe('0–2 begin-softly new comeback');
    expect(said(12, practices.slice(0, 1))[0]).toBe('0–8 begin-softly long comeback');
  });

  it('stays with the easiest in a short sitting, and looks back over what is left', () => {
    const practices = [practice('a', 30), practice('b', 20, { hasFloor: false })];
    expect(said(1, [practice('a', 30, { attemptMinutes: 0.5 })])).toEqual(['0–1 begin-softly a comeback']);
    expect(said(3, practices)).toEqual(['0–2 begin-softly a comeback', '2–3 look-back  look-back']);
    expect(said(11, practices)).toEqual([
      '0–2 begin-softly a comeback',
      '2–10 work a go-on',
      '10–11 look-back  look-back',
    ]);
  });

  it('goes on to what is most urgent in a longer one, and calls nothing due', () => {
    const practices = [
      practice('a', 60, { place: 'keep-alive' }),
      practice('b', 50),
      practice('c', 20, { place: 'keep-alive', attemptMinutes: 1 }),
    ];
    expect(said(25, practices)).toEqual([
      '0–2 begin-softly a comeback',
      '2–18 work b in-focus',
      '18–22 refresh c next-round',
      '22–25 look-back  look-back',
    ]);
  });

  it('names three others at most, those in the plan among them', () => {
    const practices = Array.from({ length: 9 }, (_, index) => practice(`p${index}`, 20 + index));
    for (const minutes of [5, 12, 25, 240]) {
      const { lines, leftOut } = plan(minutes, practices);
      const others = new Set(lines.flatMap(({ practiceId }) => practiceId ?? [])).size - 1;
      expect(others + leftOut.length).toBe(3);
      expect(leftOut.every(({ why }) => why.kind === 'can-wait')).toBe(true);
    }
  });

  it('begins with what the learner chose over it', () => {
    const answer = { at: NOW, day: TODAY, practiceId: 'a', answer: 'something-else', chosenId: 'b' } as const;
    const practices = [practice('a', 30), practice('b', 20), practice('c', 25)];
    expect(said(5, practices)[0]).toBe('0–2 begin-softly a comeback');
    expect(said(5, practices, [answer])[0]).toBe('0–2 begin-softly b chosen-instead');
    expect(said(5, practices, [{ ...answer, chosenId: null }])[0]).toBe('0–2 begin-softly c comeback');
  });
});
