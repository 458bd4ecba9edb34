import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { random } from '../random.ts';
import { type ImpactOptions, impactOf } from './impact.ts';
import type { Impact } from './impact-result.ts';
import type { PanelRow } from './panel.ts';

const plain: ImpactOptions = { kind: 'score', better: 'up', isDrawn: true, smallest: null };
const series: ImpactOptions = { ...plain, isDrawn: false };

function figureOf(impact: Impact) {
  if (impact.kind !== 'impact') throw new Error(`a figure, and not ${impact.kind}`);
  return impact;
}

/** docs/science/impact.md: five began in the third period, five never. */
const TEN: readonly PanelRow[] = [
  [3, 4, 5, 4, 4],
  [0, 1, 2, 1, 1],
].flatMap((gains, group) =>
  gains.flatMap((gain, place) =>
    [10 + place, 12 + place, 11 + place + gain].map((value, period) => ({
      unit: `${group}-${place}`,
      period,
      value,
      start: group === 0 ? 2 : null,
    })),
  ),
);

type Setting = {
  readonly seed: number;
  readonly units: number;
  readonly periods: number;
  readonly starts: readonly (number | null)[];
  readonly effect: number;
};

/** Units that differ, periods that move all, neighbours that are alike, and starts dealt by lots. */
function simulate({ seed, units, periods, starts, effect }: Setting): readonly PanelRow[] {
  const chance = random(seed);
  const dealt = Array.from({ length: units }, (_, unit) => starts[unit % starts.length] ?? null);
  for (let last = units - 1; last > 0; last -= 1) {
    const other = chance.below(last + 1);
    [dealt[last], dealt[other]] = [dealt[other] ?? null, dealt[last] ?? null];
  }
  const moves = Array.from({ length: periods }, (_, period) => 0.1 * period + 0.5 * chance.normal());
  return dealt.flatMap((start, unit) => {
    const own = 2 * chance.normal();
    let noise = chance.normal();
    return moves.map((move, period) => {
      noise = 0.5 * noise + Math.sqrt(0.75) * chance.normal();
      const gain = start !== null && period >= start ? effect : 0;
      return { unit: `${unit}`, period, value: own + move + noise + gain, start };
    });
  });
}

const staggered = { units: 12, periods: 10, starts: [4, 6, 8], effect: 0 };
const controlled = { units: 20, periods: 20, starts: [12, null], effect: 0 };

