import { createHash } from 'node:crypto';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { contentOf, emptyDatabase } from '../../../tests/support/database-content.ts';
import { fillServer } from '../../../tests/support/fill-server.ts';
import { freshApp, freshDatabase, type ScopedConnection } from '../../../tests/support/fresh-app.ts';
import type { Connection } from '../database.ts';
import { openStore } from '../database.ts';
import { migrate } from '../migrate.ts';
import { localPerson } from '../people/store.ts';
import { places } from '../places.ts';
import { socketPath } from '../postgres/socket-folder.ts';
import { backupToFile } from './backup.ts';
import { checkBackup } from './read-backup.ts';
import { checkForRestore, restoreBackup, UnknownEnd } from './restore.ts';

const folder = await mkdtemp(join(tmpdir(), 'bottega-restore-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const FIRST_RELEASE = join(places.root, 'tests', 'fixtures', 'backup-0.1.0.gz');
const TAKEN_AT = new Date('2026-03-02T10:00:00Z');

async function takeBackup(connection: Connection, name: string): Promise<string> {
  const file = join(folder, name);
  await backupToFile(connection, file, { version: '1.2.3', takenAt: TAKEN_AT, isForced: false });
  return file;
}

async function restore(
  connection: Connection,
  file: string,
  migrationsFolder = places.migrations,
): Promise<void> {
  await restoreBackup(connection, await checkForRestore(file, migrationsFolder), 0);
}

/** As this version would have it with one more migration. */
async function laterMigrations(): Promise<string> {
  const later = await mkdtemp(join(folder, 'migrations-'));
  for (const name of ['0001_spaces.sql', '0002_practice.sql']) {
    await copyFile(join(places.migrations, name), join(later, name));
  }
  await writeFile(
    join(later, '0003_later.sql'),
    `create table later (
       space_id uuid not null references space (id), id bigint generated always as identity,
       twice bigint generated always as (id * 2) stored, primary key (space_id, id));
     insert into later (space_id) values (house_space()), (house_space()), (house_space());
     alter table need add column later_id bigint`,
  );
  return later;
}

async function run(connection: Connection, query: string): Promise<pg.QueryResult> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return await client.query(query);
  } finally {
    await client.end();
  }
}

describe('a restored server', () => {
  it('has every row of the one that was backed up, and goes on from there', async () => {
    const { person, connection, store } = await freshApp({ library: true });
    await localPerson(store);
    await fillServer(await person('Nadia'));
    await fillServer(await person('Sven'));
    const file = await takeBackup(connection, 'whole.gz');

    const target = await emptyDatabase();
    await restore(target, file);
    expect(await contentOf(target)).toEqual(await contentOf(connection));
    expect(await migrate(target, places.migrations)).toEqual([]);
  });

  it('may have been started before, when nobody did anything there yet', async () => {
    const target = await freshDatabase();
    const store = openStore(target);
    await localPerson(store);
    await store.close();
    await restore(target, FIRST_RELEASE);
    expect((await contentOf(target))['bottega_session.local_person']).toMatch(/^1 /);
  });

  it('comes to this version from a backup of the first release', async () => {
    const target = await emptyDatabase();
    await restore(target, FIRST_RELEASE);
    const content = await contentOf(target);
    const { rows } = await checkBackup(FIRST_RELEASE);
    // Later migrations add to the first and the last of these.
    for (const [table, count] of Object.entries(rows)) {
      if (table !== 'bottega.migration') expect(content[table], table).toMatch(new RegExp(`^${count} `));
    }
    const { rows: attempts } = await run(target, 'select sum(value) as sum from bottega.attempt');
    expect(attempts[0]?.sum).toBe(6 * (0 + 3 + 9 + 12 + 15 + 18));
  });

  it('is brought to a later version, whose new tables are filled by its migrations', async () => {
    const later = await laterMigrations();
    const target = await emptyDatabase();
    await restore(target, FIRST_RELEASE, later);
    const { rows } = await run(target, 'select twice::integer from bottega.later order by id');
    expect(rows).toEqual([{ twice: 2 }, { twice: 4 }, { twice: 6 }]);
  });

  it('counts its identities on from where they were, and computes what PostgreSQL computes', async () => {
    const later = await laterMigrations();
    const source = await emptyDatabase();
    await migrate(source, later);
    await run(source, 'insert into bottega.later (space_id) values (bottega.house_space())');
    await run(source, 'delete from bottega.later');
    const file = await takeBackup(source, 'later.gz');
    const target = await emptyDatabase();
    await restore(target, file, later);
    const { rows } = await run(
      target,
      'insert into bottega.later (space_id) values (bottega.house_space()) returning id::integer, twice::integer',
    );
    expect(rows).toEqual([{ id: 5, twice: 10 }]);
  });
});

