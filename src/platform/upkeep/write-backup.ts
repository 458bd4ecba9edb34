import { createHash } from 'node:crypto';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { CommandFault } from '../command-line/run-command.ts';
import type { Connection } from '../database.ts';
import type { MediaFolder } from '../media/media-folder.ts';
import { GOING_LOCK } from '../media/store.ts';
import { CHANGE_LOCK } from '../migrate.ts';
import {
  type BackupHeader,
  type BackupSummary,
  type BackupTable,
  type BackupTrailer,
  countLines,
  END_OF_ROWS,
  FORMAT,
  FORMAT_WITHOUT_MEDIA,
} from './backup-format.ts';
import { type KeptMedia, listForBackup, mediaLines } from './backup-media.ts';
import { readSequences, readTables, type Table } from './catalog.ts';

export type BackupAbout = {
  readonly version: string;
  readonly takenAt: Date;
  /** Where the bytes of photos, recordings and files lie; without it they count as lost. */
  readonly folder?: MediaFolder;
};

/**
 * Writes everything as it was at one moment, while others go on writing. As the tables' owner, whom row-level
 * security does not restrict. Needs no more memory for more rows. Ends `sink` unless it is standard output.
 */
export async function writeBackup(
  connection: Connection,
  sink: Writable,
  about: BackupAbout,
): Promise<BackupSummary> {
  const client = new pg.Client({ ...connection, application_name: 'bottega-backup' });
  // A connection that breaks shows in the query under way; without a listener it would end the process as well.
  client.on('error', () => {});
  await client.connect();
  try {
    // Before the transaction begins to see, or a migration that ends just now would give us new tables and old rows.
    await client.query(`select pg_advisory_lock_shared(${CHANGE_LOCK})`);
    // And no file goes from here on that a row of this moment names.
    await client.query(`select pg_advisory_lock_shared(${GOING_LOCK})`);
    await client.query('begin isolation level repeatable read read only');
    // What COPY writes must not depend on the settings of a server; and hiding rows silently is worse than failing.
    await client.query(
      `set local client_encoding = 'UTF8'; set local datestyle = 'ISO'; set local timezone = 'UTC';
       set local intervalstyle = 'postgres'; set local extra_float_digits = 1; set local bytea_output = 'hex';
       set local row_security = off; set local statement_timeout = 0;
       set local idle_in_transaction_session_timeout = 0`,
    );
    const tables = await readTables(client);
    const media = await listForBackup(client, tables);
    const header = await readHeader(client, about, media.length > 0 ? FORMAT : FORMAT_WITHOUT_MEDIA);
    const result: { trailer?: BackupTrailer } = {};
    const content = Readable.from(contentOf(client, { header, tables, media, folder: about.folder }, result));
    await pipeline(content, createGzip(), sink, { end: sink !== process.stdout });
    if (result.trailer === undefined) throw new Error('the backup ended before its end');
    const { version, migrations, takenAt } = header;
    const { rows, media: kept, sha256 } = result.trailer;
    return { version, migrations, takenAt, rows, media: kept, sha256 };
  } catch (error) {
    throw isLost(error) ? brokenOff(error) : error;
  } finally {
    await client.end();
  }
}

/** The driver gives a line that went dead no code. */
function isLost(error: unknown): error is Error {
  return (
    error instanceof pg.DatabaseError ||
    (error instanceof Error && /^Connection terminated/.test(error.message))
  );
}

function brokenOff(error: Error): CommandFault {
  return new CommandFault(
    `The backup was broken off by the database (${error.message}). Nothing was kept: try again.`,
  );
}

async function readHeader(
  client: pg.ClientBase,
  { version, takenAt }: BackupAbout,
  bottegaBackup: number,
): Promise<BackupHeader> {
  const { rows: found } = await client.query<{ name: string | null }>(
    `select to_regclass('bottega.migration') as name`,
  );
  if (found[0]?.name === null) throw nothingKept();
  const { rows } = await client.query<{ name: string }>('select name from bottega.migration order by name');
  if (rows.length === 0) throw nothingKept();
  return {
    bottegaBackup,
    version,
    migrations: rows.map(({ name }) => name),
    takenAt: takenAt.toISOString(),
  };
}

function nothingKept(): CommandFault {
  return new CommandFault('There is nothing to back up: Bottega was never started on this database.');
}

type Contents = {
  readonly header: BackupHeader;
  readonly tables: readonly Table[];
  readonly media: readonly KeptMedia[];
  readonly folder: MediaFolder | undefined;
};

async function* contentOf(
  client: pg.ClientBase,
  { header, tables, media, folder }: Contents,
  result: { trailer?: BackupTrailer },
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const hashed = (bytes: Buffer): Buffer => {
    hash.update(bytes);
    return bytes;
  };
  const rows: Record<string, number> = {};
  yield hashed(lineOf(header));
  for (const table of tables) {
    yield hashed(lineOf({ table: table.name, columns: [...table.columns] } satisfies BackupTable));
    let count = 0;
    for await (const bytes of copyOf(client, table)) {
      count += countLines(bytes);
      yield hashed(bytes);
    }
    rows[table.name] = count;
    yield hashed(END_OF_ROWS);
  }
  let files = 0;
  for await (const { line, isWhole } of mediaLines(folder, media)) {
    yield hashed(line);
    if (isWhole) files += 1;
  }
  // Last, because a sequence does not keep to a moment: it may be ahead of the rows, and never behind.
  const given = (await readSequences(client)).flatMap(({ name, value }) =>
    value === null ? [] : [[name, value]],
  );
  const sequences = Object.fromEntries(given);
  const kept = { files, lost: media.length - files };
  result.trailer = { rows, sequences, media: kept, sha256: hash.digest('hex') };
  yield lineOf(result.trailer);
}

function copyOf(client: pg.ClientBase, table: Table): AsyncIterable<Buffer> {
  const columns = table.columns.map((name) => pg.escapeIdentifier(name)).join(', ');
  return client.query(copyTo(`copy ${table.sql} (${columns}) to stdout`));
}

function lineOf(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value)}\n`);
}
