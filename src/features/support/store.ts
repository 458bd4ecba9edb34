import { sql } from 'kysely';
import type { SpaceTransaction } from '../../platform/database.ts';
import { recordAsNamed } from '../../platform/facts/store.ts';
import { lockMedia } from '../../platform/media/store.ts';
import type { AtHand, AtHandBody, IfThenPlan, Support, SupportCheck, SupportSlot } from './contract.ts';

export const recordSupportSlot = recordAsNamed('support_slot');
export const recordSupportCheck = recordAsNamed('support_check');
export const recordIfThenPlan = recordAsNamed('if_then_plan');
export const recordIfThenUse = recordAsNamed('if_then_use');

const recordThing = recordAsNamed('at_hand');

/** Of a file not between the look whether anything shows its bytes and their going. */
export async function recordAtHand(
  trx: SpaceTransaction,
  spaceId: string,
  id: string,
  body: AtHandBody,
): Promise<'stored' | 'same'> {
  if (body.mediaSha256 !== null) await lockMedia(trx, spaceId, body.mediaSha256);
  return recordThing(trx, spaceId, id, body);
}

export async function readSupport(
  trx: SpaceTransaction,
  spaceId: string,
  practiceId: string,
): Promise<Support> {
  return {
    practiceId,
    slots: await readSlots(trx, spaceId, practiceId),
    plans: await readPlans(trx, spaceId, practiceId),
    atHand: await readAtHand(trx, spaceId, practiceId),
    checks: await readChecks(trx, spaceId, practiceId),
  };
}

type SlotRow = {
  id: string;
  slot: SupportSlot['slot'];
  status: SupportSlot['status'];
  text: string | null;
  set_at: Date;
};

async function readSlots(trx: SpaceTransaction, spaceId: string, practiceId: string): Promise<SupportSlot[]> {
  const { rows } = await sql<SlotRow>`
    select distinct on (slot) id, slot, status, text, set_at from support_slot
    where space_id = ${spaceId} and practice_id = ${practiceId}
    order by slot, least(set_at, recorded_at) desc, id desc`.execute(trx);
  return rows.map(({ set_at, ...slot }) => ({ ...slot, practiceId, setAt: set_at.toISOString() }));
}

type PlanRow = {
  id: string;
  cue: string;
  action: string;
  set_at: Date;
  done: number;
  came_up: number;
};

/** A plan that was said anew counts from then on: it is another plan. */
async function readPlans(trx: SpaceTransaction, spaceId: string, practiceId: string): Promise<IfThenPlan[]> {
  const { rows } = await sql<PlanRow>`
    select p.id, p.cue, p.action, p.set_at,
           count(u.id) filter (where u.is_done) as done, count(u.id) as came_up
    from if_then_plan p
    left join if_then_use u on (u.space_id, u.plan_id) = (p.space_id, p.id)
    where p.space_id = ${spaceId} and p.practice_id = ${practiceId} and not p.is_dropped
      and not exists (select from if_then_plan later
                      where later.space_id = p.space_id and later.practice_id = p.practice_id
                        and later.replaces_id = p.id)
    group by p.space_id, p.id
    order by p.set_at, p.id limit 50`.execute(trx);
  return rows.map((row) => ({
    id: row.id,
    practiceId,
    cue: row.cue,
    action: row.action,
    setAt: row.set_at.toISOString(),
    uses: { done: row.done, cameUp: row.came_up },
  }));
}

type AtHandRow = {
  id: string;
  label: string;
  address: string | null;
  media_sha256: string | null;
  form: AtHand['form'];
  text: string | null;
  set_at: Date;
};

async function readAtHand(trx: SpaceTransaction, spaceId: string, practiceId: string): Promise<AtHand[]> {
  const { rows } = await sql<AtHandRow>`
    select h.id, h.label, h.address, h.media_sha256, h.form, h.text, h.set_at from at_hand h
    where h.space_id = ${spaceId} and h.practice_id = ${practiceId} and not h.is_dropped
      and not exists (select from at_hand later
                      where later.space_id = h.space_id and later.practice_id = h.practice_id
                        and later.replaces_id = h.id)
    order by h.set_at, h.id limit 50`.execute(trx);
  return rows.map((row) => ({
    id: row.id,
    practiceId,
    label: row.label,
    address: row.address,
    mediaSha256: row.media_sha256,
    form: row.form,
    text: row.text,
    setAt: row.set_at.toISOString(),
  }));
}

/** Of the file that lay at hand until this record replaced it or put it away; undefined where it was none. */
export async function readReplacedSha256(
  trx: SpaceTransaction,
  spaceId: string,
  id: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ media_sha256: string }>`
    select before.media_sha256 from at_hand h
    join at_hand before on (before.space_id, before.practice_id, before.id)
                         = (h.space_id, h.practice_id, h.replaces_id)
    where h.space_id = ${spaceId} and h.id = ${id} and before.media_sha256 is not null`.execute(trx);
  return rows[0]?.media_sha256;
}

type CheckRow = {
  id: string;
  session_id: string;
  in_place: SupportCheck['inPlace'];
  missing: SupportCheck['missing'];
  checked_at: Date;
};

async function readChecks(
  trx: SpaceTransaction,
  spaceId: string,
  practiceId: string,
): Promise<SupportCheck[]> {
  const { rows } = await sql<CheckRow>`
    with newest as (
      select distinct on (c.session_id) c.id, c.session_id, c.in_place, c.missing, c.checked_at
      from support_check c
      join practice_session s on (s.space_id, s.id) = (c.space_id, c.session_id)
      where c.space_id = ${spaceId} and s.practice_id = ${practiceId}
      order by c.session_id, least(c.checked_at, c.recorded_at) desc, c.id desc)
    select * from newest order by checked_at desc, id desc limit 500`.execute(trx);
  return rows.map((row) => ({
    id: row.id,
    sessionId: row.session_id,
    inPlace: row.in_place,
    missing: row.missing,
    checkedAt: row.checked_at.toISOString(),
  }));
}
