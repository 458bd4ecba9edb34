import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agendaPractice } from '../../../tests/support/agenda-practice.ts';
import { MILLISECONDS_PER_DAY } from '../units.ts';
import type { AgendaPractice, Plan, PlanOverride, PracticeLine } from './agenda.ts';
import { planMinutes } from './agenda.ts';

const NOW = Date.UTC(2026, 4, 12, 16);
const TODAY = '2026-05-12';

/** Wished for daily, so that the longer ago the more urgent, and all of them due. */
function practice(id: string, daysAgo: number, more: Partial<AgendaPractice> = {}): AgendaPractice {
  const lastPractisedAt = NOW - daysAgo * MILLISECONDS_PER_DAY;
  return agendaPractice(id, { title: `Title of ${id}`, lastPractisedAt, sittingsAWeek: 7, ...more });
}

function planWithout(
  passed: readonly string[],
  practices: readonly AgendaPractice[],
  minutes: number,
): Extract<Plan, { kind: 'plan' }> {
  const overrides = passed.map(
    (practiceId, index): PlanOverride => ({
      at: NOW - (passed.length - index) * 1000,
      day: TODAY,
      practiceId,
      answer: 'something-else',
      chosenId: null,
    }),
  );
  const plan = planMinutes({ minutes, now: NOW, today: TODAY, practices, overrides, pauses: [] });
  if (plan.kind !== 'plan') throw new Error(plan.kind);
  return plan;
}

const linesOf = (plan: Extract<Plan, { kind: 'plan' }>): readonly PracticeLine[] =>
  plan.lines.filter((line) => line.practiceId !== null);
const said = (plan: Extract<Plan, { kind: 'plan' }>) =>
  linesOf(plan).map(({ fromMinute, toMinute, practiceId }) => `${fromMinute}–${toMinute} ${practiceId}`);

const five = ['a', 'b', 'c', 'd', 'e'].map((id, index) => practice(id, 10 - index));

describe('something else, on any line of a plan', () => {
  it('puts what comes next in the minutes of that line, and leaves the others where they are', () => {
    expect(said(planWithout([], five, 25))).toEqual(['0–14 a', '14–18 b', '18–22 c']);
    expect(said(planWithout(['a'], five, 25))).toEqual(['0–14 d', '14–18 b', '18–22 c']);
    expect(said(planWithout(['b'], five, 25))).toEqual(['0–14 a', '14–18 d', '18–22 c']);
    expect(said(planWithout(['c'], five, 25))).toEqual(['0–14 a', '14–18 b', '18–22 d']);
  });

  it('moves only the line of the newest answer, whatever was answered before', () => {
    expect(said(planWithout(['c', 'a'], five, 25))).toEqual(['0–14 e', '14–18 b', '18–22 d']);
    expect(said(planWithout(['b', 'd'], five, 25))).toEqual(['0–14 a', '14–18 e', '18–22 c']);
  });

  it('leaves out what is too long for the line, and takes its two-minute version where it has one', () => {
    const long = (hasFloor: boolean) => practice('d', 7, { attemptMinutes: 10, hasFloor });
    const practices = (hasFloor: boolean) => [...five.slice(0, 3), long(hasFloor), practice('e', 6)];
    expect(said(planWithout(['b'], practices(false), 25))).toEqual(['0–14 a', '14–18 e', '18–22 c']);
    expect(linesOf(planWithout(['b'], practices(true), 25))[1]).toMatchObject({
      practiceId: 'd',
      isFloor: true,
    });
  });

  it('gives the minutes to the rest where nothing else fits there, and says whose they were', () => {
    const plan = planWithout(['c'], five.slice(0, 3), 25);
    expect(said(plan)).toEqual(['0–18 a', '18–22 b']);
    expect(plan.notReplaced).toEqual(['c']);
    expect(plan.lines.at(-1)?.toMinute).toBe(25);
    expect(planWithout(['c'], five, 25).notReplaced).toEqual([]);
    // All of them: it is laid out anew, and each line says why it is there all the same.
    const all = planWithout(['a', 'b', 'c'], five.slice(0, 3), 25);
    expect(linesOf(all).map(({ reason }) => reason.kind)).toEqual(Array(3).fill('nothing-else-fits'));
  });

  it('begins as softly after a gap, and leaves the rest where it is', () => {
    const away = five.map((one) => ({ ...one, lastPractisedAt: NOW - 30 * MILLISECONDS_PER_DAY }));
    expect(said(planWithout([], away, 25))).toEqual(['0–2 a', '2–18 a', '18–22 b']);
    const instead = planWithout(['a'], away, 25);
    expect(said(instead)).toEqual(['0–2 c', '2–18 c', '18–22 b']);
    expect(linesOf(instead)[0]).toMatchObject({
      verb: 'begin-softly',
      takes: 1,
      reason: { kind: 'comeback' },
    });
    expect(linesOf(instead)[1]).toMatchObject({ reason: { kind: 'go-on' } });
    expect(said(planWithout(['b'], away, 25))).toEqual(['0–2 a', '2–18 a', '18–22 c']);
    expect(said(planWithout(['c', 'a'], away, 25))).toEqual(['0–2 d', '2–18 d', '18–22 b']);
  });

  it('holds for any bench, any minutes and any line: one line moves, the others stay, and the minutes are the same', () => {
    const bench = fc
      .array(
        fc.record({
          days: fc.double({ min: 0.01, max: 14, noNaN: true }),
          place: fc.constantFrom<AgendaPractice['place'][]>('focus', 'keep-alive', 'parked'),
          attemptMinutes: fc.double({ min: 0.1, max: 20, noNaN: true }),
          hasFloor: fc.boolean(),
        }),
        { minLength: 1, maxLength: 8 },
      )
      .map((all) => all.map(({ days, ...more }, index) => practice(`p${index}`, days, more)));
    const picks = fc.array(fc.nat(), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(bench, fc.integer({ min: 2, max: 60 }), picks, (practices, minutes, answers) => {
        const passed: string[] = [];
        for (const pick of answers) {
          if (planMinutes({ ...EMPTY, minutes, practices }).kind !== 'plan') return;
          const old = planWithout(passed, practices, minutes);
          const lines = linesOf(old);
          if (lines.some(({ reason }) => reason.kind === 'nothing-else-fits')) return;
          const away = lines[pick % lines.length]?.practiceId ?? '';
          passed.push(away);
          const plan = planWithout(passed, practices, minutes);
          const now = linesOf(plan);
          expect((plan.lines.at(-1)?.toMinute ?? 0) + plan.overMinutes).toBe(minutes);
          for (const { practiceId } of now)
            expect(practices.find(({ id }) => id === practiceId)?.place).not.toBe('parked');
          if (now.some(({ reason }) => reason.kind === 'nothing-else-fits')) continue;
          // Sittings apart are laid out anew: whether one can be cut in two goes by the practice that is in it.
          if ([...lines, ...now].some(({ reason }) => reason.kind === 'again')) {
            expect(now.map(({ practiceId }) => practiceId)).not.toContain(away);
            continue;
          }
          expect(now.map(({ practiceId }) => practiceId)).not.toContain(away);
          const others = (all: typeof now) => all.map(({ practiceId }) => practiceId);
          if (plan.notReplaced.includes(away)) {
            expect(others(now)).toEqual(others(lines).filter((id) => id !== away));
          } else {
            expect(said(plan).filter((_, at) => others(lines)[at] !== away)).toEqual(
              said(old).filter((_, at) => others(lines)[at] !== away),
            );
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

const EMPTY = { now: NOW, today: TODAY, overrides: [], pauses: [] };
