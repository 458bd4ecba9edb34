import { sql } from 'kysely';
import type { AimedAttempt } from '../../engine/picture/first-success.ts';
import type { Work } from '../../engine/session/work.ts';
import type { SpaceTransaction } from '../../platform/database.ts';

/** How a practice began. */
export type PracticeBeginning = {
  readonly takenUpAt: Date;
  /** Whether the version that it follows has an entry trick at all. */
  readonly hasTrick: boolean;
};

export async function readBeginning(
  trx: SpaceTransaction,
  spaceId: string,
  practiceId: string,
): Promise<PracticeBeginning | undefined> {
  const { rows } = await sql<{ started_at: Date; has_trick: boolean }>`
    select p.started_at, coalesce(jsonb_typeof(v.design -> 'entryTrick') = 'object', false) as has_trick
    from practice p
    join micromastery_version v on (v.space_id, v.micromastery_id, v.version)
      = (p.micromastery_space_id, p.micromastery_id, p.micromastery_version)
    where p.space_id = ${spaceId} and p.id = ${practiceId}`.execute(trx);
  const [row] = rows;
  return row === undefined ? undefined : { takenUpAt: row.started_at, hasTrick: row.has_trick };
}

type AimedRow = {
  id: string;
  started_at: Date;
  duration_seconds: number | null;
  value: number;
  target_low: number | null;
  target_high: number | null;
  source: string;
};

/**
 * The one attempt by which the engine tells the first success: the earliest that reached the target of its time, or that
 * was made before the practice was taken up or elsewhere. Of any kind and unit: a payoff that changed keeps its past. Work
 * on a part of it, or play with it, decides nothing about the whole.
 */
export async function readDecidingAttempts(
  trx: SpaceTransaction,
  spaceId: string,
  practiceId: string,
  takenUpAt: Date,
): Promise<AimedAttempt[]> {
  const { rows } = await sql<AimedRow>`
    select a.id, a.started_at, a.duration_seconds, a.value, f.target_low, f.target_high, a.source
    from attempt a
    join payoff f on (f.space_id, f.id) = (a.space_id, a.payoff_id)
    where a.space_id = ${spaceId} and a.practice_id = ${practiceId} and a.value is not null
      and not exists (select from retraction r where (r.space_id, r.attempt_id) = (a.space_id, a.id))
      and not exists (select from practice_session s
                      where (s.space_id, s.id) = (a.space_id, a.session_id) and s.work in ('part', 'play'))
      and (a.source = 'import' or a.started_at <= ${takenUpAt}
        or (coalesce(f.target_low, f.target_high) is not null
          and a.value >= coalesce(f.target_low, a.value) and a.value <= coalesce(f.target_high, a.value)))
    order by a.started_at, a.id limit 1`.execute(trx);
  return rows.map((row) => ({
    id: row.id,
    at: row.started_at.getTime(),
    durationSeconds: row.duration_seconds,
    value: row.value,
    target: { low: row.target_low, high: row.target_high },
    isImported: row.source === 'import',
  }));
}

/** A session that was no run of the whole, newest last. */
export type SessionApart = {
  readonly sessionId: string;
  readonly work: Exclude<Work, 'whole'>;
  readonly part: string | null;
};

/** Sessions of this practice that were work on a part, a showing or play. Records from elsewhere are of the whole. */
export async function readSessionsApart(
  trx: SpaceTransaction,
  spaceId: string,
  practiceId: string,
): Promise<SessionApart[]> {
  const { rows } = await sql<{ id: string; work: SessionApart['work']; part: string | null }>`
    select id, work, part from practice_session
    where space_id = ${spaceId} and practice_id = ${practiceId} and work <> 'whole'
    order by started_at, id`.execute(trx);
  return rows.map(({ id, work, part }) => ({ sessionId: id, work, part: work === 'part' ? part : null }));
}
