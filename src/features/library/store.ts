import { sql } from 'kysely';
import { mediaOfFormats, sha256OfName } from '../../engine/evidence/design-media.ts';
import type { SpaceTransaction } from '../../platform/database.ts';
import { HOUSE_SPACE_ID } from '../../platform/ids.ts';
import { lockMedia } from '../../platform/media/store.ts';
import type { Micromastery, MicromasteryDesign } from './contract.ts';

export type Saved = { readonly outcome: 'new' | 'changed' | 'same'; readonly version: number };

/**
 * Keeps a design. Other content than the newest version's becomes a new version, so that every practice goes on with the
 * one it follows; an author who forgot to raise the number gets the next one.
 */
export async function saveDesign(
  trx: SpaceTransaction,
  spaceId: string,
  id: string,
  design: MicromasteryDesign,
): Promise<Saved> {
  await lockDesigns(trx, spaceId);
  const newest = await trx
    .selectFrom('micromastery_version')
    .select([
      'version',
      sql<boolean>`design - 'version' = ${JSON.stringify(design)}::jsonb - 'version'`.as('same'),
    ])
    .where('space_id', '=', spaceId)
    .where('micromastery_id', '=', id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (newest?.same === true) return { outcome: 'same', version: newest.version };

  const version = Math.max(design.version, (newest?.version ?? 0) + 1);
  await putVersion(trx, spaceId, id, { ...design, version });
  return { outcome: newest === undefined ? 'new' : 'changed', version };
}

/** Two servers that start at once bring the same new files: the second has to see what the first one kept. */
export async function lockDesigns(trx: SpaceTransaction, spaceId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`designs ${spaceId}`}, 0))`.execute(trx);
}

/** A new version; what is found and shown is the newest one. */
export async function putVersion(
  trx: SpaceTransaction,
  spaceId: string,
  id: string,
  design: MicromasteryDesign,
): Promise<void> {
  const { version } = design;
  await lockUploaded(trx, spaceId, design);
  await trx
    .insertInto('micromastery_version')
    .values({ space_id: spaceId, micromastery_id: id, version, design: JSON.stringify(design) })
    .execute();
  const { search, spelling } = searchVectors(design);
  await sql`
    insert into micromastery (space_id, id, slug, version, title, search, spelling)
    values (${spaceId}, ${id}, ${design.slug}, ${version}, ${design.title}, ${search}, ${spelling})
    on conflict (space_id, id) do update
    set version = excluded.version, title = excluded.title, search = excluded.search,
        spelling = excluded.spelling, slug = excluded.slug, updated_at = now()
    where micromastery.version <= excluded.version`.execute(trx);
}

/** Not between the look whether anything shows those bytes and their going; in one order, so that no two wait for each other. */
async function lockUploaded(
  trx: SpaceTransaction,
  spaceId: string,
  { formats }: MicromasteryDesign,
): Promise<void> {
  for (const name of mediaOfFormats(formats).toSorted()) {
    const sha256 = sha256OfName(name);
    if (sha256 !== null) await lockMedia(trx, spaceId, sha256);
  }
}

/** A: title. B: needs, in the words of people who have them. C: entry trick and field. D: variables and the rest. */
function searchVectors(design: MicromasteryDesign) {
  const parts = {
    A: [design.title],
    B: design.needs,
    C: [design.entryTrick?.text ?? '', ...design.fields, design.verb],
    D: [design.summary, ...design.experiments.flatMap((variable) => [variable.name, ...variable.levels])],
  } as const;
  const vector = (weight: keyof typeof parts, language: 'english' | 'simple') =>
    sql`setweight(to_tsvector(${sql.lit(language)}, unaccent(${parts[weight].join('. ')})), ${sql.lit(weight)})`;
  const all = (language: 'english' | 'simple') =>
    sql.join(
      [vector('A', language), vector('B', language), vector('C', language), vector('D', language)],
      sql` || `,
    );
  return { search: all('english'), spelling: all('simple') };
}

/** Counts anew in how many micromasteries of a space each word occurs; after a load, not after each save. */
export async function countWords(trx: SpaceTransaction, spaceId: string): Promise<void> {
  await trx.deleteFrom('library_word').where('space_id', '=', spaceId).execute();
  const source = `select spelling from bottega.micromastery where space_id = '${spaceId}'`;
  await sql`
    insert into library_word (space_id, word, micromasteries)
    select ${spaceId}, word, ndoc from ts_stat(${source}) where length(word) between 2 and 60`.execute(trx);
}

const readable = (spaceId: string) => [spaceId, HOUSE_SPACE_ID];

export async function readMicromastery(
  trx: SpaceTransaction,
  spaceId: string,
  id: string,
): Promise<Micromastery | undefined> {
  const row = await trx
    .selectFrom('micromastery as m')
    .innerJoin('micromastery_version as v', (join) =>
      join
        .onRef('v.space_id', '=', 'm.space_id')
        .onRef('v.micromastery_id', '=', 'm.id')
        .onRef('v.version', '=', 'm.version'),
    )
    .select(['v.design', 'm.space_id'])
    .where('m.space_id', 'in', readable(spaceId))
    .where('m.id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : { ...designOf(row.design), id, isOwn: row.space_id === spaceId };
}

/** Everything the learner may use, for keeping on a device: one's own first, then the house's. */
export async function readLibrary(
  trx: SpaceTransaction,
  spaceId: string,
  limit: number,
): Promise<Micromastery[]> {
  const { rows } = await sql<{ id: string; design: unknown; is_own: boolean }>`
    select m.id, v.design, m.space_id = ${spaceId} as is_own from micromastery m
    join micromastery_version v on (v.space_id, v.micromastery_id, v.version) = (m.space_id, m.id, m.version)
    where m.space_id in (${spaceId}, ${HOUSE_SPACE_ID})
    order by m.space_id = ${HOUSE_SPACE_ID}, m.title, m.id limit ${limit}`.execute(trx);
  return rows.map((row) => ({ ...designOf(row.design), id: row.id, isOwn: row.is_own }));
}

export async function countMicromasteries(trx: SpaceTransaction, spaceId: string): Promise<number> {
  const { count } = await trx
    .selectFrom('micromastery')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('space_id', 'in', readable(spaceId))
    .executeTakeFirstOrThrow();
  return count;
}

/** The one place where stored JSON becomes a design again: it was a valid design when it was saved. */
function designOf(design: unknown): MicromasteryDesign {
  return design as MicromasteryDesign;
}
