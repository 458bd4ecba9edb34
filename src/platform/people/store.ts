import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type pg from 'pg';
import type { SpaceTransaction, Store } from '../database.ts';
import { newId } from '../ids.ts';
import type { Me, OwnKey } from './contract.ts';
import { isSample } from './sample-store.ts';
import { readSettings } from './settings-store.ts';

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

export async function insertPerson(trx: SpaceTransaction, spaceId: string, name: string): Promise<void> {
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

/** Who somebody is, and what they have set for themselves. */
export function readMe(store: Store, spaceId: string): Promise<Me> {
  return store.inSpace(spaceId, async (trx) => {
    const person = await trx
      .selectFrom('person')
      .select('name')
      .where('space_id', '=', spaceId)
      .executeTakeFirst();
    return {
      spaceId,
      name: person?.name ?? 'Me',
      settings: await readSettings(trx, spaceId),
      isSample: await isSample(trx, spaceId),
    };
  });
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

/** How long a browser keeps a cookie at most, and so how long its key can be of use to anybody. */
export const COOKIE_SECONDS = 400 * 86_400;

/** Of the table `k`. A key for scripts ends when a person ends it; a browser’s ends with its cookie. */
const IN_FORCE = `k.ended_at is null
  and (k.kind = 'script' or k.created_at > now() - make_interval(secs => ${COOKIE_SECONDS}))`;

export async function ownerOfKey(store: Store, key: string): Promise<KeyOwner | undefined> {
  const rows = await store.statement<{ id: string; space_id: string; kind: KeyKind }>({
    name: 'owner-of-key',
    text: `select k.id, k.space_id, k.kind from bottega_session.access_key k where k.key_hash = $1 and ${IN_FORCE}`,
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
  readonly person: string;
};

/**
 * Of everybody, oldest first, the newest `most` of them; never the keys themselves, of which only a hash is kept. Asked
 * by whoever runs the server, as the owner of the tables: nobody else may read the names of all.
 */
export async function keysInForce(
  owner: pg.ClientBase,
  most: number,
): Promise<{ keys: readonly KeyInForce[]; total: number }> {
  const { rows } = await owner.query<KeyInForce & { total: string }>(
    `select * from (
       select k.id, k.kind, k.label, k.space_id as "spaceId", k.created_at as "madeAt",
              coalesce(p.name, '') as person, count(*) over () as total
       from bottega_session.access_key k left join bottega.person p on p.space_id = k.space_id
       where ${IN_FORCE} order by k.created_at desc, k.id desc limit $1) newest
     order by "madeAt", id`,
    [most],
  );
  return {
    keys: rows.map(({ total: _, ...key }) => key),
    total: Number(rows[0]?.total ?? 0),
  };
}

/** Of the table `k`: in the space, or in the sample that it has, where a browser of its person may have stayed. */
const isOfPerson = (spaceId: string) => sql<boolean>`
  k.space_id in (select ${spaceId}::uuid
                 union all select s.space_id from bottega_session.sample s where s.of_space_id = ${spaceId})`;

/** Of one space and the sample that it has, newest first. */
export async function keysOf(
  store: Store,
  spaceId: string,
  most: number,
): Promise<readonly Omit<OwnKey, 'isThis'>[]> {
  const rows = await store.unscoped((db) =>
    db
      .selectFrom('bottega_session.access_key as k')
      .select(['k.id', 'k.kind', 'k.label', 'k.created_at'])
      .where(isOfPerson(spaceId))
      .where(sql<boolean>`${sql.raw(IN_FORCE)}`)
      .orderBy('k.created_at', 'desc')
      .orderBy('k.id', 'desc')
      .limit(most)
      .execute(),
  );
  return rows.map(({ created_at, ...key }) => ({ ...key, madeAt: created_at.toISOString() }));
}

/** The key that was ended; undefined where none with this id was in force, or none that `spaceId` lists where one is named. */
export async function endKey(
  store: Store,
  keyId: string,
  at: Date,
  spaceId?: string,
): Promise<{ label: string } | undefined> {
  return store.unscoped((db) =>
    db
      .updateTable('bottega_session.access_key as k')
      .set({ ended_at: at })
      .where('k.id', '=', keyId)
      .$if(spaceId !== undefined, (query) => query.where(isOfPerson(spaceId ?? '')))
      .where(sql<boolean>`${sql.raw(IN_FORCE)}`)
      .returning('k.label')
      .executeTakeFirst(),
  );
}
