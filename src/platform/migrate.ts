import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import pg from 'pg';
import { type Connection, isConnectionLost } from './database.ts';
import { MigrationFault } from './migration-fault.ts';

/** "bott", "migr": an advisory lock. One Bottega at a time changes the tables of a database. */
export const CHANGE_LOCK = '1651471476, 1835624306';

/** Applies every migration that is new, all in one transaction; answers the names of those it applied. */
export async function migrate(connection: Connection, folder: string): Promise<string[]> {
  const pool = new pg.Pool({ ...connection, max: 1, application_name: 'bottega-migrate' });
  pool.on('error', () => {});
  // A connection that breaks while it is in use also rejects the query that used it.
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const migrations = await readMigrations(folder);
    await refuseReadOnly(db);
    // Most starts have nothing to do, and should neither wait for another one nor write anything.
    if (isCurrent(migrations, await appliedMigrations(db))) return [];
    return await db.transaction().execute(async (trx) => {
      await lockForChange(trx);
      return applyMigrations(trx, migrations);
    });
  } catch (error) {
    throw error instanceof MigrationFault ? error : faultOf(error, undefined);
  } finally {
    await db.destroy();
  }
}

/** A standby, or a database that was set so: a start on it would fail at the first thing that it keeps. */
async function refuseReadOnly(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ is_set: boolean }>`
    select current_setting('transaction_read_only')::boolean as is_set`.execute(db);
  if (rows[0]?.is_set !== true) return;
  throw new MigrationFault(
    'This database takes no writes: it is a standby, or default_transaction_read_only is on. Nothing was changed. Name the one that takes them, or turn that off, and start again.',
  );
}

/** Held to the end of the transaction. Waits for another Bottega that is just changing the tables. */
export async function lockForChange(trx: Kysely<unknown>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.raw(CHANGE_LOCK)})`.execute(trx);
}

/** Within the caller's transaction, so that all of it stays or nothing; `last` leaves out what came after it. */
export async function applyMigrations(
  trx: Transaction<unknown>,
  migrations: Readonly<Record<string, Migration>>,
  last?: string,
): Promise<string[]> {
  await sql`create schema if not exists bottega`.execute(trx);
  refuseNewer(Object.keys(migrations), await appliedMigrations(trx));
  // After a failure the transaction answers nothing any more, and the Migrator's own report is of that.
  let fault: Error | undefined;
  const watched = Object.entries(migrations).map(([name, { up }]): [string, Migration] => {
    const watchedUp: Migration['up'] = (db) =>
      up(db).catch((error) => {
        fault ??= faultOf(error, name);
        throw error;
      });
    return [name, { up: watchedUp }];
  });
  const migrator = new Migrator({
    db: trx,
    provider: { getMigrations: async () => Object.fromEntries(watched) },
    migrationTableSchema: 'bottega',
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_lock',
  });
  const { error, results } = await (last === undefined
    ? migrator.migrateToLatest()
    : migrator.migrateTo(last));
  if (error !== undefined) throw fault ?? faultOf(error, undefined);
  return (results ?? []).map((result) => result.migrationName);
}

/** In the order of their numbers; none where Bottega was never set up. */
export async function appliedMigrations(db: Kysely<unknown>): Promise<string[]> {
  const { rows: tables } = await sql<{ there: boolean }>`
    select to_regclass('bottega.migration') is not null as there`.execute(db);
  if (tables[0]?.there !== true) return [];
  const { rows } = await sql<{ name: string }>`select name from bottega.migration order by name`.execute(db);
  return rows.map((row) => row.name);
}

/** Plain SQL, in the order of their numbers; the owner's search_path is set for each, so that files need no prefix. */
export async function readMigrations(folder: string): Promise<Record<string, Migration>> {
  const files = (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort();
  const entries = await Promise.all(
    files.map(async (name): Promise<[string, Migration]> => {
      const text = await readFile(join(folder, name), 'utf8');
      const up: Migration['up'] = async (db) => {
        await sql`set local search_path = bottega, public`.execute(db);
        await sql.raw(text).execute(db);
      };
      return [name.replace(/\.sql$/, ''), { up }];
    }),
  );
  return Object.fromEntries(entries);
}

function isCurrent(migrations: Readonly<Record<string, Migration>>, applied: readonly string[]): boolean {
  const known = Object.keys(migrations);
  return known.length === applied.length && known.every((name) => applied.includes(name));
}

function refuseNewer(known: readonly string[], applied: readonly string[]): void {
  const newer = applied.filter((name) => !known.includes(name));
  if (newer.length > 0) {
    throw new MigrationFault(
      `This database was made by a newer Bottega (it has ${newer.at(-1)}). Start that version, or restore a backup made by this one into an empty server.`,
    );
  }
}

function faultOf(error: unknown, migration: string | undefined): Error {
  const reason = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === '42501') {
    // Where the role was made by another one, being allowed to make roles does not help.
    const role = /(?:grant|option on) role "(bottega_\w+)"/.exec(reason)?.[1];
    const remedy =
      role !== undefined
        ? `GRANT ${role} TO <that user> WITH ADMIN OPTION;`
        : 'ALTER ROLE <that user> CREATEROLE; GRANT CREATE ON DATABASE <that database> TO <that user>;';
    return new MigrationFault(
      `The database user may not set Bottega up (${reason}). Have an administrator run: ${remedy} and start again.`,
    );
  }
  if (migration === undefined || isConnectionLost(error))
    return error instanceof Error ? error : new Error(reason);
  return new MigrationFault(
    `Migration ${migration} failed (${reason}). Nothing was changed. Go back to the version you had and report this line.`,
  );
}
