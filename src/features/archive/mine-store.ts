import { sql } from 'kysely';
import type { SpaceTransaction } from '../../platform/database.ts';
import { RECORD_NAMES, type RecordName } from './contract.ts';
import { selectMicromasteries, TABLES } from './store.ts';

/** Of each kind as many as an export would hold. */
export async function countRecords(
  trx: SpaceTransaction,
  spaceId: string,
): Promise<Record<RecordName, number>> {
  const each = RECORD_NAMES.map((name) => {
    const all =
      name === 'micromasteries'
        ? sql`(${selectMicromasteries(spaceId)}) m`
        : sql`${sql.table(TABLES[name])} where space_id = ${spaceId}`;
    return sql`select ${name}::text as name, (select count(*) from ${all}) as count`;
  });
  const { rows } = await sql<{
    name: RecordName;
    count: number;
  }>`${sql.join(each, sql` union all `)}`.execute(trx);
  return Object.fromEntries(rows.map(({ name, count }) => [name, count])) as Record<RecordName, number>;
}

export type OwnCounts = {
  readonly standing: number;
  readonly designs: number;
  readonly files: number;
  readonly bytes: number;
};

export async function countOwn(trx: SpaceTransaction, spaceId: string): Promise<OwnCounts> {
  const { rows } = await sql<OwnCounts>`
    select (select count(*) from attempt a where a.space_id = ${spaceId} and not exists (
              select from retraction r where r.space_id = a.space_id and r.attempt_id = a.id)) as standing,
           (select count(*) from micromastery where space_id = ${spaceId}) as designs,
           (select count(*) from media where space_id = ${spaceId}) as files,
           (select coalesce(sum(bytes), 0)::bigint from media where space_id = ${spaceId}) as bytes`.execute(
    trx,
  );
  return rows[0] ?? { standing: 0, designs: 0, files: 0, bytes: 0 };
}