describe('impact with a draw', () => {
  it('is the worked example', () => {
    expect(impactOf(TEN, plain)).toEqual({
      kind: 'impact',
      method: 'staggered-draw',
      estimate: expect.closeTo(3, 12),
      lower: expect.closeTo(2, 6),
      upper: expect.closeTo(4, 6),
      p: 2 / 252,
      level: 0.95,
      verdict: 'better',
      n: 10,
      unitsBegun: 5,
      unitsWaiting: 5,
      peopleBegun: 5,
      peopleWaiting: 5,
      scale: 'identity',
      arrangements: 252,
      placeboDates: [
        {
          lead: 1,
          estimate: expect.closeTo(0, 9),
          lower: expect.closeTo(0, 6),
          upper: expect.closeTo(0, 6),
          p: 1,
        },
      ],
      placeboMeasures: [],
      caveats: [],
    });
  });

  it('is positive where it is better, whichever way the measure runs', () => {
    expect(figureOf(impactOf(TEN, { ...plain, better: 'down' }))).toMatchObject({
      estimate: expect.closeTo(-3, 9),
      verdict: 'worse',
    });
    expect(figureOf(impactOf(TEN, { ...plain, better: 'down', smallest: 3.5 })).verdict).toBe('worse');
    const range = { ...plain, better: { low: 0, high: 1 } } as const;
    expect(figureOf(impactOf(TEN, range))).toMatchObject({
      estimate: expect.closeTo(-3, 9),
      scale: 'distance',
    });
  });

  it('says that there is no difference where all that is not ruled out is too small to matter', () => {
    const same = TEN.map((row) => ({
      ...row,
      start: row.unit.endsWith('0') || row.unit.endsWith('2') ? 2 : null,
    }));
    const smallest = 2.5;
    expect(impactOf(same, plain)).toMatchObject({ kind: 'too-few-people', have: 4, need: 5 });
    const twice = [...same, ...same.map((row) => ({ ...row, unit: `also ${row.unit}` }))];
    expect(figureOf(impactOf(twice, plain)).verdict).toBe('cannot-tell');
    expect(figureOf(impactOf(twice, { ...plain, smallest })).verdict).toBe('no-difference');
    expect(figureOf(impactOf(twice, { ...plain, smallest: 0.1 })).verdict).toBe('cannot-tell');
  });

  it('gives no figure for fewer than five people on either side, and counts those whom a unit is', () => {
    const few = TEN.filter(({ unit }) => unit !== '0-0');
    expect(impactOf(few, plain)).toEqual({ kind: 'too-few-people', have: 4, need: 5 });
    expect(
      impactOf(
        TEN.filter(({ unit }) => unit !== '1-4'),
        plain,
      ),
    ).toMatchObject({ kind: 'too-few-people' });
    const teams = few.map((row) => ({ ...row, people: 6 }));
    expect(figureOf(impactOf(teams, plain))).toMatchObject({
      unitsBegun: 4,
      peopleBegun: 24,
      peopleWaiting: 30,
    });
  });

  it('says where there is nothing to hold it against', () => {
    for (const start of [0, 2, null, 99]) {
      const all = TEN.map((row) => ({ ...row, start }));
      expect(impactOf(all, plain)).toEqual({ kind: 'no-controls' });
      expect(impactOf(all, series)).toEqual({ kind: 'no-controls' });
    }
    expect(impactOf([], plain)).toEqual({ kind: 'no-controls' });
  });

  it('warns of values that are missing, and of starts that could not have fallen otherwise', () => {
    expect(figureOf(impactOf(TEN.slice(1), plain)).caveats).toEqual(['missing-values']);
    const large = TEN.filter(({ unit }) => ['0-0', '1-0', '1-1'].includes(unit)).map((row) => ({
      ...row,
      people: 9,
    }));
    expect(figureOf(impactOf(large, plain))).toMatchObject({
      lower: null,
      upper: null,
      verdict: 'cannot-tell',
      caveats: ['few-arrangements'],
    });
  });

  it('warns where one side is more than twice the other', () => {
    const waiting = TEN.filter(({ start }) => start === null);
    const more = ['b', 'c'].flatMap((name) =>
      waiting.map((row) => ({ ...row, unit: `${name} ${row.unit}` })),
    );
    expect(figureOf(impactOf([...TEN, ...more.slice(0, 15)], plain)).caveats).toEqual([]);
    expect(figureOf(impactOf([...TEN, ...more], plain)).caveats).toEqual(['sides-differ-in-size']);
  });

  it('sees a change that came before the start, and one in a measure that should have none', () => {
    const early = TEN.flatMap((row) => [
      { ...row, period: row.period - 3, value: 10 },
      // What the start did was there two periods before it.
      { ...row, value: row.start === null ? 10 : 15 },
    ]).map((row, place) => ({ ...row, value: row.value + ((place * 7) % 11) / 100 }));
    const caught = figureOf(
      impactOf(early, { ...plain, placebos: [{ name: 'not it', rows: TEN, options: plain }] }),
    );
    expect(caught.caveats).toContain('placebo-date-differs');
    expect(caught.caveats).toContain('placebo-measure-differs');
    expect(caught.placeboMeasures).toMatchObject([{ name: 'not it', estimate: expect.closeTo(3, 9) }]);
  });

  it('sees what came before the start also where the start itself did very much', () => {
    const rows = simulate({ ...staggered, seed: 9, effect: 100 }).map((row) => ({
      ...row,
      value: row.value + (row.start !== null && row.period === row.start - 1 ? 8 : 0),
    }));
    const [one] = figureOf(impactOf(rows, plain)).placeboDates;
    expect(one).toMatchObject({ lead: 1, p: expect.closeTo(0, 2) });
  });

  it('finds what was put in, and rarely what was not', () => {
    let [held, claimed] = [0, 0];
    const rounds = 20;
    for (let seed = 1; seed <= rounds; seed += 1) {
      const found = figureOf(impactOf(simulate({ ...staggered, seed, effect: 1.5 }), plain));
      if ((found.lower ?? -99) <= 1.5 && 1.5 <= (found.upper ?? 99)) held += 1;
      const none = figureOf(impactOf(simulate({ ...staggered, seed: 500 + seed }), plain));
      if (none.verdict !== 'cannot-tell') claimed += 1;
    }
    expect(held / rounds).toBeGreaterThan(0.8);
    expect(claimed / rounds).toBeLessThan(0.2);
  });

  it('gives the same figure for the same rows in any order, and never a number that is none', () => {
    const row = fc.record({
      unit: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
      period: fc.integer({ min: 0, max: 5 }),
      value: fc.integer({ min: -20, max: 20 }),
      people: fc.constant(5),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), fc.boolean(), (rows, isDrawn) => {
        const all = rows.map((one) => ({
          ...one,
          start: 'abc'.includes(one.unit) ? 2 : 'de'.includes(one.unit) ? 4 : null,
        }));
        const impact = impactOf(all, { ...plain, isDrawn });
        expect(JSON.stringify(impact, (_, value) => (Number.isNaN(value) ? 'NaN' : value))).not.toContain(
          'NaN',
        );
        if (impact.kind !== 'impact') return;
        const sorted = all.toSorted((a, b) => a.unit.localeCompare(b.unit));
        expect(figureOf(impactOf(sorted, { ...plain, isDrawn })).estimate).toBeCloseTo(impact.estimate, 6);
      }),
      { numRuns: 25 },
    );
  });
});

