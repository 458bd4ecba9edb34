/**
 * Whether a player of the game stops before the next block of five plays, of players that the hazard was not learnt from; and what a
 * single miss takes from the share of days that is shown. `--cases`: draws of the intervals.
 * Run: `node bench/engine/momentum.ts --data DIR [--seed N]` (half a minute).
 */
import { consistency } from '../../src/engine/momentum/consistency.ts';
import type { HazardModel } from '../../src/engine/momentum/hazard-model.ts';
import { learnHazard } from '../../src/engine/momentum/learn-hazard.ts';
import { stoppingHazard } from '../../src/engine/momentum/stopping-hazard.ts';
import { type Random, random } from '../../src/engine/random.ts';
import { MILLISECONDS_PER_DAY } from '../../src/engine/units.ts';
import { pairedAreas, type SaidRow } from './area-under-curve.ts';
import { type Bar, barTable, interval, markdownTable, OURS, ratioVerdict } from './bar-table.ts';
import { readBenchArguments } from './bench-arguments.ts';
import { COUNTS, NAMES, type Player, readPlayers } from './hazard-players.ts';
import { ratioOverPersons } from './paired-bootstrap.ts';

const { data, seed, cases } = readBenchArguments({ seed: 1, cases: 200 });
const FOLDS = 5;
/** What ENGINE 4 names of a hazard by count alone, on other people. */
const NAMED = { logLoss: 0.6576, area: 0.617 };
const CONSTANT = 'constant';
const COUNT_ALONE = 'count alone';

function shuffled<T>(all: readonly T[], chance: Random): readonly T[] {
  const keyed = all.map((one) => ({ one, key: chance.bits() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ one }) => one);
}

type Way = { readonly name: string; readonly losses: number[]; readonly rows: SaidRow[] };

function learnt(players: readonly Player[], count: number): HazardModel {
  const rows = players.flatMap((player) =>
    player.rows.map((row) => ({ ...row, features: row.features.slice(0, count) })),
  );
  const model = learnHazard(rows, { names: NAMES.slice(0, count) });
  if (model.kind !== 'hazard-model') throw new Error('The file has too few players.');
  return model;
}

type Said = (features: readonly number[]) => number;

function saidBy(name: string, others: readonly Player[]): Said {
  if (name === CONSTANT) {
    const rows = others.flatMap((player) => player.rows);
    const share = rows.filter(({ stopped }) => stopped).length / rows.length;
    return () => share;
  }
  const model = learnt(others, name === OURS ? NAMES.length : COUNTS.length);
  return (features) => stoppingHazard(model, features.slice(0, model.names.length)).probability;
}

function judged(players: readonly Player[]): readonly Way[] {
  const ways: readonly Way[] = [OURS, CONSTANT, COUNT_ALONE].map((name) => ({ name, losses: [], rows: [] }));
  let person = 0;
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const others = players.filter((_, place) => place % FOLDS !== fold);
    const held = players.filter((_, place) => place % FOLDS === fold);
    for (const way of ways) {
      const said = saidBy(way.name, others);
      for (const [place, { rows }] of held.entries()) {
        let loss = 0;
        for (const { features, stopped } of rows) {
          const p = said(features);
          loss -= Math.log(stopped ? p : 1 - p);
          way.rows.push({ person: person + place, said: p, cameTrue: stopped });
        }
        way.losses.push(loss);
      }
    }
    person += held.length;
  }
  return ways;
}

const bars: Bar[] = [];

