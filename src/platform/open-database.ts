import pg from 'pg';
import { type Config, ConfigFault } from './config.ts';
import { type Connection, openStore, type Store } from './database.ts';
import { migrate } from './migrate.ts';
import { places } from './places.ts';
import { openBundledPostgres } from './postgres/bundled-postgres.ts';

export type OpenDatabase = {
  readonly store: Store;
  /** As the owner of the tables: for migrations, backup and restore only. */
  readonly ownerConnection: Connection;
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
    const connection = { connectionString: config.databaseUrl };
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
  try {
    await migrate(postgres.connection, places.migrations);
  } catch (error) {
    await postgres.close();
    throw error;
  }
  const store = openStore(postgres.connection, { whenAway: bringBack(postgres, say) });
  return {
    store,
    ownerConnection: postgres.connection,
    close: async () => {
      await store.close();
      await postgres.close();
    },
  };
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
    const client = new pg.Client({ ...connection, connectionTimeoutMillis: CONNECT_TIMEOUT_MILLISECONDS });
    client.on('error', () => {});
    await client.connect();
    await client.end();
  } catch (error) {
    // Where a name has several addresses and none answers, the error has no words of its own.
    const reason = error instanceof AggregateError ? String(error.errors[0]?.message) : messageOf(error);
    throw new ConfigFault(
      `The PostgreSQL of DATABASE_URL cannot be used (${reason}). Check the address, the user and the database, and start again.`,
    );
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
