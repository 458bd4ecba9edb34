import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve as listen } from '@hono/node-server';
import pg from 'pg';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { contentOf, emptyDatabase } from '../../../tests/support/database-content.ts';
import { freshApp, freshDatabase, type ScopedConnection } from '../../../tests/support/fresh-app.ts';
import { addressOf, runBottega } from '../../../tests/support/run-bottega.ts';
import { readConfig } from '../config.ts';
import { places } from '../places.ts';
import { writeServerNote } from '../serving/server-note.ts';
import { answerChallenge, newSecret } from '../serving/server-proof.ts';
import { judgeSpace } from './doctor/examine-data-folder.ts';
import { examineNode, OLDEST_NODE } from './doctor/examine-installation.ts';
import { examinePort } from './doctor/examine-port.ts';
import { judgeMigrations, judgeVersion } from './doctor/examine-tables.ts';
import type { Finding } from './doctor/finding.ts';
import { examine, isWell } from './doctor.ts';

const folder = await mkdtemp(join(tmpdir(), 'bottega-doctor-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

async function findings(env: Record<string, string>): Promise<ReadonlyMap<string, Finding>> {
  const found = await examine(readConfig({ BOTTEGA_DATA: folder, PORT: '0', ...env }), '1.2.3');
  return new Map(found.map((finding) => [finding.topic, finding]));
}

const lookAt = (database: ScopedConnection) => findings({ DATABASE_URL: addressOf(database) });

async function run(connection: ScopedConnection, statement: string): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function listening(answer: string): Promise<number> {
  const server = createServer((_request, response) => response.end(answer));
  afterAll(() => server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return portOf(server);
}

/** Shows that it is the server of the data folder, as ours do, and says its version. */
async function proving(dataFolder: string, secret: string, version: string) {
  const server = listen({
    fetch: (request) => answerChallenge(request, secret) ?? Response.json({ status: 'ok', version }),
    port: 0,
  });
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const port = portOf(server);
  const address = `http://127.0.0.1:${port}`;
  // Not our own number, which no other server can have.
  await writeServerNote(dataFolder, { address, pid: process.ppid, secret });
  return { port, address };
}

function portOf(server: Pick<Server, 'address'>): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe('the doctor on a server that is well', () => {
  it('finds nothing wrong, and changes nothing', async () => {
    const { connection } = await freshApp({ library: true });
    const before = await contentOf(connection);
    const found = await lookAt(connection);
    expect(isWell([...found.values()])).toBe(true);
    const topics = [
      'node',
      'files',
      'screens',
      'data',
      'room',
      'database',
      'postgres',
      'extensions',
      'tables',
    ];
    expect([...found.keys()]).toEqual([...topics, 'role', 'security', 'library', 'recordings', 'port']);
    for (const topic of ['database', 'postgres', 'extensions', 'tables', 'role', 'security', 'library']) {
      expect(found.get(topic)?.state, topic).toBe('ok');
    }
    expect(await contentOf(connection)).toEqual(before);
  });

  it('starts no database, and makes no data folder', async () => {
    const data = join(folder, 'not-there');
    const found = await findings({ BOTTEGA_DATA: data });
    expect(found.get('data')).toMatchObject({ state: 'note', says: `${data} is made at the first start.` });
    expect(found.get('database')).toMatchObject({
      state: 'note',
      says: expect.stringContaining('made at the first start'),
    });
    await expect(mkdir(data)).resolves.toBeUndefined();
  });

  it('only notes an empty database, and one that is behind', async () => {
    const found = await lookAt(await emptyDatabase());
    expect(found.get('tables')).toMatchObject({ state: 'note' });
    expect(judgeMigrations(['1', '2', '3'], ['1'])).toMatchObject({
      state: 'note',
      says: '2 migrations behind; the next start of Bottega applies them.',
    });
  });

  it('names where the server of this data folder answers, when it is not the port at hand', async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'bottega-doctor-'));
    onTestFinished(() => rm(dataFolder, { recursive: true }));
    const examined = async () =>
      (await examinePort({ ...readConfig({ BOTTEGA_DATA: dataFolder }), port: 0 }, '1.2.3')).says;
    expect(await examined()).toContain('Bottega is not running there');
    const secret = newSecret();
    const { address } = await proving(dataFolder, secret, '1.2.3');
    expect(await examined()).toContain(`answers at ${address}`);
  });

  it('does not take a stranger at the address of a server that was killed for it', async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'bottega-doctor-'));
    onTestFinished(() => rm(dataFolder, { recursive: true }));
    const address = `http://127.0.0.1:${await listening('{"status":"ok","version":"1.2.3"}')}`;
    await writeServerNote(dataFolder, { address, pid: process.ppid, secret: newSecret() });
    const { says } = await examinePort({ ...readConfig({ BOTTEGA_DATA: dataFolder }), port: 0 }, '1.2.3');
    expect(says).toContain('Bottega is not running there');
  });

  it('knows its own server on the port, and another’s for what it is', async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'bottega-doctor-'));
    onTestFinished(() => rm(dataFolder, { recursive: true }));
    const config = (port: number) => readConfig({ PORT: String(port), BOTTEGA_DATA: dataFolder });
    const { port } = await proving(dataFolder, newSecret(), '1.2.3');
    expect(await examinePort(config(port), '1.2.3')).toMatchObject({ state: 'ok' });
    expect(await examinePort(config(port), '1.3.0')).toMatchObject({
      state: 'note',
      says: `Bottega 1.2.3 answers on ${port}; this is 1.3.0.`,
    });
    const foreign = await listening('{"status":"ok","version":"1.2.3"}');
    expect(await examinePort(config(foreign), '1.2.3')).toMatchObject({
      state: 'note',
      says: expect.stringMatching(/^Another Bottega .* choose another: PORT=\d+\.$/),
    });
    const other = await listening('hello');
    expect(await examinePort(config(other), '1.2.3')).toMatchObject({
      state: 'wrong',
      remedy: expect.stringMatching(/^Stop that, or choose another: PORT=\d+\.$/),
    });
  });
});

