/**
 * The first five attempts after time away, forecast from what came before, and whether a target holds today: error, Brier score and
 * coverage on the pauses of two people and on simulated learners who forget. `--cases`: simulated learners of each kind.
 * Run: `node bench/engine/retention.ts --data DIR [--seed N]` (half a minute).
 */
import { holdsAt } from '../../src/engine/retention/holds-today.ts';
import {
  COLD_ATTEMPTS,
  coldRange,
  type MeasuredSkill,
  measuredSkill,
} from '../../src/engine/retention/measured-skill.ts';
import { normalShare } from '../../src/engine/retention/normal-share.ts';
import { MILLISECONDS_PER_DAY } from '../../src/engine/units.ts';
import {
  type Bar,
  barAgainstBest,
  barTable,
  type Cell,
  comparisonTable,
  markdownTable,
  OURS,
} from './bar-table.ts';
import { readBenchArguments } from './bench-arguments.ts';
import { forgettingLearners, type Pauses } from './forgetting-learners.ts';
import { LossTable } from './loss-table.ts';
import { ewmaLevel, lastTenMedian } from './moving-baselines.ts';
import { meanOf } from './paired-bootstrap.ts';
import { readTyping } from './practice-data.ts';
import { attemptsOf, type PracticeSeries } from './practice-series.ts';
import { type Flags, shareText } from './share-bars.ts';

const { data, seed, cases } = readBenchArguments({ seed: 1, cases: 40 });
const FEWEST_BEFORE = 20;
const WEEK_DAYS = 7;
const PER_CENT = 100;
/** Attempts behind the scatter of the plainest forecast that a target holds. */
const SCATTER_ATTEMPTS = 50;
/** Targets lie so many standard deviations above or below the level before. */
const TARGETS = [-1, 0, 1];
const SPEED = { kind: 'rate', better: 'up', sort: 'speed' } as const;
const ASKED = { low: 0.75, high: 0.85 } as const;

type Tally = {
  readonly errors: LossTable;
  readonly brier: LossTable;
  readonly inside: number[];
  readonly said: { readonly p: number; readonly held: number }[];
  /** What all so far lost over a gap against the EWMA before it: the gap term of a running mean. */
  readonly lost: number[];
};

function startTally(): Tally {
  return { errors: new LossTable(), brier: new LossTable(), inside: [], said: [], lost: [] };
}

function scatterOf(seen: readonly number[]): number {
  const steps = seen
    .slice(-SCATTER_ATTEMPTS)
    .flatMap((z, place, all) => (place === 0 ? [] : [(z - (all[place - 1] ?? z)) ** 2]));
  return Math.sqrt(meanOf(steps) / 2) || 1e-6;
}

/** A learner's losses count as one where there are many learners; of two people each pause does. */
function judge(series: PracticeSeries, gapDays: number, all: Tally, isOne: boolean): void {
  const tally: Tally = { ...all, errors: new LossTable(), brier: new LossTable() };
  const attempts = attemptsOf(series).map(({ value, at = 0 }) => ({ value, at }));
  for (let place = FEWEST_BEFORE; place + COLD_ATTEMPTS <= attempts.length; place += 1) {
    const at = series.at[place] ?? 0;
    if (at - (series.at[place - 1] ?? at) < gapDays * MILLISECONDS_PER_DAY) continue;
    const skill = measuredSkill(attempts.slice(0, place), SPEED);
    if ('kind' in skill) continue;
    noteCold(series, place, skill, tally);
    noteTargets(series, place, skill, tally);
  }
  addAll(tally.errors, all.errors, isOne);
  addAll(tally.brier, all.brier, isOne);
}

function addAll(own: LossTable, all: LossTable, isOne: boolean): void {
  for (const [method, losses] of own.byMethod) {
    for (const loss of isOne ? [meanOf(losses)] : losses) all.add(method, loss);
  }
}

function noteCold({ line, at }: PracticeSeries, place: number, skill: MeasuredSkill, tally: Tally): void {
  const seen = line.slice(0, place);
  const actual = meanOf(line.slice(place, place + COLD_ATTEMPTS));
  const { mean, lower, upper } = coldRange(skill, at[place] ?? 0);
  const smooth = ewmaLevel(seen, 0.1);
  const told: Readonly<Record<string, number>> = {
    [OURS]: mean,
    'EWMA 0.1': smooth,
    'EWMA 0.2': ewmaLevel(seen, 0.2),
    'last-10 median': lastTenMedian(seen, 1, COLD_ATTEMPTS),
    'EWMA 0.1 and the mean loss so far': smooth - (tally.lost.length === 0 ? 0 : meanOf(tally.lost)),
  };
  for (const [method, z] of Object.entries(told)) tally.errors.add(method, Math.abs(z - actual));
  tally.lost.push(smooth - actual);
  tally.inside.push(Number(lower <= actual && actual <= upper));
}

