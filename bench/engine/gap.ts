/**
 * The first five attempts after a week or more away, mean absolute error of each on the line. "Before": all five forecast
 * from what was known before the pause; "one by one": each from what was known just before it.
 * Run: `node bench/engine/gap.ts --data DIR` (some seconds).
 */
import { forecast, startCurve, withAttempt } from '../../src/engine/curve/curve.ts';
import type { CurveState } from '../../src/engine/curve/curve-state.ts';
import { type Bar, barAgainstBest, barTable, type Cell, comparisonTable, OURS } from './bar-table.ts';
import { readBenchArguments } from './bench-arguments.ts';
import { LossTable } from './loss-table.ts';
import { ewmaLevel } from './moving-baselines.ts';
import { meanOf } from './paired-bootstrap.ts';
import { readTyping } from './practice-data.ts';
import { attemptsOf, type PracticeSeries } from './practice-series.ts';

const { data, seed } = readBenchArguments({ seed: 1, cases: 1 });
const RATE = { kind: 'rate', better: 'up' } as const;
const AWAY_MILLISECONDS = 7 * 86_400_000;
const FIRST_ATTEMPTS = 5;
const PER_CENT = 100;
const RATES = [0.05, 0.1, 0.2];
/** What the plan names. */
const ASKED = 'EWMA 0.1';

/** On the line, of the attempts `ahead` one by one; `at`: when the first of them comes, null where that is not told. */
function expected(state: CurveState, ahead: readonly number[], at: number | null): readonly number[] {
  const windows = ahead.map((h) => ({ from: h, to: h }));
  const said = at === null ? forecast(state, windows) : forecast(state, windows, at);
  return 'kind' in said ? [] : said.map(({ mean }) => Math.log(mean));
}

function missed(actual: readonly number[], told: readonly number[]): number {
  return meanOf(actual.map((z, place) => Math.abs(z - (told[place] ?? Number.NaN))));
}

function judgeGaps(series: PracticeSeries, before: LossTable, oneByOne: LossTable): void {
  const attempts = attemptsOf(series);
  const states: CurveState[] = [];
  let state = startCurve(RATE);
  const ahead = Array.from({ length: FIRST_ATTEMPTS }, (_, place) => place + 1);
  const afterPause = (place: number) =>
    (series.at[place] ?? 0) - (series.at[place - 1] ?? 0) >= AWAY_MILLISECONDS;
  for (const [place, attempt] of attempts.entries()) {
    states[place % (FIRST_ATTEMPTS + 1)] = state;
    state = withAttempt(state, attempt);
    const first = place + 1 - FIRST_ATTEMPTS;
    if (first < FIRST_ATTEMPTS || !afterPause(first)) continue;
    const actual = series.line.slice(first, first + FIRST_ATTEMPTS);
    const seen = (more: number) => series.line.slice(0, first + more);
    const known = (more: number) => states[(first + more) % (FIRST_ATTEMPTS + 1)] ?? state;
    const at = (more: number) => series.at[first + more] ?? null;
    before.add(OURS, missed(actual, expected(known(0), ahead, at(0))));
    before.add(`${OURS}, not told when`, missed(actual, expected(known(0), ahead, null)));
    oneByOne.add(
      OURS,
      missed(
        actual,
        actual.flatMap((_, more) => expected(known(more), [1], at(more))),
      ),
    );
    for (const rate of RATES) {
      before.add(
        `EWMA ${rate}`,
        missed(
          actual,
          actual.map(() => ewmaLevel(seen(0), rate)),
        ),
      );
      oneByOne.add(
        `EWMA ${rate}`,
        missed(
          actual,
          actual.map((_, more) => ewmaLevel(seen(more), rate)),
        ),
      );
    }
  }
}

const [before, oneByOne] = [new LossTable(), new LossTable()];
for (const person of ['a', 'b'] as const) judgeGaps(readTyping(data, person), before, oneByOne);
const cells: readonly Cell[] = [
  { name: 'before', losses: before.byMethod },
  { name: 'one by one', losses: oneByOne.byMethod },
];
const only = ({ name, losses }: Cell, method: string): Cell => ({
  name,
  losses: new Map([...losses].filter(([own]) => own === OURS || own === method)),
});
console.log(
  `## First five after a week or more: ${before.byMethod.get(OURS)?.length} pauses of two people\n`,
);
console.log(
  'Mean absolute error on the line, per cent; ours over theirs with its 95% interval over pauses.\n',
);
console.log(
  'The plan names 8.37% for EWMA on other people. It could not be made again here; what is asked is to be below EWMA.\n',
);
console.log(comparisonTable(cells, PER_CENT, 2, seed));
const bars: readonly Bar[] = cells.flatMap((cell) => [
  barAgainstBest(only(cell, ASKED), 'First five after a week', PER_CENT, 2, seed),
  barAgainstBest(
    only(cell, 'EWMA 0.2'),
    'First five after a week, against what turned out best',
    PER_CENT,
    2,
    seed,
  ),
]);
console.log(barTable(bars));
