import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { newId } from '../src/platform/ids.ts';
import { places } from '../src/platform/places.ts';
import { contentOf, emptyDatabase } from './support/database-content.ts';
import { freshDatabase, type ScopedConnection } from './support/fresh-app.ts';
import { addressOf, runBottega } from './support/run-bottega.ts';
import { speakAsVersion, speakError } from './support/spoken-postgres.ts';

const folder = await mkdtemp(join(tmpdir(), 'bottega-start-'));
const servers: Server[] = [];
afterAll(async () => {
  for (const server of servers) server.close();
  await rm(folder, { recursive: true, force: true });
});

type Environment = Readonly<Record<string, string>>;

/** A start that cannot go on: one sentence, exit code 1, and no data folder made on the way. */
async function refusalOf(env: Environment, root = places.root): Promise<string> {
  const dataFolder = join(folder, 'data');
  const { exitCode, err, out } = await runBottega(['serve', '--no-open', '--no-web'], {
    root,
    env: { BOTTEGA_DATA: dataFolder, PORT: '0', ...env },
  });
  expect(out.toString()).toMatch(/^(Starting Bottega \.\.\.\n)?$/);
  expect(err).toMatch(/^[^\n]+\n$/);
  expect(err).not.toMatch(/^\s+at |Something is wrong inside/m);
  expect(exitCode).toBe(1);
  expect(await readdir(folder)).not.toContain('data');
  return err;
}

async function portOf(onConnection: (socket: Socket) => void): Promise<number> {
  const server = createServer(onConnection);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function run(connection: ScopedConnection, query: string): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  await client.query(query);
  await client.end();
}

describe('a start that cannot go on says why in one sentence', () => {
  it('names a port that is in use, and leaves the database of whoever has it alone', async () => {
    const port = await portOf(() => {});
    const database = await emptyDatabase();
    const sentence = await refusalOf({ PORT: String(port), DATABASE_URL: addressOf(database) });
    expect(sentence).toContain(`Port ${port} is in use`);
    expect(sentence).toMatch(/ choose another: PORT=\d+ npm start$/m);
    expect(await contentOf(database)).toEqual({});
  });

  it.each([
    ['abc', 'PORT is "abc", which cannot be used: it must be a whole number from 0 to 65535'],
    ['70000', 'PORT is "70000"'],
    ['80.5', 'PORT is "80.5"'],
  ])('names a port that is none: %s', async (port, sentence) => {
    expect(await refusalOf({ PORT: port })).toContain(sentence);
  });

  it('names a host that is no address of this machine', async () => {
    expect(await refusalOf({ HOST: '192.0.2.1' })).toContain(
      'HOST is 192.0.2.1, which is no address of this machine',
    );
  });

  it.each([
    ['a file', async () => fileIn('a-file')],
    ['below a file', async () => join(await fileIn('another-file'), 'data')],
    // Not even root makes a folder there.
    ['where nobody may write', async () => '/proc/bottega'],
  ])('names a data folder that is %s', async (_name, makePath) => {
    const path = await makePath();
    expect(await refusalOf({ BOTTEGA_DATA: path })).toContain(`Bottega cannot write to ${path}`);
  });

  it('names the migration that a newer version has applied, and changes nothing', async () => {
    const database = await freshDatabase();
    await run(database, `insert into bottega.migration values ('9999_later', '2100-01-01T00:00:00.000Z')`);
    const before = await contentOf(database);
    const sentence = await refusalOf({ DATABASE_URL: addressOf(database) });
    expect(sentence).toContain('This database was made by a newer Bottega (it has 9999_later).');
    expect(await contentOf(database)).toEqual(before);
  });

  it('names a migration that fails, and takes back those before it', async () => {
    const root = await copyOfBottega();
    await writeFile(join(root, 'migrations', '9000_broken.sql'), 'create table half (id int); selekt 1;');
    const database = await emptyDatabase();
    const sentence = await refusalOf({ DATABASE_URL: addressOf(database) }, root);
    expect(sentence).toMatch(
      /Migration 9000_broken failed \(syntax error at or near "selekt"\)\. Nothing was changed\./,
    );
    expect(await contentOf(database)).toEqual({});
  });
});

