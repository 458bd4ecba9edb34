import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { v7 } from 'uuid';
import { openStore } from '../src/platform/database.ts';
import { silentLog } from '../src/platform/log.ts';
import { migrate } from '../src/platform/migrate.ts';
import { createPerson, keepKey } from '../src/platform/people/store.ts';
import { places } from '../src/platform/places.ts';
import { newKey } from '../src/platform/session.ts';
import { createApp } from '../src/server.ts';
import { csvUpload, RACES_MAPPING, typingRaces, WORDS_A_MINUTE } from '../tests/support/csv-upload.ts';
import { startThrowawayPostgres } from '../tests/support/throwaway-postgres.ts';

/**
 * An import of a CSV file over HTTP (upload, reading, validation, ids, sessions, row-level security, foreign keys) against
 * a bare COPY of the rows that it made, into a table of the same columns and indexes, in turns in the same run.
 * Budget: at least 0.2 of the COPY.
 */
const ROWS = 16_000;
const ROUNDS = 10;
const BUDGET = 0.2;

const postgres = await startThrowawayPostgres();
const { host, port, user, database } = postgres.connection;
const connection = { host, port, user, database };
await migrate(connection, places.migrations);
const store = openStore(connection);
const app = createApp({
  store,
  clock: { now: () => new Date() },
  log: silentLog,
  version: 'bench',
  local: undefined,
  webFolder: undefined,
  dataFolder: tmpdir(),
});
const admin = new pg.Client(connection);
await admin.connect();
try {
  const file = typingRaces(ROWS);
  const plan = {
    mapping: RACES_MAPPING,
    measure: WORDS_A_MINUTE,
    target: { kind: 'new', title: 'Typing races' },
  };
  const imports: number[] = [];
  const copies: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const spaceId = await createPerson(store, 'Bench');
    imports.push(await timeImport(spaceId, file, plan));
    copies.push(await timeCopy(spaceId));
  }
  // The first round warms both. Each ratio is of two neighbours in time, so that what else the machine does weighs on both.
  const ratio = median(copies.slice(1).map((copied, round) => copied / (imports[round + 1] ?? Number.NaN)));
  const perSecond = (times: readonly number[]) =>
    Math.round((ROWS / median(times.slice(1))) * 1000).toLocaleString('en');
  process.stdout.write(
    `import ${perSecond(imports)} rows/s, bare COPY ${perSecond(copies)} rows/s: ratio ${ratio.toFixed(2)} (budget ${BUDGET})\n`,
  );
  process.exitCode = ratio >= BUDGET ? 0 : 1;
} finally {
  await admin.end();
  await store.close();
  await postgres.stop();
}

async function timeImport(spaceId: string, file: string, plan: unknown): Promise<number> {
  const key = newKey();
  await keepKey(store, key, { kind: 'script', spaceId, label: 'bench' });
  const upload = await csvUpload(file, plan);
  const headers = new Headers(upload.headers);
  headers.set('authorization', `Bearer ${key}`);
  const started = performance.now();
  const answer = await app.request(`/api/imports/${v7()}`, { ...upload, headers });
  if (!answer.ok) throw new Error(await answer.text());
  return performance.now() - started;
}

async function timeCopy(spaceId: string): Promise<number> {
  const { rows } = await admin.query<{ line: string }>(
    `select concat_ws(E'\\t', space_id, id, practice_id, session_id, payoff_id, sequence, started_at, local_day, '\\N', value,
            conditions, is_trick_read, source, recorded_at) as line
     from bottega.attempt where space_id = $1`,
    [spaceId],
  );
  const text = rows.map(({ line }) => `${line}\n`).join('');
  await admin.query('drop table if exists copied; create table copied (like bottega.attempt including all)');
  const started = performance.now();
  await pipeline(Readable.from([text]), admin.query(copyFrom('copy copied from stdin')));
  const took = performance.now() - started;
  const copied = await admin.query<{ count: number }>('select count(*)::int as count from copied');
  if (copied.rows[0]?.count !== ROWS) throw new Error('the COPY is not of the same rows');
  return took;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
