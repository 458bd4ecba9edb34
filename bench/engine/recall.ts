/**
 * The chance that a card comes back, foretold before each review, on simulated reviews of two kinds of memory, neither of them FSRS's own.
 * `node bench/engine/recall.ts [--seed N] [--cases N]`, cases: people of each kind, half of them only for the average. Takes no data.
 */
import { type Random, random } from '../../src/engine/random.ts';
import type { RecallReview } from '../../src/engine/retention/recall-scheduler.ts';
import { MILLISECONDS_PER_DAY, probability } from '../../src/engine/units.ts';
import { fsrsScheduler } from '../../src/platform/recall/fsrs-scheduler.ts';
import { barAgainstBest, barTable, type Cell, comparisonTable, OURS } from './bar-table.ts';
import { readBenchArguments } from './bench-arguments.ts';
import { LossTable } from './loss-table.ts';

const CARDS = 30;
const REVIEWS = 10;
const NINETY = probability(0.9);

/** One card in one head: the chance that it comes back after so many days, and what a review changes. */
type Memory = {
  readonly chance: (day: number) => number;
  readonly review: (day: number, passed: boolean) => void;
};
type Family = { readonly name: string; readonly person: (chance: Random) => () => Memory };

const between = (chance: Random, low: number, high: number) => low + (high - low) * chance.uniform();
const logistic = (x: number) => 1 / (1 + Math.exp(-x));

const FAMILIES: readonly Family[] = [
  {
    // Every showing leaves a trace that fades by a power of its age, the faster the stronger the memory was when it was left.
    name: 'sum of powers',
    person: (chance) => {
      const [decay, slope, noise] = [
        between(chance, 0.12, 0.25),
        between(chance, 0.05, 0.2),
        between(chance, 0.25, 0.5),
      ];
      const threshold = between(chance, -0.6, 0);
      return () => {
        const own = decay * Math.exp(0.2 * chance.normal());
        const traces: { day: number; decay: number }[] = [];
        const strength = (day: number) =>
          Math.log(traces.reduce((sum, trace) => sum + Math.max(0.02, day - trace.day) ** -trace.decay, 0));
        return {
          chance: (day) => (traces.length === 0 ? 0 : logistic((strength(day) - threshold) / noise)),
          review(day, passed) {
            const fades =
              traces.length === 0 ? own : own + slope * Math.exp(Math.min(1, strength(day))) * 0.3;
            traces.push({ day, decay: passed ? fades : fades * 1.3 });
          },
        };
      };
    },
  },
  {
    // One half-life, longer with each success and shorter with each miss.
    name: 'exponential',
    person: (chance) => {
      const [first, grows, shrinks] = [
        between(chance, 2, 8),
        between(chance, 1.6, 2.8),
        between(chance, 0.3, 0.7),
      ];
      return () => {
        let [halfLife, last] = [first * Math.exp(0.5 * chance.normal()), 0];
        let isNew = true;
        return {
          chance: (day) => (isNew ? 0 : 0.98 * 2 ** (-(day - last) / halfLife)),
          review(day, passed) {
            if (!isNew) halfLife = Math.max(0.5, halfLife * (passed ? grows : shrinks));
            [last, isNew] = [day, false];
          },
        };
      };
    },
  },
];

/** Interval and ease of SM-2 (Wozniak 1990) where a pass counts as a 4 of 5. */
type Sm2 = { days: number; ease: number; row: number };

function afterReview({ days, ease, row }: Sm2, passed: boolean): Sm2 {
  if (!passed) return { days: 1, ease: Math.max(1.3, ease - 0.32), row: 0 };
  return { days: row === 0 ? 1 : row === 1 ? 6 : days * ease, ease, row: row + 1 };
}

type Shown = { readonly foretold: ReadonlyMap<string, number>; readonly passed: boolean };

/** All reviews of one card but its first, with what each method said before. Reviews come when SM-2 asks, and often late. */
function shownCard(memory: Memory, chance: Random, scheduler = fsrsScheduler()): readonly Shown[] {
  const shown: Shown[] = [];
  const reviews: RecallReview[] = [];
  let [day, sm2]: [number, Sm2] = [0, { days: 1, ease: 2.5, row: 0 }];
  let passes = 0;
  for (let at = 0; at < REVIEWS; at += 1) {
    const passed = at === 0 ? chance.uniform() < 0.5 : chance.uniform() < memory.chance(day);
    if (at > 0) {
      const before = reviews.at(-1)?.at ?? 0;
      const outlook = scheduler.outlook(reviews, day * MILLISECONDS_PER_DAY, NINETY);
      const waited = day - before / MILLISECONDS_PER_DAY;
      shown.push({
        passed,
        foretold: new Map([
          [OURS, outlook?.retrievability ?? 0.5],
          ['SM-2: nine tenths when due', 0.9 ** (waited / sm2.days)],
          ['the card’s own share so far', (passes + 1) / (reviews.length + 2)],
        ]),
      });
    }
    memory.review(day, passed);
    passes += passed ? 1 : 0;
    reviews.push({ at: day * MILLISECONDS_PER_DAY, grade: passed ? 'good' : 'again' });
    sm2 = afterReview(sm2, passed);
    day += Math.max(1, Math.round(sm2.days * between(chance, 0.8, 1.8)));
  }
  return shown;
}

function peopleOf({ person }: Family, cases: number, seed: number): readonly (readonly Shown[])[] {
  return Array.from({ length: cases }, (_, one) => {
    const chance = random(seed + one);
    const card = person(chance);
    return Array.from({ length: CARDS }, () => shownCard(card(), chance)).flat();
  });
}

const held = (share: number) => Math.min(0.99, Math.max(0.01, share));
const logLoss = (share: number, passed: boolean) => -Math.log(passed ? held(share) : 1 - held(share));

/** Mean log loss a person; the average is that of the other half of the people. */
function cellOf(
  family: Family,
  cases: number,
  seed: number,
): { readonly cell: Cell; readonly share: number } {
  const people = peopleOf(family, cases, seed);
  const [others, judged] = [people.slice(0, cases / 2).flat(), people.slice(cases / 2)];
  const share = others.filter(({ passed }) => passed).length / others.length;
  const losses = new LossTable();
  for (const shown of judged) {
    const mean = (of: (one: Shown) => number) => shown.reduce((sum, one) => sum + of(one), 0) / shown.length;
    for (const name of shown[0]?.foretold.keys() ?? [])
      losses.add(
        name,
        mean(({ foretold, passed }) => logLoss(foretold.get(name) ?? 0.5, passed)),
      );
    losses.add(
      'always the average',
      mean(({ passed }) => logLoss(share, passed)),
    );
  }
  return { cell: { name: family.name, losses: losses.byMethod }, share };
}

const { seed, cases } = readBenchArguments({ seed: 20261122, cases: 120 });
const found = FAMILIES.map((family, place) => cellOf(family, cases, seed + 1_000_003 * place));
const cells = found.map(({ cell }) => cell);

console.log(
  `${cases} simulated people of each kind, half of them judged, ${CARDS} cards of ${REVIEWS} reviews each, seed ${seed}; ` +
    `came back: ${found.map(({ cell, share }) => `${(100 * share).toFixed(0)}% (${cell.name})`).join(', ')}.\n`,
);
console.log(
  'Log loss of each review but the first; ratio of ours (FSRS-6, default weights) to it with its 95% interval:\n',
);
console.log(comparisonTable(cells, 1, 3, seed));
console.log(barTable(cells.map((cell) => barAgainstBest(cell, 'Recall cards: log loss', 1, 3, seed))));
