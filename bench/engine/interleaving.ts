/**
 * What is left of practice at a later date under four orders of the same attempts: the order that scored best so far in practice, blocks,
 * always mixed, and blocks until a first stable run and mixed from then on, on simulated learners.
 * `node bench/engine/interleaving.ts [--seed N] [--cases N]`, cases: learners of each kind. Takes no data.
 */
import { type Random, random } from '../../src/engine/random.ts';
import { nextVariant } from '../../src/engine/transfer/practice-order.ts';
import { barTable, type Cell, comparisonTable, interval, OURS, ratioVerdict } from './bar-table.ts';
import { readBenchArguments } from './bench-arguments.ts';
import { LossTable } from './loss-table.ts';
import { meanOf, ratioOverPersons } from './paired-bootstrap.ts';

const KINDS_OF_TASK = ['a', 'b', 'c'] as const;
/** Attempts of each kind of task, whatever the order: the orders differ in nothing else. */
const EACH = 40;
const ATTEMPTS = EACH * KINDS_OF_TASK.length;
/** The greedy order decides anew after so many attempts. */
const STRETCH = 12;
const NOISE = 0.08;
const GREEDY = 'greedy on practice scores';

/**
 * After Bjork & Bjork's storage and retrieval strength: a trace is as strong as it is stored, and as near as it was used lately. A score is the
 * nearness; storage grows more the farther a trace was when it was used, if there is enough to bring back (`foothold`). With
 * `interference` 0 it grows alike whatever came between.
 */
type Learner = {
  readonly gain: number;
  readonly interference: number;
  readonly foothold: number;
  readonly fading: number;
};
type Family = { readonly name: string; readonly draw: (chance: Random) => Learner };

const between = (chance: Random, low: number, high: number) => low + (high - low) * chance.uniform();

const FAMILIES: readonly Family[] = [
  {
    name: 'contextual interference',
    draw: (chance) => ({
      gain: between(chance, 0.02, 0.05),
      interference: between(chance, 0.5, 0.9),
      foothold: 0,
      fading: between(chance, 0.3, 0.7),
    }),
  },
  {
    name: 'and a foothold first',
    draw: (chance) => ({
      gain: between(chance, 0.02, 0.05),
      interference: between(chance, 0.5, 0.9),
      foothold: between(chance, 0.15, 0.35),
      fading: between(chance, 0.3, 0.7),
    }),
  },
  {
    name: 'no interference',
    draw: (chance) => ({
      gain: between(chance, 0.02, 0.05),
      interference: 0,
      foothold: 0,
      fading: between(chance, 0.3, 0.7),
    }),
  },
];

type Trace = { stored: number; near: number; done: number };
type Task = (typeof KINDS_OF_TASK)[number];
type Traces = Readonly<Record<Task, Trace>>;

/** One attempt: what it scored, before noise. */
function practise(traces: Traces, task: Task, { gain, interference, foothold, fading }: Learner): number {
  for (const other of KINDS_OF_TASK) {
    if (other === task) continue;
    const trace = traces[other];
    trace.near = trace.stored + (trace.near - trace.stored) * fading;
  }
  const trace = traces[task];
  const far = 1 - Math.min(1, Math.max(0, trace.near - trace.stored) / 0.5);
  const hold = foothold === 0 ? 1 : Math.min(1, trace.stored / foothold);
  // What is far is worth more if it is brought back, and without a foothold it seldom is.
  const worth = (1 - interference + interference * far) * (1 - far * (1 - hold));
  trace.stored += gain * worth * (1 - trace.stored);
  const score = trace.near;
  trace.near = Math.min(1, Math.max(trace.near, trace.stored) + 0.25 * (1 - trace.near));
  trace.done += 1;
  return score;
}

/** Which task comes next; it is told what the last attempt scored. */
type Order = { readonly next: (score: number | null) => Task };
type Orders = { readonly name: string; readonly start: (traces: Traces, chance: Random) => Order };

const open = (traces: Traces) => KINDS_OF_TASK.filter((task) => traces[task].done < EACH);
const firstOpen = (traces: Traces): Task => open(traces)[0] ?? 'a';

function mixedNext(traces: Traces, last: Task | null, chance: Random): Task {
  const left = open(traces);
  const others = left.filter((task) => task !== last);
  const among = others.length > 0 ? others : left;
  return among[chance.below(Math.max(1, among.length))] ?? 'a';
}