function reportHazard(): void {
  const chance = random(seed);
  const players = shuffled(readPlayers(data), chance);
  const ways = judged(players);
  const [ours] = ways;
  if (ours === undefined) throw new Error('Ours is among them.');
  const rowCount = ours.rows.length;
  const { areas, low, high } = pairedAreas(
    ways.map(({ rows }) => rows),
    players.length,
    cases,
    chance,
  );
  const lossOf = ({ losses }: Way) => losses.reduce((sum, loss) => sum + loss, 0) / rowCount;
  const rows = ways.map((way, place) => {
    const { name, losses } = way;
    const ratio = name === OURS ? '' : interval(ratioOverPersons(ours.losses, losses, seed), 5);
    return [name, lossOf(way).toFixed(5), ratio, (areas[place] ?? 0).toFixed(4)];
  });
  console.log(`## Stopping: ${players.length} players, ${rowCount} blocks, ${FOLDS} folds by player\n`);
  console.log(`ENGINE 4 names ${NAMED.logLoss} and ${NAMED.area} for count alone, on other people.\n`);
  console.log(markdownTable(['method', 'log loss', 'ours over it', 'AUC'], rows));
  for (const way of ways.slice(1)) {
    const ratio = ratioOverPersons(ours.losses, way.losses, seed);
    bars.push({
      bar: `Log loss of stopping, against ${way.name}`,
      asked: `below ${lossOf(way).toFixed(5)}`,
      have: `${lossOf(ours).toFixed(5)}; ratio ${interval(ratio, 5)} over ${players.length}`,
      verdict: smallVerdict(ratioVerdict(ratio), 100 * Math.abs(1 - ratio.value)),
    });
  }
  const [own = 0, , count = 0] = areas;
  bars.push({
    bar: `AUC of stopping, against ${COUNT_ALONE}`,
    asked: `above ${count.toFixed(4)}`,
    have: `${own.toFixed(4)}; difference ${interval({ value: own - count, low, high }, 4)}`,
    verdict:
      low > 0 ? 'met' : own > count ? 'met, which may be chance' : `not met by ${(count - own).toFixed(4)}`,
  });
}

/** A tenth of a per cent would be told as nothing. */
function smallVerdict(verdict: string, percent: number): string {
  return percent >= 0.1 ? verdict : verdict.replace(/\d+\.\d%/, `${percent.toFixed(3)}%`);
}

const MOST_COST = 0.05;
const WEEK = 7;
/** A Monday. */
const FIRST_DAY = Date.UTC(2026, 2, 2);
const dayOf = (index: number) =>
  new Date(FIRST_DAY + index * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);

/**
 * The share is a sum over calendar weeks, and a day changes nothing but its own week: so all patterns of 28 days come down to all
 * patterns of one week, wherever the 28 days begin in it, with any number of days in reserve and however many days there were so far.
 */
function largestCost(counted: number): number {
  let most = 0;
  for (let weekday = 0; weekday < WEEK; weekday += 1) {
    const last = counted - 1 + weekday;
    const base = { today: dayOf(last + 1), startedDay: dayOf(weekday), pauses: [] };
    const others = Array.from({ length: last + 1 }, (_, index) => index).filter((index) => index >= 2 * WEEK);
    const shareOf = (kept: readonly number[], reserveAWeek: number) => {
      const found = consistency({ ...base, keptDays: [...kept, ...others].map(dayOf), reserveAWeek });
      return found.kind === 'consistency' ? found.share : null;
    };
    for (let pattern = 0; pattern < 2 ** WEEK; pattern += 1) {
      const kept = Array.from({ length: WEEK }, (_, index) => WEEK + index).filter(
        (_, index) => (pattern >> index) % 2 === 1,
      );
      for (const reserveAWeek of [0, 2, 6]) {
        const before = shareOf(kept, reserveAWeek);
        for (const missed of kept) {
          const after = shareOf(
            kept.filter((one) => one !== missed),
            reserveAWeek,
          );
          if (before !== null && after !== null) most = Math.max(most, before - after);
        }
      }
    }
  }
  return most;
}

function reportMiss(): void {
  const rows = [20, 21, 24, 28].map((counted) => [String(counted), largestCost(counted).toFixed(4)]);
  const most = Math.max(...rows.map(([, cost]) => Number(cost)));
  console.log('## What a single miss takes, at most\n');
  console.log(
    'Over all patterns of a week, all places of it in the days counted, and none, two and six days in reserve; nothing is told of\n' +
      'fewer than 20 days. A share of the last 14 days would lose 0.0714, of the last seven 0.1429, and a count of days in a row all of it.\n',
  );
  console.log(markdownTable(['days counted', 'largest loss'], rows));
  bars.push({
    bar: 'Largest loss of consistency by one miss',
    asked: `at most ${MOST_COST} (issue)`,
    have: most.toFixed(4),
    verdict: most <= MOST_COST ? 'met' : `not met by ${(most - MOST_COST).toFixed(4)}`,
  });
}

reportHazard();
reportMiss();
console.log(barTable(bars));
