/**
 * What doing two things at once costs each: how often the interval of the cost holds it, and how often two parts that still cost
 * each other are called combined; simulated attempts. `--cases`: sets of each kind. Run: `node bench/engine/rub-pat.ts` (seconds).
 */
import { studentQuantile } from '../../src/engine/distributions/student.ts';
import { type Random, random } from '../../src/engine/random.ts';
import { combinedOf } from '../../src/engine/rub-pat/combined.ts';
import { dualCost } from '../../src/engine/rub-pat/dual-cost.ts';
import { type Bar, barTable, markdownTable, OURS } from './bar-table.ts';
import { readBenchArguments } from './bench-arguments.ts';
import { meanOf } from './paired-bootstrap.ts';
import { atLeastBar, atMostBar, type Flags, pairedText, shareText } from './share-bars.ts';

const { seed, cases } = readBenchArguments({ seed: 1, cases: 500 });
const RATE = { kind: 'rate', better: 'up' } as const;
const LEVEL = 0.8;
const SCATTER = 0.1;
const DRAWS = 200;

type Noise = { readonly name: string; readonly next: (chance: Random) => number };
const NORMAL: Noise = { name: 'normal', next: (chance) => chance.normal() };
const NOISES: readonly Noise[] = [
  NORMAL,
  { name: 'slips', next: (chance) => chance.normal() * (chance.uniform() < 0.1 ? 4 : 1) },
  { name: 'skewed', next: (chance) => 1 + Math.log(1 - chance.uniform()) },
];
const SIZES = [
  { alone: 3, together: 3 },
  { alone: 5, together: 6 },
  { alone: 15, together: 15 },
];
const COST = 0.2;

type Range = { readonly lower: number; readonly upper: number };
type CostMethod = (alone: readonly number[], together: readonly number[], chance: Random) => Range;

const ours: CostMethod = (alone, together) => {
  const cost = dualCost(RATE, alone, together);
  if (cost.kind !== 'cost') throw new Error(`A cost, and not ${cost.kind}.`);
  return cost;
};

const ratioOfMeans = (alone: readonly number[], together: readonly number[]) =>
  1 - meanOf(together) / meanOf(alone);

/** The ratio of two means, drawn anew on both sides; the middle four fifths of the draws. */
const bootstrap: CostMethod = (alone, together, chance) => {
  const drawn = (of: readonly number[]) => of.map(() => of[chance.below(of.length)] ?? 0);
  const costs = Array.from({ length: DRAWS }, () => ratioOfMeans(drawn(alone), drawn(together))).sort(
    (a, b) => a - b,
  );
  const tail = (1 - LEVEL) / 2;
  return {
    lower: costs[Math.floor(tail * DRAWS)] ?? 0,
    upper: costs[Math.ceil((1 - tail) * DRAWS) - 1] ?? 0,
  };
};

/** Welch's interval of the difference of two means of logarithms. */
const logarithms: CostMethod = (alone, together) => {
  const [a, b] = [alone, together].map((of) => {
    const logs = of.map(Math.log);
    const mean = meanOf(logs);
    const squares = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0);
    return { mean, error: squares / (of.length - 1) / of.length, freedom: of.length - 1 };
  });
  if (a === undefined || b === undefined) throw new Error('There are two sides.');
  const error = a.error + b.error;
  const freedom = error ** 2 / (a.error ** 2 / a.freedom + b.error ** 2 / b.freedom);
  const reach = studentQuantile((1 + LEVEL) / 2, freedom) * Math.sqrt(error);
  const shift = b.mean - a.mean;
  return { lower: -Math.expm1(shift + reach), upper: -Math.expm1(shift - reach) };
};

const METHODS: Readonly<Record<string, CostMethod>> = {
  [OURS]: ours,
  'ratio of means, drawn anew': bootstrap,
  'means of logarithms, Welch': logarithms,
};

