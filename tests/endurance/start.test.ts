import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { random } from '../../src/engine/random.ts';
import { SupervisedServer } from './supervised-server.ts';

const STARTS = 30;
/** About as long as a start takes, so that the database is hit at every step of it. */
const LONGEST_LULL_MS = 700;
const STRIKES_AT_MOST = 3;
const LONGEST_START_MS = 60_000;
const POLL_MS = 5;

const seed = Number(process.env.BOTTEGA_TEST_SEED ?? Date.now() % 1_000_000);
const chance = random(seed);
const server = await SupervisedServer.start();
afterAll(() => server.remove());

it(`a start goes on when its database is killed under it, ${STARTS} times (seed ${seed})`, async () => {
  await isReady();
  let hits = 0;
  for (let start = 1; start <= STARTS; start += 1) {
    // Half of the starts find a database that runs, and half have to start it.
    if (chance.below(2) === 0) await server.killPostgres();
    const starts = server.starts;
    server.killProcess();
    while (server.starts === starts) await wait(POLL_MS);
    for (let strike = chance.below(STRIKES_AT_MOST); strike >= 0; strike -= 1) {
      await wait(chance.uniform() * LONGEST_LULL_MS);
      if (await server.killPostgres()) hits += 1;
    }
    await isReady();
  }
  console.log(`seed ${seed}: ${server.starts} starts, ${hits} hits`);
  expect(server.ownEnds).toEqual([]);
  expect(server.log).not.toMatch(/"event":"fault"|Something is wrong inside/);
  expect(await server.stop()).toEqual({ exitCode: 0, isPostgresGone: true });
});

async function isReady(): Promise<void> {
  for (const since = performance.now(); (await server.address()) === undefined; await wait(POLL_MS)) {
    if (performance.now() - since < LONGEST_START_MS) continue;
    throw new Error(`Bottega did not start. Its last words:\n${server.log.slice(-2000)}`);
  }
}
