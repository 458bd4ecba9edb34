/**
 * Whether a player of the game stops before the next block of five plays, of players that the hazard was not learnt from,
 * against a hazard by count alone. Run: `node bench/engine/hazard-holdout.ts --data DIR [--seed N]`.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { HazardModel, HazardRow } from '../../src/engine/momentum/hazard-model.ts';
import { learnHazard } from '../../src/engine/momentum/learn-hazard.ts';
import { stoppingHazard } from '../../src/engine/momentum/stopping-hazard.ts';
import { type Random, random } from '../../src/engine/random.ts';

const { values } = parseArgs({
  options: { data: { type: 'string' }, seed: { type: 'string', default: '1' } },
});
const FOLDS = 5;
const RESAMPLES = 1000;
const BLOCKS = 8;
const LEAST_SCORE = 500;

type Player = { readonly person: string; readonly rows: readonly HazardRow[] };

const COUNTS = Array.from({ length: BLOCKS - 1 }, (_, block) => `block ${block + 2}`);
const HISTORY = ['against mean', 'against last', 'early variety', 'below best'];
const NAMES = [...COUNTS, ...HISTORY, ...HISTORY.map((name) => `${name} by count`)];

function playersOf(text: string): readonly Player[] {
  return text
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const [person = '', , variance = '', ...means] = line.split(',');
      const logs = means
        .filter((mean) => mean.trim() !== '')
        .map((mean) => Math.log(Math.max(LEAST_SCORE, Number(mean))));
      const variety = 0.5 * Math.log(Math.max(1e4, Number(variance)));
      const rows = logs.slice(0, BLOCKS).map((_, block) => {
        return { person, features: featuresOf(logs, block, variety), stopped: logs.length === block + 1 };
      });
      return { person, rows };
    });
}

function featuresOf(logs: readonly number[], block: number, variety: number): readonly number[] {
  const [now, last] = [logs[block] ?? 0, logs[block - 1] ?? logs[block] ?? 0];
  const before = logs.slice(0, block);
  const mean = block === 0 ? now : before.reduce((sum, one) => sum + one, 0) / block;
  const history = [now - mean, now - last, variety, Math.max(...before, now) - now];
  const late = Math.log1p(block);
  // By count: centred, so that the two columns do not stand for the same.
  const byCount = history.map((one, place) => (one - (place === 2 ? 8.5 : 0)) * late);
  return [...COUNTS.map((_, place) => (block === place + 1 ? 1 : 0)), ...history, ...byCount];
}

function shuffled<T>(all: readonly T[], chance: Random): T[] {
  const out = [...all];
  for (let place = out.length - 1; place > 0; place -= 1) {
    const other = chance.below(place + 1);
    const [a, b] = [out[place], out[other]];
    if (a !== undefined && b !== undefined) [out[place], out[other]] = [b, a];
  }
  return out;
}

type Scored = { readonly logLoss: number; readonly rows: number };
type Way = {
  readonly label: string;
  readonly people: Scored[];
  readonly said: { p: number; stopped: boolean }[];
};

function learnt(players: readonly Player[], count: number): HazardModel {
  const rows = players.flatMap((player) =>
    player.rows.map((row) => ({ ...row, features: row.features.slice(0, count) })),
  );
  const model = learnHazard(rows, { names: NAMES.slice(0, count) });
  if (model.kind !== 'hazard-model') throw new Error('The file has too few players.');
  return model;
}

function score(way: Way, model: HazardModel, { rows }: Player): void {
  let logLoss = 0;
  for (const { features, stopped } of rows) {
    const p = stoppingHazard(model, features.slice(0, model.names.length)).probability;
    logLoss -= Math.log(stopped ? p : 1 - p);
    way.said.push({ p, stopped });
  }
  way.people.push({ logLoss, rows: rows.length });
}

/** Probability that of two rows the one that stopped was given the higher hazard; halves for equals. */
function areaUnder(said: readonly { p: number; stopped: boolean }[]): number {
  const sorted = [...said].sort((a, b) => a.p - b.p);
  let [at, ranks, stops] = [0, 0, 0];
  while (at < sorted.length) {
    let end = at;
    while (end < sorted.length && sorted[end]?.p === sorted[at]?.p) end += 1;
    const middle = (at + 1 + end) / 2;
    for (; at < end; at += 1) {
      if (sorted[at]?.stopped !== true) continue;
      ranks += middle;
      stops += 1;
    }
  }
  return (ranks - (stops * (stops + 1)) / 2) / (stops * (sorted.length - stops));
}

function lossOf(people: readonly Scored[]): number {
  return people.reduce((sum, one) => sum + one.logLoss, 0) / people.reduce((sum, one) => sum + one.rows, 0);
}

function difference(a: readonly Scored[], b: readonly Scored[], chance: Random): readonly [number, number] {
  const found = Array.from({ length: RESAMPLES }, () => {
    let [sum, rows] = [0, 0];
    for (let draw = 0; draw < a.length; draw += 1) {
      const at = chance.below(a.length);
      sum += (a[at]?.logLoss ?? 0) - (b[at]?.logLoss ?? 0);
      rows += a[at]?.rows ?? 0;
    }
    return sum / rows;
  }).sort((x, y) => x - y);
  return [found[Math.floor(0.025 * RESAMPLES)] ?? 0, found[Math.ceil(0.975 * RESAMPLES) - 1] ?? 0];
}

const chance = random(Number(values.seed));
const players = shuffled(playersOf(readFileSync(`${values.data ?? '.'}/axon_blocks.csv`, 'utf8')), chance);
const ways: readonly Way[] = [
  { label: 'count alone', people: [], said: [] },
  { label: 'with history', people: [], said: [] },
];
for (let fold = 0; fold < FOLDS; fold += 1) {
  const others = players.filter((_, place) => place % FOLDS !== fold);
  const held = players.filter((_, place) => place % FOLDS === fold);
  for (const [place, way] of ways.entries()) {
    const model = learnt(others, place === 0 ? COUNTS.length : NAMES.length);
    for (const player of held) score(way, model, player);
  }
}
for (const { label, people, said } of ways) {
  console.log(`${label.padEnd(14)} log loss ${lossOf(people).toFixed(5)}  AUC ${areaUnder(said).toFixed(4)}`);
}
const [low, high] = difference(ways[1]?.people ?? [], ways[0]?.people ?? [], chance);
console.log(
  `log loss with history less count alone, 95% over ${players.length} players: ${low.toFixed(5)} to ${high.toFixed(5)}`,
);