describe('impact without a draw', () => {
  it('is a series against a control, and says what that leaves open', () => {
    const found = figureOf(impactOf(simulate({ ...controlled, seed: 3, effect: 4 }), series));
    expect(found).toMatchObject({
      method: 'interrupted-series',
      arrangements: null,
      unitsBegun: 10,
      unitsWaiting: 10,
      n: 400,
    });
    expect(found.caveats).toEqual(['not-drawn', 'other-events', 'straight-line']);
    expect(found.verdict).toBe('better');
    expect((found.lower ?? 0) < 4 && 4 < (found.upper ?? 0)).toBe(true);
  });

  it('holds those who began against those who began last, up to then, where all began', () => {
    const rows = simulate({ units: 24, periods: 22, starts: [8, 10, 18], effect: 4, seed: 5 });
    const found = figureOf(impactOf(rows, series));
    expect(found.caveats).toContain('controls-begin-later');
    expect(found).toMatchObject({ unitsBegun: 16, unitsWaiting: 8, n: 16 * 24 });
    expect((found.lower ?? 0) < 4 && 4 < (found.upper ?? 0)).toBe(true);
  });

  it('asks for six periods before a start and three after', () => {
    const short = { kind: 'too-few-periods', needBefore: 6, needAfter: 3 };
    const at = (start: number) => simulate({ ...controlled, periods: 10, starts: [start, null], seed: 1 });
    expect(impactOf(at(5), series)).toEqual({ ...short, before: 5, after: 5 });
    expect(impactOf(at(8), series)).toEqual({ ...short, before: 8, after: 2 });
    expect(impactOf(at(7), series).kind).toBe('impact');
  });

  it('leaves out a unit with a missing value, and says so', () => {
    const rows = simulate({ ...controlled, seed: 3 });
    const found = figureOf(impactOf(rows.slice(1), series));
    expect(found.unitsBegun + found.unitsWaiting).toBe(19);
    expect(found.caveats).toContain('units-left-out');
  });

  it('takes its verdict back where a start before the start shows a difference as well', () => {
    const rows = simulate({ ...controlled, seed: 3 });
    const stepped = rows.map((row) => ({
      ...row,
      value:
        row.value + (row.start === null ? 0 : 5 * Number(row.period >= 8) + 30 * Number(row.period >= 12)),
    }));
    const found = figureOf(impactOf(stepped, series));
    expect(found.lower ?? 0).toBeGreaterThan(0);
    expect(found.caveats).toContain('placebo-date-differs');
    expect(found.verdict).toBe('cannot-tell');
  });

  it('rarely claims what is not there', () => {
    let claimed = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      if (figureOf(impactOf(simulate({ ...controlled, seed }), series)).verdict !== 'cannot-tell')
        claimed += 1;
    }
    expect(claimed / 60).toBeLessThan(0.13);
  });
});
