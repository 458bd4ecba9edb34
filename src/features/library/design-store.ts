import { sql } from 'kysely';
import type { SpaceTransaction } from '../../platform/database.ts';
import { HOUSE_SPACE_ID } from '../../platform/ids.ts';
import { Refusal } from '../../platform/problems.ts';
import type { DesignVersions, MicromasteryDesign } from './contract.ts';
import { countWords, lockDesigns, putVersion } from './store.ts';

const VERSIONS_LISTED = 100;

/**
 * Keeps a version of one's own micromastery under the number that the device gave it. A version never changes: another
 * design under a number that is taken is refused with what is kept. Where the short name belongs to another
 * micromastery of one's own, this one gets a longer one.
 */
export async function recordDesign(
  trx: SpaceTransaction,
  spaceId: string,
  id: string,
  design: MicromasteryDesign,
): Promise<'stored' | 'same'> {
  await lockDesigns(trx, spaceId);
  const given = JSON.stringify(design);
  const { rows } = await sql<{
    kept: MicromasteryDesign | null;
    same: boolean | null;
    house: boolean;
    taken: boolean;
  }>`
    select v.design as kept, v.design - 'slug' = ${given}::jsonb - 'slug' as same,
           exists (select from micromastery where space_id = ${HOUSE_SPACE_ID} and id = ${id}) as house,
           exists (select from micromastery
                   where space_id = ${spaceId} and slug = ${design.slug} and id <> ${id}) as taken
    from (select) one
    left join micromastery_version v
      on v.space_id = ${spaceId} and v.micromastery_id = ${id} and v.version = ${design.version}`.execute(
    trx,
  );
  const row = rows[0];
  if (row?.same === true) return 'same';
  if (row?.kept) throw new Refusal('id-taken', { stored: { design: row.kept } });
  if (row?.house === true) throw new Refusal('not-allowed');
  const named = row?.taken === true ? { ...design, slug: longerSlug(design.slug, id) } : design;
  await putVersion(trx, spaceId, id, named);
  await countWords(trx, spaceId);
  return 'stored';
}

const longerSlug = (slug: string, id: string) => `${slug.slice(0, 67).replace(/-+$/, '')}-${id.slice(-12)}`;

/** The practices of one's own that follow some version of it. */
export async function readFollowers(
  trx: SpaceTransaction,
  spaceId: string,
  id: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from followed_practice
    where space_id = ${spaceId} and micromastery_id = ${id} and micromastery_space_id = ${spaceId}
    order by started_at desc limit 200`.execute(trx);
  return rows.map((row) => row.id);
}

export async function readVersions(
  trx: SpaceTransaction,
  spaceId: string,
  id: string,
): Promise<DesignVersions | undefined> {
  const { rows } = await sql<{
    version: number;
    created_at: Date;
    design: MicromasteryDesign;
    is_own: boolean;
  }>`
    select version, created_at, design, space_id = ${spaceId} as is_own from micromastery_version
    where space_id in (${spaceId}, ${HOUSE_SPACE_ID}) and micromastery_id = ${id}
    order by version desc limit ${VERSIONS_LISTED}`.execute(trx);
  const [newest] = rows;
  if (newest === undefined) return undefined;
  return {
    id,
    isOwn: newest.is_own,
    versions: rows.map(({ version, created_at, design }) => ({
      version,
      savedAt: created_at.toISOString(),
      design,
    })),
  };
}
