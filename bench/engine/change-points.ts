/**
 * Where results began to differ for good: attempts between false alarms where nothing changed, and how soon a shift is seen, against
 * CUSUM and Page and Hinkley's test with the limits that textbooks give. `--cases`: shifts of each kind.
 * Run: `node bench/engine/change-points.ts [--seed N] [--cases N]` (seconds).
 */
import { findChangePoints, MEAN_RUN_ATTEMPTS } from '../../src/engine/plateau/change-points.ts';
import { type Random, random } from '../../src/engine/random.ts';
import { type Bar, barTable, interval, markdownTable, OURS, ratioVerdict } from './bar-table.ts';
import { readBenchArguments } from './bench-arguments.ts';
import { differenceOverPersons, type Estimate, meanOf, ratioOverPersons } from './paired-bootstrap.ts';

const { seed, cases } = readBenchArguments({ seed: 5, cases: 300 });
const RUNS = 40;
const RUN_ATTEMPTS = 3000;
/** Residuals before a shift, and at most after it. */
const [BEFORE, AFTER] = [100, 400];

/** Attempts, from 1, at which a change is told of; each begins anew after it. */
type Detector = (residuals: readonly number[]) => readonly number[];

const ours: Detector = (residuals) => {
  const found = findChangePoints(residuals);
  return found.kind === 'change-points' ? found.found.map(({ seenAt }) => seenAt) : [];
};

/** Page 1954: sums of what exceeds half of the shift that is looked for, in both directions, up to the limit. */
const cusum =
  (allowance: number, limit: number): Detector =>
  (residuals) => {
    let [up, down] = [0, 0];
    return residuals.flatMap((u, place) => {
      up = Math.max(0, up + u - allowance);
      down = Math.max(0, down - u - allowance);
      if (Math.max(up, down) <= limit) return [];
      [up, down] = [0, 0];
      return [place + 1];
    });
  };

/** Sums of what exceeds the mean so far by more than the allowance, against their least and largest so far. */
const pageHinkley =
  (allowance: number, limit: number): Detector =>
  (residuals) => {
    let [n, mean, up, least, down, most] = [0, 0, 0, 0, 0, 0];
    return residuals.flatMap((u, place) => {
      n += 1;
      mean += (u - mean) / n;
      up += u - mean - allowance;
      down += u - mean + allowance;
      least = Math.min(least, up);
      most = Math.max(most, down);
      if (Math.max(up - least, most - down) <= limit) return [];
      [n, mean, up, least, down, most] = [0, 0, 0, 0, 0, 0];
      return [place + 1];
    });
  };

const DETECTORS: Readonly<Record<string, Detector>> = {
  [OURS]: ours,
  'CUSUM, k = 0.5, h = 5': cusum(0.5, 5),
  'CUSUM, k = 0.5, h = 4': cusum(0.5, 4),
  'CUSUM, k = 0.5, h = 5.8': cusum(0.5, 5.8),
  'Page and Hinkley, 0.005 and 50': pageHinkley(0.005, 50),
  'Page and Hinkley, 0.5 and 5': pageHinkley(0.5, 5),
};
/** Whose limit gives as long a run between normal false alarms as ours has: the textbook's 4 and 5 alarm twice to six times as often. */
const NEAREST = 'CUSUM, k = 0.5, h = 5.8';

type Noise = { readonly name: string; readonly next: (before: number, chance: Random) => number };
const alike = (likeness: number): Noise => ({
  name: likeness === 0 ? 'normal' : `likeness ${likeness}`,
  next: (before, chance) => likeness * before + Math.sqrt(1 - likeness ** 2) * chance.normal(),
});
const PLAIN = alike(0);
const NOISES: readonly Noise[] = [
  PLAIN,
  alike(0.1),
  alike(0.2),
  {
    name: '5% three times as wide, sd 1',
    next: (_, chance) => (chance.normal() * (chance.uniform() < 0.05 ? 3 : 1)) / Math.sqrt(1.4),
  },
];

