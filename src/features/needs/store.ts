import { sql } from 'kysely';
import type { SpaceTransaction } from '../../platform/database.ts';
import { recordAsNamed, recordFact } from '../../platform/facts/store.ts';
import { HOUSE_SPACE_ID } from '../../platform/ids.ts';
import { Refusal } from '../../platform/problems.ts';
import type { Need } from './contract.ts';

const NEEDS_LISTED = 200;

export const recordNeed = recordAsNamed('need');
export const recordNeedRevision = recordAsNamed('need_revision');

export async function recordNeedMatch(
  trx: SpaceTransaction,
  spaceId: string,
  match: { needId: string; micromasteryId: string; matchedAt: string },
): Promise<'stored' | 'same'> {
  const found = await trx
    .selectFrom('micromastery')
    .select('id')
    .where('space_id', 'in', [spaceId, HOUSE_SPACE_ID])
    .where('id', '=', match.micromasteryId)
    .executeTakeFirst();
  if (found === undefined) throw new Refusal('micromastery-not-found');
  return recordFact(trx, 'need_match', {
    space_id: spaceId,
    need_id: match.needId,
    micromastery_id: match.micromasteryId,
    matched_at: match.matchedAt,
  });
}

type NeedRow = {
  id: string;
  kind: Need['kind'];
  text: string;
  horizon: Need['horizon'];
  wanted_within: Need['wantedWithin'];
  context: string | null;
  raised_at: Date;
  state: Need['state'];
  micromastery_ids: string[];
};

/** With the words of the newest revision of each. Those that were let go of come last, since they may be taken up again. */
export async function readNeeds(trx: SpaceTransaction, spaceId: string): Promise<Need[]> {
  const { rows } = await sql<NeedRow>`
    select n.id, n.kind, n.raised_at, coalesce(r.state, 'open') as state, coalesce(r.text, n.text) as text,
           coalesce(r.horizon, n.horizon) as horizon, coalesce(r.wanted_within, n.wanted_within) as wanted_within,
           case when r.id is null then n.context else r.context end as context, array(
      select m.micromastery_id::text from need_match m
      where m.space_id = n.space_id and m.need_id = n.id order by m.matched_at limit 50) as micromastery_ids
    from need n
    left join lateral (
      select * from need_revision r where r.space_id = n.space_id and r.need_id = n.id
      order by least(r.revised_at, r.recorded_at) desc, r.id desc limit 1) r on true
    where n.space_id = ${spaceId}
    order by coalesce(r.state, 'open') <> 'open', n.raised_at desc, n.id desc limit ${NEEDS_LISTED}`.execute(
    trx,
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    text: row.text,
    horizon: row.horizon,
    wantedWithin: row.wanted_within,
    context: row.context,
    raisedAt: row.raised_at.toISOString(),
    state: row.state,
    micromasteryIds: row.micromastery_ids,
  }));
}
