import { sql } from 'kysely';
import pg from 'pg';
import type { SpaceTransaction, Store } from '../database.ts';
import { listMedia, mayGo } from '../media/store.ts';
import { Refusal } from '../problems.ts';

/** That a space was erased: all that is left of it. */
export type Erasure = {
  readonly spaceId: string;
  /** A moment as ISO 8601 writes it. */
  readonly erasedAt: string;
};

/** Each begins anew once what came in between is there to be erased too. */
const TRIES = 5;
/** Every row that goes is looked for in the tables that may refer to it; a million attempts take a minute. */
const ERASING_MILLISECONDS = 600_000;
const FOREIGN_KEY = '23503';

/**
 * Erases a space with everything in it, and the sample that it has, all or nothing; answers the spaces that are gone. That
 * they were erased is recorded in the same transaction. `asked`: by its person, who may be taking its recordings away just
 * now, so that it is refused while anybody reads them; `again`: in a database that was brought back.
 */
export function eraseSpace(
  store: Store,
  { spaceId, erasedAt }: Erasure,
  occasion: 'asked' | 'again',
): Promise<readonly string[]> {
  return whileNobodyRecords(() =>
    store.inSpace(spaceId, async (trx) => {
      if (occasion === 'asked') await refuseWhileRead(trx, spaceId);
      const gone = await eraseRows(trx, spaceId);
      await trx
        .insertInto('bottega_session.erasure')
        .values(gone.map((id) => ({ erased_space_id: id, erased_at: new Date(erasedAt) })))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      return gone;
    }),
  );
}

/** To the end of the transaction no export and no backup begins to read recordings. */
async function refuseWhileRead(trx: SpaceTransaction, spaceId: string): Promise<void> {
  const isRead = !(await mayGo(trx));
  if (isRead && (await listMedia(trx, spaceId, 1)).length > 0) throw new Refusal('being-read');
}

async function eraseRows(trx: SpaceTransaction, spaceId: string): Promise<readonly string[]> {
  await sql`select set_config('statement_timeout', ${String(ERASING_MILLISECONDS)}, true)`.execute(trx);
  const { rows } = await sql<{ gone: string[] }>`select bottega.erase_space(${spaceId}) as gone`.execute(trx);
  return rows[0]?.gone ?? [spaceId];
}

/** What another request recorded while the rows went hangs on some that are going: then none has gone. */
async function whileNobodyRecords<T>(erase: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await erase();
    } catch (error) {
      if (!isMetByAnother(error)) throw error;
      if (tries === TRIES) throw new Refusal('being-recorded');
    }
  }
}

function isMetByAnother(error: unknown): boolean {
  // The store gives foreign keys of facts the names of what was missing.
  return error instanceof Refusal
    ? error.code.endsWith('-not-found')
    : error instanceof pg.DatabaseError && error.code === FOREIGN_KEY;
}

/** Those of `noted` that this database does not know to be erased: it was brought back from before. */
export async function unknownErasures(store: Store, noted: readonly Erasure[]): Promise<readonly Erasure[]> {
  if (noted.length === 0) return [];
  const ids = noted.map(({ spaceId }) => spaceId);
  const { rows } = await store.unscoped((db) =>
    sql<{ id: string }>`
      select id from unnest(${ids}::uuid[]) as noted (id)
      where not exists (select from bottega_session.erasure e where e.erased_space_id = noted.id)`.execute(
      db,
    ),
  );
  const unknown = new Set(rows.map(({ id }) => id));
  return noted.filter(({ spaceId }) => unknown.has(spaceId));
}

/** Those that the database knows and `noted` has not, oldest first. */
export async function unnotedErasures(store: Store, noted: readonly Erasure[]): Promise<readonly Erasure[]> {
  const ids = noted.map(({ spaceId }) => spaceId);
  const { rows } = await store.unscoped((db) =>
    sql<{ erased_space_id: string; erased_at: Date }>`
      select erased_space_id, erased_at from bottega_session.erasure
      where erased_space_id <> all (${ids}::uuid[]) order by erased_at, erased_space_id`.execute(db),
  );
  return rows.map((row) => ({ spaceId: row.erased_space_id, erasedAt: row.erased_at.toISOString() }));
}
