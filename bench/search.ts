/** Time to the first useful result of a search, at the server, over 10,000 micromasteries: `node bench/search.ts`. */
import { performance } from 'node:perf_hooks';
import { fillLibrary } from '../tests/support/many-micromasteries.ts';
import { startBenchServer } from './bench-server.ts';
import { readPercentile } from './percentile.ts';

const MICROMASTERIES = 10_000;
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
const ROUNDS = 20;

const server = await startBenchServer();
try {
  await fillLibrary(server.store, MICROMASTERIES);
  const person = await server.person();
  const timings: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const need of QUERIES) {
      const started = performance.now();
      const response = await person.request(`/api/micromasteries?need=${encodeURIComponent(need)}`);
      await response.json();
      if (round > 0) timings.push(performance.now() - started);
    }
  }
  const health: number[] = [];
  for (let round = 0; round < 200; round++) {
    const started = performance.now();
    await (await person.request('/health')).json();
    health.push(performance.now() - started);
  }
  const [median, worst, baseline] = [
    readPercentile(timings, 50),
    readPercentile(timings, 95),
    readPercentile(health, 50),
  ];
  process.stdout.write(
    `search over ${MICROMASTERIES}: median ${median.toFixed(1)} ms, 95th percentile ${worst.toFixed(1)} ms; ` +
      `${(median / baseline).toFixed(1)} times a request that asks the database nothing\n`,
  );
} finally {
  await server.stop();
}
