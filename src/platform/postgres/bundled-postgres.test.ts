import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BundledPostgres, openBundledPostgres } from './bundled-postgres.ts';
import { readServerLock } from './lock-file.ts';
import { asAccount } from './run-program.ts';
import { serverUser } from './server-user.ts';
import { ownUid, prepareSocketFolder, socketFolderOf, socketPath } from './socket-folder.ts';
import { stopServer } from './stop-server.ts';

/** A finished cluster, stopped between tests: most tests are not about making one. */
let sharedFolder: string;
let dataFolder: string;
let cluster: string;
let opened: BundledPostgres[];
let children: ChildProcess[];

async function newDataFolder(): Promise<string> {
  const root = await mkdtemp('/tmp/bottega-test-');
  await chmod(root, 0o755);
  return join(await realpath(root), 'data');
}

function workIn(folder: string): void {
  dataFolder = folder;
  cluster = join(folder, 'cluster-18');
}

async function removeDataFolder(): Promise<void> {
  await rm(socketFolderOf(dataFolder), { recursive: true, force: true });
  await rm(dirname(dataFolder), { recursive: true, force: true });
}

beforeAll(async () => {
  sharedFolder = await newDataFolder();
});

beforeEach(() => {
  workIn(sharedFolder);
  opened = [];
  children = [];
});

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  for (const server of opened) await server.close();
  const lock = await readServerLock(cluster);
  if (lock !== null) await stopServer(lock.pid, cluster, (await serverUser(cluster))?.uid ?? ownUid());
  if (dataFolder !== sharedFolder) await removeDataFolder();
});

afterAll(async () => {
  workIn(sharedFolder);
  await removeDataFolder();
});

async function open(folder = dataFolder, say: (line: string) => void = () => {}): Promise<BundledPostgres> {
  const server = await openBundledPostgres({ dataFolder: folder, say });
  opened.push(server);
  return server;
}

/** Another process that opens the data folder, says "open", and closes when told to. */
class OtherProcess {
  readonly child: ChildProcess;
  readonly #lines: AsyncIterator<string>;

  constructor() {
    const program = `
      import { openBundledPostgres } from ${JSON.stringify(join(import.meta.dirname, 'bundled-postgres.ts'))};
      const server = await openBundledPostgres({ dataFolder: ${JSON.stringify(dataFolder)}, say: () => undefined });
      console.log('open');
      process.stdin.once('data', async () => { await server.close(); console.log('closed'); process.exit(); });
    `;
    this.child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    children.push(this.child);
    if (this.child.stdout === null) throw new Error('its output is a pipe');
    this.#lines = createInterface(this.child.stdout)[Symbol.asyncIterator]();
  }

  async says(): Promise<string> {
    const line = await this.#lines.next();
    return line.done === true ? 'nothing' : line.value;
  }

  async close(): Promise<string> {
    this.child.stdin?.write('close\n');
    return this.says();
  }

  async killHard(): Promise<void> {
    this.child.kill('SIGKILL');
    await once(this.child, 'exit');
  }
}

