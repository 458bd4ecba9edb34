import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { random } from '../random.ts';
import { NEVER } from './panel.ts';
import { randomisationTest } from './randomisation-test.ts';
import { allArrangements, countArrangements, drawnArrangements } from './redraw.ts';
import { contrastOf, prepare } from './staggered.ts';

const always = Number.POSITIVE_INFINITY;

describe('the ways in which starts could have fallen', () => {
  it.each([
    [[1, 2, 3], 6],
    [[2, 2, NEVER, NEVER], 6],
    [[4, 4, 4], 1],
    [[], 1],
  ])('of %j are %d, each once', (starts, ways) => {
    const all = Array.from(allArrangements(starts), (order) => order.join());
    const found = new Set(all);
    expect([countArrangements(starts), all.length, found.size]).toEqual([ways, ways, ways]);
  });

  it('are beyond counting for many units, and then drawn alike', () => {
    expect(countArrangements(Array.from({ length: 400 }, (_, unit) => unit))).toBe(always);
    const counts = new Map<string, number>();
    for (const order of drawnArrangements([1, 2, 3], 6000, random(1))) {
      counts.set(order.join(), (counts.get(order.join()) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it('are counted without rounding', () => {
    // 30! / (10! 10! 10!)
    const starts = Array.from({ length: 30 }, (_, unit) => unit % 3);
    expect([countArrangements(starts), 5550996791340]).toEqual([5550996791340, 5550996791340]);
  });
});

describe('staggered differences', () => {
  it('are worked out by hand: two groups and one that waits', () => {
    const values = [
      [0, 0, 5, 5],
      [1, 1, 1, 7],
      [2, 2, 3, 4],
    ].map((row) => Float64Array.from(row));
    // Start 2: period 2 against the two others, 5 - (0 + 1)/2 = 4.5, weight 2/3; period 3 against the third, 5 - 2 = 3, weight 1/2.
    // Start 3: period 3 against the third: 6 - (4 - 7/3) = 13/3, weight 1/2.
    const expected = (4.5 * (2 / 3) + 3 * 0.5 + (13 / 3) * 0.5) / (2 / 3 + 1);
    const starts = [2, 3, NEVER];
    expect(contrastOf(prepare(values, starts, always), starts)).toMatchObject({
      value: expect.closeTo(expected, 12),
      share: expect.closeTo(1, 12),
    });
  });

  it('have the standard error of two means, where all begin at once', () => {
    const values = [
      [0, 1],
      [0, 4],
      [0, 0],
      [0, 1],
      [0, 5],
    ].map((row) => Float64Array.from(row));
    const starts = [1, 1, NEVER, NEVER, NEVER];
    // Variances 4.5 and 7 of the two sides: 4.5/2 + 7/3.
    const { spread } = contrastOf(prepare(values, starts, always), starts) ?? { spread: [0, 1, 1] };
    expect(spread[0]).toBeCloseTo(4.5 / 2 + 7 / 3, 12);
    expect(spread.slice(1)).toEqual([0, 0]);
  });

  it('are not moved by what a unit always is, nor by what a period does to all', () => {
    const starts = [1, 2, 2, NEVER, 3];
    const number = fc.double({ min: -5, max: 5, noNaN: true });
    const row = fc.array(number, { minLength: 4, maxLength: 4 });
    const rows = fc.array(row, { minLength: 5, maxLength: 5 });
    const estimateOf = (values: readonly Float64Array[]) =>
      contrastOf(prepare(values, starts, always), starts)?.value ?? 0;
    fc.assert(
      fc.property(rows, fc.array(number, { minLength: 5, maxLength: 5 }), row, (values, units, periods) => {
        const plain = values.map((of) => Float64Array.from(of));
        const moved = plain.map((of, unit) =>
          of.map((value, at) => value + (units[unit] ?? 0) + (periods[at] ?? 0)),
        );
        expect(estimateOf(moved)).toBeCloseTo(estimateOf(plain), 8);
      }),
    );
  });

  it('leave out a value that is missing, and say where there is nothing to compare', () => {
    const values = [
      [0, 0, 5],
      [1, Number.NaN, 1],
      [2, 2, Number.NaN],
    ].map((row) => Float64Array.from(row));
    expect(contrastOf(prepare(values, [2, NEVER, NEVER], always), [2, NEVER, NEVER])?.value).toBeCloseTo(
      5,
      12,
    );
    for (const starts of [
      [2, 2, 2],
      [0, 0, 0],
      [NEVER, NEVER, NEVER],
      [0, NEVER, NEVER],
    ]) {
      expect(contrastOf(prepare(values, starts, always), starts)).toBeNull();
    }
  });
});

describe('the test over the draw', () => {
  /** By adjusting the values for every effect asked about and starting over: shares no formula with the interval. */
  function slowP(
    values: readonly Float64Array[],
    starts: readonly number[],
    effect: number,
    isStudentised: boolean,
  ): number {
    const adjusted = values.map((of, unit) =>
      of.map((value, at) => value - (at >= (starts[unit] ?? 0) ? effect : 0)),
    );
    const staggered = prepare(adjusted, starts, always);
    const tOf = (order: ArrayLike<number>) => {
      const { value, spread } = contrastOf(staggered, order) ?? { value: 0, spread: [1] };
      return Math.abs(value) / (isStudentised ? Math.sqrt(spread[0] ?? 1) : 1);
    };
    const far = tOf(starts);
    const all = Array.from(allArrangements(starts), (order) => tOf(order));
    return all.filter((other) => other >= far - 1e-9).length / all.length;
  }

  it.each([
    [[1, 2, 3, 2, NEVER, NEVER], true],
    [[1, 2, 3, 2, NEVER, NEVER], false],
    // One that had begun before the first period changes as little as one that never began.
    [[0, 0, 2, 2, NEVER, NEVER], true],
    [[0, 0, 2, 2, NEVER, NEVER], false],
  ])(
    'has the interval that trying every effect gives, with starts %j, studentised: %s',
    (starts, isStudentised) => {
      const shareAt = (values: readonly Float64Array[], effect: number) =>
        slowP(values, starts, effect, isStudentised);
      const chance = random(12);
      for (let round = 0; round < 3; round += 1) {
        const values = starts.map((start) =>
          Float64Array.from({ length: 4 }, (_, at) => chance.normal() + (at >= start ? 2 : 0)),
        );
        const test = randomisationTest(prepare(values, starts, always), starts, {
          level: 0.8,
          seed: 1,
          isStudentised,
        });
        expect(test?.isExact).toBe(true);
        const { lower, upper } = { lower: test?.lower ?? 0, upper: test?.upper ?? 0 };
        expect(test?.p).toBeCloseTo(shareAt(values, 0), 9);
        expect(shareAt(values, lower + 1e-6)).toBeGreaterThan(0.2);
        expect(shareAt(values, lower - 1e-6)).toBeLessThanOrEqual(0.2 + 1e-9);
        expect(shareAt(values, upper - 1e-6)).toBeGreaterThan(0.2);
        expect(shareAt(values, upper + 1e-6)).toBeLessThanOrEqual(0.2 + 1e-9);
      }
    },
  );

  it('rules nothing out where the starts could have fallen in too few ways', () => {
    const starts = [1, NEVER, NEVER];
    const values = starts.map((start) =>
      Float64Array.from({ length: 3 }, (_, at) => at + (at >= start ? 9 : 0)),
    );
    expect(
      randomisationTest(prepare(values, starts, always), starts, {
        level: 0.95,
        seed: 1,
        isStudentised: true,
      }),
    ).toMatchObject({
      lower: null,
      upper: null,
      arrangements: 3,
    });
  });

  it('moves its interval with an effect that is added to all', () => {
    const chance = random(2);
    const starts = Array.from({ length: 14 }, (_, unit) => [3, 5, NEVER][unit % 3] ?? NEVER);
    const plain = starts.map(() => Float64Array.from({ length: 8 }, () => chance.normal()));
    const moved = plain.map((of, unit) => of.map((value, at) => value + (at >= (starts[unit] ?? 0) ? 7 : 0)));
    const options = { level: 0.95, seed: 5, isStudentised: true };
    const [before, after] = [plain, moved].map((values) =>
      randomisationTest(prepare(values, starts, always), starts, options),
    );
    expect((after?.estimate ?? 0) - (before?.estimate ?? 0)).toBeCloseTo(7, 6);
    expect((after?.lower ?? 0) - (before?.lower ?? 0)).toBeCloseTo(7, 6);
    expect((after?.upper ?? 0) - (before?.upper ?? 0)).toBeCloseTo(7, 6);
  });
});
