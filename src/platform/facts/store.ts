import { sql } from 'kysely';
import type { SpaceTransaction } from '../database.ts';
import { Refusal } from '../problems.ts';
import {
  FACT_KEYS,
  type FactRow,
  type FactTable,
  inColumnNames,
  inContractNames,
  type NamedFact,
} from './fact-rows.ts';

/** Records a fact whose columns are named as its body is. `key`: the column that its id goes into. */
export const recordAsNamed =
  (table: FactTable, key = 'id') =>
  (trx: SpaceTransaction, spaceId: string, id: string, body: NamedFact): Promise<'stored' | 'same'> =>
    recordFact(trx, table, inColumnNames({ [key]: id, ...body }, spaceId));

/**
 * Records a fact once. The same key and the same body again is `same`; another body under that key is refused as
 * `id-taken` and answered with what is kept.
 */
export async function recordFact(
  trx: SpaceTransaction,
  table: FactTable,
  row: FactRow,
): Promise<'stored' | 'same'> {
  const columns = sql.join(Object.keys(row).map((name) => sql.ref(name)));
  const given = JSON.stringify(row);
  // Of any unique key: some hold the fact's own within a wider one, and two that come at once may meet in that first.
  const inserted = await sql`
    insert into ${sql.table(table)} (${columns})
    select ${columns} from jsonb_populate_record(null::${sql.table(table)}, ${given}::jsonb)
    on conflict do nothing`.execute(trx);
  if (inserted.numAffectedRows === 1n) return 'stored';

  const matches = sql.join(
    ['space_id', ...FACT_KEYS[table]].map((name) => sql`kept.${sql.ref(name)} = given.${sql.ref(name)}`),
    sql` and `,
  );
  const { rows } = await sql<{ same: boolean; stored: FactRow }>`
    select to_jsonb(kept) = to_jsonb(jsonb_populate_record(kept, ${given}::jsonb)) as same,
           to_jsonb(kept) as stored
    from ${sql.table(table)} kept
    join jsonb_populate_record(null::${sql.table(table)}, ${given}::jsonb) given on ${matches}`.execute(trx);
  const found = rows[0];
  if (found?.same === true) return 'same';
  throw new Refusal('id-taken', { stored: found === undefined ? undefined : inContractNames(found.stored) });
}
