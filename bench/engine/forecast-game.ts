/**
 * Players of a game with all nine blocks: learnt on one half of all players, judged on the other, and the other way round.
 * A block of five plays is one attempt.
 */
import { curveOf, forecast } from '../../src/engine/curve/curve.ts';
import { learnPrior } from '../../src/engine/curve/learn-prior.ts';
import type { Prior } from '../../src/engine/curve/prior.ts';
import { random } from '../../src/engine/random.ts';
import { type Cell, OURS } from './bar-table.ts';
import { boostTrees, type TreeOptions } from './boosted-trees.ts';
import { type Coverage, startCoverage } from './coverage.ts';
import { dot, leastSquares } from './least-squares.ts';
import { LossTable } from './loss-table.ts';
import { meanOf } from './paired-bootstrap.ts';

type Player = readonly number[];
type Split = { readonly learnt: readonly Player[]; readonly judged: readonly Player[] };
type Forecaster = (seen: Player) => number;

const ALL_BLOCKS = 9;
const SCORE = { kind: 'score', better: 'up' } as const;
/** `seen` blocks, the one judged `ahead` of them. */
const QUESTIONS = [
  { seen: 1, ahead: 1, name: '6-10 to 11-15' },
  { seen: 1, ahead: 8, name: '6-10 to 46-50' },
  { seen: 4, ahead: 1, name: '6-25 to 26-30' },
  { seen: 4, ahead: 5, name: '6-25 to 46-50' },
] as const;
type Question = (typeof QUESTIONS)[number];

const TREES_OF_ALL: TreeOptions = { trees: 150, depth: 3, rate: 0.08, least: 25 };
const TREES_OF_FULL: TreeOptions = { trees: 100, depth: 2, rate: 0.08, least: 25 };

export type GameCell = Cell & { readonly coverage: Coverage };

export function gameCells(players: readonly Player[], seed: number): readonly GameCell[] {
  const chance = random(seed);
  const isFirst = players.map(() => chance.uniform() < 0.5);
  const halves = [true, false].map((first) => players.filter((_, i) => isFirst[i] === first));
  const [one = [], other = []] = halves;
  const splits: readonly Split[] = [
    { learnt: one, judged: other },
    { learnt: other, judged: one },
  ];
  const priors = splits.map(({ learnt }) => priorOf(learnt));
  return QUESTIONS.map((question) => cellOf(question, splits, priors));
}

function priorOf(learnt: readonly Player[]): Prior {
  const prior = learnPrior(
    learnt.map((blocks) => blocks.map((value) => ({ value }))),
    SCORE,
  );
  if (prior === null) throw new Error('The game has too few players to learn from.');
  return prior;
}

function cellOf(question: Question, splits: readonly Split[], priors: readonly Prior[]): GameCell {
  const { seen, ahead } = question;
  const losses = new LossTable();
  const coverage = startCoverage();
  for (const [place, { learnt, judged }] of splits.entries()) {
    const baselines = Object.entries(baselinesOf(learnt, question));
    const prior = priors[place];
    if (prior === undefined) continue;
    for (const player of judged.filter((blocks) => blocks.length === ALL_BLOCKS)) {
      const actual = player[seen + ahead - 1] ?? 0;
      const known = player.slice(0, seen);
      const state = curveOf(
        { ...SCORE, prior },
        known.map((value) => ({ value })),
      );
      const said = forecast(state, [{ from: ahead, to: ahead }]);
      const [ours] = 'kind' in said ? [] : said;
      if (ours === undefined) throw new Error('A prior allows a forecast from the first attempt.');
      for (const [name, baseline] of baselines) losses.add(name, Math.abs(baseline(known) - actual));
      losses.add(OURS, Math.abs(ours.mean - actual));
      coverage.note(actual, ours);
    }
  }
  return { name: question.name, losses: losses.byMethod, coverage };
}

/** Same as the last block; then seven that are fitted to the half that is learnt from. */
function baselinesOf(learnt: readonly Player[], { seen, ahead }: Question): Record<string, Forecaster> {
  const level = (blocks: Player) => meanOf(blocks.slice(0, seen));
  const target = (blocks: Player) => blocks[seen + ahead - 1] ?? 0;
  const far = learnt.filter((blocks) => blocks.length >= seen + ahead);
  const full = far.filter((blocks) => blocks.length === ALL_BLOCKS);
  const plain = (blocks: Player) => [1, ...blocks.slice(0, seen)];
  const withLog = (blocks: Player) => [1, level(blocks), Math.log(Math.max(1, level(blocks)))];
  const forTrees = (blocks: Player) => [...blocks.slice(0, seen), level(blocks)];
  const population = meanOf(full.map(target));
  const gain = meanOf(full.map((blocks) => target(blocks) - level(blocks)));
  const line = leastSquares(full.map(plain), full.map(target));
  const logLine = leastSquares(far.map(withLog), far.map(target));
  const trees = boostTrees(far.map(forTrees), far.map(target), TREES_OF_ALL);
  const treesOfFull = boostTrees(full.map(forTrees), full.map(target), TREES_OF_FULL);
  return {
    'same as the last block': (blocks) => blocks.at(-1) ?? 0,
    'running mean': level,
    'population mean': () => population,
    'running mean and population gain': (blocks) => level(blocks) + gain,
    'pooled least squares': (blocks) => dot(line, plain(blocks)),
    'least squares on level and log, all who came so far': (blocks) => dot(logLine, withLog(blocks)),
    'boosted trees, all who came so far': (blocks) => trees(forTrees(blocks)),
    'boosted trees, all nine blocks': (blocks) => treesOfFull(forTrees(blocks)),
  };
}
