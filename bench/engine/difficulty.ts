/**
 * How near to the target success is held by difficulty that follows performance, against a staircase of three in four, weighted and
 * transformed up-down rules, and fixed steps by the calendar, on simulated learners that improve.
 * `node bench/engine/difficulty.ts [--seed N] [--cases N]`, cases: learners of each kind. Takes no data.
 */
import {
  difficultyAdvice,
  startDifficulty,
  withLevelAttempt,
} from '../../src/engine/challenge/difficulty.ts';
import { type Random, random } from '../../src/engine/random.ts';
import { normalShare } from '../../src/engine/retention/normal-share.ts';
import { barAgainstBest, barTable, type Cell, comparisonTable, OURS } from './bar-table.ts';
import { readBenchArguments } from './bench-arguments.ts';
import { LossTable } from './loss-table.ts';

const ATTEMPTS = 200;
const LEVELS = 20;
const START = 4;
const TARGET = 0.8;
const [NEAR_LOW, NEAR_HIGH] = [0.7, 0.9];

/** Probability that an attempt at a level passes; the learner changes with each attempt. */
type Learner = { readonly passes: (level: number, attempt: number) => number };
type Kind = { readonly name: string; readonly draw: (chance: Random) => Learner };

/** From which level on half of the attempts fail. */
type Ability = (attempt: number) => number;

/** None has the form that our rule supposes: a probit with other lapses, and a curve with long tails. */
const KINDS: readonly Kind[] = [
  {
    name: 'steady',
    draw: (chance) => {
      const [from, to, spread] = [
        4 + 3 * chance.uniform(),
        2 + 10 * chance.uniform(),
        0.6 + 1.9 * chance.uniform(),
      ];
      return probit((t) => from + (to * t) / ATTEMPTS, spread, 0.03);
    },
  },
  {
    name: 'quick, then slow',
    draw: (chance) => {
      const [from, gain] = [3 + 4 * chance.uniform(), 3 + 9 * chance.uniform()];
      const [pace, spread] = [15 + 60 * chance.uniform(), 0.6 + 1.9 * chance.uniform()];
      return probit((t) => from + gain * (1 - Math.exp(-t / pace)), spread, 0.01);
    },
  },
  {
    name: 'good and bad days',
    draw: (chance) => {
      const days = Array.from({ length: ATTEMPTS / SESSION }, () => 1.2 * chance.normal());
      const [from, rise, spread] = [
        5 + 3 * chance.uniform(),
        1 + 6 * chance.uniform(),
        0.6 + 1.4 * chance.uniform(),
      ];
      const ability: Ability = (t) => from + (rise * t) / ATTEMPTS + (days[Math.floor(t / SESSION)] ?? 0);
      return { passes: (level, t) => 0.5 + Math.atan((2 * (ability(t) - level)) / spread) / Math.PI };
    },
  },
  {
    name: 'leaps',
    draw: (chance) => {
      const leaps = Array.from({ length: 4 }, () => ({
        at: chance.below(ATTEMPTS),
        by: 3 * chance.uniform(),
      }));
      const [from, spread] = [4 + 3 * chance.uniform(), 0.5 + 1.5 * chance.uniform()];
      const ability: Ability = (t) => leaps.reduce((sum, { at, by }) => sum + (t >= at ? by : 0), from);
      return probit(ability, spread, 0.05);
    },
  },
];

function probit(ability: Ability, spread: number, lapse: number): Learner {
  return { passes: (level, t) => (1 - lapse) * normalShare((ability(t) - level) / spread) };
}

/** Of a way to choose: told whether each attempt passed, it answers the level of the next. */
type Chooser = { readonly next: (passed: boolean | null) => number };
type Way = { readonly name: string; readonly start: () => Chooser };

const within = (level: number) => Math.min(LEVELS - 1, Math.max(0, level));

/** Ten attempts make a session. */
const SESSION = 10;

function ours(): Chooser {
  const levels = Array.from({ length: LEVELS }, (_, place) => `level ${place + 1}`);
  let state = startDifficulty({ levels, start: START, target: TARGET });
  let [level, done] = [START, 0];
  return {
    next(passed) {
      if (passed === null) return level;
      state = withLevelAttempt(state, { level, passed, isNewSession: done > 0 && done % SESSION === 0 });
      done += 1;
      level = difficultyAdvice(state).to;
      return level;
    },
  };
}

