import { sql } from 'kysely';
import type { SpaceTransaction } from '../database.ts';
import type { MediaType } from './contract.ts';

/** "bott", "medi": an advisory lock. A backup shares it for as long as it takes, and bytes go only while nobody has it. */
export const GOING_LOCK = '1651471476, 1835361385';

export type MediaRow = {
  readonly sha256: string;
  readonly contentType: MediaType;
  readonly bytes: number;
};

type Row = { sha256: string; content_type: MediaType; bytes: number };
const mediaOf = (row: Row): MediaRow => ({
  sha256: row.sha256,
  contentType: row.content_type,
  bytes: row.bytes,
});

/** To the end of the transaction nobody else keeps these bytes, lets go of them, or comes to show them. */
export async function lockMedia(trx: SpaceTransaction, spaceId: string, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`media ${spaceId} ${sha256}`}, 0))`.execute(trx);
}

/** To the end of the transaction no backup begins to read; false where one reads now. */
export async function mayGo(trx: SpaceTransaction): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select pg_try_advisory_xact_lock(${sql.raw(GOING_LOCK)}) as may`.execute(trx);
  return rows[0]?.may === true;
}

/** To the end of the transaction no bytes go, of any space. */
export async function holdMedia(trx: SpaceTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${sql.raw(GOING_LOCK)})`.execute(trx);
}

export async function readMedia(
  trx: SpaceTransaction,
  spaceId: string,
  sha256: string,
): Promise<MediaRow | undefined> {
  const { rows } = await sql<Row>`
    select sha256, content_type, bytes from media
    where space_id = ${spaceId} and sha256 = ${sha256}`.execute(trx);
  return rows[0] && mediaOf(rows[0]);
}

/** Newest first. */
export async function listMedia(trx: SpaceTransaction, spaceId: string, atMost: number): Promise<MediaRow[]> {
  const { rows } = await sql<Row>`
    select sha256, content_type, bytes from media where space_id = ${spaceId}
    order by stored_at desc, sha256 limit ${atMost}`.execute(trx);
  return rows.map(mediaOf);
}

export async function addMedia(trx: SpaceTransaction, spaceId: string, media: MediaRow): Promise<void> {
  await sql`
    insert into media (space_id, sha256, content_type, bytes)
    values (${spaceId}, ${media.sha256}, ${media.contentType}, ${media.bytes})
    on conflict (space_id, sha256) do nothing`.execute(trx);
}

export async function deleteMedia(trx: SpaceTransaction, spaceId: string, sha256: string): Promise<void> {
  await sql`delete from media where space_id = ${spaceId} and sha256 = ${sha256}`.execute(trx);
}

/**
 * Evidence that stands, what lies at hand, and any version of a design of one's own, of these bytes. What the designs
 * name is asked for once, and not anew for each of many bytes.
 */
const showing = (spaceId: string, sha256: ReturnType<typeof sql>) => sql`
  ${sha256} in (select substr(named.media #>> '{}', 8) from micromastery_version v,
                     jsonb_path_query(v.design, '$.formats.*.media') as named (media)
                where v.space_id = ${spaceId} and named.media #>> '{}' like 'sha256-%')
  or exists (select from evidence e where e.space_id = ${spaceId} and e.sha256 = ${sha256}
          and not exists (select from evidence_removal r
                          where (r.space_id, r.evidence_id) = (e.space_id, e.id)))
  or exists (select from at_hand h where h.space_id = ${spaceId} and h.media_sha256 = ${sha256}
             and not h.is_dropped
             and not exists (select from at_hand later
                             where later.space_id = h.space_id and later.practice_id = h.practice_id
                               and later.replaces_id = h.id))`;

/** What showed the bytes of a row of media `m` was removed, replaced or put away after they had come. */
const letGo = sql`
  (exists (select from evidence e
           join evidence_removal r on (r.space_id, r.evidence_id) = (e.space_id, e.id)
           where e.space_id = m.space_id and e.sha256 = m.sha256 and r.recorded_at > m.stored_at)
   or exists (select from at_hand h
              join at_hand later on (later.space_id, later.practice_id, later.replaces_id)
                                  = (h.space_id, h.practice_id, h.id)
              where h.space_id = m.space_id and h.media_sha256 = m.sha256 and later.recorded_at > m.stored_at))`;

export async function isShown(trx: SpaceTransaction, spaceId: string, sha256: string): Promise<boolean> {
  const { rows } = await sql<{ is_shown: boolean }>`
    select ${showing(spaceId, sql`${sha256}`)} as is_shown`.execute(trx);
  return rows[0]?.is_shown === true;
}

/** As what the newest evidence of these bytes announced them; undefined where none that stands does. */
export async function typeShown(
  trx: SpaceTransaction,
  spaceId: string,
  sha256: string,
): Promise<MediaType | undefined> {
  const { rows } = await sql<{ content_type: MediaType }>`
    select e.content_type from evidence e
    where e.space_id = ${spaceId} and e.sha256 = ${sha256}
      and not exists (select from evidence_removal r where (r.space_id, r.evidence_id) = (e.space_id, e.id))
    order by e.recorded_at desc limit 1`.execute(trx);
  return rows[0]?.content_type;
}

/**
 * Shown by nothing, and either stored before that moment or let go of since they came: what is to show bytes may come
 * after them, and what was removed has been.
 */
export async function listUnshown(
  trx: SpaceTransaction,
  spaceId: string,
  storedBefore: Date,
  atMost: number,
): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select m.sha256 from media m
    where m.space_id = ${spaceId} and (m.stored_at < ${storedBefore} or ${letGo})
      and not (${showing(spaceId, sql`m.sha256`)})
    order by m.stored_at limit ${atMost}`.execute(trx);
  return rows.map(({ sha256 }) => sha256);
}

/** `unknown`: this database has never heard of it. */
export async function standingOfSpace(
  trx: SpaceTransaction,
  spaceId: string,
): Promise<'here' | 'erased' | 'unknown'> {
  const { rows } = await sql<{ standing: 'here' | 'erased' | 'unknown' }>`
    select case when exists (select from space where id = ${spaceId}) then 'here'
                when exists (select from bottega_session.erasure where erased_space_id = ${spaceId}) then 'erased'
                else 'unknown' end as standing`.execute(trx);
  return rows[0]?.standing ?? 'unknown';
}
