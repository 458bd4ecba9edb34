import { sql } from 'kysely';
import type { SpaceTransaction } from '../../platform/database.ts';
import { HOUSE_SPACE_ID } from '../../platform/ids.ts';
import type { MicromasteryDesign } from '../library/contract.ts';

/** Whether the house has this very version of this micromastery. */
export async function houseHas(
  trx: SpaceTransaction,
  id: string,
  version: number,
  design: MicromasteryDesign,
): Promise<boolean> {
  const { rows } = await sql<{ same: boolean }>`
    select design = ${JSON.stringify(design)}::jsonb as same from micromastery_version
    where space_id = ${HOUSE_SPACE_ID} and micromastery_id = ${id} and version = ${version}`.execute(trx);
  return rows[0]?.same === true;
}

/** Whether the house has this micromastery at all, in any version. */
export async function houseKnows(trx: SpaceTransaction, id: string): Promise<boolean> {
  const found = await trx
    .selectFrom('micromastery')
    .select('id')
    .where('space_id', '=', HOUSE_SPACE_ID)
    .where('id', '=', id)
    .executeTakeFirst();
  return found !== undefined;
}

export type OwnDesign = {
  readonly newestVersion: number | null;
  /** Of the version asked for: the same, another, or none. */
  readonly kept: 'same' | 'other' | 'none';
  /** Another micromastery of one’s own has the slug. */
  readonly isSlugTaken: boolean;
};

export async function lookUpOwn(
  trx: SpaceTransaction,
  spaceId: string,
  id: string,
  design: MicromasteryDesign,
  compared: 'with-slug' | 'without-slug',
): Promise<OwnDesign> {
  // A design that was kept under another short name is still that design.
  const left = compared === 'with-slug' ? '' : 'slug';
  const { rows } = await sql<{ newest: number | null; same: boolean | null; taken: boolean }>`
    select (select max(version) from micromastery_version
            where space_id = ${spaceId} and micromastery_id = ${id}) as newest,
           (select design - ${left}::text = ${JSON.stringify(design)}::jsonb - ${left}::text from micromastery_version
            where space_id = ${spaceId} and micromastery_id = ${id} and version = ${design.version}) as same,
           exists (select from micromastery
                   where space_id = ${spaceId} and slug = ${design.slug} and id <> ${id}) as taken`.execute(
    trx,
  );
  const row = rows[0];
  const kept = row?.same === true ? 'same' : row?.same === false ? 'other' : 'none';
  return { newestVersion: row?.newest ?? null, kept, isSlugTaken: row?.taken === true };
}

/** A version that came before the newest one that is here: it changes nothing of what is found or shown. */
export async function addEarlierVersion(
  trx: SpaceTransaction,
  spaceId: string,
  id: string,
  design: MicromasteryDesign,
): Promise<void> {
  await trx
    .insertInto('micromastery_version')
    .values({
      space_id: spaceId,
      micromastery_id: id,
      version: design.version,
      design: JSON.stringify(design),
    })
    .execute();
}