async function query(server: BundledPostgres, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(server.connection);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function serverPid(): Promise<number | null> {
  return (await readServerLock(cluster))?.pid ?? null;
}

async function requirePid(): Promise<number> {
  const pid = await serverPid();
  if (pid === null) throw new Error('no server runs');
  return pid;
}

/** Looks again and again for as long as the test may take. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise(setImmediate);
}

describe('a first start', () => {
  beforeEach(async () => workIn(await newDataFolder()));

  it('makes a safe, private database that keeps what was written', async () => {
    const server = await open();
    const setting = (name: string) => `current_setting('${name}') as ${name}`;
    const names = ['server_encoding', 'data_checksums', 'fsync', 'synchronous_commit', 'listen_addresses'];
    expect(await query(server, `select ${names.map(setting).join(', ')}`)).toEqual([
      {
        server_encoding: 'UTF8',
        data_checksums: 'on',
        fsync: 'on',
        synchronous_commit: 'on',
        listen_addresses: '',
      },
    ]);
    // The built-in C.UTF-8 knows letters beyond ASCII and sorts by code point.
    expect(await query(server, `select upper('ärger') as word, 'Z' < 'a' as sorted`)).toEqual([
      { word: 'ÄRGER', sorted: true },
    ]);
    await query(server, 'create table kept as select 42 as answer');
    await server.close();
    expect(await serverPid()).toBeNull();
    expect(await query(await open(), 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('says that it makes the database, once in its life', async () => {
    const said: string[] = [];
    await (await open(dataFolder, (line) => said.push(line))).close();
    expect(said).toEqual(['Making the database (first start only) ...']);
    await (await open(dataFolder, (line) => said.push(line))).close();
    expect(said).toHaveLength(1);
  });

  it('is one start when two processes begin at once', async () => {
    const both = [new OtherProcess(), new OtherProcess()];
    expect(await Promise.all(both.map((other) => other.says()))).toEqual(['open', 'open']);
    const clusters = (await readdir(dataFolder)).filter((name) => name.startsWith('cluster'));
    expect(clusters).toEqual(['cluster-18']);
    const pid = await requirePid();
    await open();
    expect(await serverPid()).toBe(pid);
  });

  it('begins anew when the one before was killed half-way', async () => {
    const other = new OtherProcess();
    const isMaking = async () =>
      (await readdir(dataFolder).catch(() => [])).some((name) => /^cluster.*making/.test(name));
    await until(isMaking);
    await other.killHard();
    expect(await readdir(dataFolder)).not.toContain('cluster-18');
    expect(await query(await open(), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('manages a data folder whose path is longer than a socket may have', async () => {
    const server = await open(join(dataFolder, 'long/'.repeat(40)));
    const { host, port } = server.connection;
    expect(Buffer.byteLength(socketPath(host, port))).toBeLessThanOrEqual(103);
    await server.close();
    await expect(stat(host)).rejects.toThrow('ENOENT');
  });
});

describe('who uses the server', () => {
  it('a start after a hard kill adopts the server that lives on', async () => {
    const other = new OtherProcess();
    await other.says();
    const pid = await requirePid();
    await other.killHard();
    const server = await open();
    expect(await serverPid()).toBe(pid);
    // The killed one is no longer counted, and so we are the last.
    await server.close();
    expect(await serverPid()).toBeNull();
  });

  it('the first to leave leaves it running, the last stops it', async () => {
    const server = await open();
    const pid = await requirePid();
    const other = new OtherProcess();
    expect(await other.says()).toBe('open');
    expect(await other.close()).toBe('closed');
    expect(await serverPid()).toBe(pid);
    expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.close();
    await server.close();
    expect(await serverPid()).toBeNull();
    await expect(server.ensureRunning()).rejects.toMatchObject({ code: 'closed' });
  });

  it('two that leave at the same moment leave nothing behind', async () => {
    const both = [await open(), await open()];
    const isThere = async () => (await stat(socketFolderOf(dataFolder)).catch(() => null)) !== null;
    expect(await isThere()).toBe(true);
    await Promise.all(both.map((server) => server.close()));
    expect(await serverPid()).toBeNull();
    expect(await isThere()).toBe(false);
  });

  it('one that comes while the last leaves gets a running server', async () => {
    const first = await open();
    const [, second] = await Promise.all([first.close(), open()]);
    expect(await query(second, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('many that come and go at once', () => {
  it('each get a running server, and the last of all leaves none', async () => {
    const comeAndGo = async (): Promise<void> => {
      for (let round = 0; round < 8; round += 1) {
        const server = await openBundledPostgres({ dataFolder, say: () => undefined });
        await server.close();
      }
    };
    await Promise.all(Array.from({ length: 5 }, comeAndGo));
    expect(await serverPid()).toBeNull();
  });
});

describe('a server that was lost', () => {
  it('is started again after a hard kill, once for all who ask, with what was committed', async () => {
    const server = await open();
    await query(server, 'drop table if exists kept; create table kept as select 42 as answer');
    const pid = await requirePid();
    process.kill(pid, 'SIGKILL');
    await Promise.all([server.ensureRunning(), server.ensureRunning()]);
    expect(await query(server, 'select answer from kept')).toEqual([{ answer: 42 }]);
    const restarted = await requirePid();
    expect(restarted).not.toBe(pid);
    await server.ensureRunning();
    expect(await serverPid()).toBe(restarted);
    await server.close();
    expect(await serverPid()).toBeNull();
  });

  it('counts us again when somebody else brought it back', async () => {
    const server = await open();
    process.kill(await requirePid(), 'SIGKILL');
    const other = await open();
    await server.ensureRunning();
    await other.close();
    expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('waits for the busy child of a killed server to end', async () => {
    const server = await open();
    // One that waits would notice the end of its server at once; one that computes does not.
    const compute = `do $$ declare until timestamptz := clock_timestamp() + interval '0.7 seconds';
      begin while clock_timestamp() < until loop null; end loop; end $$`;
    const busy = query(server, compute).catch(() => 'broken off');
    await until(async () => {
      const rows = await query(
        server,
        `select 1 from pg_stat_activity where state = 'active' and query like 'do %'`,
      );
      return rows.length > 0;
    });
    process.kill(await requirePid(), 'SIGKILL');
    await server.ensureRunning();
    expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }]);
    await busy;
  });

  it('comes back when somebody removed its socket', async () => {
    const server = await open();
    const pid = await requirePid();
    await rm(server.connection.host, { recursive: true });
    await server.ensureRunning();
    expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(await serverPid()).not.toBe(pid);
  });

  it('is started though its number went to another program, which is left alone', async () => {
    await (await open()).close();
    const stranger = spawn(process.execPath, ['--eval', 'process.stdin.resume()'], {
      ...asAccount(await serverUser(cluster)),
      cwd: '/',
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    children.push(stranger);
    await once(stranger, 'spawn');
    const socketFolder = socketFolderOf(dataFolder);
    const lock = `${stranger.pid}\n${cluster}\n1\n5432\n${socketFolder}\n\n0 0\nready\n`;
    await writeFile(join(cluster, 'postmaster.pid'), lock);
    await prepareSocketFolder(socketFolder, await serverUser(cluster));
    await writeFile(`${socketPath(socketFolder, 5432)}.lock`, lock);
    const server = await open();
    expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(await serverPid()).not.toBe(stranger.pid);
    await server.close();
    expect(stranger.exitCode).toBeNull();
    expect(stranger.signalCode).toBeNull();
  });
});

describe('a refusal', () => {
  beforeEach(async () => workIn(await newDataFolder()));

  it('meets a socket folder that somebody else could listen in', async () => {
    await mkdir(socketFolderOf(dataFolder));
    await chmod(socketFolderOf(dataFolder), 0o777);
    await expect(open()).rejects.toMatchObject({ code: 'unsafe-socket-folder' });
  });

  it('meets data of another version, and makes nothing beside them', async () => {
    await mkdir(join(dataFolder, 'cluster-17'), { recursive: true });
    await expect(open()).rejects.toMatchObject({ code: 'other-major' });
    await mkdir(join(dataFolder, 'cluster-19'));
    await expect(open()).rejects.toMatchObject({ code: 'newer-cluster' });
    expect(await readdir(dataFolder)).not.toContain('cluster-18');
  });

  it('says why the server did not start, in the server’s own words', async () => {
    await (await open()).close();
    await writeFile(join(cluster, 'postgresql.auto.conf'), "max_connections = 'many'\n");
    await expect(open()).rejects.toMatchObject({
      code: 'did-not-start',
      message: expect.stringMatching(/invalid value for parameter "max_connections"/),
    });
  });
});
