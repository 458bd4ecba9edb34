import { type Kysely, sql } from 'kysely';
import type { Erasure } from '../../people/erasure-store.ts';

/**
 * Within the transaction of a restore, once its tables are of this version: takes out again what was erased after the
 * backup was taken, and writes down that it was.
 */
export async function eraseRestored(trx: Kysely<unknown>, erasures: readonly Erasure[]): Promise<void> {
  if (erasures.length === 0) return;
  // A restore reads past it, and the eraser is held by it.
  await sql`set local row_security = on`.execute(trx);
  for (const { spaceId, erasedAt } of erasures) {
    await sql`select set_config('bottega.space_id', ${spaceId}, true)`.execute(trx);
    await sql`select bottega.erase_space(${spaceId}::uuid)`.execute(trx);
    await sql`
      insert into bottega_session.erasure (erased_space_id, erased_at) values (${spaceId}, ${erasedAt})
      on conflict do nothing`.execute(trx);
  }
}
