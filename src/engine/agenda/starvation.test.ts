import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agendaPractice } from '../../../tests/support/agenda-practice.ts';
import { dayNumber } from '../momentum/local-day.ts';
import { type Random, random } from '../random.ts';
import { MILLISECONDS_PER_DAY } from '../units.ts';
import type { AgendaPractice, PlanOverride } from './agenda.ts';
import { planMinutes } from './agenda.ts';
import { lookAgainOf } from './look-again.ts';
import { intervalDays, rhythmOf } from './rhythm.ts';
import { LARGEST_WEIGHT } from './urgency.ts';

const START = Date.UTC(2026, 0, 5, 18);
const FIRST_DAY = dayNumber('2026-01-05');

const dayAfter = (days: number) =>
  new Date((FIRST_DAY + days) * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);

/** A learner who asks for a plan every so many days, does what it says, and sometimes answers "something else". */
type Life = {
  readonly practices: readonly AgendaPractice[];
  readonly minutes: number;
  readonly everyDays: number;
  /** They do the first line only, or all of them. */
  readonly followsAll: boolean;
  readonly answersShare: number;
  readonly seed: number;
};

/**
 * Plans until a practice has come up, at the most: docs/science/agenda.md derives it. With n practices that fit, g days
 * from plan to plan, intervals from shortest to longest, and K answers in the meantime.
 */
function mostPlansToWait(intervals: readonly Interval[], own: number, everyDays: number): number {
  const others = intervals.length - 1;
  const longest = Math.max(...intervals.map(({ most }) => most));
  const ratio = (LARGEST_WEIGHT * longest) / Math.min(...intervals.map(({ least }) => least));
  return Math.ceil(Math.max(own / everyDays, 2 * others * ratio)) + 2 * others + 1;
}

/** While a day is near a practice comes round more often, and while its target holds less often. */
type Interval = { readonly least: number; readonly most: number };

function intervalOf(practice: AgendaPractice): Interval {
  const rhythm = rhythmOf(practice);
  const most = Math.max(intervalDays(rhythm), lookAgainOf(practice, rhythm)?.days ?? 0);
  return { least: intervalDays(rhythmOf(practice, true)), most };
}

const PLANS_PER_ANSWER = 4;
/** Then the learner answers no more, so that what an old answer did for ever would come out. */
const PLANS_ANSWERED = 40;
/** A first plan that is a comeback begins with the easiest instead. */
const PLANS_PER_COMEBACK = 2;

/** Lives on until every practice could have starved, and gives the longest that each waited beyond its bound. */
function longestBeyondBound(life: Life): number {
  const { minutes, everyDays, answersShare } = life;
  const chance = random(life.seed);
  const intervals = life.practices.map(intervalOf);
  const bounds = intervals.map(({ most }) => mostPlansToWait(intervals, most, everyDays));
  const overrides: PlanOverride[] = [];
  let practices = life.practices;
  const waited = new Map(practices.map(({ id }) => [id, { plans: 0, answers: 0 }]));
  let beyond = Number.NEGATIVE_INFINITY;
  for (let plan = 0; plan < 2 * Math.max(...bounds); plan += 1) {
    const days = plan * everyDays;
    const moment = { now: START + days * MILLISECONDS_PER_DAY, today: dayAfter(Math.floor(days)) };
    const ask = () =>
      planMinutes({ ...moment, minutes, practices, overrides: overrides.slice(-200), pauses: [] });
    let done = offeredBy(ask(), life.followsAll);
    if (plan < PLANS_ANSWERED && chance.uniform() < answersShare) {
      overrides.push(answerOf(done[0] ?? '', practices, moment, chance));
      for (const wait of waited.values()) wait.answers += 1;
      done = offeredBy(ask(), life.followsAll);
    }
    for (const [index, { id }] of practices.entries()) {
      const wait = waited.get(id) ?? { plans: 0, answers: 0 };
      wait.plans += 1;
      const bound = (bounds[index] ?? 0) + PLANS_PER_ANSWER * wait.answers + PLANS_PER_COMEBACK;
      beyond = Math.max(beyond, wait.plans - bound);
      if (done.includes(id)) waited.set(id, { plans: 0, answers: 0 });
    }
    practices = practices.map((practice) =>
      done.includes(practice.id)
        ? { ...practice, lastPractisedAt: moment.now, takes: practice.takes + 1 }
        : practice,
    );
  }
  return beyond;
}