describe('what restore refuses, with nothing changed', () => {
  it('a server where somebody keeps anything', async () => {
    const { person, connection, store } = await freshApp({ library: true });
    await fillServer(await person());
    await store.close();
    const before = await contentOf(connection);
    await expect(restore(connection, FIRST_RELEASE)).rejects.toThrow(
      /is not empty \(bottega\.space.*bottega\.attempt/,
    );
    expect(await contentOf(connection)).toEqual(before);
  });

  it('a server that another Bottega uses', async () => {
    const { connection, store } = await freshApp();
    await localPerson(store);
    await expect(restore(connection, FIRST_RELEASE)).rejects.toThrow(
      'Another Bottega is using this database.',
    );
    await store.close();
    await restore(connection, FIRST_RELEASE);
  });

  it('but not one that is only just leaving', async () => {
    const connection = await emptyDatabase();
    const leaving = new pg.Client({ ...connection, application_name: 'bottega' });
    await leaving.connect();
    const watching = new pg.Client(connection);
    await watching.connect();
    const restored = restore(connection, FIRST_RELEASE);
    for (let isCounted = false; !isCounted; ) {
      const { rows } = await watching.query(
        `select from pg_stat_activity where application_name = 'bottega-restore'
           and query ~ 'as others' and state = 'idle in transaction'`,
      );
      isCounted = rows.length > 0;
    }
    await leaving.end();
    await restored;
    await watching.end();
  });

  it('a backup of a newer version', async () => {
    const later = await laterMigrations();
    const source = await emptyDatabase();
    await migrate(source, later);
    const file = await takeBackup(source, 'newer.gz');
    await expect(checkForRestore(file, places.migrations)).rejects.toThrow(
      'made by a newer Bottega (1.2.3; it has 0003_later)',
    );
  });

  it.each([
    ['a file that is not there', async () => join(folder, 'none.gz'), 'There is no file'],
    ['a folder', async () => folder, 'is a folder'],
    ['no gzip', async () => fileOf(Buffer.from('hello')), 'is not a backup of Bottega'],
    ['somebody else’s gzip', async () => fileOf(gzipSync('hello\n')), 'is not a backup of Bottega'],
    [
      'an endless line',
      async () => fileOf(gzipSync(Buffer.alloc(5_000_000, 65))),
      'is not a backup of Bottega',
    ],
    [
      'a later form',
      async () => fileOf(gzipSync('{"bottegaBackup":3}\n')),
      'in a form this one does not know',
    ],
    ['an empty file', async () => fileOf(Buffer.alloc(0)), 'is damaged: its end is missing'],
    [
      'no trailer',
      async () => altered((text) => text.replace(/\n[^\n]+\n$/, '\n')),
      'is damaged: its end is missing',
    ],
    [
      'more after its end',
      async () => altered((text) => `${text}x\n`),
      'is damaged: something follows its end',
    ],
    [
      'a row less',
      async () => altered((text) => text.replace(/\n[^\n]+\n\\\./, '\n\\.')),
      'checksum does not match',
    ],
    [
      'a row less, and its sum made anew',
      async () => resigned((text) => text.replace(/\n[^\n]+\n\\\./, '\n\\.')),
      'rows are missing',
    ],
  ])('%s', async (_name, makeFile, sentence) => {
    await expect(checkBackup(await makeFile())).rejects.toThrow(sentence);
  });

  it('a backup cut off anywhere, and one with any bit flipped', async () => {
    const whole = await readFile(FIRST_RELEASE);
    const { sha256 } = await checkBackup(FIRST_RELEASE);
    const isRefusedOrEqual = async (bytes: Buffer) =>
      checkBackup(await fileOf(bytes)).then((summary) => summary.sha256 === sha256, isOneSentence);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), async (length) =>
        isRefusedOrEqual(whole.subarray(0, length)),
      ),
      { numRuns: 60 },
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (at, bit) => {
        const flipped = Buffer.from(whole);
        flipped.writeUInt8(whole.readUInt8(at) ^ (1 << bit), at);
        return isRefusedOrEqual(flipped);
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    [
      'a row that breaks a foreign key',
      (text: string) => withoutRows(text, 'bottega.practice_session'),
      /violates foreign key/,
    ],
    [
      'a value of another type',
      (text: string) => text.replace(/^([^\n]*\n[^\n]*\n)[^\t]+/, '$1nonsense'),
      /invalid input syntax/,
    ],
    [
      'a table that this version has not',
      (text: string) => text.replaceAll('bottega.need_match', 'bottega.pg_class'),
      /there is no table bottega\.pg_class/,
    ],
    [
      'a version that a terminal would carry out',
      (text: string) => text.replace(/"version":"[^"]*"/, '"version":"\\u001b[2J9.9"'),
      /damaged: a line is not as Bottega writes it/,
    ],
    [
      'other columns',
      (text: string) => text.replace('"sequence"', '"series"'),
      /bottega\.attempt has other columns/,
    ],
    [
      'a table too few',
      (text: string) => withoutTable(text, 'bottega.retraction'),
      /nothing for bottega\.retraction/,
    ],
  ])('%s', async (_name, change, sentence) => {
    const target = await freshDatabase();
    const before = await contentOf(target);
    await expect(restore(target, await resigned(change))).rejects.toThrow(sentence);
    expect(await contentOf(target)).toEqual(before);
  });
});

describe('a connection that is lost', () => {
  /** Between us and PostgreSQL: lets everything through up to a statement, and then breaks both lines. */
  async function breakingAt(target: ScopedConnection, statement: string, isPassedOn: boolean) {
    const place = inject('server');
    const server = createServer((near) => {
      const far = connect(socketPath(place.host, place.port));
      const end = () => {
        near.destroy();
        far.destroy();
      };
      near.on('error', end).on('close', end);
      far.on('error', end).on('close', end);
      let isBroken = false;
      near.on('data', (bytes) => {
        isBroken ||= bytes.includes(`${statement}\0`);
        if (!isBroken || isPassedOn) far.write(bytes);
        if (isBroken && !isPassedOn) end();
      });
      far.on('data', (bytes) => (isBroken ? end() : near.write(bytes)));
    });
    onTestFinished(() => void server.close());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const bound = server.address();
    return {
      user: place.user,
      database: target.database,
      host: '127.0.0.1',
      port: typeof bound === 'object' ? (bound?.port ?? 0) : 0,
    };
  }
  const isThere = async (target: ScopedConnection) =>
    (await run(target, `select to_regclass('bottega.attempt') is not null as there`)).rows[0]?.there;

  it.each([
    ['before it is carried out', false],
    ['before it is answered', true],
  ])('while the restore is committed, %s, is not told as if nothing was changed', async (_, isPassedOn) => {
    const target = await emptyDatabase();
    const failed = restore(await breakingAt(target, 'commit', isPassedOn), FIRST_RELEASE);
    await expect(failed).rejects.toThrow(
      /lost at the very end .* all of the backup or nothing of it\. Restore it/,
    );
    await expect(failed).rejects.toBeInstanceOf(UnknownEnd);
    // PostgreSQL notices a moment later that nobody is there any more.
    const others = `select from pg_stat_activity
      where datname = current_database() and application_name = 'bottega-restore'`;
    await expect.poll(async () => (await run(target, others)).rowCount).toBe(0);
    expect(await isThere(target)).toBe(isPassedOn);
    // What it says to do, and what it says of that.
    const again = restore(target, FIRST_RELEASE);
    await (isPassedOn ? expect(again).rejects.toThrow('is not empty') : again);
  });

  it('before that, leaves everything as it was', async () => {
    const target = await emptyDatabase();
    const failed = restore(await breakingAt(target, 'set constraints all immediate', true), FIRST_RELEASE);
    await expect(failed).rejects.toThrow(/could not be loaded: .*Nothing was changed/);
    expect(await isThere(target)).toBe(false);
  });

  it('after that, is no fault of the restore', async () => {
    const target = await emptyDatabase();
    await restore(await breakingAt(target, 'analyze', false), FIRST_RELEASE);
    expect(await isThere(target)).toBe(true);
  });
});

let files = 0;
async function fileOf(bytes: Buffer): Promise<string> {
  files += 1;
  const file = join(folder, `made-${files}.gz`);
  await writeFile(file, bytes);
  return file;
}

async function altered(change: (text: string) => string): Promise<string> {
  const text = gunzipSync(await readFile(FIRST_RELEASE)).toString();
  const after = change(text);
  expect(after).not.toBe(text);
  return fileOf(gzipSync(after));
}

/** With a checksum that holds, as somebody who means it would make. */
function resigned(change: (text: string) => string): Promise<string> {
  return altered((text) => {
    const lines = change(text).split('\n');
    const content = `${lines.slice(0, -2).join('\n')}\n`;
    const trailer = JSON.parse(lines.at(-2) ?? '');
    trailer.sha256 = createHash('sha256').update(content).digest('hex');
    return `${content}${JSON.stringify(trailer)}\n`;
  });
}

function withoutRows(text: string, table: string): string {
  return recount(text.replace(sectionOf(table), '$1$3'), table, 0);
}

function withoutTable(text: string, table: string): string {
  return recount(text.replace(sectionOf(table), ''), table, undefined);
}

function sectionOf(table: string): RegExp {
  return new RegExp(`(\\{"table":"${table}"[^\\n]*\\n)([^]*?\\n)(\\\\\\.\\n)`);
}

function recount(text: string, table: string, rows: number | undefined): string {
  const lines = text.split('\n');
  const trailer = JSON.parse(lines.at(-2) ?? '');
  trailer.rows[table] = rows;
  return [...lines.slice(0, -2), JSON.stringify(trailer), ''].join('\n');
}

function isOneSentence(error: unknown): boolean {
  return error instanceof Error && error.constructor.name === 'CommandFault' && !error.message.includes('\n');
}
