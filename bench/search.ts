/**
 * Time to the first useful result of a search, at the server, over 10,000 micromasteries of the house, and over 10,000 of
 * one's own beside them while somebody else has as many: `node bench/search.ts`. The budget is 50 ms.
 */
import { performance } from 'node:perf_hooks';
import { SearchResult } from '../src/features/library/contract.ts';
import { fillLibrary } from '../tests/support/many-micromasteries.ts';
import { startBenchServer } from './bench-server.ts';
import { readPercentile } from './percentile.ts';

const MICROMASTERIES = 10_000;
const BUDGET_MILLISECONDS = 50;
const QUERIES = [
  'people stop listening before I get to the point',
  'jugling',
  'I keep taking work back',
  'negociate my salary',
  'kitchen knife',
  'how do I say no to my boss without',
  'the meeting takes too long',
  'tie a knot that holds',
  'j',
  'sourdough in the attic',
];
/** As many words as a search looks up, known ones and misspelt ones. */
const LONG_NEEDS = [
  'whenever team meets office somebody always takes work over keep quiet because boss listens others instead point',
  'want learn something new hands after work bread knots juggling drawing playing guitar workshop people evening together',
  'jugling omlete negociation sourdogh meetng delagate feedbck knfe guitr salry drawng lisning colleage speking dificult knotts',
];
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'.split('');
const VOWELS = 'aeiou'.split('');
const BEGINNINGS = LETTERS.flatMap((letter) => [
  letter,
  ...VOWELS.map((vowel) => letter + vowel),
  `${letter}t`,
]);

type Person = Awaited<ReturnType<typeof server.person>>;

const server = await startBenchServer();
try {
  await fillLibrary(server.store, MICROMASTERIES);
  const reader = await server.person();
  await report(`${MICROMASTERIES} of the house`, reader);
  const [author, other] = [await server.person(), await server.person()];
  await fillLibrary(server.store, MICROMASTERIES, author.spaceId);
  await fillLibrary(server.store, MICROMASTERIES, other.spaceId);
  await report(`${MICROMASTERIES} of the house and ${MICROMASTERIES} of one's own, beside another's`, author);
} finally {
  await server.stop();
}

async function report(library: string, person: Person): Promise<void> {
  await timings(person, QUERIES, 1);
  const health: number[] = [];
  for (let round = 0; round < 200; round++) health.push(await timed(() => person.request('/health')));
  const baseline = readPercentile(health, 50);
  process.stdout.write(`search over ${library}\n`);
  for (const [kind, needs, rounds] of [
    ['needs', QUERIES, 20],
    ['needs of 16 words', LONG_NEEDS, 20],
    ['beginnings of words', BEGINNINGS, 3],
  ] as const) {
    const found = await timings(person, needs, rounds);
    const all = [...found.values()].flat();
    const slowest = [...found].toSorted((a, b) => readPercentile(b[1], 50) - readPercentile(a[1], 50))[0];
    if (readPercentile(all, 95) > BUDGET_MILLISECONDS) process.exitCode = 1;
    process.stdout.write(
      `  ${kind}: median ${milliseconds(all, 50)}, 95th percentile ${milliseconds(all, 95)}; ` +
        `${(readPercentile(all, 50) / baseline).toFixed(1)} times a request that asks the database nothing; ` +
        `slowest ${milliseconds(slowest?.[1] ?? [], 50)} for "${slowest?.[0]}"\n`,
    );
  }
}

async function timings(person: Person, needs: readonly string[], rounds: number) {
  const taken = new Map<string, number[]>(needs.map((need) => [need, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [need, samples] of taken) {
      const path = `/api/micromasteries?need=${encodeURIComponent(need)}`;
      samples.push(await timed(async () => SearchResult.parse(await (await person.request(path)).json())));
    }
  }
  return taken;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function milliseconds(samples: readonly number[], percent: number): string {
  return `${readPercentile(samples, percent).toFixed(1)} ms`;
}
