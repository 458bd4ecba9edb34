import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { Refusal } from './problems.ts';
import type { Database } from './schema.ts';

export type { Database } from './schema.ts';
export type SpaceTransaction = Transaction<Database>;

/** What pg needs to connect: an address as `addressed` makes it, or the pieces of one. */
export type Connection =
  | { readonly connectionString: string; readonly options: string }
  | {
      readonly host: string;
      readonly port: number;
      readonly user: string;
      readonly database: string;
      /** A unix socket has no TLS to offer, whatever PGSSLMODE asks of other connections. */
      readonly ssl?: false;
      readonly options?: undefined;
    };

/**
 * What a DATABASE_URL says of options and of the connection's name, pg would take in place of ours: without our options
 * requests would run as the owner of the tables, whom row-level security does not hold. So its options come apart from
 * it, to stand before ours, which win; and its name is left out, since a restore knows by the name that a server runs.
 */
export function addressed(databaseUrl: string): Connection {
  const [address = '', ...query] = databaseUrl.split('?');
  const parameters = new URLSearchParams(query.join('?'));
  const options = parameters.getAll('options').join(' ');
  for (const name of ['options', 'application_name', 'fallback_application_name']) parameters.delete(name);
  const left = parameters.toString();
  return { connectionString: left === '' ? address : `${address}?${left}`, options };
}

const BIGINT = 20;
const DATE = 1082;

/**
 * Counts arrive as numbers, days as the text YYYY-MM-DD: pg's own parsers give strings for the first and local midnight
 * for the second, which is another day elsewhere.
 */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === BIGINT) return (text: string) => Number(text);
    if (oid === DATE) return (text: string) => text;
    return pg.types.getTypeParser(oid, format);
  },
};

/** Requests hold a connection for milliseconds: more would only queue inside PostgreSQL. */
const POOL_SIZE = 16;
const CONNECT_TIMEOUT_MILLISECONDS = 5_000;
const STATEMENT_TIMEOUT_MILLISECONDS = 60_000;

const OPTIONS = `-c role=bottega_app -c search_path=bottega,public -c statement_timeout=${STATEMENT_TIMEOUT_MILLISECONDS}`;

export type Store = {
  /** Runs `work` in one transaction that sees and writes only what `spaceId` may. */
  inSpace<T>(spaceId: string, work: (trx: SpaceTransaction) => Promise<T>): Promise<T>;
  /** For hot paths: one named, prepared statement, which must set its own space. */
  statement<Row extends pg.QueryResultRow>(query: NamedStatement): Promise<Row[]>;
  /** Outside every space: only what lies in the schema of sessions is seen. */
  unscoped<T>(work: (db: Kysely<Database>) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

export type NamedStatement = { readonly name: string; readonly text: string; readonly values: unknown[] };

export type StoreOptions = {
  /** Called when the database cannot be reached; a bundled server is started again by it. */
  readonly whenAway?: () => Promise<void>;
  /** Sees each statement before it runs, without its values. */
  readonly observe?: (statement: string) => void;
};

const waitForNothing = async () => {};

export function openStore(connection: Connection, options: StoreOptions = {}): Store {
  const { whenAway = waitForNothing, observe = () => {} } = options;
  const pool = new pg.Pool({
    ...connection,
    max: POOL_SIZE,
    // An idle server stays connected, so that `bottega restore` sees that it is there.
    min: 1,
    types,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MILLISECONDS,
    options: `${connection.options ?? ''} ${OPTIONS}`.trim(),
    application_name: 'bottega',
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  // One that breaks while it is in use also rejects the query that used it, and that is where it is answered.
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    log: (event) => observe(event.query.sql),
  });

  return {
    inSpace: (spaceId, work) =>
      reached(whenAway, () =>
        db.transaction().execute(async (trx) => {
          await sql`select set_config('bottega.space_id', ${spaceId}, true)`.execute(trx);
          return work(trx);
        }),
      ),
    statement: async <Row extends pg.QueryResultRow>(query: NamedStatement) => {
      observe(query.text);
      return (await reached(whenAway, () => pool.query<Row>(query))).rows;
    },
    unscoped: (work) => reached(whenAway, () => work(db)),
    close: async () => {
      await db.destroy();
      // Kysely ends only a pool that it has used itself.
      if (!pool.ending) await pool.end();
    },
  };
}

/** Others took them all: for us it is away, until one of theirs ends. */
const TOO_MANY_CONNECTIONS = '53300';
const DISK_FULL = '53100';
/** Nothing was begun when one of these is the answer, so that trying again cannot do a thing twice. */
const NOT_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOENT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  '57P03',
  TOO_MANY_CONNECTIONS,
]);
/**
 * The connection broke under the work, and whether it was committed is not known here; or the server takes no writes just
 * now (25006: it waits to become the first of its cluster), or lets one of two that wait for each other begin again.
 */
const BROKEN = new Set([
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ERR_STREAM_DESTROYED',
  '57P01',
  '57P02',
  '08006',
  '08003',
  '25006',
  '40001',
  '40P01',
]);

async function reached<T>(whenAway: () => Promise<void>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!NOT_CONNECTED.has(codeOf(error))) throw refusalOf(error, whenAway);
  }
  try {
    await whenAway();
  } catch {
    // Why it does not come back is said at the server; whoever asks can only wait.
    throw new Refusal('database-away');
  }
  try {
    return await work();
  } catch (error) {
    throw refusalOf(error, whenAway);
  }
}