const ORDERS: readonly Orders[] = [
  {
    name: OURS,
    start(traces, chance) {
      const passed: Record<Task, boolean[]> = { a: [], b: [], c: [] };
      let [last, place]: [Task | null, number] = [null, 0];
      const seed = chance.bits();
      return {
        next(score) {
          // A pass is a score over a half.
          if (score !== null && last !== null) passed[last].push(score > 0.5);
          place += 1;
          const left = open(traces);
          const answer = nextVariant(
            left.map((id) => ({ id, passed: passed[id] })),
            last,
            place,
            seed,
          );
          const chosen: Task =
            answer.kind === 'variant' ? (left.find((id) => id === answer.id) ?? 'a') : (left[0] ?? 'a');
          last = chosen;
          return chosen;
        },
      };
    },
  },
  {
    name: 'always mixed',
    start(traces, chance) {
      let last: Task | null = null;
      return {
        next() {
          last = mixedNext(traces, last, chance);
          return last;
        },
      };
    },
  },
  { name: 'blocks', start: (traces) => ({ next: () => firstOpen(traces) }) },
  { name: GREEDY, start: greedy },
];

/** Tries a stretch of either order, and takes from then on the one whose latest stretch scored better in practice. */
function greedy(traces: Traces, chance: Random): Order {
  const latest = { mixed: Number.NaN, blocks: Number.NaN };
  let [done, sum, last]: [number, number, Task | null] = [0, 0, null];
  let way: keyof typeof latest = chance.below(2) === 0 ? 'mixed' : 'blocks';
  return {
    next(score) {
      if (score !== null) sum += score;
      if (done > 0 && done % STRETCH === 0) {
        latest[way] = sum / STRETCH;
        sum = 0;
        if (Number.isNaN(latest.mixed)) way = 'mixed';
        else if (Number.isNaN(latest.blocks)) way = 'blocks';
        else way = latest.mixed > latest.blocks ? 'mixed' : 'blocks';
      }
      done += 1;
      // A block goes on with the task at hand while any of it is left.
      const goesOn = way === 'blocks' && last !== null && traces[last].done < EACH;
      last = goesOn ? last : way === 'blocks' ? firstOpen(traces) : mixedNext(traces, last, chance);
      return last ?? 'a';
    },
  };
}

/** What is stored is what a probe finds after a long delay: nothing is near any more. */
function run(learner: Learner, { start }: Orders, seed: number): { practice: number; later: number } {
  const trace = (): Trace => ({ stored: 0.02, near: 0.02, done: 0 });
  const traces: Traces = { a: trace(), b: trace(), c: trace() };
  const chance = random(seed);
  const order = start(traces, chance);
  let [score, sum]: [number | null, number] = [null, 0];
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    score = practise(traces, order.next(score), learner) + NOISE * chance.normal();
    sum += score;
  }
  return { practice: sum / ATTEMPTS, later: meanOf(KINDS_OF_TASK.map((task) => traces[task].stored)) };
}

const { seed, cases } = readBenchArguments({ seed: 20261122, cases: 300 });
type Cells = { readonly later: Cell; readonly practice: Cell };
const cells: readonly Cells[] = FAMILIES.map((family, place) => {
  const [later, practice] = [new LossTable(), new LossTable()];
  for (let one = 0; one < cases; one += 1) {
    const learner = family.draw(random(seed + 1_000_003 * place + one));
    for (const orders of ORDERS) {
      const ran = run(learner, orders, seed + 7919 * (one + 1));
      later.add(orders.name, 1 - ran.later);
      practice.add(orders.name, 1 - ran.practice);
    }
  }
  const { name } = family;
  return { later: { name, losses: later.byMethod }, practice: { name, losses: practice.byMethod } };
});

console.log(
  `${cases} simulated learners of each kind, ${EACH} attempts of each of ${KINDS_OF_TASK.length} tasks in every order, seed ${seed}. ` +
    'What interference does is put into the simulation: it shows what follows if it is so, and not that it is.\n',
);
console.log(
  'Loss at a later date, x100, all that could be known being 0; ratio of ours to it with its 95% interval:\n',
);
console.log(
  comparisonTable(
    cells.map(({ later }) => later),
    100,
    1,
    seed,
  ),
);
console.log('Loss in practice itself, x100, which nothing is judged by:\n');
console.log(
  comparisonTable(
    cells.map(({ practice }) => practice),
    100,
    1,
    seed,
  ),
);

const bars = cells.slice(0, 2).map(({ later }) => {
  const [ours, theirs] = [later.losses.get(OURS) ?? [], later.losses.get(GREEDY) ?? []];
  const ratio = ratioOverPersons(ours, theirs, seed);
  return {
    bar: `Interleaving: later loss, ${later.name}`,
    asked: `under the ${GREEDY} order: ${(100 * meanOf(theirs)).toFixed(1)}`,
    have: `${(100 * meanOf(ours)).toFixed(1)}; ratio ${interval(ratio)} over ${ours.length}`,
    verdict: ratioVerdict(ratio),
  };
});
console.log(barTable(bars));
