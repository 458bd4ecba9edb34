import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MILLISECONDS_PER_DAY, probability } from '../units.ts';
import { type Consistency, type ConsistencyInput, consistency } from './consistency.ts';
import { consistencySentence } from './consistency-words.ts';
import { dayNumber } from './local-day.ts';

/** A Sunday: the last 28 days are four whole calendar weeks, from Monday the 13th of April. */
const TODAY = '2026-05-10';
const day = (index: number) =>
  new Date((dayNumber(TODAY) + index) * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);

function input(more: Partial<ConsistencyInput> = {}): ConsistencyInput {
  return { today: TODAY, startedDay: day(-100), keptDays: [], pauses: [], reserveAWeek: 2, ...more };
}
const allDays = Array.from({ length: 101 }, (_, index) => day(-index));
const without = (...missed: readonly number[]) =>
  allDays.filter((one) => !missed.map((index) => day(index)).includes(one));

describe('consistency', () => {
  it('is all of it where every day was kept, and so with two days of a week in reserve', () => {
    expect(consistency(input({ keptDays: allDays }))).toEqual({
      kind: 'consistency',
      share: 1,
      n: 28,
      kept: 28,
      reserve: 0,
      paused: 0,
    });
    expect(consistency(input({ keptDays: without(-6, -3) }))).toMatchObject({
      share: 1,
      kept: 26,
      reserve: 2,
    });
  });

  it('takes 1/28 for a third day of one week, and nothing for one day more of another', () => {
    expect(consistency(input({ keptDays: without(-6, -3, -1) }))).toMatchObject({
      share: 27 / 28,
      kept: 25,
      reserve: 2,
    });
    expect(consistency(input({ keptDays: without(-6, -3, -8) }))).toMatchObject({
      share: 1,
      kept: 25,
      reserve: 3,
    });
  });

  it('goes by calendar weeks from Monday to Sunday', () => {
    // Sunday, Monday and Tuesday are three days in a row, of two weeks.
    expect(consistency(input({ keptDays: without(-7, -6, -5) }))).toMatchObject({ share: 1, reserve: 3 });
    expect(consistency(input({ keptDays: without(-6, -5, -4) }))).toMatchObject({
      share: 27 / 28,
      reserve: 2,
    });
  });

  it('counts today once it is kept, and does not hold it against anybody until then', () => {
    const kept = without(0);
    expect(consistency(input({ keptDays: kept }))).toMatchObject({ share: 1, n: 28, reserve: 0 });
    expect(consistency(input({ keptDays: [TODAY], startedDay: day(-19) }))).toMatchObject({ n: 20, kept: 1 });
    expect(consistency(input({ startedDay: day(-19) }))).toEqual({
      kind: 'too-few-days',
      have: 19,
      need: 20,
    });
  });

  it('steps over paused days, however many, and covers none of them', () => {
    const pauses = [
      { fromDay: day(-40), untilDay: day(-11) },
      { fromDay: day(-20), untilDay: day(-9) },
    ];
    expect(consistency(input({ keptDays: allDays, pauses }))).toMatchObject({
      share: 1,
      n: 28,
      kept: 28,
      paused: 32,
    });
    // Of the week from the 4th of May (-6 to 0) all but Wednesday and Thursday are paused.
    const most = [
      { fromDay: day(-6), untilDay: day(-5) },
      { fromDay: day(-2), untilDay: day(0) },
    ];
    expect(consistency(input({ keptDays: without(-4, -3), pauses: most }))).toMatchObject({
      share: 1,
      reserve: 2,
    });
  });

  it('does not end while a pause has no end', () => {
    const pauses = [{ fromDay: '1900-01-01', untilDay: null }];
    expect(consistency(input({ pauses }))).toEqual({ kind: 'too-few-days', have: 0, need: 20 });
  });

  it('counts no day before the beginning, neither as kept nor against the reserve', () => {
    const startedDay = day(-24);
    expect(consistency(input({ startedDay, keptDays: allDays }))).toMatchObject({ n: 25, kept: 25 });
    // Thursday the 16th of April is the first day: Friday and Saturday are that week's first without a sitting.
    expect(consistency(input({ startedDay, keptDays: without(-23, -22) }))).toMatchObject({
      n: 25,
      reserve: 2,
    });
  });
});

