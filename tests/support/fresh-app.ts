import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import type { z } from 'zod';
import { loadLibrary } from '../../src/features/library/jobs.ts';
import type { Clock } from '../../src/platform/clock.ts';
import { type Connection, openStore, type Store } from '../../src/platform/database.ts';
import { newId } from '../../src/platform/ids.ts';
import { type Log, silentLog } from '../../src/platform/log.ts';
import { createPerson, keepKey } from '../../src/platform/people/store.ts';
import { places } from '../../src/platform/places.ts';
import { newKey } from '../../src/platform/session.ts';
import { createApp } from '../../src/server.ts';
import { TEMPLATE } from './database-server.ts';

export const NOW = new Date('2026-03-02T10:00:00Z');
export const fixedClock: Clock = { now: () => NOW };

export type ScopedConnection = Connection & { readonly database: string };

/** A database of the test file's own, cloned from the migrated template and dropped at its end. */
export async function freshDatabase(): Promise<ScopedConnection> {
  const server = inject('server');
  const database = `test_${newId().replaceAll('-', '')}`;
  await asAdmin(`create database ${database} template ${TEMPLATE}`);
  afterAll(() => asAdmin(`drop database ${database} with (force)`));
  return { ...server, database };
}

/** A folder of the test file's own for recordings and files, gone at its end. */
export async function freshDataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bottega-data-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function asAdmin(statement: string): Promise<void> {
  const admin = new pg.Client({ ...inject('server'), database: 'postgres' });
  await admin.connect();
  try {
    await admin.query(statement);
  } finally {
    await admin.end();
  }
}

export type TestPerson = {
  readonly spaceId: string;
  readonly key: string;
  /** As that person, in process, through every middleware. */
  request(path: string, init?: RequestInit): Promise<Response>;
  put(path: string, body: unknown): Promise<Response>;
  /** What is at `path`, held to the contract that it is documented with. */
  read<Schema extends z.ZodType>(schema: Schema, path: string): Promise<z.output<Schema>>;
};

export type TestApp = {
  readonly store: Store;
  readonly connection: ScopedConnection;
  readonly dataFolder: string;
  readonly app: ReturnType<typeof createApp>;
  person(name?: string): Promise<TestPerson>;
};

/** The whole server on a real database; `library` also loads the starter library. */
export async function freshApp(
  options: { library?: boolean; log?: Log; observe?: (statement: string) => void } = {},
): Promise<TestApp> {
  const connection = await freshDatabase();
  const dataFolder = await freshDataFolder();
  const store = openStore(connection, { observe: options.observe ?? (() => {}) });
  afterAll(() => store.close());
  if (options.library === true) await loadLibrary(store, places.library);
  const app = createApp({
    store,
    clock: fixedClock,
    log: options.log ?? silentLog,
    version: '0.0.0-test',
    local: undefined,
    webFolder: undefined,
    dataFolder,
  });
  return { store, connection, dataFolder, app, person: (name = 'Nadia') => newPerson(store, app, name) };
}

async function newPerson(store: Store, app: TestApp['app'], name: string): Promise<TestPerson> {
  const spaceId = await createPerson(store, name);
  const key = newKey();
  await keepKey(store, key, { kind: 'script', spaceId, label: 'test' });
  const request = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (!headers.has('authorization')) headers.set('authorization', `Bearer ${key}`);
    if (init.body !== undefined && !headers.has('content-type'))
      headers.set('content-type', 'application/json');
    return app.request(path, { ...init, headers });
  };
  const put = (path: string, body: unknown) => request(path, { method: 'PUT', body: JSON.stringify(body) });
  const read: TestPerson['read'] = async (schema, path) => schema.parse(await (await request(path)).json());
  return { spaceId, key, request, put, read };
}
