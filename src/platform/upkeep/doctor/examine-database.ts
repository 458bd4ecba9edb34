import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Config } from '../../config.ts';
import { addressed, type Connection } from '../../database.ts';
import { mediaFolder } from '../../media/media-folder.ts';
import { clusterFolder } from '../../postgres/initialise-cluster.ts';
import { connectionAt } from '../../postgres/lease.ts';
import { locateBinaries, majorOf } from '../../postgres/locate-binaries.ts';
import { readServerLock } from '../../postgres/lock-file.ts';
import { PostgresFault } from '../../postgres/postgres-fault.ts';
import { whoHolds } from '../../postgres/process-holder.ts';
import { checkSocketFolder } from '../../postgres/socket-folder.ts';
import { examineMedia } from './examine-media.ts';
import { examineTables } from './examine-tables.ts';
import { type Finding, note, ok, wrong } from './finding.ts';

const LONGEST_ANSWER_MS = 5_000;

/** Looks at a database that runs; starts none, and changes nothing. */
export async function examineDatabase(config: Config): Promise<Finding[]> {
  const reached = await findDatabase(config);
  if (reached.connection === undefined) return [reached.finding];
  const client = new pg.Client({
    ...reached.connection,
    application_name: 'bottega-doctor',
    connectionTimeoutMillis: LONGEST_ANSWER_MS,
    query_timeout: LONGEST_ANSWER_MS,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('set default_transaction_read_only = on');
    const tables = await examineTables(client);
    return [reached.finding, ...tables, ...(await examineMedia(client, mediaFolder(config.dataFolder)))];
  } catch (error) {
    const reason = error instanceof AggregateError ? String(error.errors[0]?.message) : String(error);
    return [wrong('database', `It cannot be reached (${reason}).`, reached.remedy)];
  } finally {
    await client.end().catch(() => {});
  }
}

type Reached =
  | { readonly finding: Finding; readonly connection?: undefined }
  | { readonly finding: Finding; readonly connection: Connection; readonly remedy: string };

async function findDatabase(config: Config): Promise<Reached> {
  if (config.databaseUrl === undefined) return findBundled(config.dataFolder);
  return {
    finding: ok('database', 'The PostgreSQL of DATABASE_URL answers.'),
    connection: addressed(config.databaseUrl),
    remedy: 'Check the address, the user and the database of DATABASE_URL.',
  };
}

async function findBundled(dataFolder: string): Promise<Reached> {
  try {
    const { version } = await locateBinaries();
    const cluster = clusterFolder(dataFolder, majorOf(version));
    const found = await stat(join(cluster, 'PG_VERSION')).catch(() => undefined);
    if (found === undefined) {
      return {
        finding: note(
          'database',
          `The PostgreSQL ${version} that comes along; its data are made at the first start.`,
        ),
      };
    }
    const lock = await readServerLock(cluster);
    const { uid } = await stat(cluster);
    if (lock === null || (await whoHolds(lock.pid, cluster, uid)) !== 'server') {
      const says = `The PostgreSQL ${version} that comes along is not running; it starts with Bottega. Its data are in ${cluster}.`;
      return { finding: note('database', says) };
    }
    await checkSocketFolder(lock.socketFolder, uid);
    return {
      finding: ok(
        'database',
        `The PostgreSQL ${version} that comes along runs, with its data in ${cluster}.`,
      ),
      connection: connectionAt(lock.socketFolder, lock.port),
      remedy: 'Stop Bottega, and start it again.',
    };
  } catch (error) {
    if (error instanceof PostgresFault) return { finding: wrong('database', error.message, '') };
    return { finding: unreadable(dataFolder, error) };
  }
}

function unreadable(dataFolder: string, error: unknown): Finding {
  const reason = error instanceof Error ? error.message : String(error);
  return wrong(
    'database',
    `The data in ${dataFolder} cannot be looked at (${reason}).`,
    'Ask as the user who started Bottega before.',
  );
}
