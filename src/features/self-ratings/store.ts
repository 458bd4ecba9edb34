import { sql } from 'kysely';
import type { SpaceTransaction } from '../../platform/database.ts';
import { recordAsNamed } from '../../platform/facts/store.ts';
import { LATEST_RATINGS, type SelfRatingList } from './contract.ts';

export const recordSelfRating = recordAsNamed('self_rating');

type RatingRow = {
  id: string;
  session_id: string;
  before_attempt_id: string | null;
  after_attempt_id: string | null;
  sure: number;
  rated_at: Date;
  payoff_id: string | null;
  value: number | null;
  started_at: Date | null;
};

type SittingRow = {
  id: string;
  session_id: string;
  absorbed: number;
  hard: number;
  rated_at: Date;
  conditions: Readonly<Record<string, string>>;
};

export async function readSelfRatings(
  trx: SpaceTransaction,
  spaceId: string,
  practiceId: string,
): Promise<SelfRatingList> {
  // Made after the ratings are cut to the newest: each then looks its take up by its key.
  const { rows } = await sql<RatingRow>`
    select r.id, r.session_id, r.before_attempt_id, r.after_attempt_id, r.sure, r.rated_at,
           a.payoff_id, a.value, a.started_at
    from (select * from self_rating
          where space_id = ${spaceId} and practice_id = ${practiceId} and sure is not null
          order by rated_at desc, id desc limit ${LATEST_RATINGS}) r
    left join attempt a on (a.space_id, a.id) = (${spaceId}, r.before_attempt_id)
      and not exists (select from retraction t where (t.space_id, t.attempt_id) = (a.space_id, a.id))
    order by r.rated_at, r.id`.execute(trx);
  return {
    ratings: rows.map(({ payoff_id, value, started_at, ...row }) => ({
      id: row.id,
      practiceId,
      sessionId: row.session_id,
      beforeAttemptId: row.before_attempt_id,
      afterAttemptId: row.after_attempt_id,
      sure: row.sure,
      absorbed: null,
      hard: null,
      ratedAt: row.rated_at.toISOString(),
      take:
        payoff_id === null || started_at === null || row.before_attempt_id === null
          ? null
          : {
              attemptId: row.before_attempt_id,
              payoffId: payoff_id,
              value,
              startedAt: started_at.toISOString(),
            },
    })),
    sittings: await readSittings(trx, spaceId, practiceId),
  };
}

async function readSittings(
  trx: SpaceTransaction,
  spaceId: string,
  practiceId: string,
): Promise<SelfRatingList['sittings']> {
  const { rows } = await sql<SittingRow>`
    select s.id, s.session_id, s.absorbed, s.hard, s.rated_at, c.conditions
    from (select * from (select distinct on (session_id) * from self_rating
            where space_id = ${spaceId} and practice_id = ${practiceId} and sure is null
            order by session_id, rated_at desc, id desc) newest
          order by rated_at desc, id desc limit ${LATEST_RATINGS}) s
    cross join lateral (
      select coalesce(jsonb_object_agg(shared.name, shared.level), '{}') as conditions
      from (select of_take.name, min(of_take.level) as level
            from attempt a
            cross join lateral jsonb_each_text(a.conditions) of_take (name, level)
            where a.space_id = ${spaceId} and a.practice_id = ${practiceId} and a.session_id = s.session_id
            group by of_take.name
            having count(distinct of_take.level) = 1 and count(*) = (
              select count(*) from attempt every
              where every.space_id = ${spaceId} and every.practice_id = ${practiceId}
                and every.session_id = s.session_id)) shared) c
    order by s.rated_at, s.id`.execute(trx);
  return rows.map(({ id, session_id, absorbed, hard, rated_at, conditions }) => ({
    id,
    sessionId: session_id,
    absorbed,
    hard: hard,
    ratedAt: rated_at.toISOString(),
    conditions,
  }));
}