describe('a DATABASE_URL that cannot be used', () => {
  const refused = async (url: string) => refusalOf({ DATABASE_URL: url });

  it('may be no address of a PostgreSQL at all, and its password is never shown', async () => {
    const sentence = await refused('mysql://me:secret@localhost/bottega');
    expect(sentence).toContain('DATABASE_URL cannot be used: it must begin with postgres://');
    expect(await refused('postgres://me:secret@[bad/')).toContain('DATABASE_URL cannot be used');
    expect(sentence).not.toContain('secret');
  });

  it.each([
    ['nobody listens there', async () => 1, 'ECONNREFUSED'],
    [
      'somebody else listens there',
      async () => portOf((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
      'cannot be used (',
    ],
    ['it breaks off', async () => portOf((socket) => socket.destroy()), 'cannot be used ('],
    ['it never answers', async () => portOf(() => {}), 'timeout'],
    [
      'the password is wrong',
      async () => portOf(speakError('28P01', 'password authentication failed for user "me"')),
      'password authentication failed for user "me"',
    ],
  ])('because %s', async (_name, findPort, reason) => {
    const sentence = await refused(`postgres://me:secret@127.0.0.1:${await findPort()}/bottega`);
    expect(sentence).toContain('The PostgreSQL of DATABASE_URL cannot be used (');
    expect(sentence).toContain(reason);
    expect(sentence).not.toContain('secret');
  });

  it.each(['9.6.24', '14.19 (Debian 14.19-1)'])('because it is PostgreSQL %s', async (version) => {
    const port = await portOf(speakAsVersion(version));
    const sentence = await refused(`postgres://me:secret@127.0.0.1:${port}/bottega`);
    expect(sentence).toContain(
      `is version ${version}, and Bottega needs 15 or later. Nothing was changed: upgrade it`,
    );
  });

  it('because it has no such database', async () => {
    expect(await refused(addressOf({ database: 'nobody_made_this' }))).toContain(
      '"nobody_made_this" does not exist',
    );
  });
});

describe('a database that cannot be used safely', () => {
  it('may take no writes, and a backup of it is made all the same', async () => {
    const database = await freshDatabase();
    await run(database, `alter database ${database.database} set default_transaction_read_only = on`);
    const env = { DATABASE_URL: addressOf(database) };
    expect(await refusalOf(env)).toContain('This database takes no writes: it is a standby, or default_');
    const backup = join(folder, 'standby.gz');
    expect(await runBottega(['backup', backup], { env })).toMatchObject({ exitCode: 0 });
    expect((await stat(backup)).mode & 0o777).toBe(0o600);
  });

  it('may hold people’s rows apart no longer', async () => {
    const database = await freshDatabase();
    await run(database, 'alter table bottega.remark disable row level security');
    expect(await refusalOf({ DATABASE_URL: addressOf(database) })).toContain(
      'does not hold for the connections of this database (remark). Nothing was changed.',
    );
  });

  it('may not let its user be the one who asks', async () => {
    const database = await freshDatabase();
    const user = await newRole(database, '');
    await run(
      database,
      `grant usage on schema bottega to ${user}; grant select on bottega.migration to ${user}`,
    );
    expect(await refusalOf({ DATABASE_URL: addressAs(database, user) })).toContain(
      'may not act as bottega_app. Have an administrator run: GRANT bottega_app TO <that user>; and start again.',
    );
  });

  it.each([
    [
      'nothing at all',
      '',
      /^The database user may not set Bottega up .* CREATEROLE; GRANT CREATE ON DATABASE/,
    ],
    [
      'making roles, where another one made ours',
      'in role bottega_app',
      /role "bottega_app"\)\. Have an administrator run: GRANT bottega_app TO <that user> WITH ADMIN OPTION;/,
    ],
  ])('may allow its user %s', async (_name, rights, sentence) => {
    const database = await emptyDatabase();
    const user = await newRole(database, rights);
    if (rights !== '') await run(database, `grant create on database ${database.database} to ${user}`);
    expect(await refusalOf({ DATABASE_URL: addressAs(database, user) })).toMatch(sentence);
    expect(await contentOf(database)).toEqual({});
  });
});

describe('a start that fails at its very end', () => {
  it('ends, and does not stay behind with the port', async () => {
    const dataFolder = join(folder, 'end');
    await mkdir(join(dataFolder, 'server.json'), { recursive: true });
    const database = await freshDatabase();
    const { exitCode, err } = await runBottega(['serve', '--no-open', '--no-web'], {
      env: { BOTTEGA_DATA: dataFolder, PORT: '0', DATABASE_URL: addressOf(database) },
    });
    expect(err).toContain('server.json');
    expect(exitCode).toBe(1);
  });
});

/** It stays until the server of this run is thrown away. */
async function newRole(database: ScopedConnection, rights: string): Promise<string> {
  const name = `tried_${newId().replaceAll('-', '')}`;
  await run(database, `create role ${name} login ${rights}`);
  return name;
}

const addressAs = (database: ScopedConnection, user: string) =>
  addressOf(database).replace(/\/\/[^@]*@/, `//${user}@`);

async function fileIn(name: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, 'a file');
  return path;
}

/** Bottega's own files in another place, where one of them can be spoilt. */
async function copyOfBottega(): Promise<string> {
  const root = join(folder, 'copy');
  for (const name of ['package.json', 'src', 'migrations', 'library']) {
    await cp(join(places.root, name), join(root, name), { recursive: true });
  }
  await symlink(join(places.root, 'node_modules'), join(root, 'node_modules'));
  return root;
}

describe('npm start', () => {
  it('ends with the signal that ends npm, as a service manager sends it, and leaves nothing behind', async () => {
    const child = spawn('npm', ['start', '--', '--no-open', '--no-web'], {
      cwd: places.root,
      env: {
        PATH: process.env.PATH,
        BOTTEGA_DATA: join(folder, 'of-npm'),
        PORT: '0',
        DATABASE_URL: addressOf(await emptyDatabase()),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const address = await new Promise<string>((resolve) => {
      let said = '';
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        const found = /ready at (http:\/\/\S+)/.exec(said)?.[1];
        if (found !== undefined) resolve(found);
      });
    });
    const health = new URL('/health', address);
    expect((await fetch(health)).ok).toBe(true);
    // The pipe closes when the last process that holds it has ended: npm, a shell, and the server.
    const closed = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGTERM');
    await closed;
    await expect(fetch(health)).rejects.toThrow('fetch failed');
  }, 30_000);
});
