import pg from 'pg';
import { type Config, ConfigFault } from './config.ts';
import { addressed, type Connection, isConnectionLost, openStore, type Store } from './database.ts';
import { migrate } from './migrate.ts';
import { places } from './places.ts';
import { openBundledPostgres } from './postgres/bundled-postgres.ts';
import { Refusal } from './problems.ts';
import { holdErasures } from './upkeep/erasures/hold-erasures.ts';

export const OLDEST_POSTGRES = 15;

export type OpenDatabase = {
  readonly store: Store;
  /** As the owner of the tables, whom row-level security does not hold: for whoever runs the server, never for a request. */
  readonly connection: Connection;
  close(): Promise<void>;
};

export type ReachedPostgres = {
  readonly connection: Connection;
  /** Starts a bundled server that is gone; a server of somebody else's we can only wait for. */
  ensureRunning(): Promise<void>;
  /** How many connections to its database Bottega holds by itself, beside those that the caller opens. */
  readonly ownConnections: number;
  close(): Promise<void>;
};

/** The PostgreSQL of DATABASE_URL or the one that comes along, its content left as it is. */
export async function reachPostgres(config: Config, say: (line: string) => void): Promise<ReachedPostgres> {
  if (config.databaseUrl !== undefined) {
    const connection = addressed(config.databaseUrl);
    await refuseUnusable(connection);
    return { connection, ensureRunning: async () => {}, ownConnections: 0, close: async () => {} };
  }
  const postgres = await openBundledPostgres({ dataFolder: config.dataFolder, say });
  return {
    connection: { ...postgres.connection, ssl: false },
    ensureRunning: () => postgres.ensureRunning(),
    ownConnections: 1, // the lease
    close: () => postgres.close(),
  };
}

/** The same, brought to this version. */
export async function openDatabase(config: Config, say: (line: string) => void): Promise<OpenDatabase> {
  const postgres = await reachPostgres(config, say);
  const store = openStore(postgres.connection, { whenAway: bringBack(postgres, say) });
  const close = async () => {
    await store.close();
    await postgres.close();
  };
  try {
    await whileItComesBack(
      () => migrate(postgres.connection, places.migrations),
      () => postgres.ensureRunning(),
    );
    await whileItComesBack(() => refuseOpenTables(store));
    await whileItComesBack(() => holdErasures(store, config.dataFolder, say));
  } catch (error) {
    await close();
    throw error;
  }
  return { store, connection: postgres.connection, close };
}

const TRIES = 5;

/**
 * A database that dies while we start is being started again: each step of a start may be taken anew, since each is one
 * transaction or changes nothing when it is taken twice.
 */
export async function whileItComesBack<T>(
  step: () => Promise<T>,
  bringItBack: () => Promise<void> = async () => {},
  tries = TRIES,
): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (tries <= 1 || !isAway(error)) throw error;
    await bringItBack();
    return whileItComesBack(step, bringItBack, tries - 1);
  }
}

function isAway(error: unknown): boolean {
  return error instanceof Refusal ? error.code === 'database-away' : isConnectionLost(error);
}

/**
 * What keeps one person's rows from another holds for the role of requests only. A pooler that leaves out the options of
 * a connection, or a hand that turned it off, would open everything to everybody without any sign.
 */
async function refuseOpenTables(store: Store): Promise<void> {
  const open = await readOpenTables(store).catch((error) => {
    throw explainRole(error);
  });
  if (open.length === 0) return;
  throw new ConfigFault(
    `Row-level security, which keeps people's records apart, does not hold for the connections of this database (${open.join(', ')}). Nothing was changed. Connect without a pooler that leaves out the options of a connection, see what “bottega doctor” says, and start again.`,
  );
}

async function readOpenTables(store: Store): Promise<string[]> {
  const rows = await store.statement<{ name: string }>({
    name: 'open-tables',
    text: `select c.relname as name from pg_class c
      where c.relnamespace = 'bottega'::regnamespace and c.relkind in ('r', 'p') and not row_security_active(c.oid)
        and (c.relname = 'space' or exists (
          select from pg_attribute a where a.attrelid = c.oid and a.attname = 'space_id' and not a.attisdropped))
      order by 1 limit 3`,
    values: [],
  });
  return rows.map(({ name }) => name);
}

const INVALID_VALUE = '22023';

/** Both come when a connection takes the role; before, it was the owner's, who may do everything. */
function explainRole(error: unknown): unknown {
  if (error instanceof pg.DatabaseError && error.code === INVALID_VALUE) {
    return new ConfigFault(
      `This PostgreSQL lacks the role bottega_app (${error.message}), as after a dump that was taken without roles. Nothing was changed: restore a file of “bottega backup” into an empty database.`,
    );
  }
  if (error instanceof Refusal && error.code === 'not-allowed') {
    return new ConfigFault(
      'The user of DATABASE_URL may not act as bottega_app. Have an administrator run: GRANT bottega_app TO <that user>; and start again.',
    );
  }
  return error;
}

/** Every request asks for it while the database is away; what stands in the way is said once. */
function bringBack(postgres: ReachedPostgres, say: (line: string) => void): () => Promise<void> {
  let lastSaid = '';
  return async () => {
    try {
      await postgres.ensureRunning();
      lastSaid = '';
    } catch (error) {
      const message = messageOf(error);
      if (message !== lastSaid) say(message);
      lastSaid = message;
      throw error;
    }
  };
}

const CONNECT_TIMEOUT_MILLISECONDS = 5_000;

/** Everything that can be wrong with the address shows here, in one sentence, before anything is begun. */
async function refuseUnusable(connection: Connection): Promise<void> {
  try {
    refuseOldPostgres(await readVersion(connection));
  } catch (error) {
    if (error instanceof ConfigFault) throw error;
    // Where a name has several addresses and none answers, the error has no words of its own.
    const reason = error instanceof AggregateError ? String(error.errors[0]?.message) : messageOf(error);
    throw new ConfigFault(
      `The PostgreSQL of DATABASE_URL cannot be used (${reason}). Check the address, the user and the database, and start again.`,
    );
  }
}

async function readVersion(connection: Connection): Promise<string> {
  const client = new pg.Client({
    ...connection,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MILLISECONDS,
    query_timeout: CONNECT_TIMEOUT_MILLISECONDS,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    return rows[0]?.server_version ?? '';
  } finally {
    await client.end().catch(() => {});
  }
}

function refuseOldPostgres(version: string): void {
  if (Number.parseInt(version, 10) >= OLDEST_POSTGRES) return;
  throw new ConfigFault(
    `The PostgreSQL of DATABASE_URL is version ${version}, and Bottega needs ${OLDEST_POSTGRES} or later. Nothing was changed: upgrade it, name another one, or leave DATABASE_URL unset for the one that comes along.`,
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
