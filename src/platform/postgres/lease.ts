import pg from 'pg';
import { SUPERUSER } from './initialise-cluster.ts';
import { errorCode } from './postgres-fault.ts';

/**
 * Who uses the server is written nowhere: each user holds one shared lock on a connection of its own. Locks end with
 * their connection, so a process that was killed hard is no longer counted, without any heartbeat.
 */
export const DATABASE = 'bottega';

/** "bott", "ega!": no other advisory lock of ours has two numbers. */
const LOCK = '1651471476, 1701273889';
/** For a connection and for one answer: the lease asks nothing that takes time. */
const LONGEST_ANSWER_MS = 5_000;
/** Copies a template of 7 MB and waits for the disk. */
const LONGEST_CREATION_MS = 60_000;

export type Connection = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
};

export type LeaseAttempt =
  | { readonly kind: 'held'; readonly client: pg.Client }
  /** The server is up and says "not now": it starts, recovers or stops. */
  | { readonly kind: 'busy' }
  /** The last user is just stopping it. */
  | { readonly kind: 'leaving' }
  | { readonly kind: 'no-database' }
  /** Every connection is taken. */
  | { readonly kind: 'full' }
  /** Nobody listens on the socket, or there is none. */
  | { readonly kind: 'no-socket' }
  /** Somebody listens and says nothing, or breaks off. */
  | { readonly kind: 'no-answer' };

export function connectionAt(host: string, port: number): Connection {
  return { host, port, user: SUPERUSER, database: DATABASE };
}

export async function takeLease(connection: Connection): Promise<LeaseAttempt> {
  const client = newClient(connection);
  try {
    await client.connect();
    if (await isGranted(client, `select pg_try_advisory_lock_shared(${LOCK}) as granted`)) {
      return { kind: 'held', client };
    }
    await client.end();
    return { kind: 'leaving' };
  } catch (error) {
    await client.end().catch(() => undefined);
    const kind = meaningOf(error);
    if (kind === null) throw error;
    return { kind };
  }
}

/** Gives the lock back and says whether it was the last; the last one still holds out newcomers until `end`. */
export async function leaveLease(client: pg.Client): Promise<'last' | 'others-remain'> {
  await client.query(`select pg_advisory_unlock_shared(${LOCK})`);
  return (await isGranted(client, `select pg_try_advisory_lock(${LOCK}) as granted`))
    ? 'last'
    : 'others-remain';
}

/** Whether the server lets newcomers in, or would if it had room: only a fresh connection can tell. */
export async function isAccepting(connection: Connection): Promise<boolean> {
  const client = newClient(connection);
  try {
    await client.connect();
    return true;
  } catch (error) {
    return meaningOf(error) === 'full';
  } finally {
    client.end().catch(() => undefined);
  }
}

export async function createDatabase(connection: Connection): Promise<void> {
  const client = newClient({ ...connection, database: 'postgres' }, LONGEST_CREATION_MS);
  try {
    await client.connect();
    await client.query(`create database ${DATABASE}`);
  } catch (error) {
    // Another Bottega made it at the same moment (which of the two codes, depends on the moment), or the
    // server is on its way out: the caller looks again in either case.
    if (!['42P04', '23505'].includes(errorCode(error)) && meaningOf(error) === null) throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function newClient(connection: Connection, longestQueryMs = LONGEST_ANSWER_MS): pg.Client {
  const client = new pg.Client({
    ...connection,
    // Said outright, because the driver would take them from PGSSLMODE and PGOPTIONS.
    ssl: false,
    options: '',
    application_name: 'bottega lease',
    connectionTimeoutMillis: LONGEST_ANSWER_MS,
    query_timeout: longestQueryMs,
  });
  // The loss of a connection shows in its 'end'; without a listener the 'error' before it would end our process.
  client.on('error', () => undefined);
  return client;
}

async function isGranted(client: pg.Client, query: string): Promise<boolean> {
  const { rows } = await client.query<{ granted: boolean }>(query);
  return rows[0]?.granted === true;
}

function meaningOf(error: unknown): Exclude<LeaseAttempt['kind'], 'held' | 'leaving'> | null {
  switch (errorCode(error)) {
    case '57P01':
    case '57P02':
    case '57P03':
      return 'busy';
    case '53300':
      return 'full';
    case '3D000':
      return 'no-database';
    case 'ENOENT':
    case 'ECONNREFUSED':
      return 'no-socket';
    case 'ECONNRESET':
    case 'EPIPE':
    case 'EAGAIN':
      return 'no-answer';
    default:
      // The driver's own ways to say that the line went dead carry no code.
      return error instanceof Error && /terminated|timeout|not queryable/i.test(error.message)
        ? 'no-answer'
        : null;
  }
}
