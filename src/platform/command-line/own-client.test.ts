import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { commandFolder } from '../../../tests/support/command-place.ts';
import { freshDatabase } from '../../../tests/support/fresh-app.ts';
import { addressOf } from '../../../tests/support/run-bottega.ts';
import { readConfig } from '../config.ts';
import type { Wiring } from '../serving/serve.ts';
import { ownClient } from './own-client.ts';

const folder = await commandFolder();
const WELL: Wiring = {
  createApp: () => ({ fetch: () => new Response('well') }),
  loadLibrary: async () => ({ files: 0, changed: 0, unreadable: [] }),
};
const breaks = () => {
  throw new Error('it broke');
};

/** A connection that is left open keeps the process of the command alive, with nobody to end it. */
it.each([
  ['the place of its key is taken by a folder', WELL, 'taken', 'local-key'],
  ['the library cannot be loaded', { ...WELL, loadLibrary: breaks }, 'broken-library', 'it broke'],
  ['the server’s code does not load', { ...WELL, createApp: breaks }, 'broken-app', 'it broke'],
] as const)('a command that cannot go on leaves no connection open: %s', async (_, wiring, name, says) => {
  const connection = await freshDatabase();
  const dataFolder = join(folder, name);
  if (name === 'taken') await mkdir(join(dataFolder, 'local-key'), { recursive: true });
  const config = readConfig({ BOTTEGA_DATA: dataFolder, DATABASE_URL: addressOf(connection) });
  await expect(ownClient(config, wiring)).rejects.toThrow(says);

  const watcher = new pg.Client(connection);
  await watcher.connect();
  onTestFinished(() => watcher.end());
  // PostgreSQL counts a connection out a moment after it was ended.
  await expect
    .poll(async () => {
      const { rows } = await watcher.query(
        `select application_name as name from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()`,
      );
      return rows;
    })
    .toEqual([]);
});
