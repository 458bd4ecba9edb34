/**
 * Will the mean of 25 attempts in a row reach a target that lies so much above the last 25, within so many attempts? Judged
 * by the Brier score against a constant and a logistic on log n, both fitted to all series but the judged one.
 * `--cases`: simulated learners of each family. Run: `node bench/engine/reaching.ts --data DIR` (half a minute).
 */
import { startCurve, withAttempt } from '../../src/engine/curve/curve.ts';
import { probabilityOfReaching, REACHING_ATTEMPTS } from '../../src/engine/curve/reaching.ts';
import { type Bar, barTable, interval, markdownTable, OURS, ratioVerdict } from './bar-table.ts';
import { readBenchArguments } from './bench-arguments.ts';
import { LossTable } from './loss-table.ts';
import { meanOf, ratioOverPersons } from './paired-bootstrap.ts';
import { attemptsOf, type PracticeSeries } from './practice-series.ts';
import { realSeries } from './real-series.ts';
import { simulatedSeries } from './simulated-families.ts';

type Question = { readonly gain: number; readonly within: number };
type Case = { readonly n: number; readonly reached: number; readonly said: number };

const { data, seed, cases } = readBenchArguments({ seed: 1, cases: 8 });
const RATE = { kind: 'rate', better: 'up' } as const;
const EVERY = 25;
const FEWEST = 250;
const FIRST_LEARNER = 7000;
const QUESTIONS: readonly Question[] = [
  { gain: 0.1, within: 200 },
  { gain: 0.05, within: 100 },
];
const EDGES = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.01];

function casesOf(series: PracticeSeries, { gain, within }: Question): readonly Case[] {
  const attempts = attemptsOf(series);
  const values = attempts.map(({ value }) => value);
  const means = values.map((_, place) =>
    meanOf(values.slice(Math.max(0, place + 1 - REACHING_ATTEMPTS), place + 1)),
  );
  const found: Case[] = [];
  let state = startCurve(RATE);
  for (const [place, attempt] of attempts.entries()) {
    state = withAttempt(state, attempt);
    const n = place + 1;
    if (n % EVERY !== 0 || n + within > values.length) continue;
    const target = (means[place] ?? 0) * (1 + gain);
    const coming = means.slice(place + REACHING_ATTEMPTS, n + within);
    const said = probabilityOfReaching(state, target, within);
    if (typeof said !== 'number') throw new Error('Twenty-five attempts are enough.');
    found.push({ n, said, reached: coming.some((mean) => mean >= target) ? 1 : 0 });
  }
  return found;
}

/** P(reached) by log n, by Newton's method. */
function logistic(learnt: readonly Case[]): (n: number) => number {
  let [level, slope] = [0, 0];
  const at = (n: number) => 1 / (1 + Math.exp(-level - slope * (Math.log(n) - 5)));
  for (let round = 0; round < 12; round += 1) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-6, 0, 1e-6];
    for (const { n, reached } of learnt) {
      const x = Math.log(n) - 5;
      const p = at(n);
      const weight = p * (1 - p);
      g0 += reached - p;
      g1 += (reached - p) * x;
      h00 += weight;
      h01 += weight * x;
      h11 += weight * x * x;
    }
    const size = h00 * h11 - h01 * h01;
    level += (h11 * g0 - h01 * g1) / size;
    slope += (h00 * g1 - h01 * g0) / size;
  }
  return at;
}

/** Summed squared errors by series, so that a series with many origins weighs as many cases. */
function squaredErrors(groups: readonly (readonly Case[])[]): ReadonlyMap<string, readonly number[]> {
  const losses = new LossTable();
  for (const own of groups) {
    const others = groups.filter((group) => group !== own).flat();
    const share = meanOf(others.map(({ reached }) => reached));
    const curve = logistic(others);
    const sum = (p: (one: Case) => number) =>
      own.reduce((total, one) => total + (p(one) - one.reached) ** 2, 0);
    losses.add(
      OURS,
      sum(({ said }) => said),
    );
    losses.add(
      'constant',
      sum(() => share),
    );
    losses.add(
      'logistic on log n',
      sum(({ n }) => curve(n)),
    );
  }
  return losses.byMethod;
}

function reliability(all: readonly Case[]): string {
  const rows = EDGES.slice(0, -1).map((low, place) => {
    const within = all.filter(({ said }) => said >= low && said < (EDGES[place + 1] ?? 2));
    const told = [meanOf(within.map(({ said }) => said)), meanOf(within.map(({ reached }) => reached))];
    return [...told.map((share) => share.toFixed(2)), String(within.length)];
  });
  return markdownTable(['said', 'came true', 'cases'], rows);
}

const groups = [
  { name: 'typing of two people', series: realSeries(data).filter(({ line }) => line.length > FEWEST) },
  { name: 'simulated learners', series: simulatedSeries(cases, FIRST_LEARNER + seed - 1) },
];
const bars: Bar[] = [];
for (const question of QUESTIONS) {
  const asked = `${100 * question.gain}% within ${question.within}`;
  console.log(`## Reaching ${asked}\n`);
  const everything = groups.map(({ name, series }) => ({
    name,
    found: series.map((one) => casesOf(one, question)).filter((own) => own.length > 0),
  }));
  const rows: string[][] = [];
  for (const { name, found } of everything) {
    const count = found.flat().length;
    const losses = squaredErrors(found);
    const ours = losses.get(OURS) ?? [];
    const score = (own: readonly number[]) => ((meanOf(own) * own.length) / count).toFixed(4);
    for (const [method, own] of losses) {
      const ratio = ratioOverPersons(ours, own, seed);
      const isOurs = method === OURS;
      rows.push([
        name,
        String(count),
        String(found.length),
        method,
        score(own),
        isOurs ? '' : interval(ratio),
      ]);
      if (isOurs) continue;
      bars.push({
        bar: `Reaching ${asked}, ${name}`,
        asked: `below ${method}: ${score(own)}`,
        have: `${score(ours)}; ratio ${interval(ratio)} over ${found.length}`,
        verdict: ratioVerdict(ratio),
      });
    }
  }
  console.log(markdownTable(['of', 'cases', 'series', 'method', 'Brier', 'ours over it'], rows));
  console.log(reliability(everything.flatMap(({ found }) => found.flat())));
}
console.log(barTable(bars));
