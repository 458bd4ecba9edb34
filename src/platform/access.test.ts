import { sql } from 'kysely';
import pg from 'pg';
import { v7 } from 'uuid';
import { afterAll, describe, expect, it } from 'vitest';
import { fillSpace } from '../../tests/support/archives.ts';
import { tablesOfFacts } from '../../tests/support/fact-tables.ts';
import { freshApp } from '../../tests/support/fresh-app.ts';
import { MAY_READ, ownSpace, RELATIONS, type Relation } from './access.ts';

const served = await freshApp({ library: true });
const { app, store, connection, person } = served;
const owner = new pg.Client(connection);
await owner.connect();
afterAll(() => owner.end());

/** Whose facts they are: one of every kind, at the least. */
const nadia = await person('Nadia');
await fillSpace(served, nadia);
const people = { self: nadia, grantee: await person('Ruth'), other: await person('Sam') } as const;

const { rows: practices } = await owner.query<{ id: string; attempts: number }>(
  `select id, (select count(*)::int from bottega.attempt a where a.space_id = p.space_id and a.practice_id = p.id) as attempts
   from bottega.practice p where space_id = $1`,
  [nadia.spaceId],
);
const practised = practices.find(({ attempts }) => attempts > 0) ?? { id: '' };
await grantAll(people.grantee.spaceId, null);
// Once granted, and no longer.
await grantAll(people.other.spaceId, new Date('2026-03-02T00:00:00Z'));

async function grantAll(audience: string, endedAt: Date | null): Promise<void> {
  for (const { id: practiceId } of practices) {
    const id = v7();
    await store.inSpace(nadia.spaceId, async (trx) => {
      const given = { space_id: nadia.spaceId, id, subject: 'practice', subject_id: practiceId } as const;
      const at = { audience_space_id: audience, given_at: new Date('2026-03-01T00:00:00Z') };
      await trx
        .insertInto('space_grant')
        .values({ ...given, ...at })
        .execute();
      if (endedAt !== null)
        await trx.updateTable('space_grant').set({ ended_at: endedAt }).where('id', '=', id).execute();
    });
  }
}

const KINDS = Object.keys(MAY_READ) as (keyof typeof MAY_READ)[];

/** Under the role of requests, as every handler reads. */
const seenIn = (spaceId: string, table: string) =>
  store.inSpace(spaceId, async (trx) => {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from ${sql.table(table)} where space_id = ${nadia.spaceId}`.execute(trx);
    return rows[0]?.count ?? 0;
  });

describe('who sees what', () => {
  it('is said of every kind of fact that there is', async () => {
    expect(KINDS.toSorted()).toEqual(await tablesOfFacts(connection));
  });

  for (const kind of KINDS) {
    it.each(RELATIONS)(`${kind}, by %s: all of them or none, as the table says`, async (relation) => {
      const { rows } = await owner.query<{ count: number }>(
        `select count(*)::int as count from bottega.${kind} where space_id = $1`,
        [nadia.spaceId],
      );
      const all = rows[0]?.count ?? 0;
      expect(all).toBeGreaterThan(0);
      const mayRead: readonly Relation[] = MAY_READ[kind];
      expect(await seenIn(people[relation].spaceId, kind)).toBe(mayRead.includes(relation) ? all : 0);
    });

    it(`${kind}, by nobody: none`, async () => {
      const seen = await store.unscoped((db) => sql`select from ${sql.table(kind)}`.execute(db));
      // The library is the house's, and everybody's who is somewhere.
      expect(seen.rows.length - (kind === 'micromastery_version' ? await inHouse() : 0)).toBe(0);
    });

    it.each(RELATIONS)(`${kind}, written by %s: only oneself may`, async (relation) => {
      const { rows } = await owner.query<{ row: string }>(
        `select to_jsonb(t)::text as row from bottega.${kind} t where space_id = $1 limit 1`,
        [nadia.spaceId],
      );
      const written = store.inSpace(people[relation].spaceId, (trx) =>
        sql`insert into ${sql.table(kind)}
            select * from jsonb_populate_record(null::${sql.table(kind)}, ${rows[0]?.row}::jsonb)`.execute(
          trx,
        ),
      );
      // Whom the policies let through meets the row that is there; whom they do not, never learns that it is.
      await expect(written).rejects.toMatchObject({ code: relation === 'self' ? '23505' : 'not-allowed' });
    });
  }
});

async function inHouse(): Promise<number> {
  const { rows } = await owner.query(
    'select from bottega.micromastery_version where space_id = bottega.house_space()',
  );
  return rows.length;
}

describe('the API', () => {
  const practiceId = practised.id;

  it.each(['', '/picture', '/history'])(
    'finds a practice%s for its learner only, also where it was granted',
    async (end) => {
      const address = `/api/practices/${practiceId}${end}`;
      const status = async (relation: Relation) => (await people[relation].request(address)).status;
      expect([await status('self'), await status('grantee'), await status('other')]).toEqual([200, 404, 404]);
      expect((await app.request(address)).status).toBe(401);
    },
  );

  it.each([
    '/api/bench',
    '/api/needs',
    // It names each practice in the name of a part, which is not packed.
    '/api/export',
    `/api/practices/${practiceId}/attempts`,
  ])('serves in %s one’s own only', async (path) => {
    const { rows } = await owner.query<{ id: string }>(
      ['practice', 'need', 'attempt']
        .map((table) => `select id from bottega.${table} where space_id = $1`)
        .join(' union all '),
      [nadia.spaceId],
    );
    const namesAny = async (relation: Relation) => {
      const text = await (await people[relation].request(path)).text();
      return rows.some(({ id }) => text.includes(id));
    };
    expect([await namesAny('self'), await namesAny('grantee'), await namesAny('other')]).toEqual([
      true,
      false,
      false,
    ]);
    expect((await app.request(path)).status).toBe(401);
  });

  it('lets nobody act without having been recognised', () => {
    expect(() => ownSpace(undefined)).toThrow('sign-in-needed');
    expect(ownSpace({ spaceId: 'a', keyId: 'b' })).toBe('a');
  });
});
