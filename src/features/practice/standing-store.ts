import { sql } from 'kysely';
import type { AttemptFact } from '../../engine/picture/picture.ts';
import type { SpaceTransaction } from '../../platform/database.ts';
import type { Payoff } from './contract.ts';

/** Nothing further back tells where somebody stands today; years of takes are read no slower than months. */
const ATTEMPTS_READ = 2_000;

type StandingRow = {
  practice_id: string;
  value: number;
  started_at: Date;
  session_id: string;
  local_day: string;
};

/**
 * Of the newest attempts of these practices those that stand and say something of the payoff in force: scored, in its kind
 * and unit, and of the whole. Oldest first. A practice without any is not among them.
 */
export async function readStandingAttempts(
  trx: SpaceTransaction,
  spaceId: string,
  payoffs: readonly Pick<Payoff, 'id' | 'practiceId'>[],
): Promise<ReadonlyMap<string, AttemptFact[]>> {
  const practiceIds = payoffs.map(({ practiceId }) => practiceId);
  const payoffIds = payoffs.map(({ id }) => id);
  const { rows } = await sql<StandingRow>`
    select f.practice_id, t.value, t.started_at, t.session_id, t.local_day
    from unnest(${practiceIds}::uuid[], ${payoffIds}::uuid[]) as f (practice_id, payoff_id)
    join payoff i on (i.space_id, i.id) = (${spaceId}, f.payoff_id)
    cross join lateral (
      select a.id, a.value, a.started_at, a.session_id, a.local_day
      from (select * from attempt a where a.space_id = ${spaceId} and a.practice_id = f.practice_id
            order by a.started_at desc, a.id desc limit ${ATTEMPTS_READ}) a
      join payoff m on (m.space_id, m.id) = (a.space_id, a.payoff_id) and (m.kind, m.unit) = (i.kind, i.unit)
      join practice_session s on (s.space_id, s.id) = (a.space_id, a.session_id) and s.work in ('whole', 'showing')
      where a.value is not null
        and not exists (select from retraction r where (r.space_id, r.attempt_id) = (a.space_id, a.id))) t
    order by f.practice_id, t.started_at, t.id`.execute(trx);
  const attempts = new Map<string, AttemptFact[]>();
  for (const row of rows) {
    const own = attempts.get(row.practice_id) ?? [];
    own.push({
      value: row.value,
      at: row.started_at.getTime(),
      sessionId: row.session_id,
      dayKey: row.local_day,
    });
    attempts.set(row.practice_id, own);
  }
  return attempts;
}

/** When each of these practices first reached the target in force, of all its attempts that stand and are of the whole. */
export async function readFirstReached(
  trx: SpaceTransaction,
  spaceId: string,
  payoffs: readonly Pick<Payoff, 'id' | 'practiceId'>[],
): Promise<ReadonlyMap<string, number>> {
  const practiceIds = payoffs.map(({ practiceId }) => practiceId);
  const payoffIds = payoffs.map(({ id }) => id);
  const { rows } = await sql<{ practice_id: string; reached_at: Date }>`
    select f.practice_id, t.started_at as reached_at
    from unnest(${practiceIds}::uuid[], ${payoffIds}::uuid[]) as f (practice_id, payoff_id)
    join payoff i on (i.space_id, i.id) = (${spaceId}, f.payoff_id) and num_nonnulls(i.target_low, i.target_high) > 0
    cross join lateral (
      select a.started_at from attempt a
      join payoff m on (m.space_id, m.id) = (a.space_id, a.payoff_id) and (m.kind, m.unit) = (i.kind, i.unit)
      join practice_session s on (s.space_id, s.id) = (a.space_id, a.session_id) and s.work <> 'part'
      where a.space_id = ${spaceId} and a.practice_id = f.practice_id
        and a.value >= coalesce(i.target_low, a.value) and a.value <= coalesce(i.target_high, a.value)
        and not exists (select from retraction r where (r.space_id, r.attempt_id) = (a.space_id, a.id))
      order by a.started_at, a.id limit 1) t`.execute(trx);
  return new Map(rows.map(({ practice_id, reached_at }) => [practice_id, reached_at.getTime()]));
}
