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

export async function hasNeed(trx: SpaceTransaction, spaceId: string, id: string): Promise<boolean> {
  const found = await trx
    .selectFrom('need')
    .select('id')
    .where('space_id', '=', spaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return found !== undefined;
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
  revised_at: Date | null;
  micromastery_ids: string[];
};

/**
 * With the words of the newest revision of each. Those that were let go of come last, since they may be taken up again.
 * `before` is the id of the need that the page before ended with.
 */
export async function readNeeds(
  trx: SpaceTransaction,
  spaceId: string,
  before: string | null,
): Promise<{ needs: Need[]; next: string | null }> {
  // The page first: what was found is looked up for those that are on it.
  const { rows } = await sql<NeedRow>`
    with said as materialized (
      select n.id, n.kind, n.raised_at, coalesce(r.state, 'open') as state, coalesce(r.text, n.text) as text,
             coalesce(r.horizon, n.horizon) as horizon, coalesce(r.wanted_within, n.wanted_within) as wanted_within,
             case when r.id is null then n.context else r.context end as context,
             least(r.revised_at, r.recorded_at) as revised_at,
             array_position(array['let-go', 'answered', 'open'], coalesce(r.state, 'open')) as rank
      from need n
      left join lateral (
        select * from need_revision r where r.space_id = n.space_id and r.need_id = n.id
        order by least(r.revised_at, r.recorded_at) desc, r.id desc limit 1) r on true
      where n.space_id = ${spaceId})
    select said.*, array(
      select m.micromastery_id::text from need_match m
      where m.space_id = ${spaceId} and m.need_id = said.id order by m.matched_at limit 50) as micromastery_ids
    from said
    where ${before === null} or (rank, raised_at, id) < (select rank, raised_at, id from said where id = ${before}::uuid)
    order by rank desc, raised_at desc, id desc limit ${NEEDS_LISTED + 1}`.execute(trx);
  const page = rows.slice(0, NEEDS_LISTED);
  return { needs: page.map(needOf), next: rows.length > NEEDS_LISTED ? (page.at(-1)?.id ?? null) : null };
}

function needOf(row: NeedRow): Need {
  return {
    id: row.id,
    kind: row.kind,
    text: row.text,
    horizon: row.horizon,
    wantedWithin: row.wanted_within,
    context: row.context,
    raisedAt: row.raised_at.toISOString(),
    state: row.state,
    revisedAt: row.revised_at?.toISOString() ?? null,
    micromasteryIds: row.micromastery_ids,
  };
}