/** Foreign keys name the thing that was missing. */
const MISSING: Readonly<Record<string, Refusal['code']>> = {
  attempt_space_id_practice_id_session_id_fkey: 'session-not-found',
  attempt_space_id_practice_id_payoff_id_fkey: 'payoff-not-found',
  practice_session_space_id_practice_id_fkey: 'practice-not-found',
  payoff_space_id_practice_id_fkey: 'practice-not-found',
  practice_space_id_need_id_fkey: 'need-not-found',
  practice_micromastery_space_id_micromastery_id_micromaster_fkey: 'micromastery-not-found',
  need_match_space_id_need_id_fkey: 'need-not-found',
  session_end_space_id_session_id_fkey: 'session-not-found',
  retraction_space_id_attempt_id_fkey: 'attempt-not-found',
  remark_space_id_attempt_id_fkey: 'attempt-not-found',
  remark_space_id_replaces_id_fkey: 'remark-not-found',
  need_revision_space_id_need_id_fkey: 'need-not-found',
  following_space_id_practice_id_fkey: 'practice-not-found',
  following_micromastery_space_id_micromastery_id_micromaste_fkey: 'micromastery-not-found',
  wish_space_id_practice_id_fkey: 'practice-not-found',
  practice_placing_space_id_practice_id_fkey: 'practice-not-found',
  payoff_choice_space_id_practice_id_payoff_id_fkey: 'payoff-not-found',
  plan_answer_space_id_practice_id_fkey: 'practice-not-found',
  plan_answer_space_id_chosen_practice_id_fkey: 'practice-not-found',
  pause_end_space_id_pause_id_fkey: 'pause-not-found',
  aim_space_id_session_id_fkey: 'session-not-found',
  aim_result_space_id_aim_id_fkey: 'aim-not-found',
  support_slot_space_id_practice_id_fkey: 'practice-not-found',
  support_check_space_id_session_id_fkey: 'session-not-found',
  if_then_plan_space_id_practice_id_fkey: 'practice-not-found',
  if_then_plan_space_id_practice_id_replaces_id_fkey: 'replaced-not-found',
  if_then_use_space_id_plan_id_fkey: 'plan-not-found',
  if_then_use_space_id_session_id_fkey: 'session-not-found',
  at_hand_space_id_practice_id_fkey: 'practice-not-found',
  at_hand_space_id_practice_id_replaces_id_fkey: 'replaced-not-found',
  showing_space_id_practice_id_fkey: 'practice-not-found',
  showing_space_id_practice_id_session_id_fkey: 'session-not-found',
  evidence_space_id_practice_id_fkey: 'practice-not-found',
  evidence_space_id_attempt_id_fkey: 'attempt-not-found',
  evidence_space_id_practice_id_session_id_fkey: 'session-not-found',
  evidence_removal_space_id_evidence_id_fkey: 'evidence-not-found',
  showing_removal_space_id_showing_id_fkey: 'showing-not-found',
  experiment_space_id_practice_id_fkey: 'practice-not-found',
  experiment_space_id_practice_id_payoff_id_fkey: 'payoff-not-found',
  experiment_draw_space_id_experiment_id_fkey: 'experiment-not-found',
  experiment_draw_space_id_session_id_fkey: 'session-not-found',
  experiment_draw_space_id_attempt_id_fkey: 'attempt-not-found',
  experiment_end_space_id_experiment_id_fkey: 'experiment-not-found',
  pairing_space_id_practice_id_fkey: 'practice-not-found',
  twist_draw_space_id_practice_id_session_id_fkey: 'session-not-found',
  twist_draw_space_id_attempt_id_fkey: 'attempt-not-found',
  self_rating_space_id_practice_id_session_id_fkey: 'session-not-found',
  self_rating_space_id_before_attempt_id_fkey: 'attempt-not-found',
  self_rating_space_id_after_attempt_id_fkey: 'attempt-not-found',
  twist_card_space_id_practice_id_fkey: 'practice-not-found',
  difficulty_space_id_practice_id_fkey: 'practice-not-found',
};

/** A trigger of this name keeps scores out of sessions of play. */
const SCORE_OF_PLAY = 'attempt_of_play_has_no_score';

/** PostgreSQL's refusals in the words of the house; anything else stays what it is and becomes a fault at the edge. */
function refusalOf(error: unknown, whenAway: () => Promise<void>): unknown {
  const code = codeOf(error);
  if (code === '23503' && error instanceof pg.DatabaseError) {
    const missing = MISSING[error.constraint ?? ''];
    if (missing !== undefined) return new Refusal(missing);
  }
  if (code === '23514' && error instanceof pg.DatabaseError && error.constraint === SCORE_OF_PLAY)
    return new Refusal('play-not-scored');
  if (code === '42501') return new Refusal('not-allowed');
  if (code === DISK_FULL) return new Refusal('disk-full');
  if (isConnectionLost(error)) {
    // The next request should find the server back, also where this one cannot wait.
    whenAway().catch(() => {});
    return new Refusal('database-away');
  }
  return error;
}

/** Also where it was never made; whether what was under way is done is not known then. */
export function isConnectionLost(error: unknown): boolean {
  const code = codeOf(error);
  return NOT_CONNECTED.has(code) || BROKEN.has(code) || isBrokenConnection(error);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** pg gives these no code. */
function isBrokenConnection(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^(Connection terminated|timeout exceeded when trying to connect)|is not queryable$/.test(error.message)
  );
}
