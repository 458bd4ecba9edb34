import { sql } from 'kysely';
import type { SpaceTransaction } from '../../platform/database.ts';
import { recordFact } from '../../platform/facts/store.ts';
import { HOUSE_SPACE_ID } from '../../platform/ids.ts';
import { Refusal } from '../../platform/problems.ts';
import type { Need, NeedBody } from './contract.ts';

const NEEDS_LISTED = 200;

export function recordNeed(
  trx: SpaceTransaction,
  spaceId: string,
  id: string,
  body: NeedBody,
): Promise<'stored' | 'same'> {
  return recordFact(trx, 'need', {
    space_id: spaceId,
    id,
    kind: body.kind,
    text: body.text,
    horizon: body.horizon,
    wanted_within: body.wantedWithin,
    context: body.context,
    raised_at: body.raisedAt,
  });
}

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
  micromastery_ids: string[];
};

export async function readNeeds(trx: SpaceTransaction, spaceId: string): Promise<Need[]> {
  const { rows } = await sql<NeedRow>`
    select n.*, array(
      select m.micromastery_id::text from need_match m
      where m.space_id = n.space_id and m.need_id = n.id order by m.matched_at limit 50) as micromastery_ids
    from need n where n.space_id = ${spaceId}
    order by n.raised_at desc, n.id desc limit ${NEEDS_LISTED}`.execute(trx);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    text: row.text,
    horizon: row.horizon,
    wantedWithin: row.wanted_within,
    context: row.context,
    raisedAt: row.raised_at.toISOString(),
    micromasteryIds: row.micromastery_ids,
  }));
}