function attemptsOf(count: number, cost: number, noise: Noise, chance: Random): readonly number[] {
  return Array.from({ length: count }, () => 60 * (1 - cost) * Math.exp(SCATTER * noise.next(chance)));
}

const bars: Bar[] = [];

function reportCosts(): void {
  const rows = NOISES.flatMap((noise) =>
    SIZES.flatMap(({ alone, together }) => {
      const name = `${alone} alone, ${together} together, ${noise.name}`;
      const held = new Map<string, number[]>(Object.keys(METHODS).map((method) => [method, []]));
      const widths = new Map<string, number>();
      for (let at = 0; at < cases; at += 1) {
        const chance = random(100_003 * seed + at);
        const sides = [
          attemptsOf(alone, 0, noise, chance),
          attemptsOf(together, COST, noise, chance),
        ] as const;
        for (const [method, of] of Object.entries(METHODS)) {
          const { lower, upper } = of(...sides, chance);
          held.get(method)?.push(Number(lower <= COST && COST <= upper));
          widths.set(method, (widths.get(method) ?? 0) + (upper - lower) / cases);
        }
      }
      const own = held.get(OURS) ?? [];
      bars.push(atLeastBar(`Interval of a cost holds it, ${name}`, LEVEL, own, 'rub-pat.md: four in five'));
      return [...held].map(([method, flags]) => {
        const against = method === OURS ? '' : pairedText(own, flags, seed);
        return [name, method, shareText(flags), against, (widths.get(method) ?? 0).toFixed(3)];
      });
    }),
  );
  console.log(`## Dual cost: ${cases} sets of each kind, a cost of ${COST}, intervals of 80%\n`);
  console.log(markdownTable(['attempts', 'method', 'held it', 'ours less it', 'mean width'], rows));
}

const LIMIT = 0.1;
const SESSIONS = 3;

/** What is said of a part that costs so much in every session: combined, beyond doubt, and combined by one session alone. */
function reportCombined(): void {
  const rows: string[][] = [];
  for (const each of [3, 6, 12]) {
    for (const cost of [0, 0.05, 0.12, 0.15]) {
      const [called, certain, once]: [number[], number[], number[]] = [[], [], []];
      for (let at = 0; at < cases; at += 1) {
        const chance = random(300_007 * seed + at);
        const part = () => ({
          measure: RATE,
          alone: Array.from({ length: 2 }, () => attemptsOf(each, 0, NORMAL, chance)),
          together: Array.from({ length: SESSIONS }, () => attemptsOf(each, cost, NORMAL, chance)),
        });
        const [a, b] = [part(), part()];
        const { kind, isBeyondDoubt } = combinedOf({ a, b }, LIMIT);
        called.push(Number(kind === 'combined'));
        certain.push(Number(isBeyondDoubt));
        const isUnder = ({ alone, together }: typeof a) =>
          ratioOfMeans(alone.flat(), together.at(-1) ?? []) < LIMIT;
        once.push(Number(isUnder(a) && isUnder(b)));
      }
      const name = `${each} attempts a session, both cost ${cost}`;
      rows.push([name, ...[called, certain, once].map(shareText), pairedText(called, once, seed)]);
      if (cost > LIMIT) bars.push(...falseBars(name, called, certain));
    }
  }
  console.log(`## Called combined: ${cases} pairs of each kind, three sessions, limit 10%\n`);
  console.log(
    markdownTable(
      ['pairs', 'combined', 'beyond doubt', 'last session, ratio of means', 'combined less the last'],
      rows,
    ),
  );
}

function falseBars(name: string, called: Flags, certain: Flags): readonly Bar[] {
  return [
    atMostBar(`Falsely called combined, ${name}`, 0.05, called, 'ours, as for any claim'),
    atMostBar(`Falsely beyond doubt, ${name}`, 0.05, certain, 'ours, as for any claim'),
  ];
}

reportCosts();
reportCombined();
console.log(barTable(bars));
