import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import { v7 } from 'uuid';
import { afterAll, describe, expect, it } from 'vitest';
import { emptyDatabase } from '../../../tests/support/database-content.ts';
import { freshApp, type ScopedConnection, type TestPerson } from '../../../tests/support/fresh-app.ts';
import { accepted, attemptBody, sessionBody, startPractice } from '../../../tests/support/practice-facts.ts';
import { places } from '../places.ts';
import { backupToFile } from './backup.ts';
import { orderByReferences, readTables, SCHEMAS } from './catalog.ts';
import { checkBackup } from './read-backup.ts';
import { checkForRestore, restoreBackup } from './restore.ts';
import { writeBackup } from './write-backup.ts';

const folder = await mkdtemp(join(tmpdir(), 'bottega-backup-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const about = { version: '1.2.3', takenAt: new Date('2026-03-02T10:00:00Z') };
const { connection, person } = await freshApp({ library: true });

async function query<Row extends pg.QueryResultRow>(where: ScopedConnection, text: string): Promise<Row[]> {
  const client = new pg.Client(where);
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

describe('the backup file', () => {
  it('is its owner’s only, and appears under its name when it is whole', async () => {
    const file = join(folder, 'own.gz');
    await backupToFile(connection, file, { ...about, isForced: false });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).not.toContain('own.gz.partial');
    expect(await checkBackup(file)).toMatchObject({ version: '1.2.3', takenAt: '2026-03-02T10:00:00.000Z' });
  });

  it('never replaces a file unasked', async () => {
    const file = join(folder, 'kept.gz');
    await writeFile(file, 'precious');
    await expect(backupToFile(connection, file, { ...about, isForced: false })).rejects.toThrow(
      'is there already',
    );
    expect(await readFile(file, 'utf8')).toBe('precious');
    await backupToFile(connection, file, { ...about, isForced: true });
    expect((await checkBackup(file)).version).toBe('1.2.3');
  });

  it('leaves nothing behind when it fails, and keeps the file that it was to replace', async () => {
    const file = join(folder, 'failed.gz');
    await writeFile(file, 'precious');
    const never = backupToFile(await emptyDatabase(), file, { ...about, isForced: true });
    await expect(never).rejects.toThrow('There is nothing to back up');
    expect(await readFile(file, 'utf8')).toBe('precious');
    expect(await readdir(folder)).not.toContain('failed.gz.partial');
  });

  it('is not stopped by what a killed backup left behind', async () => {
    const file = join(folder, 'again.gz');
    await writeFile(`${file}.partial`, 'half a backup', { mode: 0o666 });
    await backupToFile(connection, file, { ...about, isForced: false });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['a folder that is not there', 'none/backup.gz', 'There is no folder'],
    ['a folder in its place', 'taken', 'is a folder'],
  ])('says so where it finds %s', async (_name, path, sentence) => {
    await mkdir(join(folder, 'taken'), { recursive: true });
    const failed = backupToFile(connection, join(folder, path), { ...about, isForced: true });
    await expect(failed).rejects.toThrow(sentence);
    expect(await readdir(folder)).not.toContain('taken.partial');
  });

  it('ends with the first fault of what it is written to', async () => {
    const full = new Writable({ write: (_chunk, _encoding, done) => done(new Error('no room')) });
    await expect(writeBackup(connection, full, about)).rejects.toThrow('no room');
  });
});

describe('what a backup holds', () => {
  it('is every table of every schema that the migrations make', async () => {
    const schemas = await query<{ name: string }>(
      connection,
      `select distinct n.nspname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'S') and n.nspname !~ '^(pg_|information_schema)' order by 1`,
    );
    expect(schemas.map(({ name }) => name)).toEqual([...SCHEMAS]);

    const file = join(folder, 'tables.gz');
    const { rows } = await backupToFile(connection, file, { ...about, isForced: false });
    const [count] = await query<{ tables: number }>(
      connection,
      `select count(*)::integer as tables from information_schema.tables
       where table_schema in ('bottega', 'bottega_session') and table_type = 'BASE TABLE'`,
    );
    expect(Object.keys(rows)).toHaveLength(count?.tables ?? -1);
    expect(rows['bottega.micromastery']).toBeGreaterThan(0);
  });

  it('is text that can be read without Bottega', async () => {
    const file = join(folder, 'text.gz');
    await backupToFile(connection, file, { ...about, isForced: false });
    const lines = gunzipSync(await readFile(file))
      .toString()
      .split('\n');
    expect(lines[0]).toContain('"bottegaBackup":1');
    expect(lines.filter((line) => line === '\\.')).toHaveLength((await tableNames()).length);
  });

  it('names a table after those it refers to, and refuses a circle', () => {
    const tables = ['attempt', 'practice', 'space'].map((name) => ({ name }));
    const references = [
      { from: 'attempt', to: 'practice' },
      { from: 'practice', to: 'space' },
    ];
    expect(orderByReferences(tables, references).map(({ name }) => name)).toEqual([
      'space',
      'practice',
      'attempt',
    ]);
    expect(() => orderByReferences(tables, [...references, { from: 'space', to: 'attempt' }])).toThrow(
      'circle',
    );
  });

  it('is one moment, while others go on writing', async () => {
    const nadia = await person();
    const ids = await startPractice(nadia);
    await fillUp(nadia, ids);
    const before = await attempts(connection);

    // Takes a little only after each attempt that somebody logs, so that writing goes on all the while.
    const chunks: Buffer[] = [];
    const sink = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        chunks.push(chunk);
        logInNewSession(nadia, ids).then(() => done(), done);
      },
    });
    const { rows } = await writeBackup(connection, sink, about);
    expect(await attempts(connection)).toBe(before + chunks.length);
    const file = join(folder, 'busy.gz');
    await writeFile(file, Buffer.concat(chunks));

    const target = await emptyDatabase();
    // Foreign keys are checked, so that an attempt without its session would be refused here.
    await restoreBackup(target, await checkForRestore(file, places.migrations), 0);
    expect(rows['bottega.attempt']).toBe(before);
    expect(await attempts(target)).toBe(before);
  });
});

async function tableNames(): Promise<string[]> {
  const client = new pg.Client(connection);
  await client.connect();
  const tables = await readTables(client);
  await client.end();
  return tables.map(({ name }) => name);
}

async function attempts(where: ScopedConnection): Promise<number> {
  const [row] = await query<{ count: number }>(
    where,
    'select count(*)::integer as count from bottega.attempt',
  );
  return row?.count ?? 0;
}

type Ids = { readonly practiceId: string; readonly payoffId: string; readonly sessionId: string };

/** More sessions than fit into the buffers between us and the database. */
async function fillUp({ spaceId }: TestPerson, { practiceId }: Ids): Promise<void> {
  await query(
    connection,
    `insert into bottega.practice_session (space_id, id, practice_id, is_floor, started_at)
     select '${spaceId}', gen_random_uuid(), '${practiceId}', false, now() from generate_series(1, 20000)`,
  );
}

async function logInNewSession(nadia: TestPerson, ids: Ids): Promise<void> {
  const sessionId = v7();
  await accepted(nadia.put(`/api/sessions/${sessionId}`, sessionBody(ids.practiceId)));
  await accepted(nadia.put(`/api/attempts/${v7()}`, attemptBody({ ...ids, sessionId })));
}
