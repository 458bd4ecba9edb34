import { sql } from 'kysely';
import type { SpaceTransaction } from '../../platform/database.ts';
import type { FactRow } from '../../platform/facts/fact-rows.ts';
import { recordAsNamed, recordFact } from '../../platform/facts/store.ts';
import { Refusal } from '../../platform/problems.ts';
import { spaceOfVersion } from './choice-store.ts';
import type { AttemptBody, Payoff, PracticeBody } from './contract.ts';

export type Outcome = 'stored' | 'same';

/** A practice follows a micromastery of the learner's own or of the house. */
export async function recordPractice(
  trx: SpaceTransaction,
  spaceId: string,
  id: string,
  body: PracticeBody,
): Promise<Outcome> {
  const row: FactRow = {
    space_id: spaceId,
    id,
    micromastery_space_id: await spaceOfVersion(trx, spaceId, body),
    micromastery_id: body.micromasteryId,
    micromastery_version: body.micromasteryVersion,
    need_id: body.needId,
    started_at: body.startedAt,
  };
  return recordFact(trx, 'practice', row);
}

export const recordPayoff = recordAsNamed('payoff');

export const recordSession = recordAsNamed('practice_session');

export const recordSessionEnd = recordAsNamed('session_end', 'session_id');

export const recordRetraction = recordAsNamed('retraction');

export const recordRemark = recordAsNamed('remark');

/** The practice whose session this is. */
export async function practiceOfSession(
  trx: SpaceTransaction,
  spaceId: string,
  sessionId: string,
): Promise<string> {
  const row = await trx
    .selectFrom('practice_session')
    .select('practice_id')
    .where('space_id', '=', spaceId)
    .where('id', '=', sessionId)
    .executeTakeFirst();
  if (row === undefined) throw new Refusal('session-not-found');
  return row.practice_id;
}

/** The practice whose attempt this is. */
export async function practiceOfAttempt(
  trx: SpaceTransaction,
  spaceId: string,
  attemptId: string,
): Promise<string> {
  const row = await trx
    .selectFrom('attempt')
    .select('practice_id')
    .where('space_id', '=', spaceId)
    .where('id', '=', attemptId)
    .executeTakeFirst();
  if (row === undefined) throw new Refusal('attempt-not-found');
  return row.practice_id;
}

