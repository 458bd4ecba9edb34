import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, expect, it } from 'vitest';
import { random } from '../../src/engine/random.ts';
import { runBottega } from '../support/run-bottega.ts';
import { AttemptWriter } from './attempt-writer.ts';
import { SupervisedServer } from './supervised-server.ts';

const KILLS = 100;
const DEVICES = 4;
const CHECK_EVERY = 20;
/** Past this nothing comes back by itself any more. */
const LONGEST_AWAY_MS = 30_000;
const LONGEST_LULL_MS = 400;
const POLL_MS = 5;

const seed = Number(process.env.BOTTEGA_TEST_SEED ?? Date.now() % 1_000_000);
const chance = random(seed);
const server = await SupervisedServer.start();
afterAll(() => server.remove());

it(`loses nothing that it acknowledged in ${KILLS} kills at random moments (seed ${seed})`, async () => {
  const made = await runBottega(['key', '--json'], { env: server.environment() });
  expect(made.exitCode, made.err).toBe(0);
  const { key } = JSON.parse(made.out.toString());
  const writer = new AttemptWriter(server, key);
  writer.start(DEVICES);
  await isBack(writer);

  const kills = { process: 0, postgres: 0, both: 0 };
  let postgresKills = 0;
  for (let kill = 1; kill <= KILLS; kill += 1) {
    await wait(chance.uniform() * LONGEST_LULL_MS);
    const victim = (['process', 'postgres', 'both'] as const)[chance.below(3)] ?? 'both';
    kills[victim] += 1;
    if (await strike(victim)) postgresKills += 1;
    // One in four falls while things are still coming back.
    if (chance.below(4) > 0) await isBack(writer);
    if (kill % CHECK_EVERY === 0) await expectAllKept(writer, false);
  }
  await isBack(writer);
  await writer.finish();
  await expectAllKept(writer, true);

  console.log(
    `seed ${seed}: ${JSON.stringify(kills)}, ${postgresKills} hit PostgreSQL, ${server.starts} starts, ${writer.acknowledged.size} attempts, ` +
      `${writer.replays} sent again and known, ${writer.refusals} times “database-away”`,
  );
  expect(writer.wrongAnswers).toEqual([]);
  expect(server.log).not.toMatch(/"event":"fault"|Something is wrong inside/);
  expect(server.ownEnds).toEqual([]);
  const doctor = await runBottega(['doctor'], { env: server.environment() });
  expect(doctor.out.toString()).toMatch(/^ok +database: .* runs, /m);
  expect(doctor.exitCode).toBe(0);
  expect(await server.stop()).toEqual({ exitCode: 0, isPostgresGone: true });
});

/** Answers whether there was a database to kill: it may be away from the kill before. */
async function strike(victim: 'process' | 'postgres' | 'both'): Promise<boolean> {
  const isProcessFirst = chance.below(2) === 0;
  if (victim === 'process' || (victim === 'both' && isProcessFirst)) server.killProcess();
  const isKilled = victim !== 'process' && (await server.killPostgres());
  if (victim === 'both' && !isProcessFirst) server.killProcess();
  return isKilled;
}

/** A device is acknowledged again, with nobody's help. */
async function isBack(writer: AttemptWriter): Promise<void> {
  // Each device may still read one answer that was given before the kill.
  const enough = writer.acknowledged.size + DEVICES + 1;
  for (const since = performance.now(); writer.acknowledged.size < enough; await wait(POLL_MS)) {
    if (performance.now() - since < LONGEST_AWAY_MS) continue;
    throw new Error(`Bottega did not come back. Its last words:\n${server.log.slice(-2000)}`);
  }
}

/** Each acknowledged attempt is there once, with its value; `isAll`: and no other. */
async function expectAllKept(writer: AttemptWriter, isAll: boolean): Promise<void> {
  // At the end nobody writes any more.
  if (!isAll) await isBack(writer);
  const acknowledged = new Map(writer.acknowledged);
  const client = await connected();
  const { rows } = await client.query<{ id: string; value: number }>('select id, value from bottega.attempt');
  await client.end();
  const kept = new Map(rows.map(({ id, value }) => [id, value]));
  expect(kept.size).toBe(rows.length);
  const lost = [...acknowledged].filter(([id, value]) => kept.get(id) !== value);
  expect(lost).toEqual([]);
  if (isAll) expect(kept.size).toBe(acknowledged.size);
}

/** A killed server's orphans may answer for a moment more, so that "back" can be said while the next one is starting. */
async function connected(): Promise<pg.Client> {
  for (const since = performance.now(); ; await wait(POLL_MS)) {
    const client = new pg.Client(server.connection());
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (performance.now() - since > LONGEST_AWAY_MS) throw error;
    }
  }
}