const hostile: fc.Arbitrary<ConsistencyInput> = fc.record({
  today: fc.integer({ min: -9, max: 9 }).map(day),
  startedDay: fc.integer({ min: -90, max: 5 }).map(day),
  keptDays: fc.array(fc.integer({ min: -95, max: 10 }).map(day), { maxLength: 90 }),
  pauses: fc.array(
    fc.record({
      fromDay: fc.integer({ min: -95, max: 10 }).map(day),
      untilDay: fc.option(fc.integer({ min: -95, max: 10 }).map(day), { freq: 6 }),
    }),
    { maxLength: 4 },
  ),
  reserveAWeek: fc.integer({ min: 0, max: 6 }),
});

const noonOf = (one: string) => Date.parse(`${one}T12:00:00Z`);
const mondayBefore = (one: string) =>
  noonOf(one) - ((new Date(noonOf(one)).getUTCDay() + 6) % 7) * MILLISECONDS_PER_DAY;

/** The slow second opinion: day by day from today backwards, with none of the code above. */
function recount({ today, startedDay, keptDays, pauses, reserveAWeek }: ConsistencyInput) {
  const isKept = (one: string) => keptDays.includes(one);
  const isPaused = (one: string) =>
    pauses.some(({ fromDay, untilDay }) => fromDay <= one && one <= (untilDay ?? '9999-12-31'));
  const all: string[] = [];
  for (let at = noonOf(today); at >= noonOf(startedDay); at -= MILLISECONDS_PER_DAY) {
    all.push(new Date(at).toISOString().slice(0, 10));
  }
  const open = all.filter((one) => !isPaused(one) && (one !== today || isKept(today)));
  const counted = open.slice(0, 28);
  const reserve = counted.filter((one) => {
    if (isKept(one)) return false;
    const before = open.filter((other) => other < one && mondayBefore(other) === mondayBefore(one));
    return before.filter((other) => !isKept(other)).length < reserveAWeek;
  });
  return {
    n: counted.length,
    kept: counted.filter(isKept).length,
    reserve: reserve.length,
    paused: all.filter((one) => isPaused(one) && one > (counted.at(-1) ?? today)).length,
  };
}

describe('consistency, of any days', () => {
  it('is what a slow recount says', () => {
    fc.assert(
      fc.property(hostile, (from) => {
        const { n, kept, reserve, paused } = recount(from);
        const found = consistency(from);
        if (n < 20) expect(found).toEqual({ kind: 'too-few-days', have: n, need: 20 });
        else expect(found).toMatchObject({ share: (kept + reserve) / n, n, kept, reserve, paused });
      }),
      { numRuns: 300 },
    );
  });

  it('changes by 1/n and a twentieth at most for one day, never against a day more that was kept', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: -95, max: 10 }).map(day), (from, one) => {
        const before = consistency({ ...from, keptDays: from.keptDays.filter((kept) => kept !== one) });
        const after = consistency({ ...from, keptDays: [...from.keptDays, one] });
        if (before.kind !== 'consistency' || after.kind !== 'consistency') return;
        if (before.n !== after.n || one === from.today) return;
        expect(after.share).toBeGreaterThanOrEqual(before.share);
        expect(after.share - before.share).toBeLessThanOrEqual(1 / before.n + 1e-12);
        expect(after.share - before.share).toBeLessThanOrEqual(0.05 + 1e-12);
      }),
      { numRuns: 300 },
    );
  });
});

const found = {
  kind: 'consistency',
  n: 28,
  kept: 17,
  reserve: 8,
  paused: 0,
  share: probability(25 / 28),
} as const;
const SAID: readonly (readonly [Consistency, string])[] = [
  [found, '25 of the last 28 days kept or in reserve: 17 with a session, 8 reserve days.'],
  [
    { ...found, n: 20, kept: 1, reserve: 1, paused: 5 },
    '2 of the 20 days so far kept or in reserve: 1 with a session, 1 reserve day; 5 paused days left out.',
  ],
  [{ ...found, kept: 0 }, 'Blank paper over the last 28 days, and nothing resets.'],
  [{ kind: 'too-few-days', have: 6, need: 20 }, 'Six days so far; from 20 on there is a share to tell.'],
  [{ kind: 'too-few-days', have: 1, need: 20 }, 'One day so far; from 20 on there is a share to tell.'],
  [
    { kind: 'too-few-days', have: 0, need: 20 },
    'No day to count yet; from 20 days on there is a share to tell.',
  ],
];

describe('consistencySentence', () => {
  it.each(SAID)('%o', (given, words) => {
    expect(consistencySentence(given)).toBe(words);
    expect(words).not.toMatch(/streak|miss|lost|lose|broke|fail|behind|only|just|!/i);
  });
});
