/**
 * A level drawn by a fair coin for each of 120 attempts, with an effect put into real typing, looked at after every attempt;
 * and the same without an effect on simulated practice made to mislead. `--cases`: windows of each kind.
 * Run: `node bench/engine/trial.ts --data DIR` (some minutes).
 */
import { addAttempt, findingsOf, startTrial } from '../../src/engine/trial/trial.ts';
import { type Bar, barTable, interval, markdownTable, OURS } from './bar-table.ts';
import { readBenchArguments } from './bench-arguments.ts';
import { differenceOverPersons, meanOf } from './paired-bootstrap.ts';
import { readTyping } from './practice-data.ts';
import {
  bettingProcess,
  confidenceSequence,
  oneLook,
  type TrialMethod,
  type TrialOutcome,
} from './trial-baselines.ts';
import { threeLevels } from './trial-three-levels.ts';
import { type NullNoise, nullWindows, realWindows, type TrialWindow } from './trial-windows.ts';

const { data, seed, cases } = readBenchArguments({ seed: 7, cases: 2000 });
const EFFECTS = [0, 0.05, 0.1];
/** Each is drawn in four ways, with and without an effect, and told by two methods or three. */
const threeLevelCases = Math.ceil(cases / 16);
const MOST_FALSE = 0.05;
const LEAST_HELD = 0.95;
const NULLS: readonly NullNoise[] = [
  { likeness: 0.3, sessionShock: 0 },
  { likeness: 0.6, sessionShock: 0 },
  { likeness: 0.9, sessionShock: 0 },
  { likeness: 0, sessionShock: 1 },
  { likeness: 0.6, sessionShock: 1 },
];

const ours: TrialMethod = (values, levels, effect) => {
  const trial = startTrial({ kind: 'rate', better: 'up', levels: ['usual', 'tried'], smallest: null });
  let stop: number | null = null;
  let holds = true;
  for (const [place, z] of values.entries()) {
    const level = levels[place] === 1 ? 'tried' : 'usual';
    addAttempt(trial, { value: Math.exp(z), level, probability: 0.5 });
    for (const { verdict, lower, upper } of findingsOf(trial)) {
      if (stop === null && verdict !== 'not-enough') stop = place + 1;
      if ((lower !== null && lower > effect) || (upper !== null && upper < effect)) holds = false;
    }
  }
  return { stop, holds };
};

const METHODS: Readonly<Record<string, TrialMethod>> = {
  [OURS]: ours,
  'confidence sequence, EWMA, tightest at 10': confidenceSequence(10),
  'confidence sequence, EWMA, tightest at 80': confidenceSequence(80),
  'betting e-process, EWMA': bettingProcess,
  'one look at the end': oneLook,
};
/** With one look only there is nothing to peek at: a ceiling, not something to beat. */
const CEILING = 'one look at the end';

type Outcomes = ReadonlyMap<string, readonly TrialOutcome[]>;

function judge(windows: readonly TrialWindow[], effect: number): Outcomes {
  return new Map(
    Object.entries(METHODS).map(([name, method]) => [
      name,
      windows.map(({ values, levels }) => method(values, levels, effect)),
    ]),
  );
}

const claims = (outcomes: readonly TrialOutcome[]) => outcomes.map(({ stop }) => (stop === null ? 0 : 1));

function medianStop(outcomes: readonly TrialOutcome[]): string {
  const stops = outcomes.flatMap(({ stop }) => stop ?? []).sort((a, b) => a - b);
  return String(stops[stops.length >> 1] ?? '-');
}

function heldShare(outcomes: readonly TrialOutcome[]): string {
  const told = outcomes.flatMap(({ holds }) => holds ?? []);
  return told.length === 0 ? '-' : meanOf(told.map(Number)).toFixed(3);
}

/** A share of so many cases is known no better. */
function withError(share: number): string {
  return `${share.toFixed(3)} ± ${(1.96 * Math.sqrt((share * (1 - share)) / cases)).toFixed(3)}`;
}

const bars: Bar[] = [];

function report(title: string, outcomes: Outcomes, isNull: boolean): void {
  console.log(`## Trial, ${title}: ${cases} windows\n`);
  const own = outcomes.get(OURS) ?? [];
  const rows = [...outcomes].map(([name, all]) => [
    name,
    withError(meanOf(claims(all))),
    name === OURS ? '' : interval(differenceOverPersons(claims(own), claims(all), seed)),
    medianStop(all),
    heldShare(all),
  ]);
  const claimed = isNull ? 'claimed an effect' : 'found';
  console.log(
    markdownTable(
      ['method', claimed, 'ours less it', 'median stop', 'interval held the effect at every look'],
      rows,
    ),
  );
  bars.push(...(isNull ? [falseBar(title, own)] : [powerBar(title, outcomes, own)]), coverageBar(title, own));
}

function falseBar(title: string, own: readonly TrialOutcome[]): Bar {
  const share = meanOf(claims(own));
  const verdict = share <= MOST_FALSE ? 'met' : `not met, ${(share - MOST_FALSE).toFixed(3)} too many`;
  return { bar: `False claims, ${title}`, asked: 'at most 0.05', have: withError(share), verdict };
}

function powerBar(title: string, outcomes: Outcomes, own: readonly TrialOutcome[]): Bar {
  const share = (all: readonly TrialOutcome[]) => meanOf(claims(all));
  const [best] = [...outcomes]
    .filter(([name]) => name !== OURS && name !== CEILING)
    .sort(([, a], [, b]) => share(b) - share(a));
  const [name, theirs] = best ?? ['', []];
  const difference = differenceOverPersons(claims(own), claims(theirs), seed);
  const verdict =
    difference.low > 0
      ? 'met'
      : difference.value > 0
        ? 'met, which may be chance'
        : `not met by ${(-difference.value).toFixed(3)}`;
  return {
    bar: `Power, ${title}`,
    asked: `above ${name}: ${share(theirs).toFixed(3)}`,
    have: `${withError(share(own))}; difference ${interval(difference)}`,
    verdict,
  };
}

function coverageBar(title: string, own: readonly TrialOutcome[]): Bar {
  const share = meanOf(own.map(({ holds }) => Number(holds)));
  const verdict = share >= LEAST_HELD ? 'met' : `not met by ${(LEAST_HELD - share).toFixed(3)}`;
  return {
    bar: `Interval holds at every look, ${title}`,
    asked: 'at least 0.95',
    have: withError(share),
    verdict,
  };
}

const people = (['a', 'b'] as const).map((person) => readTyping(data, person).line);
for (const effect of EFFECTS) {
  const logEffect = Math.log1p(effect);
  const windows = realWindows(people, cases, logEffect, seed);
  report(
    effect === 0 ? 'typing, no effect' : `typing, ${100 * effect}% effect`,
    judge(windows, logEffect),
    effect === 0,
  );
}
for (const noise of NULLS) {
  const title = `simulated, likeness ${noise.likeness}, session shock ${noise.sessionShock}, no effect`;
  report(title, judge(nullWindows(noise, cases, seed), 0), true);
}
console.log(`## Three levels: ${threeLevelCases} windows of each kind, of 120 attempts\n`);
const three = threeLevels(
  new Map([
    ['typing', realWindows(people, threeLevelCases, 0, seed)],
    ['simulated', nullWindows({ likeness: 0.6, sessionShock: 1 }, threeLevelCases, seed)],
  ]),
  Math.log1p(0.1),
  seed,
);
console.log(three.printed);
console.log(barTable([...bars, ...three.bars]));
