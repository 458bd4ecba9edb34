import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Kysely, PostgresDialect, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { CommandFault } from '../command-line/run-command.ts';
import { type Connection, isConnectionLost } from '../database.ts';
import type { MediaFolder } from '../media/media-folder.ts';
import { applyMigrations, lockForChange, readMigrations } from '../migrate.ts';
import type { Erasure } from '../people/erasure-store.ts';
import type { BackupSummary } from './backup-format.ts';
import { readSequences, readTables, SCHEMAS, type Table } from './catalog.ts';
import { inUse, refuseInUse } from './empty-server.ts';
import { eraseRestored } from './erasures/erase-restored.ts';
import { type BackupPart, checkBackup, readBackup } from './read-backup.ts';
import { type RestoredMedia, restoredMedia } from './restore-media.ts';

/** A backup that was read to its end and found whole, and that this version knows how to load. */
export type CheckedBackup = {
  readonly file: string;
  readonly summary: BackupSummary;
  readonly migrations: Readonly<Record<string, Migration>>;
};

/** Touches no database. Throws CommandFault with one sentence. */
export async function checkForRestore(file: string, migrationsFolder: string): Promise<CheckedBackup> {
  const summary = await checkBackup(file);
  const migrations = await readMigrations(migrationsFolder);
  refuseUnknown(summary, Object.keys(migrations));
  return { file, summary, migrations };
}

/** The connection was lost while the transaction ended: PostgreSQL kept all of it or nothing, and could not say which. */
export class UnknownEnd extends CommandFault {}

/**
 * Fills an empty server and brings it to this version, all in one transaction: when it throws, with one sentence in a
 * CommandFault, nothing was changed, unless it is an UnknownEnd. `ownConnections` are those that this process itself
 * keeps to the database. `erasures`: of spaces that the backup may still hold; they are gone in the same transaction.
 * `folder`: where photos, recordings and files go; they are there before the rows that name them are seen.
 */
export async function restoreBackup(
  connection: Connection,
  { file, summary, migrations }: CheckedBackup,
  ownConnections: number,
  erasures: readonly Erasure[] = [],
  folder?: MediaFolder,
): Promise<void> {
  const media = restoredMedia(folder, new Set(erasures.map(({ spaceId }) => spaceId)));
  const pool = new pg.Pool({ ...connection, max: 1, application_name: 'bottega-restore' });
  pool.on('error', () => {});
  const client = await pool.connect();
  client.on('error', () => {});
  let isEnding = false;
  try {
    // COPY needs the client that Kysely's transaction is on; Kysely gives it back to the pool.
    const onClient = { connect: async () => client, end: async () => {}, options: {} };
    const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: onClient }) });
    await db.transaction().execute(async (trx) => {
      await sql.raw(SETTINGS).execute(trx);
      await lockForChange(trx);
      await refuseInUse(client, ownConnections);
      for (const schema of SCHEMAS) await sql`drop schema if exists ${sql.id(schema)} cascade`.execute(trx);
      await applyMigrations(trx, migrations, summary.migrations.at(-1));
      await load(client, file, summary, media);
      await sql`set constraints all immediate`.execute(trx);
      await applyMigrations(trx, migrations);
      await eraseRestored(trx, erasures);
      isEnding = true;
    });
    // Without it, the first searches would be planned as if the tables were empty; PostgreSQL sees to it by itself, later.
    await pool.query('analyze').catch(() => {});
  } catch (error) {
    // They may be needed: where the rows are there after all, so are their bytes.
    if (isEnding && isConnectionLost(error)) throw unknownEnd(error);
    await media.undo();
    throw faultOf(error);
  } finally {
    await pool.end();
  }
}

const SETTINGS = `
  set local client_encoding = 'UTF8'; set local datestyle = 'ISO'; set local intervalstyle = 'postgres';
  set local row_security = off; set local statement_timeout = 0; set local lock_timeout = '5s';
  set local idle_in_transaction_session_timeout = 0`;

