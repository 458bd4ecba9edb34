/**
 * One learner after the other, alone: the mean of the next ten attempts and of the 91st to the 100th ahead, on the line
 * (an error of 0.05 is about five per cent), from every fifth attempt early and every twentieth late.
 */
import { forecast, forecastOnLine, startCurve, tableOf, withAttempt } from '../../src/engine/curve/curve.ts';
import type { CurveState } from '../../src/engine/curve/curve-state.ts';

import { type Cell, OURS } from './bar-table.ts';
import { type Coverage, startCoverage } from './coverage.ts';
import { LossTable } from './loss-table.ts';
import { meanOf } from './paired-bootstrap.ts';
import { attemptsOf, type PracticeSeries } from './practice-series.ts';
import { SERIES_BASELINES } from './series-baselines.ts';

type Window = { readonly from: number; readonly to: number };
type Age = 'early' | 'late';

const RATE = { kind: 'rate', better: 'up' } as const;
const FEWEST = 5;
const UNSHIFTED = 'without the shift';
const EARLY = { to: 100, every: 5 } as const;
const LATE = { from: 200, every: 20 } as const;
const NEXT_TEN: Window = { from: 1, to: 10 };
const FAR_TEN: Window = { from: 91, to: 100 };
export const CELLS = [
  { name: 'next 10, early', window: NEXT_TEN, age: 'early' },
  { name: 'next 10, late', window: NEXT_TEN, age: 'late' },
  { name: '91-100 ahead, early', window: FAR_TEN, age: 'early' },
  { name: '91-100 ahead, late', window: FAR_TEN, age: 'late' },
] as const;
/** The bar is on single attempts 1, 10 and 100 ahead; means of ten are told beside it. */
const HELD: readonly Window[] = [1, 10, 100].map((ahead) => ({ from: ahead, to: ahead }));
export const COVERED = [...HELD, NEXT_TEN, FAR_TEN].flatMap((window) =>
  (['early', 'late'] as const).map((age) => ({ window, age, name: coveredName(window, age) })),
);

type SeriesLosses = ReadonlyMap<string, ReadonlyMap<string, number>>;

export type SeriesRecord = {
  readonly family: string;
  /** By cell: the mean loss of each method over this series's origins. */
  readonly losses: SeriesLosses;
  /** The same of what is told, the mean of values in the measure's unit, with the shift of mean-shift.ts and without. */
  readonly told: SeriesLosses;
  readonly coverage: ReadonlyMap<string, Coverage>;
};

function coveredName({ from, to }: Window, age: Age): string {
  return `${from === to ? from : `mean of ${from}-${to}`} ahead, ${age}`;
}

function ageAt(n: number): Age | null {
  if (n < FEWEST) return null;
  if (n <= EARLY.to) return n % EARLY.every === 0 ? 'early' : null;
  return n >= LATE.from && n % LATE.every === 0 ? 'late' : null;
}

export function judgeSeries(series: PracticeSeries): SeriesRecord {
  const { line, family } = series;
  const losses = new Map<string, LossTable>(CELLS.map(({ name }) => [name, new LossTable()]));
  const told = new Map<string, LossTable>(CELLS.map(({ name }) => [name, new LossTable()]));
  const coverage = new Map<string, Coverage>(COVERED.map(({ name }) => [name, startCoverage()]));
  let state = startCurve(RATE);
  for (const [place, attempt] of attemptsOf(series).entries()) {
    state = withAttempt(state, attempt);
    const age = ageAt(place + 1);
    if (age === null) continue;
    const seen = line.slice(0, place + 1);
    const ahead = (window: Window) => line.slice(place + window.from, place + 1 + window.to);
    const isKnown = (window: Window) => place + 1 + window.to <= line.length;
    for (const { name, window } of CELLS.filter((cell) => cell.age === age && isKnown(cell.window))) {
      const table = losses.get(name);
      const actual = meanOf(ahead(window));
      const centre = centreOf(state, window);
      table?.add(OURS, Math.abs(centre - actual));
      const value = Math.log(meanOf(ahead(window).map(Math.exp)));
      for (const { mean } of answersOf(state, window))
        told.get(name)?.add(OURS, Math.abs(Math.log(mean) - value));
      told.get(name)?.add(UNSHIFTED, Math.abs(centre - value));
      for (const [method, baseline] of Object.entries(SERIES_BASELINES))
        table?.add(method, Math.abs(baseline(seen, window.from, window.to) - actual));
    }
    for (const { name, window } of COVERED.filter((cell) => cell.age === age && isKnown(cell.window))) {
      const [said] = answersOf(state, window);
      if (said !== undefined) coverage.get(name)?.note(meanOf(ahead(window).map(Math.exp)), said);
    }
  }
  return { family, coverage, losses: meansOf(losses), told: meansOf(told) };
}

/** Where the forecast stands on the line, where the baselines stand too. */
function centreOf(state: CurveState, window: Window): number {
  if (state.started === null) throw new Error('Five attempts are enough.');
  return forecastOnLine(state.started, tableOf(state.options), window).centre;
}

function answersOf(state: CurveState, window: Window) {
  const said = forecast(state, [window]);
  return 'kind' in said ? [] : said;
}

function meansOf(losses: ReadonlyMap<string, LossTable>): SeriesLosses {
  return new Map(
    [...losses]
      .filter(([, table]) => table.byMethod.size > 0)
      .map(([name, { byMethod }]) => [
        name,
        new Map([...byMethod].map(([method, own]) => [method, meanOf(own)])),
      ]),
  );
}

/** Each series counts once in a cell, however many origins it has there. */
export function seriesCells(
  records: readonly SeriesRecord[],
  lossesOf: (record: SeriesRecord) => SeriesLosses = ({ losses }) => losses,
): readonly Cell[] {
  return CELLS.flatMap(({ name }) => {
    const losses = new LossTable();
    for (const record of records)
      for (const [method, loss] of lossesOf(record).get(name) ?? []) losses.add(method, loss);
    return losses.byMethod.size === 0 ? [] : [{ name, losses: losses.byMethod }];
  });
}

export function pooledCoverage(records: readonly SeriesRecord[], name: string): Coverage {
  const pooled = startCoverage();
  for (const { coverage } of records) {
    const own = coverage.get(name);
    if (own !== undefined) pooled.add(own);
  }
  return pooled;
}
