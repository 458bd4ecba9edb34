import { sql } from 'kysely';
import type { SpaceTransaction } from '../../platform/database.ts';
import type { ImportRun } from './contract.ts';

/** What a run says that was under way when its server ended: the transaction that it lived in was undone with it. */
export const ENDED_IN_THE_MIDDLE =
  'The server ended in the middle of this import, and nothing of it was taken. Send the file again; nothing is taken twice.';

/** As long as the largest file takes; an ordinary statement is cut much sooner. */
const LOCK_WAIT_MILLISECONDS = 600_000;

/** Held by the transaction that imports; its end, however it comes, lets go of it. */
export async function tryLockRun(trx: SpaceTransaction, spaceId: string, id: string): Promise<boolean> {
  const { rows } = await sql<{ locked: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`import ${spaceId} ${id}`}, 0)) as locked`.execute(
    trx,
  );
  return rows[0]?.locked === true;
}

/** Two files for one practice come one after the other: what the first adds, the second has to know. */
export async function lockPractice(
  trx: SpaceTransaction,
  spaceId: string,
  practiceId: string,
): Promise<void> {
  await sql`select set_config('statement_timeout', ${String(LOCK_WAIT_MILLISECONDS)}, true)`.execute(trx);
  await sql`select pg_advisory_xact_lock(hashtextextended(${`practice ${spaceId} ${practiceId}`}, 0))`.execute(
    trx,
  );
}

export type RunBegin = {
  readonly id: string;
  readonly fileName: string;
  readonly practiceId: string;
  readonly rowsTotal: number;
  readonly rowsRefused: number;
  readonly startedAt: Date;
};

/** The same run again, after an answer that was lost, begins anew; false where the id belongs to another file. */
export async function beginRun(trx: SpaceTransaction, spaceId: string, run: RunBegin): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    insert into import_run (space_id, id, file_name, practice_id, state, rows_total, rows_refused, started_at)
    values (${spaceId}, ${run.id}, ${run.fileName}, ${run.practiceId}, 'running', ${run.rowsTotal}, ${run.rowsRefused},
            ${run.startedAt})
    on conflict (space_id, id) do update
    set state = 'running', rows_total = excluded.rows_total, rows_done = 0, attempts_added = 0, attempts_known = 0,
        rows_refused = excluded.rows_refused, problem = null, started_at = excluded.started_at, updated_at = now()
    where import_run.file_name = excluded.file_name and import_run.practice_id = excluded.practice_id
    returning id`.execute(trx);
  return rows.length > 0;
}

export async function tellProgress(
  trx: SpaceTransaction,
  spaceId: string,
  id: string,
  rowsDone: number,
): Promise<void> {
  await trx
    .updateTable('import_run')
    .set({ rows_done: rowsDone, updated_at: sql<Date>`now()` })
    .where('space_id', '=', spaceId)
    .where('id', '=', id)
    .execute();
}

/** In the transaction that added the attempts, so that a run is done exactly where they are there. */
export async function finishRun(
  trx: SpaceTransaction,
  spaceId: string,
  id: string,
  { rowsDone, added, known }: { rowsDone: number; added: number; known: number },
): Promise<void> {
  await trx
    .updateTable('import_run')
    .set({
      state: 'done',
      rows_done: rowsDone,
      attempts_added: added,
      attempts_known: known,
      updated_at: sql<Date>`now()`,
    })
    .where('space_id', '=', spaceId)
    .where('id', '=', id)
    .execute();
}

export async function failRun(
  trx: SpaceTransaction,
  spaceId: string,
  id: string,
  problem: string,
): Promise<void> {
  await trx
    .updateTable('import_run')
    .set({ state: 'failed', rows_done: 0, problem, updated_at: sql<Date>`now()` })
    .where('space_id', '=', spaceId)
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute();
}

/** A run that says “running” while nobody holds its lock was left by a process that is gone. */
export async function readRun(
  trx: SpaceTransaction,
  spaceId: string,
  id: string,
): Promise<ImportRun | undefined> {
  const run = await selectRun(trx, spaceId, id);
  if (run?.state !== 'running' || !(await tryLockRun(trx, spaceId, id))) return run;
  await failRun(trx, spaceId, id, ENDED_IN_THE_MIDDLE);
  return selectRun(trx, spaceId, id);
}

async function selectRun(trx: SpaceTransaction, spaceId: string, id: string): Promise<ImportRun | undefined> {
  const row = await trx
    .selectFrom('import_run')
    .selectAll()
    .where('space_id', '=', spaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    id: row.id,
    fileName: row.file_name,
    practiceId: row.practice_id,
    state: row.state,
    rowsTotal: row.rows_total,
    rowsDone: row.rows_done,
    attemptsAdded: row.attempts_added,
    attemptsKnown: row.attempts_known,
    rowsRefused: row.rows_refused,
    problem: row.problem,
    startedAt: row.started_at.toISOString(),
  };
}