/** Up when three of the last four passed, down when fewer than two did; counted anew after each step. */
function threeOfFour(most: number): Chooser {
  let [level, last]: [number, boolean[]] = [START, []];
  return {
    next(passed) {
      if (passed === null) return level;
      last = [...last, passed].slice(-4);
      const held = last.filter(Boolean).length;
      const step = last.length < 4 ? 0 : held >= 3 ? 1 : held <= most ? -1 : 0;
      if (step !== 0) last = [];
      level = within(level + step);
      return level;
    },
  };
}

/** Kaernbach 1991: up by `size` with each pass, down by 4 `size` with each miss, in balance at 80%. */
function weightedUpDown(size: number): Chooser {
  let at = START;
  return {
    next(passed) {
      if (passed !== null) at = within(at + (passed ? size : (-size * TARGET) / (1 - TARGET)));
      return Math.round(at);
    },
  };
}

/** Levitt 1971: up after three passes in a row, down after each miss, in balance at 79%. */
function threeUpOneDown(): Chooser {
  let [level, row] = [START, 0];
  return {
    next(passed) {
      if (passed === null) return level;
      row = passed ? row + 1 : 0;
      if (!passed) level = within(level - 1);
      else if (row === 3) [level, row] = [within(level + 1), 0];
      return level;
    },
  };
}

function calendar(every: number): Chooser {
  let done = -1;
  return {
    next() {
      done += 1;
      return within(START + Math.floor(done / every));
    },
  };
}

const WAYS: readonly Way[] = [
  { name: OURS, start: ours },
  { name: '3 of 4 up, 0 or 1 of 4 down', start: () => threeOfFour(1) },
  { name: '3 of 4 up, else down', start: () => threeOfFour(2) },
  { name: 'weighted up-down, 1/4 level', start: () => weightedUpDown(0.25) },
  { name: 'weighted up-down, 1/8 level', start: () => weightedUpDown(0.125) },
  { name: 'weighted up-down, 1/16 level', start: () => weightedUpDown(0.0625) },
  { name: 'three up, one down', start: threeUpOneDown },
  { name: 'a level every 20 attempts', start: () => calendar(20) },
  { name: 'a level every 40 attempts', start: () => calendar(40) },
  { name: 'never a step', start: () => calendar(ATTEMPTS + 1) },
];

type Run = { readonly away: number; readonly outside: number };

function run(learner: Learner, { start }: Way, seed: number): Run {
  // The same luck for every way, attempt by attempt.
  const luck = random(seed);
  const chooser = start();
  let [away, outside] = [0, 0];
  let level = chooser.next(null);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const share = learner.passes(level, attempt);
    away += Math.abs(share - TARGET) / ATTEMPTS;
    if (share < NEAR_LOW || share > NEAR_HIGH) outside += 1 / ATTEMPTS;
    level = chooser.next(luck.uniform() < share);
  }
  return { away, outside };
}

/** Two questions of each kind of learner: how far from the target, and what share of attempts outside 0.7 to 0.9. */
function cellsOf(kind: Kind, cases: number, seed: number): { readonly away: Cell; readonly outside: Cell } {
  const [away, outside] = [new LossTable(), new LossTable()];
  for (let one = 0; one < cases; one += 1) {
    const learner = kind.draw(random(seed + one));
    for (const way of WAYS) {
      const ran = run(learner, way, seed + 7919 * (one + 1));
      away.add(way.name, ran.away);
      outside.add(way.name, ran.outside);
    }
  }
  return {
    away: { name: kind.name, losses: away.byMethod },
    outside: { name: kind.name, losses: outside.byMethod },
  };
}

const { seed, cases } = readBenchArguments({ seed: 20261122, cases: 150 });
const cells = KINDS.map((kind, place) => cellsOf(kind, cases, seed + 1_000_003 * place));

console.log(
  `${cases} simulated learners of each kind, ${ATTEMPTS} attempts on ${LEVELS} levels, seed ${seed}; target ${TARGET}.\n`,
);
console.log(
  'Mean distance of the true chance of a pass from the target, x100; ratio of ours to it with its 95% interval:\n',
);
console.log(
  comparisonTable(
    cells.map(({ away }) => away),
    100,
    1,
    seed,
  ),
);
console.log('Attempts whose true chance of a pass lies outside 0.7 to 0.9, per cent:\n');
console.log(
  comparisonTable(
    cells.map(({ outside }) => outside),
    100,
    1,
    seed,
  ),
);
console.log(
  barTable([
    ...cells.map(({ away }) => barAgainstBest(away, 'Difficulty: distance from 0.8', 100, 1, seed)),
    ...cells.map(({ outside }) => barAgainstBest(outside, 'Difficulty: outside 0.7-0.9', 100, 1, seed)),
  ]),
);
