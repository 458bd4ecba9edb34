import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber } from '../momentum/local-day.ts';
import { random } from '../random.ts';
import { MILLISECONDS_PER_DAY } from '../units.ts';
import type { AgendaInput, AgendaPractice, Plan, PracticeLine } from './agenda.ts';
import { planMinutes, reasonWords } from './agenda.ts';

const NOW = Date.UTC(2026, 4, 12, 16, 30);
const TODAY = '2026-05-12';
const DAYS = 400;

const day = (index: number) =>
  new Date((dayNumber(TODAY) + index) * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
/** So many days ago, evenly from just now to long since; also a little after now, since clocks of devices run ahead. */
const daysAgo = fc
  .oneof(
    fc.integer({ min: -1, max: 40 }),
    fc.double({ min: 0, max: 12, noNaN: true }),
    fc.integer({ max: DAYS, min: 0 }),
  )
  .map((days) => NOW - days * MILLISECONDS_PER_DAY);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const perWeek = optional(fc.integer({ min: 0, max: 70 }));

function practiceOf(id: string, awayDays: number): fc.Arbitrary<AgendaPractice> {
  const sitting = daysAgo.map((at) => at - awayDays * MILLISECONDS_PER_DAY);
  return fc.record({
    id: fc.constant(id),
    title: fc.string({ maxLength: 200 }),
    place: fc.constantFrom('focus', 'focus', 'keep-alive', 'keep-alive', 'parked'),
    startedAt: daysAgo,
    attemptMinutes: fc.oneof(
      fc.double({ min: 0.1, max: 120, noNaN: true }),
      fc.constantFrom(0.1, 0.25, 0.5, 1, 2, 4, 5, 10, 15, 120),
    ),
    hasFloor: fc.boolean(),
    takes: fc.oneof(fc.integer({ min: 0, max: 20_000 }), fc.constantFrom(0, 1)),
    lastPractisedAt: optional(sitting),
    sittingsLately: fc.array(sitting, { maxLength: 2 }),
    sittingsAWeek: perWeek,
    designSittingsAWeek: perWeek,
    needWithin: optional(fc.constantFrom('ten-minutes', 'this-week', 'this-year')),
    needRaisedAt: optional(daysAgo),
    lastLine: optional(fc.string({ maxLength: 500 })),
    variables: fc.array(fc.string({ maxLength: 30 }), { maxLength: 3 }),
    usualSessionMinutes: optional(fc.double({ min: 1, max: 200, noNaN: true })),
    field: optional(fc.constantFrom('', 'music', 'music', 'knots')),
    heldDays: optional(fc.integer({ min: 0, max: 5 })),
    holdsForDays: optional(fc.integer({ min: 0, max: 730 })),
    wantedBy: optional(fc.integer({ min: -5, max: 70 }).map(day)),
    experiment: optional(
      fc.record({
        name: fc.string({ maxLength: 30 }),
        unit: fc.constantFrom('attempt', 'session'),
        wanted: fc.integer({ min: 0, max: 120 }),
      }),
    ),
  });
}

const input: fc.Arbitrary<AgendaInput> = fc
  .tuple(fc.uniqueArray(fc.string({ maxLength: 3 }), { maxLength: 12 }), fc.constantFrom(0, 0, 3, 20))
  .chain(([ids, awayDays]) => {
    // Answers may speak of practices that are gone.
    const anyId = fc.constantFrom('gone', ...ids);
    return fc.record({
      minutes: fc.oneof(fc.integer({ min: 1, max: 240 }), fc.constantFrom(1, 2, 3, 4, 5, 11, 12, 24, 25)),
      now: fc.constant(NOW),
      today: fc.constant(TODAY),
      practices: fc.tuple(...ids.map((id) => practiceOf(id, awayDays))),
      overrides: fc.array(
        fc.record({
          at: daysAgo,
          day: fc.integer({ min: -3, max: 0 }).map(day),
          practiceId: anyId,
          answer: fc.constantFrom('something-else', 'not-today'),
          chosenId: optional(anyId),
        }),
        { maxLength: 12 },
      ),
      pauses: fc.array(
        fc.record({
          fromDay: fc.integer({ min: -60, max: 10 }).map(day),
          untilDay: optional(fc.integer({ min: -60, max: 10 }).map(day)),
        }),
        { maxLength: 3 },
      ),
      week: optional(
        fc.record({
          capMinutes: fc.integer({ min: 5, max: 600 }),
          practisedMinutes: fc.double({ min: 0, max: 700, noNaN: true }),
        }),
      ),
      mixes: fc.boolean(),
    });
  });

/** Whole minutes that a plan may hold. */
function mostMinutes({ minutes, week }: AgendaInput): number {
  if (week == null) return minutes;
  return Math.min(minutes, Math.max(0, Math.floor(week.capMinutes - week.practisedMinutes + 1e-6)));
}

function isInForce({ pauses, today }: AgendaInput): boolean {
  return pauses.some(({ fromDay, untilDay }) => fromDay <= today && (untilDay === null || today <= untilDay));
}

const practiceLines = (plan: Extract<Plan, { kind: 'plan' }>): readonly PracticeLine[] =>
  plan.lines.filter((line) => line.practiceId !== null);

function holdsFor(check: (plan: Extract<Plan, { kind: 'plan' }>, from: AgendaInput) => void): void {
  fc.assert(
    fc.property(input, (from) => {
      const plan = planMinutes(from);
      if (plan.kind === 'plan') check(plan, from);
    }),
    { numRuns: 250 },
  );
}

function practiceIn(from: AgendaInput, id: string): AgendaPractice {
  const found = from.practices.find((practice) => practice.id === id);
  if (found === undefined) throw new Error(`no practice ${id}`);
  return found;
}

describe('planMinutes', () => {
  it('covers the minutes without gap or overlap, each line a whole number of them', () => {
    holdsFor(({ lines, minutes, overMinutes }, from) => {
      expect(minutes + overMinutes).toBe(mostMinutes(from));
      let at = 0;
      for (const line of lines) {
        expect(line.fromMinute).toBe(at);
        expect(Number.isInteger(line.toMinute)).toBe(true);
        expect(line.toMinute).toBeGreaterThan(at);
        at = line.toMinute;
      }
      expect(at).toBe(minutes);
    });
  });

  it('looks back last, and never twice, where at least five minutes are there', () => {
    holdsFor(({ lines, minutes, comeback }) => {
      const lookBacks = lines.filter((line) => line.verb === 'look-back');
      if (minutes >= 5) expect(lookBacks).toHaveLength(1);
      else if (comeback === null) expect(lookBacks).toHaveLength(0);
      if (lookBacks.length > 0) expect(lines.at(-1)?.verb).toBe('look-back');
    });
  });

  it('never has a parked practice in it, and never one that is not there', () => {
    holdsFor((plan, from) => {
      const ids = [...practiceLines(plan), ...plan.leftOut].map(({ practiceId }) => practiceId);
      expect(ids.map((id) => practiceIn(from, id).place)).not.toContain('parked');
    });
  });

  it('has nothing while a pause is in force, and a plan or a reason why not on every other day', () => {
    fc.assert(
      fc.property(input, (from) => {
        const plan = planMinutes(from);
        expect(plan.kind === 'paused').toBe(isInForce(from));
        if (plan.kind !== 'nothing-to-practise') return;
        const open = from.practices.filter(({ place }) => place !== 'parked');
        if (plan.why === 'none') expect(from.practices).toEqual([]);
        else expect(open.length > 0).toBe(plan.why === 'none-fits');
      }),
      { numRuns: 250 },
    );
  });

  it('says from how many minutes on something fits, and then something does', () => {
    fc.assert(
      fc.property(input, (from) => {
        const plan = planMinutes(from);
        if (plan.kind !== 'nothing-to-practise' || plan.why !== 'none-fits') return;
        expect(plan.leftOut.length).toBeGreaterThan(0);
        expect(plan.fewestMinutes).toBeGreaterThan(from.minutes);
        expect(planMinutes({ ...from, minutes: plan.fewestMinutes }).kind).toBe('plan');
        expect(planMinutes({ ...from, minutes: plan.fewestMinutes - 1 }).kind).not.toBe('plan');
      }),
      { numRuns: 250 },
    );
  });

  it('is the same in whatever order the practices come, and changes nothing that it is given', () => {
    // Twins differ in nothing but their ids, and are as urgent as each other.
    const withTwins = fc.tuple(input, fc.boolean()).map(([from, areTwins]) => {
      const [first] = from.practices;
      if (!areTwins || first === undefined) return from;
      return { ...from, practices: from.practices.map(({ id }) => ({ ...first, id })) };
    });
    fc.assert(
      fc.property(withTwins, fc.integer(), (from, seed) => {
        const chance = random(seed);
        const practices = from.practices
          .map((practice) => ({ practice, place: chance.uniform() }))
          .sort((a, b) => a.place - b.place)
          .map(({ practice }) => practice);
        const before = structuredClone(from);
        expect(planMinutes({ ...from, practices })).toEqual(planMinutes(from));
        expect(from).toEqual(before);
      }),
      { numRuns: 250 },
    );
  });

  it('offers a take longer than the minutes only in its two-minute version, and else says why it is left out', () => {
    holdsFor((plan, from) => {
      const { comeback, leftOut } = plan;
      const minutes = plan.minutes + plan.overMinutes;
      const lookBack = plan.lines.at(-1);
      const work = minutes < 5 ? minutes : minutes - (minutes < 12 ? 1 : minutes < 25 ? 2 : 3);
      expect(lookBack?.toMinute).toBe(plan.minutes);
      for (const line of practiceLines(plan)) {
        const { attemptMinutes, hasFloor } = practiceIn(from, line.practiceId);
        const length = line.toMinute - line.fromMinute;
        if (line.isFloor) expect(hasFloor).toBe(true);
        if (line.isFloor && line.verb !== 'begin-softly') expect(attemptMinutes).toBeGreaterThan(length);
        const oneTake = line.isFloor ? 2 : attemptMinutes;
        expect(line.takes).toBeGreaterThanOrEqual(1);
        expect(Number.isInteger(line.takes)).toBe(true);
        expect(line.takes * oneTake).toBeLessThanOrEqual(length + 1e-6);
      }
      const tooLong = from.practices.filter(
        ({ place, attemptMinutes, hasFloor }) =>
          place !== 'parked' && attemptMinutes > work && !(hasFloor && work >= 2),
      );
      const told = leftOut
        .filter(({ why }) => why.kind === 'take-too-long')
        .map(({ practiceId }) => practiceId);
      if (comeback === null) expect(told.toSorted()).toEqual(tooLong.map(({ id }) => id).toSorted());
      else expect(tooLong.map(({ id }) => id)).toEqual(expect.arrayContaining(told));
    });
  });

  it('holds one practice in under twelve minutes, two in under 25, three in more, and one of them gets half', () => {
    holdsFor((plan) => {
      if (plan.comeback !== null) return;
      const lines = practiceLines(plan);
      const lengths = new Map<string, number>();
      for (const { practiceId, fromMinute, toMinute } of lines)
        lengths.set(practiceId, (lengths.get(practiceId) ?? 0) + toMinute - fromMinute);
      const work = [...lengths.values()].reduce((sum, length) => sum + length, 0);
      const isMixed = lines.some(({ reason }) => reason.kind === 'mixed');
      const isApart = lines.some(({ reason }) => reason.kind === 'again');
      if (!(isMixed || isApart)) expect(lengths.size).toBe(lines.length);
      expect(lengths.size).toBeLessThanOrEqual(plan.minutes < 12 ? 1 : plan.minutes < 25 ? 2 : 3);
      // What is cut to what one practice should have in one go may leave the others more than half.
      if ((isMixed && work > 45) || isApart || plan.overMinutes > 0) return;
      expect(Math.max(...lengths.values()) * 2).toBeGreaterThanOrEqual(work);
    });
  });

  it('gives no practice more in one go than 45 minutes, one take, or what its learner usually does', () => {
    holdsFor((plan, from) => {
      const lines = practiceLines(plan);
      for (const [at, line] of lines.entries()) {
        const { attemptMinutes, usualSessionMinutes } = practiceIn(from, line.practiceId);
        const most = Math.ceil(Math.max(45, attemptMinutes, usualSessionMinutes ?? 0));
        const before = lines[at - 1];
        const isOneGo = before?.practiceId === line.practiceId;
        if (isOneGo) expect(before?.verb).toBe('begin-softly');
        const fromMinute = isOneGo ? (before?.fromMinute ?? 0) : line.fromMinute;
        const take = Math.ceil(line.isFloor ? 2 : attemptMinutes);
        expect(line.toMinute - fromMinute).toBeLessThanOrEqual(
          isOneGo ? Math.max(most, line.fromMinute - fromMinute + take) : most,
        );
      }
    });
  });

  it('begins softly after a gap of over fourteen unpaused days, and only then', () => {
    holdsFor(({ lines, comeback, minutes }, from) => {
      const sittings = from.practices.flatMap((one) =>
        [one.lastPractisedAt ?? [], one.sittingsLately].flat(),
      );
      const last = sittings.length === 0 ? NOW : Math.max(...sittings);
      const away = Math.round((NOW - last) / MILLISECONDS_PER_DAY);
      const days = Array.from({ length: Math.max(0, away - 1) }, (_, index) => day(-1 - index));
      const unpaused = away - days.filter((one) => isInForce({ ...from, today: one })).length;
      expect(comeback !== null).toBe(sittings.length > 0 && unpaused > 14);
      expect(lines.some(({ verb }) => verb === 'begin-softly')).toBe(comeback !== null);
      if (comeback === null) return;
      const { practiceId, verb, toMinute, takes } = lines[0] ?? {};
      expect([verb, takes]).toEqual(['begin-softly', 1]);
      const passed = new Set(from.overrides.filter((one) => one.day === TODAY).map((one) => one.practiceId));
      const isShort = ({ place, hasFloor, attemptMinutes, id }: AgendaPractice) =>
        place !== 'parked' && !passed.has(id) && (attemptMinutes <= 2 || hasFloor);
      // With a choice of the learner's own in it the first line may be longer: it is theirs.
      if (lines[0]?.reason.kind === 'chosen-instead' || minutes < 2 || !from.practices.some(isShort)) return;
      expect(toMinute).toBe(2);
      expect(practiceIn(from, practiceId ?? '')).toSatisfy(
        (one: AgendaPractice) => one.hasFloor || one.attemptMinutes <= 2,
      );
    });
  });

  it('names what is left out once, up to three beside what is too long, and three in all after a gap', () => {
    holdsFor(({ lines, leftOut, comeback }) => {
      const planned = new Set(lines.flatMap(({ practiceId }) => practiceId ?? []));
      expect(leftOut.filter(({ practiceId }) => planned.has(practiceId))).toEqual([]);
      expect(new Set(leftOut.map(({ practiceId }) => practiceId)).size).toBe(leftOut.length);
      const counted = leftOut.filter(({ why }) => why.kind !== 'take-too-long');
      expect(counted.length).toBeLessThanOrEqual(3);
      if (comeback !== null) expect(planned.size - 1 + leftOut.length).toBeLessThanOrEqual(3);
    });
  });

  it('never goes beyond the minutes of the week, and lets go nothing that is planned or parked', () => {
    fc.assert(
      fc.property(input, (from) => {
        const plan = planMinutes(from);
        if (plan.kind !== 'plan' && plan.kind !== 'week-full') return;
        if (from.week == null) {
          expect(plan.week).toBe(null);
          return;
        }
        expect(plan.week?.leftMinutes).toBe(mostMinutes({ ...from, minutes: 10_000 }));
        const planned = plan.kind === 'plan' ? practiceLines(plan).map(({ practiceId }) => practiceId) : [];
        const letGo = plan.week?.letGo.map(({ practiceId }) => practiceId) ?? [];
        expect(planned.filter((id) => letGo.includes(id))).toEqual([]);
        expect(letGo.map((id) => practiceIn(from, id).place)).not.toContain('parked');
        for (const { why } of plan.week?.letGo ?? []) expect(reasonWords(why)).toMatch(/^[A-Z][^!?]*\.$/);
        if (plan.kind === 'plan') expect(plan.minutes).toBeLessThanOrEqual(plan.week?.leftMinutes ?? 0);
        // With no cap there would be a plan, be it of more minutes.
        else expect(planMinutes({ ...from, minutes: 240, week: null }).kind).toBe('plan');
      }),
      { numRuns: 250 },
    );
  });

  it('takes nothing in turn that is not related, wanted so, and past its first criterion', () => {
    holdsFor((plan, from) => {
      const lines = practiceLines(plan);
      const mixed = lines.filter(({ reason }) => reason.kind === 'mixed');
      if (from.mixes !== true) expect(mixed).toEqual([]);
      for (const { practiceId } of mixed) {
        const { field, heldDays } = practiceIn(from, practiceId);
        expect(heldDays).toBeGreaterThan(0);
        const related = lines.filter((one) => practiceIn(from, one.practiceId).field === field);
        expect(new Set(related.map((one) => one.practiceId)).size).toBeGreaterThan(1);
        expect(lines.filter((one) => one.practiceId === practiceId)).toHaveLength(2);
      }
    });
  });

  it('says every reason in one sentence', () => {
    holdsFor(({ lines, leftOut }) => {
      for (const reason of [...lines.map((line) => line.reason), ...leftOut.map(({ why }) => why)]) {
        const words = reasonWords(reason);
        const own = words.replaceAll(/“.*?”(?=[.,:]| is one thing| from take| wants|$)/gsu, '“”');
        expect(own).toMatch(/^[A-Z][^.!?]*(\d\.\d[^.!?]*)?(\.|“”)$/u);
        expect(own).not.toMatch(/undefined|NaN|Infinity|null/);
      }
    });
  });
});
