import { sql } from 'kysely';
import type { SpaceTransaction } from '../../platform/database.ts';
import { recordAsNamed } from '../../platform/facts/store.ts';
import { MOST_PAIR_TAKES, MOST_PAIRINGS, type Pair, type Pairing, type PairTakeRow } from './contract.ts';

export const recordPairing = recordAsNamed('pairing');

type PairingRow = {
  id: string;
  timing: Pairing['timing'];
  a: Pairing['a'];
  b: Pairing['b'];
  cost_limit: number;
  leads: boolean;
  set_at: Date;
};

type TakeRow = {
  id: string;
  session_id: string;
  started_at: Date;
  local_day: string;
  value: number;
  payoff_id: string;
  work: PairTakeRow['work'];
  part: string | null;
};

/** A clock that was ahead sets one into the time to come; it holds from when home heard of it. */
export async function readPair(trx: SpaceTransaction, spaceId: string, practiceId: string): Promise<Pair> {
  const { rows: pairings } = await sql<PairingRow>`
    select id, timing, a, b, cost_limit, leads, set_at from pairing
    where space_id = ${spaceId} and practice_id = ${practiceId}
    order by least(set_at, recorded_at) desc, id desc limit ${MOST_PAIRINGS}`.execute(trx);
  const { rows: takes } = await sql<TakeRow>`
    select a.id, a.session_id, a.started_at, a.local_day, a.value, a.payoff_id, s.work, s.part
    from attempt a
    join practice_session s on (s.space_id, s.id) = (a.space_id, a.session_id) and not s.is_floor
    where a.space_id = ${spaceId} and a.practice_id = ${practiceId} and a.value is not null
      and not exists (select from retraction r where (r.space_id, r.attempt_id) = (a.space_id, a.id))
    order by case when a.source = 'runner' then s.started_at else a.started_at end desc, a.session_id desc, a.sequence desc, a.id desc limit ${MOST_PAIR_TAKES}`.execute(
    trx,
  );
  return {
    pairings: pairings.map(({ cost_limit, set_at, ...pairing }) => ({
      ...pairing,
      practiceId,
      costLimit: cost_limit,
      setAt: set_at.toISOString(),
    })),
    takes: takes.reverse().map(({ session_id, started_at, local_day, payoff_id, ...take }) => ({
      ...take,
      sessionId: session_id,
      startedAt: started_at.toISOString(),
      localDay: local_day,
      payoffId: payoff_id,
    })),
  };
}
