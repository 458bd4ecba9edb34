import { sql } from 'kysely';
import type { SpaceTransaction, Store } from '../database.ts';

/** The sample that a space has to look at; undefined where it has none. */
export async function sampleOf(store: Store, spaceId: string): Promise<string | undefined> {
  const row = await store.unscoped((db) =>
    db
      .selectFrom('bottega_session.sample')
      .select('space_id')
      .where('of_space_id', '=', spaceId)
      .executeTakeFirst(),
  );
  return row?.space_id;
}

/** Whose sample this space is; undefined where it is somebody's own. */
export async function ownerOfSample(store: Store, spaceId: string): Promise<string | undefined> {
  const row = await store.unscoped((db) =>
    db
      .selectFrom('bottega_session.sample')
      .select('of_space_id')
      .where('space_id', '=', spaceId)
      .executeTakeFirst(),
  );
  return row?.of_space_id;
}

export async function isSample(trx: SpaceTransaction, spaceId: string): Promise<boolean> {
  const { rows } = await sql<{ is_sample: boolean }>`
    select exists (select from bottega_session.sample where space_id = ${spaceId}) as is_sample`.execute(trx);
  return rows[0]?.is_sample === true;
}

/** In the transaction that makes the space: a sample that is not marked as one would pass for a person. */
export async function markAsSample(trx: SpaceTransaction, spaceId: string, ofSpaceId: string): Promise<void> {
  await trx
    .insertInto('bottega_session.sample')
    .values({ space_id: spaceId, of_space_id: ofSpaceId })
    .execute();
}