function offeredBy(plan: ReturnType<typeof planMinutes>, followsAll: boolean): readonly string[] {
  if (plan.kind !== 'plan') return [];
  const ids = plan.lines.flatMap(({ practiceId }) => practiceId ?? []);
  return followsAll ? ids : ids.slice(0, 1);
}

function answerOf(
  practiceId: string,
  practices: readonly AgendaPractice[],
  { now, today }: { readonly now: number; readonly today: string },
  chance: Random,
): PlanOverride {
  const answer = chance.below(3) === 0 ? 'not-today' : 'something-else';
  const chosen = practices[chance.below(practices.length)]?.id ?? null;
  const isChosen = answer === 'something-else' && chance.below(4) > 0 && chosen !== practiceId;
  return { at: now, day: today, practiceId, answer, chosenId: isChosen ? chosen : null };
}

const usual = agendaPractice('a', { startedAt: START, takes: 3, lastPractisedAt: START });

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const past = fc.integer({ min: 0, max: 40 }).map((days) => START - days * MILLISECONDS_PER_DAY);

/** In some version each of them fits into every plan. */
const fits = fc.oneof(
  fc.record({ attemptMinutes: fc.constantFrom(0.1, 0.5, 1), hasFloor: fc.boolean() }),
  fc.record({ attemptMinutes: fc.double({ min: 2, max: 120, noNaN: true }), hasFloor: fc.constant(true) }),
);

const practice = fc
  .record({
    place: fc.constantFrom('focus', 'keep-alive'),
    fits,
    startedAt: past,
    takes: fc.integer({ min: 0, max: 3 }),
    lastPractisedAt: optional(past),
    sittingsAWeek: optional(fc.integer({ min: 0, max: 70 })),
    designSittingsAWeek: optional(fc.integer({ min: 1, max: 70 })),
    needWithin: optional(fc.constantFrom('ten-minutes', 'this-week', 'this-year')),
    needRaisedAt: optional(past),
    heldDays: optional(fc.integer({ min: 0, max: 4 })),
    holdsForDays: optional(fc.integer({ min: 0, max: 200 })),
    wantedBy: optional(fc.integer({ min: 0, max: 90 }).map(dayAfter)),
    experiment: optional(fc.constant({ name: 'grip', unit: 'attempt' as const, wanted: 40 })),
  })
  .map(({ fits: size, ...rest }): AgendaPractice => ({ ...usual, ...rest, ...size }));

const practices = fc
  .array(practice, { minLength: 1, maxLength: 5 })
  .map((all) => all.map((one, index) => ({ ...one, id: `p${index}` })));

const minutes = fc.oneof(fc.integer({ min: 2, max: 240 }), fc.constantFrom(2, 3, 5, 12, 25));

describe('planMinutes, day after day', () => {
  it('starves none of those that fit, where the learner follows the plan', () => {
    fc.assert(
      fc.property(
        practices,
        minutes,
        fc.constantFrom(0.25, 1, 2, 3.5, 14),
        fc.boolean(),
        (all, atHand, everyDays, followsAll) => {
          const life = { practices: all, minutes: atHand, everyDays, followsAll, answersShare: 0, seed: 1 };
          expect(longestBeyondBound(life)).toBeLessThanOrEqual(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('starves none where the learner sometimes asks for something else, not even what was passed over', () => {
    fc.assert(
      fc.property(
        practices,
        minutes,
        fc.constantFrom(1, 3, 14),
        fc.boolean(),
        fc.constantFrom(0.1, 0.4, 0.9),
        fc.integer(),
        (all, atHand, everyDays, followsAll, answersShare, seed) => {
          const life = { practices: all, minutes: atHand, everyDays, followsAll, answersShare, seed };
          expect(longestBeyondBound(life)).toBeLessThanOrEqual(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives what is in focus most of the days, and each of two kept alive one of ten, with five minutes a day', () => {
    let all: readonly AgendaPractice[] = [
      usual,
      { ...usual, id: 'b', place: 'keep-alive' },
      { ...usual, id: 'c', place: 'keep-alive' },
    ];
    const offered: string[] = [];
    for (let day = 1; day <= 61; day += 1) {
      const now = START + day * MILLISECONDS_PER_DAY;
      const today = dayAfter(day);
      const plan = planMinutes({ now, today, minutes: 5, practices: all, overrides: [], pauses: [] });
      const [id = ''] = offeredBy(plan, false);
      offered.push(id);
      all = all.map((one) => (one.id === id ? { ...one, lastPractisedAt: now } : one));
    }
    const days = (id: string) => offered.filter((one) => one === id).length;
    expect([days('a'), days('b'), days('c')]).toEqual([49, 6, 6]);
  });
});