function refuseUnknown(summary: BackupSummary, known: readonly string[]): void {
  const unknown = summary.migrations.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new CommandFault(
      `This backup was made by a newer Bottega (${summary.version}; it has ${unknown.at(-1)}). Nothing was changed: restore it with that version.`,
    );
  }
  if (summary.migrations.some((name, index) => name !== known[index])) {
    throw new CommandFault(
      `This backup was made by a Bottega with other migrations than this one has (${summary.migrations.join(', ')}). Nothing was changed.`,
    );
  }
}

async function load(
  client: pg.PoolClient,
  file: string,
  summary: BackupSummary,
  media: RestoredMedia,
): Promise<void> {
  const tables = new Map((await readTables(client)).map((table) => [table.name, table]));
  // What the migrations put into a table themselves comes from the backup again.
  await client.query(`truncate ${[...tables.values()].map((table) => table.sql).join(', ')}`);
  await client.query('set constraints all deferred');
  const parts = readBackup(file);
  for await (const part of parts) {
    if (part.kind === 'table') {
      const table = tables.get(part.table);
      if (table === undefined) throw doesNotFit(`there is no table ${part.table}`);
      tables.delete(part.table);
      await loadTable(client, table, part.columns, parts, summary.rows[part.table]);
    }
    await media.take(part);
    if (part.kind === 'trailer') await setSequences(client, part.trailer.sequences);
  }
  if (tables.size > 0) throw doesNotFit(`it has nothing for ${[...tables.keys()].join(', ')}`);
}

async function loadTable(
  client: pg.PoolClient,
  table: Table,
  columns: readonly string[],
  parts: AsyncIterator<BackupPart>,
  expectedRows: number | undefined,
): Promise<void> {
  if (columns.length !== table.columns.length || columns.some((name) => !table.columns.includes(name))) {
    throw doesNotFit(`${table.name} has other columns`);
  }
  const names = columns.map((name) => pg.escapeIdentifier(name)).join(', ');
  await pipeline(
    Readable.from(rowsOf(parts)),
    client.query(copyFrom(`copy ${table.sql} (${names}) from stdin`)),
  );
  const { rows } = await client.query<{ count: string }>(`select count(*) from ${table.sql}`);
  if (Number(rows[0]?.count) !== expectedRows) throw doesNotFit(`${table.name} has another number of rows`);
}

/** Up to the table's end, and leaves the reading of the rest to others. */
async function* rowsOf(parts: AsyncIterator<BackupPart>): AsyncGenerator<Buffer> {
  for (let next = await parts.next(); next.done !== true; next = await parts.next()) {
    if (next.value.kind === 'table-end') return;
    if (next.value.kind === 'rows') yield next.value.bytes;
  }
}

async function setSequences(
  client: pg.PoolClient,
  sequences: Readonly<Record<string, string>>,
): Promise<void> {
  const kept = new Map((await readSequences(client)).map((sequence) => [sequence.name, sequence]));
  for (const [name, value] of Object.entries(sequences)) {
    const sequence = kept.get(name);
    if (sequence === undefined) throw doesNotFit(`there is no sequence ${name}`);
    await client.query('select setval($1::regclass, $2::bigint)', [sequence.sql, value]);
  }
}

function doesNotFit(what: string): CommandFault {
  return new CommandFault(
    `This backup does not fit the tables of its own version: ${what}. Nothing was changed.`,
  );
}

function unknownEnd(error: unknown): UnknownEnd {
  return new UnknownEnd(
    `The connection to the database was lost at the very end (${messageOf(error)}), so it holds all of the backup or nothing of it. Restore it again: where all is there, that is refused because the server is not empty, and where nothing is, it is done anew.`,
  );
}

function faultOf(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError) && !isConnectionLost(error)) return error;
  // Another Bottega holds a table, or is just bringing them to its version.
  if (error instanceof pg.DatabaseError && error.code === '55P03') return inUse();
  return new CommandFault(`The backup could not be loaded: ${messageOf(error)}. Nothing was changed.`);
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
