import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { loadLibrary } from '../../src/features/library/jobs.ts';
import { openStore } from '../../src/platform/database.ts';
import { migrate } from '../../src/platform/migrate.ts';
import { places } from '../../src/platform/places.ts';
import { emptyDatabase } from './database-content.ts';
import { addressOf, runBottega } from './run-bottega.ts';

export type CommandAnswer = {
  readonly exitCode: number | null;
  readonly out: string;
  readonly bytes: Buffer;
  readonly err: string;
};
export type CommandPlace = (...args: readonly string[]) => Promise<CommandAnswer>;

/** A folder for the files of a test, gone at its end. */
export async function commandFolder(): Promise<string> {
  const folder = await mkdtemp('/tmp/bottega-commands-');
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The command line, begun in that folder, with a database and a library of its own, as after a first start. */
export async function commandPlace(folder: string, name: string): Promise<CommandPlace> {
  const connection = await emptyDatabase();
  await migrate(connection, places.migrations);
  const store = openStore(connection);
  await loadLibrary(store, places.library);
  await store.close();
  const env = { BOTTEGA_DATA: join(folder, name), DATABASE_URL: addressOf(connection), TZ: 'Europe/Rome' };
  return async (...args) => {
    const { exitCode, out, err } = await runBottega(args, { env, cwd: folder });
    return { exitCode, out: out.toString(), bytes: out, err };
  };
}
