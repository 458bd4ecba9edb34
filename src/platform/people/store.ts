import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { SpaceTransaction, Store } from '../database.ts';
import { newId } from '../ids.ts';

export type KeyKind = 'local' | 'device' | 'script';
export type KeyOwner = { readonly keyId: string; readonly spaceId: string; readonly kind: KeyKind };

/** Keys have 256 bits of chance, so one fast hash is enough; a slow one would only slow every request. */
function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

export async function createPerson(store: Store, name: string): Promise<string> {
  const spaceId = newId();
  await store.inSpace(spaceId, (trx) => insertPerson(trx, spaceId, name));
  return spaceId;
}

async function insertPerson(trx: SpaceTransaction, spaceId: string, name: string): Promise<void> {
  await trx.insertInto('space').values({ id: spaceId, kind: 'person', name }).execute();
  await trx.insertInto('person').values({ space_id: spaceId, id: newId(), name }).execute();
}

/** The space of the laptop's one person, made at the first start. Two processes at once agree on one. */
export async function localPerson(store: Store): Promise<string> {
  const known = await readLocalPerson(store);
  if (known !== undefined) return known;
  const spaceId = newId();
  try {
    // Together or not at all: a space that nobody can reach would make an empty server look used.
    await store.inSpace(spaceId, async (trx) => {
      await insertPerson(trx, spaceId, 'Me');
      await sql`insert into bottega_session.local_person (space_id) values (${spaceId})`.execute(trx);
    });
    return spaceId;
  } catch (error) {
    const first = await readLocalPerson(store);
    if (first === undefined) throw error;
    return first;
  }
}

async function readLocalPerson(store: Store): Promise<string | undefined> {
  const { rows } = await store.unscoped((db) =>
    sql<{ space_id: string }>`select space_id from bottega_session.local_person`.execute(db),
  );
  return rows[0]?.space_id;
}

export async function personName(store: Store, spaceId: string): Promise<string> {
  const row = await store.inSpace(spaceId, (trx) =>
    trx.selectFrom('person').select('name').where('space_id', '=', spaceId).executeTakeFirst(),
  );
  return row?.name ?? 'Me';
}

export async function keepKey(
  store: Store,
  key: string,
  owner: { kind: KeyKind; spaceId: string; label: string },
): Promise<void> {
  await store.unscoped((db) =>
    db
      .insertInto('bottega_session.access_key')
      .values({
        key_hash: hashOf(key),
        id: newId(),
        kind: owner.kind,
        space_id: owner.spaceId,
        label: owner.label,
      })
      .execute(),
  );
}

export async function ownerOfKey(store: Store, key: string): Promise<KeyOwner | undefined> {
  const rows = await store.statement<{ id: string; space_id: string; kind: KeyKind }>({
    name: 'owner-of-key',
    text: 'select id, space_id, kind from bottega_session.access_key where key_hash = $1 and ended_at is null',
    values: [hashOf(key)],
  });
  const row = rows[0];
  return row === undefined ? undefined : { keyId: row.id, spaceId: row.space_id, kind: row.kind };
}

export type KeyInForce = {
  readonly id: string;
  readonly kind: KeyKind;
  readonly label: string;
  readonly spaceId: string;
  readonly madeAt: Date;
};

/** Of everybody, oldest first; never the keys themselves, of which only a hash is kept. */
export async function keysInForce(store: Store): Promise<KeyInForce[]> {
  return store.unscoped((db) =>
    db
      .selectFrom('bottega_session.access_key')
      .select(['id', 'kind', 'label', 'space_id as spaceId', 'created_at as madeAt'])
      .where('ended_at', 'is', null)
      .orderBy('created_at')
      .orderBy('id')
      .execute(),
  );
}

/** The key that was ended; undefined where none with this id was in force. */
export async function endKey(store: Store, keyId: string, at: Date): Promise<{ label: string } | undefined> {
  return store.unscoped((db) =>
    db
      .updateTable('bottega_session.access_key')
      .set({ ended_at: at })
      .where('id', '=', keyId)
      .where('ended_at', 'is', null)
      .returning('label')
      .executeTakeFirst(),
  );
}