function residualsOf({ next }: Noise, count: number, chance: Random): readonly number[] {
  let before = chance.normal();
  return Array.from({ length: count }, () => {
    before = next(before, chance);
    return before;
  });
}

const bars: Bar[] = [];

/** Attempts over alarms, drawn anew over runs. */
function runLength(alarms: readonly number[]): Estimate {
  return ratioOverPersons(
    alarms.map(() => RUN_ATTEMPTS),
    alarms,
    seed,
  );
}

function reportRuns(): void {
  const rows = NOISES.map((noise, place) => {
    const runs = Array.from({ length: RUNS }, (_, at) =>
      residualsOf(noise, RUN_ATTEMPTS, random(1_000_003 * seed + 7919 * place + at)),
    );
    const told = Object.entries(DETECTORS).map(([name, detect]) => {
      const run = runLength(runs.map((residuals) => detect(residuals).length));
      if (name === OURS) bars.push(runBar(noise.name, run));
      return Number.isFinite(run.value)
        ? `${run.value.toFixed(0)} [${run.low.toFixed(0)}, ${run.high.toFixed(0)}]`
        : 'none';
    });
    return [noise.name, ...told];
  });
  console.log(`## Attempts between false alarms: ${RUNS} runs of ${RUN_ATTEMPTS}\n`);
  console.log(markdownTable(['residuals', ...Object.keys(DETECTORS)], rows));
}

function runBar(name: string, { value, low, high }: Estimate): Bar {
  const verdict =
    value >= MEAN_RUN_ATTEMPTS
      ? 'met'
      : high < MEAN_RUN_ATTEMPTS
        ? `not met, ${(MEAN_RUN_ATTEMPTS - value).toFixed(0)} too few`
        : 'not met, which may be chance';
  return {
    bar: `Attempts between false alarms, ${name}`,
    asked: `at least ${MEAN_RUN_ATTEMPTS} (plateau.md)`,
    have: `${value.toFixed(0)} [${low.toFixed(0)}, ${high.toFixed(0)}]`,
    verdict,
  };
}

/** Attempts from a shift until it is told of; the most that were looked at where it is not. */
function delayOf(detect: Detector, residuals: readonly number[]): number {
  const seen = detect(residuals).find((attempt) => attempt > BEFORE);
  return seen === undefined ? AFTER : seen - BEFORE;
}

function reportDelays(): void {
  const rows = [0.5, 1, 2].flatMap((shift) => {
    const all = Array.from({ length: cases }, (_, at) =>
      residualsOf(PLAIN, BEFORE + AFTER, random(2_000_003 * seed + at)).map((u, place) =>
        place < BEFORE ? u : u + shift,
      ),
    );
    const delays = new Map(
      Object.entries(DETECTORS).map(([name, detect]) => [name, all.map((one) => delayOf(detect, one))]),
    );
    const own = delays.get(OURS) ?? [];
    const nearest = delays.get(NEAREST) ?? [];
    if (shift >= 1) bars.push(delayBar(shift, own, nearest));
    return [...delays].map(([name, of]) => {
      const sorted = [...of].sort((a, b) => a - b);
      const against = name === OURS ? '' : interval(differenceOverPersons(own, of, seed), 1);
      return [String(shift), name, String(sorted[sorted.length >> 1]), meanOf(of).toFixed(1), against];
    });
  });
  console.log(
    `## Attempts until a shift is seen: ${cases} of each size, in standard deviations, at attempt ${BEFORE + 1}\n`,
  );
  console.log(markdownTable(['shift', 'method', 'median', 'mean', 'ours less it'], rows));
}

function delayBar(shift: number, own: readonly number[], theirs: readonly number[]): Bar {
  const ratio = ratioOverPersons(own, theirs, seed);
  return {
    bar: `Mean delay at a shift of ${shift}`,
    asked: `at most ${NEAREST}, which alarms falsely about as seldom as we do: ${meanOf(theirs).toFixed(1)}`,
    have: `${meanOf(own).toFixed(1)}; ratio ${interval(ratio)} over ${own.length}`,
    verdict: ratioVerdict(ratio),
  };
}

reportRuns();
reportDelays();
console.log(barTable(bars));
