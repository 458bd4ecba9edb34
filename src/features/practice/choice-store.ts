import { sql } from 'kysely';
import type { SpaceTransaction } from '../../platform/database.ts';
import { recordAsNamed, recordFact } from '../../platform/facts/store.ts';
import { HOUSE_SPACE_ID } from '../../platform/ids.ts';
import { Refusal } from '../../platform/problems.ts';
import type { FollowingBody, LastAim, PayoffChoice } from './choice-contract.ts';

export const recordWish = recordAsNamed('wish');
export const recordPayoffChoice = recordAsNamed('payoff_choice');
export const recordAim = recordAsNamed('aim');
export const recordAimResult = recordAsNamed('aim_result', 'aim_id');

/** Whose library a version of a micromastery is in: the learner's own or the house's. */
export async function spaceOfVersion(
  trx: SpaceTransaction,
  spaceId: string,
  { micromasteryId, micromasteryVersion }: Pick<FollowingBody, 'micromasteryId' | 'micromasteryVersion'>,
): Promise<string> {
  const found = await trx
    .selectFrom('micromastery_version')
    .select('space_id')
    .where('space_id', 'in', [spaceId, HOUSE_SPACE_ID])
    .where('micromastery_id', '=', micromasteryId)
    .where('version', '=', micromasteryVersion)
    .executeTakeFirst();
  if (found === undefined) throw new Refusal('micromastery-not-found');
  return found.space_id;
}

export async function recordFollowing(
  trx: SpaceTransaction,
  spaceId: string,
  id: string,
  body: FollowingBody,
): Promise<'stored' | 'same'> {
  return recordFact(trx, 'following', {
    space_id: spaceId,
    id,
    practice_id: body.practiceId,
    micromastery_space_id: await spaceOfVersion(trx, spaceId, body),
    micromastery_id: body.micromasteryId,
    micromastery_version: body.micromasteryVersion,
    followed_at: body.followedAt,
  });
}

/** The practice in whose session this aim was set. */
export async function practiceOfAim(trx: SpaceTransaction, spaceId: string, aimId: string): Promise<string> {
  const row = await trx
    .selectFrom('aim as a')
    .innerJoin('practice_session as s', (join) =>
      join.onRef('s.space_id', '=', 'a.space_id').onRef('s.id', '=', 'a.session_id'),
    )
    .select('s.practice_id')
    .where('a.space_id', '=', spaceId)
    .where('a.id', '=', aimId)
    .executeTakeFirst();
  if (row === undefined) throw new Refusal('aim-not-found');
  return row.practice_id;
}

type AimRow = {
  id: string;
  session_id: string;
  text: string;
  set_at: Date;
  outcome: NonNullable<LastAim['result']>['outcome'] | null;
  note: string | null;
};

/** The one thing that was to change in the newest session that had such a thing, and what came of it. */
export async function readLastAim(
  trx: SpaceTransaction,
  spaceId: string,
  practiceId: string,
): Promise<LastAim | null> {
  const { rows } = await sql<AimRow>`
    select a.id, a.session_id, a.text, a.set_at, r.outcome, r.note
    from aim a
    join practice_session s on (s.space_id, s.id) = (a.space_id, a.session_id)
    left join aim_result r on (r.space_id, r.aim_id) = (a.space_id, a.id)
    where a.space_id = ${spaceId} and s.practice_id = ${practiceId}
    order by s.started_at desc, least(a.set_at, a.recorded_at) desc, a.id desc limit 1`.execute(trx);
  const row = rows[0];
  if (row === undefined) return null;
  const { id, session_id: sessionId, text, set_at: setAt, outcome, note } = row;
  return {
    id,
    sessionId,
    text,
    setAt: setAt.toISOString(),
    result: outcome === null ? null : { outcome, note },
  };
}

type ChoiceRow = {
  id: string;
  practice_id: string;
  payoff_id: string;
  choice: PayoffChoice['choice'];
  bigger_micromastery_id: string | null;
  chosen_at: Date;
};

export async function readPayoffChoice(
  trx: SpaceTransaction,
  spaceId: string,
  practiceId: string,
): Promise<PayoffChoice | null> {
  const { rows } = await sql<ChoiceRow>`
    select * from payoff_choice where space_id = ${spaceId} and practice_id = ${practiceId}
    order by least(chosen_at, recorded_at) desc, id desc limit 1`.execute(trx);
  const row = rows[0];
  if (row === undefined) return null;
  return {
    id: row.id,
    practiceId: row.practice_id,
    payoffId: row.payoff_id,
    choice: row.choice,
    biggerMicromasteryId: row.bigger_micromastery_id,
    chosenAt: row.chosen_at.toISOString(),
  };
}
