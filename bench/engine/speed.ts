/**
 * What the engine's own work costs, as a ratio to a plain EWMA pass over the same 10,000 attempts in the same run, so that
 * the figures hold on any machine. Run: `node bench/engine/speed.ts` (some seconds). Nothing fails on time.
 */
import { performance } from 'node:perf_hooks';
import { type AgendaPractice, planMinutes } from '../../src/engine/agenda/agenda.ts';
import { curveOf, forecast, withAttempt } from '../../src/engine/curve/curve.ts';
import { learnPrior } from '../../src/engine/curve/learn-prior.ts';
import { probabilityOfReaching } from '../../src/engine/curve/reaching.ts';
import { addAttempt, findingsOf, startTrial } from '../../src/engine/trial/trial.ts';
import { type Bar, barTable, markdownTable } from './bar-table.ts';
import { readBenchArguments } from './bench-arguments.ts';
import { attemptsOf } from './practice-series.ts';
import { simulateSeries } from './simulated-families.ts';

const { seed, cases } = readBenchArguments({ seed: 5, cases: 25 });
const RATE = { kind: 'rate', better: 'up' } as const;
const ATTEMPTS = 10_000;
const EWMA_PASSES = 100;
const LEARNERS = { count: 400, attempts: 2500 } as const;
const WINDOWS = [
  { from: 1, to: 1 },
  { from: 1, to: 10 },
  { from: 91, to: 100 },
];

type Times = { readonly wall: number; readonly processor: number };

/** Medians of rounds, in milliseconds: other programs run on the same machine, and lengthen the wall's time most. */
function timesOf(rounds: number, work: () => unknown): Times {
  const rows = Array.from({ length: rounds }, (): Times => {
    const used = process.cpuUsage();
    const start = performance.now();
    work();
    const wall = performance.now() - start;
    return { wall, processor: process.cpuUsage(used).user / 1000 };
  });
  const median = (list: readonly number[]) => list.toSorted((a, b) => a - b)[rounds >> 1] ?? Number.NaN;
  return { wall: median(rows.map((row) => row.wall)), processor: median(rows.map((row) => row.processor)) };
}

const attempts = attemptsOf(simulateSeries('power law', seed, ATTEMPTS));
let sink = 0;
const plain =
  timesOf(cases, () => {
    for (let pass = 0; pass < EWMA_PASSES; pass += 1) {
      let level = 0;
      for (const { value } of attempts) level += 0.1 * (Math.log(value) - level);
      sink += level;
    }
  }).processor / EWMA_PASSES;

const state = curveOf(RATE, attempts);
const next = attempts.at(-1) ?? { value: 1 };
const learners = Array.from({ length: LEARNERS.count }, (_, place) =>
  attemptsOf(
    simulateSeries(place % 2 === 0 ? 'exponential' : 'power law', 40_000 + place, LEARNERS.attempts),
  ),
);

function wholeTrial(): void {
  const trial = startTrial({ kind: 'rate', better: 'up', levels: ['usual', 'tried'], smallest: null });
  for (const [place, { value }] of attempts.slice(0, 120).entries()) {
    addAttempt(trial, { value, level: place % 3 === 0 ? 'tried' : 'usual', probability: 0.5 });
    sink += findingsOf(trial).length;
  }
}

const BENCH_DAY = Date.UTC(2026, 4, 12, 18);
/** Of every sort that the agenda weighs apart. */
const practices = Array.from({ length: 500 }, (_, place): AgendaPractice => {
  const isAlive = place % 3 > 0;
  return {
    id: String(place),
    title: `Practice ${place}`,
    place: isAlive ? 'keep-alive' : 'focus',
    startedAt: BENCH_DAY - 90 * 86_400_000,
    attemptMinutes: 1 + (place % 7),
    hasFloor: place % 2 === 0,
    takes: place % 40,
    lastPractisedAt: BENCH_DAY - (place % 60) * 86_400_000,
    sittingsLately: [],
    sittingsAWeek: place % 5 === 0 ? 3 : null,
    designSittingsAWeek: 3,
    needWithin: place % 11 === 0 ? 'this-week' : null,
    needRaisedAt: BENCH_DAY - (place % 9) * 86_400_000,
    lastLine: null,
    variables: ['grip', 'speed'],
    field: `field ${place % 20}`,
    heldDays: place % 4,
    holdsForDays: place % 4 === 3 ? place : null,
    wantedBy: place % 6 === 0 ? '2026-06-14' : null,
  };
});
const pauses = Array.from({ length: 10 }, (_, place) => ({
  fromDay: `2026-0${1 + (place % 4)}-02`,
  untilDay: `2026-0${1 + (place % 4)}-09`,
}));

function wholePlan(): void {
  const at = { minutes: 25, now: BENCH_DAY, today: '2026-05-12', practices, overrides: [], pauses };
  const plan = planMinutes({ ...at, week: { capMinutes: 300, practisedMinutes: 40 }, mixes: true });
  sink += plan.kind === 'plan' ? plan.lines.length : 0;
}

type Work = { readonly name: string; readonly most: number | null; readonly times: Times };

const works: readonly Work[] = [
  {
    name: 'fit 10,000 attempts and forecast',
    most: 20,
    times: timesOf(cases, () => forecast(curveOf(RATE, attempts), WINDOWS)),
  },
  {
    name: 'one new attempt',
    most: 0.2,
    times: timesOf(50 * cases, () => withAttempt(state, next)),
  },
  {
    name: 'probability of reaching within 200',
    most: null,
    times: timesOf(cases, () => probabilityOfReaching(state, next.value * 1.05, 200)),
  },
  {
    name: 'trial of 120 attempts, a look after each',
    most: null,
    times: timesOf(cases, wholeTrial),
  },
  {
    name: 'agenda over 500 practices',
    most: 10,
    times: timesOf(4 * cases, wholePlan),
  },
  {
    name: 'prior from 1,000,000 attempts',
    most: 10_000,
    times: timesOf(1, () => learnPrior(learners, RATE)),
  },
];

if (!Number.isFinite(sink)) throw new Error('Nothing was worked out.');
console.log(`## Speed\n\nOne EWMA pass over 10,000 attempts: ${plain.toFixed(3)} ms of processor.\n`);
const passes = (milliseconds: number) => (milliseconds / plain).toFixed(milliseconds < plain ? 2 : 0);
console.log(
  markdownTable(
    ['work', 'ms of processor', 'ms on the wall', 'EWMA passes'],
    works.map(({ name, times: { wall, processor } }) => [
      name,
      processor.toPrecision(3),
      wall.toPrecision(3),
      passes(processor),
    ]),
  ),
);
const bars = works.flatMap(({ name, most, times: { processor } }): readonly Bar[] =>
  most === null
    ? []
    : [
        {
          bar: `Speed, ${name}`,
          asked: `under ${most} ms`,
          have: `${processor.toPrecision(3)} ms of processor, ${passes(processor)} EWMA passes`,
          verdict: processor < most ? 'met' : `not met, ${(processor / most).toFixed(1)} times as long`,
        },
      ],
);
console.log(barTable(bars));
