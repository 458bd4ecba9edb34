import { sql } from 'kysely';
import type { SpaceTransaction, Store } from '../../platform/database.ts';
import {
  FACT_KEYS,
  type FactTable,
  inColumnNames,
  inContractNames,
  type NamedFact,
  OWN_TO_THE_SERVER,
} from '../../platform/facts/fact-rows.ts';
import { GOING_LOCK } from '../../platform/media/store.ts';
import type { RecordName } from './contract.ts';

export type Snapshot = {
  readonly trx: SpaceTransaction;
  /** Gives the connection back; again does nothing. */
  close(): Promise<void>;
};

const ROWS_AT_A_TIME = 2_000;

/** Everything read through it is of one moment, however long that takes and whatever is written meanwhile. */
export async function openSnapshot(store: Store, spaceId: string): Promise<Snapshot> {
  const trx = await store.unscoped((db) =>
    db.startTransaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(),
  );
  try {
    // No file that a row of this moment names goes while it is open.
    await sql`
      select set_config('bottega.space_id', ${spaceId}, true), set_config('TimeZone', 'UTC', true),
             pg_advisory_xact_lock_shared(${sql.raw(GOING_LOCK)})`.execute(trx);
  } catch (error) {
    await trx.rollback().execute();
    throw error;
  }
  return {
    trx,
    close: async () => {
      if (!trx.isRolledBack) await trx.rollback().execute();
    },
  };
}

/** Where each kind of record is kept. */
export const TABLES = {
  needs: 'need',
  'need-matches': 'need_match',
  practices: 'practice',
  payoffs: 'payoff',
  sessions: 'practice_session',
  'session-ends': 'session_end',
  attempts: 'attempt',
  retractions: 'retraction',
  remarks: 'remark',
  'need-revisions': 'need_revision',
  followings: 'following',
  wishes: 'wish',
  placings: 'practice_placing',
  'payoff-choices': 'payoff_choice',
  'plan-answers': 'plan_answer',
  pauses: 'pause',
  'pause-ends': 'pause_end',
  settings: 'setting',
  aims: 'aim',
  'aim-results': 'aim_result',
  'support-slots': 'support_slot',
  'support-checks': 'support_check',
  'if-then-plans': 'if_then_plan',
  'if-then-uses': 'if_then_use',
  'at-hand': 'at_hand',
  showings: 'showing',
  evidence: 'evidence',
  'evidence-removals': 'evidence_removal',
  'showing-removals': 'showing_removal',
  experiments: 'experiment',
  'experiment-draws': 'experiment_draw',
  'experiment-ends': 'experiment_end',
  pairings: 'pairing',
  'twist-draws': 'twist_draw',
  'self-ratings': 'self_rating',
  'twist-cards': 'twist_card',
  difficulties: 'difficulty',
} as const satisfies Record<Exclude<RecordName, 'micromasteries'>, FactTable>;
export type FactName = keyof typeof TABLES;

function selectFacts(name: FactName, spaceId: string) {
  const table = TABLES[name];
  const order = sql.join(FACT_KEYS[table].map((key) => sql.ref(`t.${key}`)));
  return sql`select to_jsonb(t) - ${OWN_TO_THE_SERVER}::text[] as row from ${sql.table(table)} t
    where t.space_id = ${spaceId} order by ${order}`;
}

/** One’s own micromasteries in every version, and those of the house that something of one’s own follows. */
export function selectMicromasteries(spaceId: string) {
  return sql`
    select jsonb_build_object('id', v.micromastery_id, 'version', v.version,
                              'isOwn', v.space_id = ${spaceId}, 'design', v.design) as row
    from micromastery_version v
    where v.space_id = ${spaceId}
       or exists (select from practice p where p.space_id = ${spaceId}
                  and (p.micromastery_space_id, p.micromastery_id, p.micromastery_version)
                    = (v.space_id, v.micromastery_id, v.version))
       or exists (select from following f where f.space_id = ${spaceId}
                  and (f.micromastery_space_id, f.micromastery_id, f.micromastery_version)
                    = (v.space_id, v.micromastery_id, v.version))
       or (v.space_id = house_space()
           and exists (select from need_match n where n.space_id = ${spaceId} and n.micromastery_id = v.micromastery_id)
           and v.version = (select m.version from micromastery m
                            where m.space_id = v.space_id and m.id = v.micromastery_id))
    order by v.micromastery_id, v.version, v.space_id`;
}

