import type { Store } from '../../platform/database.ts';
import { Refusal } from '../../platform/problems.ts';
import type { AttemptBody } from './contract.ts';
import type { Outcome } from './store.ts';

/** `other`: the id is taken by another body. */
type AttemptOutcome = Outcome | 'other';
type Waiting = {
  readonly spaceId: string;
  readonly id: string;
  readonly body: AttemptBody;
  resolve(outcome: AttemptOutcome): void;
  reject(error: unknown): void;
};

/**
 * A batch is one transaction: long enough to share its commit, short enough that nobody waits for strangers. One is under
 * way at a time; two at once were measured, and smaller batches cost more than they gained (bench/log-attempt.ts).
 */
const BATCH_AT_MOST = 64;

/**
 * Records attempts, the hot path: an attempt that finds nothing under way goes at once; those that arrive meanwhile go
 * together in the next statement. Each is recorded in its own space under row-level security (record_attempt sets it),
 * and is answered only when its transaction is committed.
 */
export function createAttemptLog(
  store: Store,
): (spaceId: string, id: string, body: AttemptBody) => Promise<AttemptOutcome> {
  const waiting: Waiting[] = [];
  let isUnderWay = false;

  async function sendWaiting(): Promise<void> {
    if (isUnderWay) return;
    isUnderWay = true;
    while (waiting.length > 0) await recordTogether(store, waiting.splice(0, BATCH_AT_MOST));
    isUnderWay = false;
  }

  return (spaceId, id, body) =>
    new Promise((resolve, reject) => {
      waiting.push({ spaceId, id, body, resolve, reject });
      void sendWaiting();
    });
}

async function recordTogether(store: Store, batch: readonly Waiting[]): Promise<void> {
  try {
    const outcomes = await recordAttempts(store, batch);
    for (const [index, attempt] of batch.entries()) attempt.resolve(outcomes[index] ?? 'other');
  } catch (error) {
    const isTheDatabase = error instanceof Refusal && error.code === 'database-away';
    if (batch.length === 1 || isTheDatabase) {
      for (const attempt of batch) attempt.reject(error);
      return;
    }
    // One of them was refused, and with it all: alone, each gets the answer that is its own.
    for (const attempt of batch) await recordTogether(store, [attempt]);
  }
}

async function recordAttempts(store: Store, batch: readonly Waiting[]): Promise<AttemptOutcome[]> {
  const attempts = batch.map(({ spaceId, id, body }) => ({
    space_id: spaceId,
    id,
    practice_id: body.practiceId,
    session_id: body.sessionId,
    payoff_id: body.payoffId,
    sequence: body.sequence,
    started_at: body.startedAt,
    local_day: body.localDay,
    duration_seconds: body.durationSeconds,
    value: body.value,
    conditions: body.conditions,
    is_trick_read: body.isTrickRead,
    source: body.source,
  }));
  const rows = await store.statement<{ outcome: AttemptOutcome }>({
    name: 'record-attempts',
    text: `select record_attempt(a.space_id, a.id, a.practice_id, a.session_id, a.payoff_id, a.sequence, a.started_at,
      a.local_day, a.duration_seconds, a.value, a.conditions, a.is_trick_read, a.source) as outcome
      from rows from (jsonb_to_recordset($1::jsonb) as (space_id uuid, id uuid, practice_id uuid, session_id uuid,
        payoff_id uuid, sequence integer, started_at timestamptz, local_day date, duration_seconds float8, value float8,
        conditions jsonb, is_trick_read boolean, source text)) with ordinality as a (space_id, id, practice_id,
        session_id, payoff_id, sequence, started_at, local_day, duration_seconds, value, conditions, is_trick_read,
        source, place)
      order by a.place`,
    values: [JSON.stringify(attempts)],
  });
  return rows.map((row) => row.outcome);
}