describe('the doctor names what is wrong and what to do', () => {
  it.each([
    ['security', 'alter table bottega.attempt disable row level security', 'off for bottega.attempt'],
    ['tables', `insert into bottega.migration values ('9999_later', '')`, 'newer Bottega (9999_later)'],
    [
      'tables',
      `update bottega.migration set name = '0002_practise' where name = '0002_practice'`,
      'newer Bottega',
    ],
    ['tables', `delete from bottega.migration where name = '0001_spaces'`, 'left out (0001_spaces)'],
    ['role', 'alter table bottega.need owner to bottega_app', 'owns bottega.need'],
    [
      'library',
      `delete from bottega.micromastery_version where micromastery_id = (select min(id::text)::uuid from bottega.micromastery);
                 delete from bottega.micromastery where id = (select min(id::text)::uuid from bottega.micromastery)`,
      'files are loaded',
    ],
  ])('%s, after: %s', async (topic, statement, says) => {
    const { connection } = await freshApp({ library: true });
    await run(connection, statement);
    const finding = (await lookAt(connection)).get(topic);
    expect(finding).toMatchObject({
      state: 'wrong',
      says: expect.stringContaining(says),
      remedy: expect.stringMatching(/\w/),
    });
  });

  it('a database that cannot be reached', async () => {
    const found = await findings({ DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/bottega' });
    expect(found.get('database')).toMatchObject({
      state: 'wrong',
      says: expect.stringContaining('ECONNREFUSED'),
    });
    expect(JSON.stringify([...found.values()])).not.toContain('secret');
  });

  it.each([
    ['a file', join(import.meta.dirname, 'doctor.ts'), 'is no folder'],
    ['below a file', join(import.meta.dirname, 'doctor.ts', 'data'), 'may not write'],
  ])('a data folder that is %s', async (_name, path, says) => {
    expect((await findings({ BOTTEGA_DATA: path })).get('data')).toMatchObject({
      state: 'wrong',
      says: expect.stringContaining(says),
    });
  });

  it('an old Node, an old PostgreSQL, a full disk', () => {
    // The launcher runs on older ones too and can import nothing of ours, so the number stands there once more.
    const launcher = readFileSync(join(places.root, 'bin', 'bottega.js'), 'utf8');
    expect(launcher).toContain(`const OLDEST_NODE = ${OLDEST_NODE};`);
    expect(examineNode('22.1.0')).toMatchObject({ state: 'wrong' });
    expect(examineNode('24.0.0')).toMatchObject({ state: 'ok' });
    expect(judgeVersion('14.2 (Debian 14.2-1)')).toMatchObject({ state: 'wrong' });
    expect(judgeVersion('15.9')).toMatchObject({ state: 'ok' });
    expect(judgeSpace('/data', 1e6)).toMatchObject({ state: 'wrong' });
    expect(judgeSpace('/data', 1e9)).toMatchObject({ state: 'note' });
    expect(judgeSpace('/data', 1e11)).toMatchObject({ state: 'ok' });
  });
});

describe('bottega doctor', () => {
  it('prints one line each, and ends with 0 or 1', async () => {
    const well = await runBottega(['doctor'], {
      env: { BOTTEGA_DATA: folder, PORT: '0', DATABASE_URL: addressOf(await freshDatabase()) },
    });
    expect(well).toMatchObject({ exitCode: 0, err: '' });
    for (const line of well.out.toString().trimEnd().split('\n'))
      expect(line).toMatch(/^(ok|note) +\w+: .+\.$/);

    const unwell = await runBottega(['doctor', '--json'], {
      env: { BOTTEGA_DATA: folder, PORT: '0', DATABASE_URL: 'postgres://me@127.0.0.1:1/none' },
    });
    expect(unwell).toMatchObject({ exitCode: 1, err: '' });
    expect(JSON.parse(unwell.out.toString())).toMatchObject({
      isAllWell: false,
      findings: expect.arrayContaining([expect.objectContaining({ topic: 'database', state: 'wrong' })]),
    });
  });
});
