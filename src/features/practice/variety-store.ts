import { sql } from 'kysely';
import { AIDE_CONDITION } from '../../engine/support/aide.ts';
import type { SpaceTransaction } from '../../platform/database.ts';
import type { Variety } from './contract.ts';

/** What was long ago says nothing of how one practises now. */
const SITTINGS = 20;
/** More than so many sittings are made of; years of takes are read no slower than months. */
const ATTEMPTS_READ = 2_000;

/**
 * Of the newest sittings those in which something was varied: a take was made under other conditions than the take before
 * it, whichever sitting that was in, or all of it was play. What is kept the same, be it as designed or a setting of one's
 * own, is no variation.
 */
export async function readVariety(
  trx: SpaceTransaction,
  spaceId: string,
  practiceId: string,
): Promise<Variety> {
  const { rows } = await sql<Variety>`
    select count(*)::int as sittings, count(*) filter (where is_varied)::int as varied
    from (
      select t.session_id, bool_or(t.work = 'play' or (t.before is not null and t.before <> t.conditions)) as is_varied
      from (
        select a.session_id, c.conditions, a.started_at, s.work,
               lag(c.conditions) over (order by a.started_at, a.id) as before
        from (select * from attempt
              where space_id = ${spaceId} and practice_id = ${practiceId}
              order by started_at desc, id desc limit ${ATTEMPTS_READ}) a
        -- With or without a help at hand is the same doing.
        cross join lateral (select a.conditions - ${AIDE_CONDITION}::text as conditions) c
        join practice_session s on (s.space_id, s.id) = (a.space_id, a.session_id)
        where not exists (select from retraction r where (r.space_id, r.attempt_id) = (a.space_id, a.id))) t
      group by t.session_id
      order by max(t.started_at) desc limit ${SITTINGS}) s`.execute(trx);
  return rows[0] ?? { sittings: 0, varied: 0 };
}
