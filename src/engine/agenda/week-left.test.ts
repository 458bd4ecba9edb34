import { describe, expect, it } from 'vitest';
import { agendaPractice } from '../../../tests/support/agenda-practice.ts';
import { MILLISECONDS_PER_DAY } from '../units.ts';
import { type AgendaInput, type AgendaPractice, planMinutes, reasonWords } from './agenda.ts';

const NOW = Date.UTC(2026, 4, 12, 18);

/** Daily, so that all of it is due; a Tuesday. */
function practice(id: string, daysAgo: number, more: Partial<AgendaPractice> = {}): AgendaPractice {
  const lastPractisedAt = NOW - daysAgo * MILLISECONDS_PER_DAY;
  return agendaPractice(id, {
    place: 'keep-alive',
    sittingsAWeek: 7,
    hasFloor: false,
    lastPractisedAt,
    ...more,
  });
}

const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, index) => practice(id, 9 - index));
const long = practice('long', 1, { attemptMinutes: 30 });

function planOf(week: AgendaInput['week'], more: Partial<AgendaInput> = {}) {
  const at = { now: NOW, today: '2026-05-12', minutes: 25, overrides: [], pauses: [] };
  return planMinutes({ ...at, practices: [...six, long], week: week ?? null, ...more });
}

const letGoOf = (plan: ReturnType<typeof planOf>) =>
  plan.kind === 'plan' || plan.kind === 'week-full'
    ? (plan.week?.letGo.map(({ practiceId, why }) => [practiceId, reasonWords(why)]) ?? [])
    : [];

const SPENT = 'Due this week as well, and what is left of its minutes goes to what has waited longer.';

describe('under a weekly cap', () => {
  it('a plan is as long as the week has minutes left, and whole as long as there are enough', () => {
    expect(planOf({ capMinutes: 60, practisedMinutes: 10.5 })).toMatchObject({
      minutes: 25,
      week: { leftMinutes: 49, isShortened: false },
    });
    expect(planOf({ capMinutes: 60, practisedMinutes: 45.9999999 })).toMatchObject({
      kind: 'plan',
      minutes: 14,
      week: { leftMinutes: 14, isShortened: true },
    });
    expect(planOf(null)).toMatchObject({ minutes: 25, week: null });
  });

  it('names what the rest of the week does not reach, the least urgent last', () => {
    // 25 of 33 go to this plan: a, b and c. Eight are two visits more.
    expect(letGoOf(planOf({ capMinutes: 33, practisedMinutes: 0 }))).toEqual([
      ['f', SPENT],
      ['long', SPENT],
    ]);
    expect(letGoOf(planOf({ capMinutes: 26, practisedMinutes: 0 }))).toEqual([
      ['e', SPENT],
      ['f', SPENT],
      ['long', 'One take is about 30 minutes, and this week has 26 minutes left.'],
    ]);
    expect(letGoOf(planOf({ capMinutes: 600, practisedMinutes: 0 }))).toEqual([]);
  });

  it('names only what comes due by Sunday', () => {
    const calm = practice('calm', 3, { sittingsAWeek: 7 / 8 });
    const later = practice('later', 2, { sittingsAWeek: 7 / 8 });
    const letGo = letGoOf(
      planOf({ capMinutes: 25, practisedMinutes: 0 }, { practices: [...six, calm, later] }),
    );
    expect(letGo.map(([id]) => id)).toEqual(['d', 'e', 'f', 'calm']);
  });

  it('answers with a kind of its own where nothing is left, or nothing that anything fits', () => {
    const full = planOf({ capMinutes: 60, practisedMinutes: 61 });
    expect(full).toMatchObject({ kind: 'week-full', week: { capMinutes: 60, leftMinutes: 0 } });
    expect(letGoOf(full)).toHaveLength(7);
    expect(planOf({ capMinutes: 60, practisedMinutes: 50 }, { practices: [long] })).toMatchObject({
      kind: 'week-full',
      week: { leftMinutes: 10 },
    });
    expect(planOf({ capMinutes: 60, practisedMinutes: 10 }, { practices: [long] })).toMatchObject({
      why: 'none-fits',
      fewestMinutes: 33,
    });
  });

  it('holds nothing up to anybody after a gap', () => {
    const away = { now: NOW + 20 * MILLISECONDS_PER_DAY, today: '2026-06-01' };
    const plan = planOf({ capMinutes: 10, practisedMinutes: 0 }, away);
    expect(plan).toMatchObject({ kind: 'plan', comeback: { days: 21 }, week: { letGo: [] } });
  });
});
