import pg from 'pg';
import { z } from 'zod';
import { newId } from '../../../src/platform/ids.ts';

/** Where the workers find the PostgreSQL of this run. */
export const JOURNEY_POSTGRES = 'BOTTEGA_JOURNEY_POSTGRES';
export const JOURNEY_TEMPLATE = 'bottega_journeys';

const Server = z.object({ host: z.string(), port: z.number(), user: z.string() });

export type JourneyDatabase = {
  readonly connection: z.infer<typeof Server> & { readonly database: string };
  /** As `bottega serve` takes it. */
  readonly url: string;
  drop(): Promise<void>;
};

/** A database of a worker's own: migrated, and with the library in it. */
export async function cloneDatabase(): Promise<JourneyDatabase> {
  const server = Server.parse(JSON.parse(process.env[JOURNEY_POSTGRES] ?? 'null'));
  const database = `journey_${newId().replaceAll('-', '')}`;
  await asAdmin(server, `create database ${database} template ${JOURNEY_TEMPLATE}`);
  const { host, port, user } = server;
  const url = new URL(`postgresql://${user}@localhost/${database}`);
  url.searchParams.set('host', host);
  url.searchParams.set('port', String(port));
  return {
    connection: { ...server, database },
    url: url.href,
    drop: () => asAdmin(server, `drop database ${database} with (force)`),
  };
}

async function asAdmin(server: z.infer<typeof Server>, statement: string): Promise<void> {
  const admin = new pg.Client({ ...server, database: 'postgres' });
  await admin.connect();
  try {
    await admin.query(statement);
  } finally {
    await admin.end();
  }
}
