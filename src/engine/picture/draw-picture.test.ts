import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIRECTIONS, goodness, MEASURE_KINDS, type Measure, reaches } from '../measure/measure.ts';
import { simulateAttempts } from '../simulate/simulate-attempts.ts';
import { MILLISECONDS_PER_DAY } from '../units.ts';
import { drawPicture } from './draw-picture.ts';
import type { AttemptFact, Picture } from './picture.ts';

const catches: Measure = { kind: 'count', unit: 'catches', direction: 'up', target: { low: 30, high: null } };

function facts(values: readonly number[], perSession = 3): readonly AttemptFact[] {
  return values.map((value, index) => {
    const day = Math.floor(index / perSession);
    return {
      id: `a${index}`,
      value,
      at: day * MILLISECONDS_PER_DAY + index,
      sessionId: `s${day}`,
      dayKey: `d${day}`,
    };
  });
}

function many(n: number): readonly AttemptFact[] {
  return simulateAttempts(
    { attempts: n, perSession: 0, likeness: 0.3, dayShock: 1, level: (index) => Math.log1p(index) },
    n,
  );
}

/** Every number anywhere inside a value. */
function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}

describe('drawPicture', () => {
  it('names a take by its number among all that stand, scored or not', () => {
    const numbered = facts([9, 31, 12]).map((fact, index) => ({ ...fact, number: index + 4 }));
    const picture = drawPicture(catches, numbered);
    expect(picture.personalBest).toMatchObject({ index: 1, number: 5 });
    expect(picture.reached).toMatchObject({ index: 1, number: 5 });
    expect(picture.drawn).toMatchObject({ points: [{ number: 4 }, { number: 5 }, { number: 6 }] });
    const bins = drawPicture(
      catches,
      many(2_500).map((fact, index) => ({ ...fact, number: 2 * index + 2 })),
    );
    expect(bins.drawn).toMatchObject({
      bins: expect.arrayContaining([expect.objectContaining({ lastNumber: 5_000 })]),
    });
    expect(drawPicture(catches, facts([9, 31])).personalBest?.number).toBe(2);
  });

  it('counts what else counts towards the target, and draws none of it', () => {
    const numbered = (values: readonly number[], numbers: readonly number[], session: string) =>
      values.map((value, index) => {
        const number = numbers[index] ?? 0;
        return {
          value,
          number,
          at: number * MILLISECONDS_PER_DAY,
          sessionId: session + number,
          dayKey: `d${number}`,
        };
      });
    const whole = numbered([31, 12, 32], [1, 2, 5], 'w');
    const alsoCounting = numbered([40, 33], [3, 4], 'shown');
    const picture = drawPicture(catches, whole, { alsoCounting });
    const { met, reached, ...drawn } = picture;
    const { met: _met, reached: _reached, ...alone } = drawPicture(catches, whole);
    expect(drawn).toEqual(alone);
    expect(met).toMatchObject({ daysHeld: 4, metAt: 4 * MILLISECONDS_PER_DAY });
    expect(reached).toMatchObject({ number: 1, value: 31 });
    expect(drawPicture(catches, numbered([12], [9], 'w'), { alsoCounting }).reached?.number).toBe(3);
  });

  it('marks the baseline with whether the way in had been read, where that is known of all three', () => {
    const read = (...marks: (boolean | undefined)[]) =>
      facts([1, 2, 3, 4]).map((fact, index) => {
        const isTrickRead = marks[index];
        return isTrickRead === undefined ? fact : { ...fact, isTrickRead };
      });
    expect(drawPicture(catches, read(false, false, true, true)).baseline).toMatchObject({ withTrickRead: 1 });
    expect(drawPicture(catches, read(false, false, false)).baseline).toMatchObject({ withTrickRead: 0 });
    expect(drawPicture(catches, read(true, undefined, true)).baseline).toMatchObject({ withTrickRead: null });
  });

  it('is the worked example of docs/science/picture.md', () => {
    const picture = drawPicture(catches, facts([12, 9, 19, 14, 22, 31, 25, 28, 30, 33]));
    expect(picture.baseline).toEqual({
      kind: 'baseline',
      median: 12,
      low: 9,
      high: 19,
      n: 3,
      withTrickRead: null,
    });
    expect(picture.personalBest).toMatchObject({ value: 33, index: 9 });
    expect(picture.reached).toMatchObject({ index: 5, value: 31 });
    expect(picture.runningMedian[0]).toMatchObject({ index: 2, median: 12, low: null, high: null, n: 3 });
    expect(picture.runningMedian[1]).toMatchObject({ index: 3, median: 13, low: 9, high: 19, n: 4 });
    expect(picture.runningMedian.at(-1)).toMatchObject({ index: 9, median: 25, low: 19, high: 30, n: 9 });
    expect(picture.latest).toMatchObject({ median: 25, n: 9, interval: { low: 19, high: 30 } });
    expect(picture.spread).toEqual({ q25: 19, q75: 30, n: 9 });
    expect(picture.trend).toEqual({ kind: 'too-few-sessions', have: 4, need: 5 });
    expect(picture.met).toEqual({ sessionsHeld: 1, daysHeld: 1, daysNeeded: 3, metAt: null });
  });

  it('says what is missing rather than nothing', () => {
    const empty = drawPicture(catches, []);
    expect(empty).toMatchObject({
      n: 0,
      sessions: 0,
      personalBest: null,
      reached: null,
      baseline: { kind: 'too-few-attempts', have: 0, need: 3 },
      latest: { kind: 'too-few-attempts', have: 0, need: 1 },
      spread: { kind: 'too-few-attempts', have: 0, need: 4 },
      trend: { kind: 'too-few-attempts', have: 0, need: 8 },
    });
    const three = drawPicture(catches, facts([1, 2, 3]));
    expect(three.latest).toMatchObject({
      median: 2,
      interval: { kind: 'too-few-attempts', have: 3, need: 4 },
    });
  });

  it('gives the best to the first of equals, and to nobody where no value is better', () => {
    expect(drawPicture(catches, facts([3, 9, 4, 9])).personalBest).toMatchObject({ value: 9, index: 1 });
    const noRange: Measure = { ...catches, direction: 'within', target: { low: null, high: null } };
    expect(drawPicture(noRange, facts([3, 9, 4, 9])).personalBest).toBeNull();
  });

  it('leaves blank paper for more than fourteen days', () => {
    const day = (days: number): AttemptFact => ({
      ...facts([1])[0],
      value: 1,
      at: days * MILLISECONDS_PER_DAY,
      sessionId: `${days}`,
      dayKey: `${days}`,
    });
    const picture = drawPicture(catches, [day(0), day(14), day(29), day(30)]);
    expect(picture.gaps).toEqual([expect.objectContaining({ afterIndex: 1, beforeIndex: 2, days: 15 })]);
  });

  it('draws passes as a running share, not as a median of zeros and ones', () => {
    const pass: Measure = { kind: 'pass', unit: '', direction: 'up', target: { low: 1, high: null } };
    const picture = drawPicture(pass, facts([0, 0, 1, 0, 1, 1, 1, 1, 1, 1]));
    expect(picture.runningMedian).toEqual([]);
    expect(picture.share?.running).toHaveLength(10);
    expect(picture.share?.latest).toMatchObject({ share: 7 / 9, n: 9 });
  });

  it('stays small and keeps the best at 16,000 attempts', () => {
    const attempts = many(16_000);
    const picture = drawPicture({ ...catches, kind: 'score' }, attempts);
    if (picture.drawn.kind !== 'bins') throw new Error('not reached');
    const { bins } = picture.drawn;
    const best = Math.max(...attempts.map((attempt) => attempt.value));
    expect(bins.length).toBeLessThanOrEqual(400);
    expect(picture.runningMedian.length).toBeLessThanOrEqual(400);
    expect(bins.reduce((sum, bin) => sum + bin.n, 0)).toBe(16_000);
    expect(Math.max(...bins.map((bin) => bin.max))).toBe(best);
    expect(picture.personalBest?.value).toBe(best);
    expect(attempts[picture.personalBest?.index ?? -1]?.value).toBe(best);
    expect(picture.window).toBeGreaterThanOrEqual(Math.max(...bins.map((bin) => bin.n)));
    bins.forEach((bin, index) => {
      expect(bin.first).toBe(index === 0 ? 0 : (bins[index - 1]?.last ?? 0) + 1);
      expect(bin.last - bin.first + 1).toBe(bin.n);
    });
  });

  it.each([599, 600, 601, 1199, 4774])('draws all of %d attempts', (n) => {
    const { drawn, runningMedian } = drawPicture({ ...catches, kind: 'score' }, many(n));
    const drawnCount =
      drawn.kind === 'points' ? drawn.points.length : drawn.bins.reduce((sum, bin) => sum + bin.n, 0);
    expect(drawnCount).toBe(n);
    expect(drawn.kind).toBe(n <= 600 ? 'points' : 'bins');
    if (n <= 600) expect(runningMedian).toHaveLength(n - 2);
  });

  describe('for any attempts', () => {
    const values = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 80 });
    const measures = fc
      .tuple(
        fc.constantFrom(...MEASURE_KINDS),
        fc.constantFrom(...DIRECTIONS),
        fc.constantFrom(null, 10),
        fc.constantFrom(null, 25),
      )
      .map(
        ([kind, direction, low, high]): Measure => ({ kind, unit: 'x', direction, target: { low, high } }),
      );
    const eachPicture = (
      check: (picture: Picture, attempts: readonly AttemptFact[], measure: Measure) => void,
    ) =>
      fc.assert(
        fc.property(measures, values, fc.integer({ min: 1, max: 12 }), (measure, list, perSession) => {
          const attempts = facts(measure.kind === 'pass' ? list.map((value) => value % 2) : list, perSession);
          check(drawPicture(measure, attempts), attempts, measure);
        }),
      );

    it('holds no NaN and no infinity', () => {
      eachPicture((picture) => {
        expect(numbersIn(picture).every(Number.isFinite)).toBe(true);
      });
    });

    it('has no better attempt than the best, and none that reached before the first', () => {
      eachPicture(({ personalBest, reached }, attempts, measure) => {
        if (personalBest !== null) {
          const best = goodness(measure, personalBest.value);
          expect(attempts.every((attempt) => goodness(measure, attempt.value) <= best)).toBe(true);
        }
        const first = attempts.findIndex((attempt) => reaches(measure.target, attempt.value));
        expect(reached?.index ?? -1).toBe(first);
      });
    });

    it('keeps every median inside its own interval and its own attempts', () => {
      eachPicture(({ runningMedian, latest }, attempts) => {
        for (const place of runningMedian) {
          const seen = attempts
            .slice(place.index + 1 - place.n, place.index + 1)
            .map((attempt) => attempt.value);
          const below = seen.filter((value) => value <= place.median).length;
          expect(below * 2).toBeGreaterThanOrEqual(place.n);
          if (place.low !== null) expect(place.low).toBeLessThanOrEqual(place.median);
          if (place.high !== null) expect(place.high).toBeGreaterThanOrEqual(place.median);
        }
        const last = runningMedian.at(-1);
        if (last !== undefined && 'median' in latest) expect(last.median).toBe(latest.median);
      });
    });
  });
});
