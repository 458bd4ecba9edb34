import { sql } from 'kysely';
import type { SpaceTransaction } from '../../platform/database.ts';
import { recordAsNamed } from '../../platform/facts/store.ts';
import { LATEST_TWISTS, type TwistList } from './contract.ts';

export const recordTwistDraw = recordAsNamed('twist_draw');
export const recordTwistCard = recordAsNamed('twist_card');
export const recordDifficulty = recordAsNamed('difficulty');

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

type CardRow = { id: string; name: string; instruction: string | null; is_aside: boolean; set_at: Date };

async function readCards(trx: SpaceTransaction, spaceId: string, practiceId: string) {
  const { rows } = await sql<CardRow>`
    select distinct on (name) id, name, instruction, is_aside, set_at from twist_card
    where space_id = ${spaceId} and practice_id = ${practiceId}
    order by name, least(set_at, recorded_at) desc, id desc limit ${LATEST_TWISTS}`.execute(trx);
  return rows.map(({ id, name, instruction, is_aside, set_at }) => ({
    ...{ id, practiceId, name, instruction },
    isAside: is_aside,
    setAt: set_at.toISOString(),
  }));
}

type DifficultyRow = {
  id: string;
  variable: string;
  levels: string[];
  start_level: string;
  target: number;
  is_locked: boolean;
  is_followed: boolean;
  set_at: Date;
};

async function readDifficulty(trx: SpaceTransaction, spaceId: string, practiceId: string) {
  const { rows } = await sql<DifficultyRow>`
    select id, variable, levels, start_level, target, is_locked, is_followed, set_at from difficulty
    where space_id = ${spaceId} and practice_id = ${practiceId}
    order by least(set_at, recorded_at) desc, id desc limit 1`.execute(trx);
  const [row] = rows;
  if (row === undefined) return null;
  const { id, variable, levels, target } = row;
  return {
    ...{ id, practiceId, variable, levels, target },
    startLevel: row.start_level,
    isLocked: row.is_locked,
    isFollowed: row.is_followed,
    setAt: row.set_at.toISOString(),
  };
}

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
    cards: await readCards(trx, spaceId, practiceId),
    difficulty: await readDifficulty(trx, spaceId, practiceId),
  };
}