export async function readPayoff(
  trx: SpaceTransaction,
  spaceId: string,
  id: string,
): Promise<Payoff | undefined> {
  const row = await trx
    .selectFrom('payoff')
    .selectAll()
    .where('space_id', '=', spaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : payoffOf(row);
}

/** Newest first: the first is in force. Measures of parts come after all of the whole. */
export async function readPayoffs(
  trx: SpaceTransaction,
  spaceId: string,
  practiceId: string,
): Promise<Payoff[]> {
  const rows = await trx
    .selectFrom('payoff')
    .selectAll()
    .where('space_id', '=', spaceId)
    .where('practice_id', '=', practiceId)
    .orderBy(payoffInForceFrom, 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
  return rows.map(payoffOf);
}

type PayoffColumns = {
  id: string;
  practice_id: string;
  statement: string;
  kind: Payoff['kind'];
  unit: string;
  direction: Payoff['direction'];
  target_low: number | null;
  target_high: number | null;
  how_measured: string | null;
  anchors: Payoff['anchors'];
  part: Payoff['part'];
  set_at: Date;
};

export function payoffOf(row: PayoffColumns): Payoff {
  return {
    id: row.id,
    practiceId: row.practice_id,
    statement: row.statement,
    kind: row.kind,
    unit: row.unit,
    direction: row.direction,
    target: { low: row.target_low, high: row.target_high },
    howMeasured: row.how_measured,
    anchors: row.anchors,
    ...(row.part == null ? {} : { part: row.part }),
    setAt: row.set_at.toISOString(),
  };
}

export async function hasPractice(trx: SpaceTransaction, spaceId: string, id: string): Promise<boolean> {
  const row = await trx
    .selectFrom('practice')
    .select('id')
    .where('space_id', '=', spaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

/** An attempt of this practice, also one that was retracted. */
export async function hasAttempt(
  trx: SpaceTransaction,
  spaceId: string,
  practiceId: string,
  id: string,
): Promise<boolean> {
  const row = await trx
    .selectFrom('attempt')
    .select('id')
    .where('space_id', '=', spaceId)
    .where('practice_id', '=', practiceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

/** How far the facts of a practice have come; anything derived from them is stale once this changes. */
export async function readFreshness(
  trx: SpaceTransaction,
  spaceId: string,
  practiceId: string,
): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select concat_ws('/',
      (select count(*) from attempt where space_id = ${spaceId} and practice_id = ${practiceId}),
      (select count(*) from retraction r join attempt a on (a.space_id, a.id) = (r.space_id, r.attempt_id)
       where r.space_id = ${spaceId} and a.practice_id = ${practiceId}),
      (select count(*) from payoff where space_id = ${spaceId} and practice_id = ${practiceId})) as mark`.execute(
    trx,
  );
  return rows[0]?.mark ?? '';
}

/**
 * Where an attempt (`a`) of a session (`s`) stands among all: the first of the four keys of their order, before session,
 * sequence and id. A device counts its attempts, so those stand with their session, and its count decides there. Those of
 * a file or of the command line stand at their own moment, since files that overlap meet in any order.
 */
export const placeOfAttempt = sql<Date>`case when a.source = 'runner' then s.started_at else a.started_at end`;

/** A clock that was ahead sets a payoff into the time to come; it is in force from when home heard of it. One of a part never is. */
export const payoffInForceFrom = sql<Date>`case when part is null then least(set_at, recorded_at) else '-infinity' end`;

export type PictureRow = {
  /** Null without a score, or in another kind or unit than the one in force: not comparable, but numbered with the rest. */
  value: number | null;
  at: Date;
  sessionId: string;
  id: string;
  day: string;
  conditions: Record<string, string>;
  isTrickRead: boolean;
  source: AttemptBody['source'];
  payoffId: string;
};

/** Attempts that stand, in the order they were made, which is the order of the list and gives each its number. */
export async function readPictureRows(
  trx: SpaceTransaction,
  spaceId: string,
  practiceId: string,
  payoff: Pick<Payoff, 'kind' | 'unit' | 'part'>,
): Promise<PictureRow[]> {
  return trx
    .selectFrom('attempt as a')
    .innerJoin('practice_session as s', (join) =>
      join.onRef('s.space_id', '=', 'a.space_id').onRef('s.id', '=', 'a.session_id'),
    )
    .innerJoin('payoff as p', (join) =>
      join.onRef('p.space_id', '=', 'a.space_id').onRef('p.id', '=', 'a.payoff_id'),
    )
    .leftJoin('retraction as r', (join) =>
      join.onRef('r.space_id', '=', 'a.space_id').onRef('r.attempt_id', '=', 'a.id'),
    )
    .select(['a.started_at as at', 'a.session_id as sessionId', 'a.id', 'a.local_day as day', 'a.conditions'])
    .select(['a.is_trick_read as isTrickRead', 'a.source', 'a.payoff_id as payoffId'])
    .select((eb) =>
      eb
        .case()
        .when(
          eb.and([
            eb('p.kind', '=', payoff.kind),
            eb('p.unit', '=', payoff.unit),
            eb('p.part', 'is not distinct from', payoff.part ?? null),
          ]),
        )
        .then(eb.ref('a.value'))
        .end()
        .as('value'),
    )
    .where('a.space_id', '=', spaceId)
    .where('a.practice_id', '=', practiceId)
    .where('r.id', 'is', null)
    .orderBy(placeOfAttempt)
    .orderBy('a.session_id')
    .orderBy('a.sequence')
    .orderBy('a.id')
    .execute();
}
