import { type RawBuilder, sql } from 'kysely';
import type { SpaceTransaction } from '../../platform/database.ts';
import { HOUSE_SPACE_ID } from '../../platform/ids.ts';
import type { MicromasteryDesign } from '../library/contract.ts';
import type { NamedMicromastery, NamedPractice } from './naming-contract.ts';
import { payoffInForceFrom, payoffOf } from './store.ts';

const MATCHES = 20;
/** Trigram similarity under which a misspelt name is another name; twice the default of pg_trgm, since it decides. */
const SIMILARITY = 0.6;
/** As for imported attempts: after a longer pause it is another session. */
const OPEN_MINUTES = 30;

/**
 * How well a design answers to a name, as whole steps: 5 it is called so, 4 its title or slug has the name in it as
 * words, 3 in the middle of a word, 2 its field has it, 1 it is spelt nearly so; null otherwise.
 */
function fitOf(name: string, design: RawBuilder<unknown>) {
  const wanted = sql`lower(unaccent(${name}))`;
  const title = sql`lower(unaccent(${design} ->> 'title'))`;
  const slug = sql`replace(${design} ->> 'slug', '-', ' ')`;
  const fields = sql`lower(unaccent((${design} -> 'fields')::text))`;
  const called = sql`${title} || ' ' || ${slug}`;
  return sql<number | null>`case
    when ${wanted} in (${title}, ${slug}, ${design} ->> 'slug') then 5
    when position(' ' || ${wanted} || ' ' in ' ' || regexp_replace(${called}, '[^[:alnum:]]+', ' ', 'g') || ' ') > 0 then 4
    when position(${wanted} in ${called}) > 0 then 3
    when position(${wanted} in ${fields}) > 0 then 2
    when word_similarity(${wanted}, ${called} || ' ' || ${fields}) >= ${SIMILARITY} then 1 end`;
}

type PracticeRow = {
  id: string;
  design: MicromasteryDesign;
  payoff: Parameters<typeof payoffOf>[0] | null;
  is_trick_read: boolean;
  open_session_id: string | null;
  open_session_attempts: number | null;
};

/** Those that answer to the name best; a practice also answers to its id. */
export async function namePractices(
  trx: SpaceTransaction,
  spaceId: string,
  name: string,
  at: Date,
): Promise<NamedPractice[]> {
  const { rows } = await sql<PracticeRow>`
    with named as (
      select p.id, v.design, case when p.id::text = lower(${name}) then 6 else ${fitOf(name, sql`v.design`)} end as fit
      from followed_practice p
      join micromastery_version v on (v.space_id, v.micromastery_id, v.version)
        = (p.micromastery_space_id, p.micromastery_id, p.micromastery_version)
      where p.space_id = ${spaceId})
    select n.id, n.design, to_jsonb(f) as payoff, o.id as open_session_id, o.attempts as open_session_attempts,
           exists (select from attempt a where a.space_id = ${spaceId} and a.practice_id = n.id and a.is_trick_read)
             as is_trick_read
    from named n
    left join lateral (
      select * from payoff f where f.space_id = ${spaceId} and f.practice_id = n.id
      order by ${payoffInForceFrom} desc, f.id desc limit 1) f on true
    left join lateral (
      select s.id, coalesce(max(a.sequence), 0) as attempts
      from practice_session s left join attempt a on (a.space_id, a.session_id) = (s.space_id, s.id)
      where s.space_id = ${spaceId} and s.practice_id = n.id and s.work <> 'play'
        and s.started_at between ${at}::timestamptz - interval '1 day' and ${at}
        and not exists (select from session_end e where (e.space_id, e.session_id) = (s.space_id, s.id))
      group by s.id, s.started_at
      having greatest(s.started_at, max(a.started_at))
        between ${at}::timestamptz - make_interval(mins => ${OPEN_MINUTES}) and ${at}
      order by s.started_at desc limit 1) o on true
    where n.fit = (select max(fit) from named)
    order by n.design ->> 'title', n.id limit ${MATCHES}`.execute(trx);
  return rows.map((row) => ({
    id: row.id,
    title: row.design.title,
    slug: row.design.slug,
    // Through JSON, so its moment arrives as text.
    payoff: row.payoff === null ? null : payoffOf({ ...row.payoff, set_at: new Date(row.payoff.set_at) }),
    isTrickRead: row.is_trick_read,
    openSession:
      row.open_session_id === null
        ? null
        : { id: row.open_session_id, attempts: row.open_session_attempts ?? 0 },
  }));
}

export async function nameMicromasteries(
  trx: SpaceTransaction,
  spaceId: string,
  name: string,
): Promise<NamedMicromastery[]> {
  const { rows } = await sql<{ id: string; version: number; design: MicromasteryDesign }>`
    with named as (
      select m.id, m.version, v.design, ${fitOf(name, sql`v.design`)} as fit
      from micromastery m
      join micromastery_version v on (v.space_id, v.micromastery_id, v.version) = (m.space_id, m.id, m.version)
      where m.space_id in (${spaceId}, ${HOUSE_SPACE_ID}))
    select id, version, design from named where fit = (select max(fit) from named)
    order by design ->> 'title', id limit ${MATCHES}`.execute(trx);
  return rows.map(({ id, version, design }) => ({
    id,
    version,
    title: design.title,
    slug: design.slug,
    payoff: design.payoff,
  }));
}