const selectRecords = (name: RecordName, spaceId: string) =>
  name === 'micromasteries' ? selectMicromasteries(spaceId) : selectFacts(name, spaceId);

/** How many there are, and about how many bytes they take as lines of JSON: PostgreSQL writes some more blanks. */
export async function measureRecords(
  trx: SpaceTransaction,
  spaceId: string,
  name: RecordName,
): Promise<{ count: number; bytes: number }> {
  const { rows } = await sql<{ count: number; bytes: number }>`
    select count(*) as count, coalesce(sum(octet_length(r.row::text) + 1), 0)::bigint as bytes
    from (${selectRecords(name, spaceId)}) r`.execute(trx);
  return rows[0] ?? { count: 0, bytes: 0 };
}

/** Every record of a kind, some thousand at a time. */
export async function* readRecords(
  { trx }: Snapshot,
  spaceId: string,
  name: RecordName,
): AsyncGenerator<NamedFact[]> {
  for await (const rows of throughCursor<{ row: NamedFact }>(trx, selectRecords(name, spaceId))) {
    yield rows.map(({ row }) => inContractNames(row));
  }
}

/** A cursor keeps the memory that a long answer takes to one batch, on both sides. */
export async function* throughCursor<Row>(
  trx: SpaceTransaction,
  query: ReturnType<typeof sql>,
): AsyncGenerator<Row[]> {
  await sql`declare archived no scroll cursor for ${query}`.execute(trx);
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(ROWS_AT_A_TIME)} from archived`.execute(trx);
    if (rows.length > 0) yield rows;
    if (rows.length < ROWS_AT_A_TIME) break;
  }
  await sql`close archived`.execute(trx);
}

export type Added = { readonly added: number; readonly known: number; readonly conflicts: readonly string[] };

/**
 * Adds what is not here yet. What is here already is left as it is; where it is another thing under the same key, the
 * key is answered as a conflict.
 */
export async function addFacts(
  trx: SpaceTransaction,
  spaceId: string,
  name: FactName,
  records: readonly NamedFact[],
): Promise<Added> {
  const first = records[0];
  if (first === undefined) return { added: 0, known: 0, conflicts: [] };
  const table = TABLES[name];
  const keys = FACT_KEYS[table];
  const given = JSON.stringify(records.map((record) => inColumnNames(record, spaceId)));
  const columns = sql.join(Object.keys(inColumnNames(first, spaceId)).map((column) => sql.ref(column)));
  const key = sql.join(['space_id', ...keys].map((column) => sql.ref(column)));
  const inserted = await sql`
    insert into ${sql.table(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${given}::jsonb)
    on conflict (${key}) do nothing`.execute(trx);
  const added = Number(inserted.numAffectedRows ?? 0n);
  const known = records.length - added;
  if (known === 0) return { added, known, conflicts: [] };
  const matches = sql.join(
    ['space_id', ...keys].map((column) => sql`kept.${sql.ref(column)} = given.${sql.ref(column)}`),
    sql` and `,
  );
  const { rows } = await sql<{ key: string }>`
    select distinct concat_ws('/', ${sql.join(keys.map((column) => sql`given.${sql.ref(column)}`))}) as key
    from jsonb_populate_recordset(null::${sql.table(table)}, ${given}::jsonb) given
    join ${sql.table(table)} kept on ${matches}
    where to_jsonb(kept) - 'recorded_at' is distinct from to_jsonb(given) - 'recorded_at'
    order by key limit 20`.execute(trx);
  return { added, known, conflicts: rows.map((row) => row.key) };
}
