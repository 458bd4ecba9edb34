/**
 * How often a plateau or an improvement is claimed wrongly at any of all looks, and how soon a true one is found, against plainer
 * ways that look as often. `--cases`: series of each kind. Run: `node bench/engine/plateau.ts [--seed N] [--cases N]` (a minute).
 */
import { addPlateauAttempt, plateauOf, startPlateau } from '../../src/engine/plateau/plateau.ts';
import { type Bar, barTable, markdownTable, OURS } from './bar-table.ts';
import { readBenchArguments } from './bench-arguments.ts';
import { type Call, noBest, type PlateauMethod, slopeTest } from './plateau-baselines.ts';
import {
  type Course,
  coursesAbout,
  PLATEAU_NOISES,
  type PlateauNoise,
  type PlateauSeries,
  plateauSeries,
  STRETCH,
} from './plateau-series.ts';
import { atMostBar, type Flags, pairedText, shareText } from './share-bars.ts';

const { seed, cases } = readBenchArguments({ seed: 11, cases: 120 });
const ATTEMPTS = 300;
const MOST_FALSE = 0.05;
const SMALLEST = 0.03;
const JUDGED = [
  'flat',
  'linear, just enough',
  'exponential, 40',
  'exponential, 150',
  'power, 0.3',
  'slow power, 0.1',
] as const;

function ours({ values, at }: PlateauSeries, isTimed: boolean): readonly Call[] {
  const plateau = startPlateau({ kind: 'duration', better: 'down', smallest: SMALLEST });
  return values.map((z, place) => {
    const when = at[place];
    const timed = isTimed && when !== undefined ? { at: when } : {};
    addPlateauAttempt(plateau, { value: Math.exp(-z), ...timed });
    const { kind } = plateauOf(plateau);
    return kind === 'improving' || kind === 'plateau' ? kind : 'neither';
  });
}

const plain =
  (method: PlateauMethod) =>
  ({ values }: PlateauSeries) =>
    method(values, SMALLEST);

const METHODS: Readonly<Record<string, (series: PlateauSeries) => readonly Call[]>> = {
  [OURS]: (series) => ours(series, true),
  [`${OURS}, not told when`]: (series) => ours(series, false),
  'slope test, all attempts': plain(slopeTest(ATTEMPTS)),
  'slope test, last 50': plain(slopeTest(STRETCH)),
  'no best in the last 20': plain(noBest),
};

type Told = {
  readonly falsePlateau: number[];
  readonly falseImproving: number[];
  /** At which attempt each was first said and true. */
  readonly plateauAt: number[];
  readonly improvingAt: number[];
};

function judge(course: Course, calls: readonly Call[], told: Told): void {
  let [wrongPlateau, wrongUp, plateauAt, improvingAt] = [0, 0, 0, 0];
  for (const [place, call] of calls.entries()) {
    const n = place + 1;
    const isLevel = course(n + STRETCH) - course(n) <= SMALLEST;
    const isRising = course(n) > course(1);
    if (call === 'plateau' && !isLevel) wrongPlateau = 1;
    if (call === 'plateau' && isLevel && plateauAt === 0) plateauAt = n;
    if (call === 'improving' && !isRising && n > 1) wrongUp = 1;
    if (call === 'improving' && isRising && improvingAt === 0) improvingAt = n;
  }
  told.falsePlateau.push(wrongPlateau);
  told.falseImproving.push(wrongUp);
  if (plateauAt > 0) told.plateauAt.push(plateauAt);
  if (improvingAt > 0) told.improvingAt.push(improvingAt);
}

function found(at: readonly number[]): string {
  if (at.length < cases / 20) return '-';
  const sorted = [...at].sort((a, b) => a - b);
  return `${(at.length / cases).toFixed(2)}, at ${sorted[at.length >> 1]}`;
}

function noiseText({ likeness, shock, slips }: PlateauNoise): string {
  return `likeness ${likeness}, session shock ${shock}${slips ? ', slips' : ''}`;
}

const bars: Bar[] = [];

/** One bar a kind of error over all noises, at the worst of them: the more noises are tried, the harder. */
function worstBar(name: string, of: ReadonlyMap<string, Flags>): Bar {
  const sumOf = (flags: Flags) => flags.reduce((sum, one) => sum + one, 0);
  const [worst = ['', []]] = [...of].sort(([, a], [, b]) => sumOf(b) - sumOf(a));
  const [noise, flags] = worst;
  return atMostBar(`${name}, the worst of ${of.size} noises (${noise})`, MOST_FALSE, flags, 'ENGINE 1');
}

function report(name: string, course: Course): void {
  const isFlat = name === 'flat';
  const errors = new Map<string, Map<string, Flags>>();
  const rows = PLATEAU_NOISES.flatMap((noise, place) => {
    const all = Array.from({ length: cases }, (_, at) =>
      plateauSeries(course, noise, ATTEMPTS, 1_000_003 * seed + 7919 * place + at),
    );
    const told = Object.entries(METHODS).map(([method, callsOf]) => {
      const own: Told = { falsePlateau: [], falseImproving: [], plateauAt: [], improvingAt: [] };
      for (const series of all) judge(course, callsOf(series), own);
      return { method, own, wrong: isFlat ? own.falseImproving : own.falsePlateau };
    });
    const first = told[0]?.wrong ?? [];
    for (const { method, wrong } of told) {
      const byNoise = errors.get(method) ?? new Map<string, Flags>();
      errors.set(method, byNoise.set(noiseText(noise), wrong));
    }
    return told.map(({ method, own, wrong }) => [
      noiseText(noise),
      method,
      shareText(wrong),
      method === OURS ? '' : pairedText(first, wrong, seed),
      found(own.plateauAt),
      isFlat ? '-' : found(own.improvingAt),
    ]);
  });
  const claim = isFlat ? 'falsely improving' : 'false plateau';
  console.log(`## Plateau, ${name}: ${cases} series of ${ATTEMPTS}, ${SMALLEST} in ${STRETCH} matters\n`);
  console.log(
    markdownTable(['noise', 'method', claim, 'ours less it', 'plateau found', 'improving found'], rows),
  );
  for (const [method, byNoise] of errors) {
    if (method.startsWith(OURS))
      bars.push(worstBar(`${isFlat ? 'Falsely improving' : 'False plateau'}, ${name}, ${method}`, byNoise));
  }
}

const courses = coursesAbout(SMALLEST);
for (const name of JUDGED) {
  const course = courses[name];
  if (course !== undefined) report(name, course);
}
console.log(barTable(bars));
