import { sql } from 'kysely';
import type { SpaceTransaction } from '../../platform/database.ts';
import { recordAsNamed } from '../../platform/facts/store.ts';
import { LATEST_TWISTS, type TwistList } from './contract.ts';

export const recordTwistDraw = recordAsNamed('twist_draw');

type DrawRow = {
  id: string;
  session_id: string;
  attempt_id: string | null;
  place: number;
  round: number;
  card: string;
  offered: TwistList['draws'][number]['offered'];
  drawn_at: Date;
};

/** Of one place that two devices drew for, the one that was recorded first comes first. */
export async function readTwists(
  trx: SpaceTransaction,
  spaceId: string,
  practiceId: string,
): Promise<TwistList> {
  const { rows } = await sql<DrawRow>`
    select id, session_id, attempt_id, place, round, card, offered, drawn_at from twist_draw
    where space_id = ${spaceId} and practice_id = ${practiceId}
    order by place desc, recorded_at desc, id desc limit ${LATEST_TWISTS}`.execute(trx);
  return {
    draws: rows.reverse().map(({ session_id, attempt_id, drawn_at, ...draw }) => ({
      ...draw,
      practiceId,
      sessionId: session_id,
      attemptId: attempt_id,
      drawnAt: drawn_at.toISOString(),
    })),
  };
}
