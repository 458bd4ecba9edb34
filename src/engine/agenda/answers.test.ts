import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agendaPractice } from '../../../tests/support/agenda-practice.ts';
import { MILLISECONDS_PER_DAY } from '../units.ts';
import type { AgendaInput, AgendaPractice, PlanOverride } from './agenda.ts';
import { planMinutes } from './agenda.ts';

const NOW = Date.UTC(2026, 4, 12, 16);
const TODAY = '2026-05-12';
const YESTERDAY = '2026-05-11';
const HOUR = MILLISECONDS_PER_DAY / 24;

/** Practised every so many days, so that the longer ago the more urgent. */
function practice(id: string, daysAgo: number, more: Partial<AgendaPractice> = {}): AgendaPractice {
  const lastPractisedAt = NOW - daysAgo * MILLISECONDS_PER_DAY;
  return agendaPractice(id, { title: `Title of ${id}`, lastPractisedAt, sittingsAWeek: 7, ...more });
}

const three = [practice('a', 9), practice('b', 6), practice('c', 3)];

function override(more: Partial<PlanOverride> = {}): PlanOverride {
  const answered = { at: NOW - 24 * HOUR, day: YESTERDAY, practiceId: 'a', chosenId: 'c' };
  return { ...answered, answer: 'something-else', ...more };
}

function planFor(overrides: readonly PlanOverride[], more: Partial<AgendaInput> = {}) {
  return planMinutes({
    minutes: 5,
    now: NOW,
    today: TODAY,
    practices: three,
    overrides,
    pauses: [],
    ...more,
  });
}

function offered(overrides: readonly PlanOverride[], more: Partial<AgendaInput> = {}) {
  const plan = planFor(overrides, more);
  return plan.kind === 'plan' ? plan.lines.flatMap(({ practiceId }) => practiceId ?? []) : [];
}

describe('what the learner answers to a plan', () => {
  it('passes over what was answered with "something else" or "not today", on that day', () => {
    expect(offered([])).toEqual(['a']);
    for (const answer of ['something-else', 'not-today'] as const) {
      expect(offered([override({ day: TODAY, at: NOW, answer, chosenId: null })])).toEqual(['b']);
      expect(offered([override({ answer, chosenId: null })])).toEqual(['a']);
    }
    const both = ['a', 'b'].map((practiceId) =>
      override({ day: TODAY, at: NOW, practiceId, chosenId: null }),
    );
    expect(offered(both)).toEqual(['c']);
  });

  it('offers it again on the same day where nothing else fits, and says so', () => {
    const practices = [practice('a', 9), practice('b', 6, { attemptMinutes: 30, hasFloor: false })];
    expect(planFor([override({ day: TODAY, at: NOW, chosenId: null })], { practices })).toMatchObject({
      lines: [{ practiceId: 'a', reason: { kind: 'nothing-else-fits' } }, { verb: 'look-back' }],
      leftOut: [{ practiceId: 'b', why: { kind: 'take-too-long' } }],
    });
  });

  it('offers what was chosen instead the next time, and says what it was chosen over', () => {
    expect(offered([override()])).toEqual(['c']);
    const reason = { kind: 'chosen-instead', insteadOf: 'Title of a' };
    expect(planFor([override()])).toMatchObject({ lines: [{ reason }, { verb: 'look-back' }] });
  });

  it('counts the sitting that was answered as no next time, and one on another occasion as one', () => {
    const at = NOW - 24 * HOUR;
    const practised = (hoursAfter: number) => [
      practice('a', 9),
      practice('b', 6),
      practice('c', 3, { lastPractisedAt: at + hoursAfter * HOUR }),
    ];
    expect(offered([override()], { practices: practised(0.5) })).toEqual(['c']);
    expect(offered([override()], { practices: practised(20) })).toEqual(['a']);
  });

  it('is over once what was passed has been practised after all', () => {
    const practices = [practice('a', 48 / 24), practice('b', 60 / 24, { sittingsAWeek: 1 })];
    const answeredAgo = (hours: number) =>
      override({ at: NOW - hours * HOUR, day: '2026-05-10', chosenId: 'b' });
    expect(offered([answeredAgo(47)], { practices })).toEqual(['b']);
    expect(offered([answeredAgo(49)], { practices })).toEqual(['a']);
  });

  it('takes back what was passed over where it is chosen later on the same day', () => {
    const passed = override({ day: TODAY, at: NOW - HOUR, chosenId: null });
    expect(offered([passed, override({ day: TODAY, at: NOW, practiceId: 'b', chosenId: 'a' })])).toEqual([
      'a',
    ]);
  });

  it('follows a choice that was itself passed over, and ends where two choices would go round', () => {
    const chain = [override({ chosenId: 'b' }), override({ practiceId: 'b', chosenId: 'c' })];
    expect(offered(chain)).toEqual(['c']);
    expect(offered([...chain, override({ practiceId: 'c', chosenId: 'a' })])).toEqual(['a']);
  });

  it('leaves what was chosen out where it is parked, gone or too long', () => {
    expect(offered([override({ chosenId: 'gone' })])).toEqual(['a']);
    const parked = [...three.slice(0, 2), practice('c', 3, { place: 'parked' })];
    expect(offered([override()], { practices: parked })).toEqual(['a']);
    const long = [...three.slice(0, 2), practice('c', 3, { attemptMinutes: 50, hasFloor: false })];
    expect(offered([override()], { practices: long })).toEqual(['a']);
  });

  it('respects "something else", whatever else is true', () => {
    const days = fc.double({ min: 0.01, max: 40, noNaN: true });
    const many = fc
      .array(
        fc.record({
          days,
          place: fc.constantFrom('focus', 'keep-alive'),
          attemptMinutes: fc.double({ min: 0.1, max: 20, noNaN: true }),
          hasFloor: fc.boolean(),
          takes: fc.integer({ min: 0, max: 2 }),
        }),
        { minLength: 2, maxLength: 8 },
      )
      .map((all) => all.map(({ days: ago, ...more }, index) => practice(`p${index}`, ago, more)));
    fc.assert(
      fc.property(many, fc.integer({ min: 2, max: 60 }), fc.nat(), (practices, minutes, pick) => {
        const ask = (overrides: readonly PlanOverride[], at = 0) =>
          offered(overrides, { practices, minutes, now: NOW + at, today: at === 0 ? TODAY : '2026-05-13' });
        const [first] = ask([]);
        if (first === undefined) return;
        const answer = { at: NOW, day: TODAY, practiceId: first, answer: 'something-else' } as const;
        const others = ask([{ ...answer, chosenId: null }]);
        // Either it is not there, or nothing else is.
        expect(others.includes(first)).toBe(others.every((id) => id === first));
        const [next] = others;
        if (next === undefined || next === first) return;
        const chosenId = others[pick % others.length] ?? next;
        expect(ask([{ ...answer, chosenId }])[0]).toBe(chosenId);
        // The same question the day after: what was chosen, for as long as the passed one would come first.
        const wouldBe = ask([], MILLISECONDS_PER_DAY)[0];
        if (wouldBe === first) expect(ask([{ ...answer, chosenId }], MILLISECONDS_PER_DAY)[0]).toBe(chosenId);
      }),
      { numRuns: 400 },
    );
  });
});