/** Whether the first attempt meets targets about the level before; each is asked by whoever stands there. */
function noteTargets({ line, at }: PracticeSeries, place: number, skill: MeasuredSkill, tally: Tally): void {
  const seen = line.slice(0, place);
  const [smooth, scatter] = [ewmaLevel(seen, 0.1), scatterOf(seen)];
  const losses = new LossTable();
  for (const above of TARGETS) {
    const target = smooth + above * scatter;
    const held = (line[place] ?? 0) >= target ? 1 : 0;
    const p = holdsAt(skill, Math.exp(target), at[place] ?? 0)?.probability ?? 0.5;
    const met = seen.slice(-10).filter((z) => z >= target).length;
    const told: Readonly<Record<string, number>> = {
      [OURS]: p,
      'EWMA and normal scatter': normalShare(-above),
      'share of the last ten': (met + 1) / 12,
      'always a half': 0.5,
    };
    for (const [method, said] of Object.entries(told)) losses.add(method, (said - held) ** 2);
    tally.said.push({ p, held });
  }
  // Three targets of one pause are one case.
  addAll(losses, tally.brier, true);
}

const bars: Bar[] = [];

function coverageBar(name: string, inside: Flags): Bar {
  const held = meanOf(inside);
  const short = Math.max(ASKED.low - held, held - ASKED.high);
  const error = 1.96 * Math.sqrt((held * (1 - held)) / inside.length);
  const words = held > ASKED.high ? 'too many (too wide)' : 'too few';
  const verdict =
    short <= 0
      ? 'met'
      : short > error
        ? `not met, ${short.toFixed(3)} ${words}`
        : `undecided, ${short.toFixed(3)} ${words}`;
  return {
    bar: `80% interval of the first five, ${name}`,
    asked: `${ASKED.low} to ${ASKED.high} (as ENGINE 1 asks of forecasts)`,
    have: shareText(inside),
    verdict,
  };
}

const EDGES = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1.01];

function reliability(said: Tally['said']): string {
  const rows = EDGES.slice(0, -1).flatMap((low, place) => {
    const within = said.filter(({ p }) => p >= low && p < (EDGES[place + 1] ?? 2));
    if (within.length === 0) return [];
    const told = [meanOf(within.map(({ p }) => p)), meanOf(within.map(({ held }) => held))];
    return [[...told.map((share) => share.toFixed(2)), String(within.length)]];
  });
  return markdownTable(['said to hold', 'held', 'cases'], rows);
}

function report(name: string, all: readonly PracticeSeries[], gapDays: number, isAsked: boolean): void {
  const tally = startTally();
  for (const series of all) judge(series, gapDays, tally, all.length > 2);
  const cold: Cell = { name, losses: tally.errors.byMethod };
  const holds: Cell = { name, losses: tally.brier.byMethod };
  const count = tally.inside.length;
  console.log(`## ${name}: ${count} pauses of ${gapDays === WEEK_DAYS ? 'a week' : 'a day'} or more\n`);
  console.log(
    'Error of the mean of the first five, per cent on the line; ours over theirs with its 95% interval.\n',
  );
  console.log(comparisonTable([cold], PER_CENT, 2, seed));
  console.log(`The 80% interval held ${shareText(tally.inside)}.\n`);
  console.log('Whether the first attempt meets a target near the level before: Brier score.\n');
  console.log(comparisonTable([holds], 1, 4, seed));
  console.log(reliability(tally.said));
  if (isAsked) {
    const only = (method: string): Cell => ({
      name,
      losses: new Map([...cold.losses].filter(([own]) => own === OURS || own === method)),
    });
    bars.push(
      barAgainstBest(
        only('EWMA 0.1'),
        'First five after a week, against what ENGINE 3 names',
        PER_CENT,
        2,
        seed,
      ),
    );
  }
  bars.push(
    barAgainstBest(cold, `First five after ${gapDays === WEEK_DAYS ? 'a week' : 'a day'}`, PER_CENT, 2, seed),
    coverageBar(name, tally.inside),
    barAgainstBest(holds, 'Brier score of holding today', 1, 4, seed),
  );
}

const typing = (['a', 'b'] as const).map((person) => readTyping(data, person));
report('typing of two people, from a week on', typing, WEEK_DAYS, true);
report('typing of two people, from a day on', typing, 1, false);
const KINDS: readonly Pauses[] = ['slow', 'fast', 'none'];
for (const kind of KINDS)
  report(`simulated, ${kind} forgetting`, forgettingLearners(kind, cases, 7919 * seed), WEEK_DAYS, false);
console.log(barTable(bars));
