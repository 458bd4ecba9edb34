import pg from 'pg';
import { v7 } from 'uuid';
import { afterAll, describe, expect, it } from 'vitest';
import { HOUSE_SPACE_ID } from '../src/platform/ids.ts';
import { freshApp } from './support/fresh-app.ts';
import { accepted, attemptBody, startPractice } from './support/practice-facts.ts';

const { person, store, connection } = await freshApp({ library: true });
const owner = new pg.Client(connection);
await owner.connect();
afterAll(() => owner.end());

describe('what the database itself refuses', () => {
  it('every table with a space has row-level security, and the role of requests owns none and bypasses nothing', async () => {
    const { rows } = await owner.query<{ name: string }>(`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'space_id'
      where n.nspname = 'bottega' and c.relkind = 'r' and not c.relrowsecurity`);
    expect(rows).toEqual([]);
    const { rows: roles } = await owner.query(`
      select rolsuper, rolbypassrls, rolcanlogin,
             (select count(*)::int from pg_class where relowner = r.oid) as owned
      from pg_roles r where rolname = 'bottega_app'`);
    expect(roles).toEqual([{ rolsuper: false, rolbypassrls: false, rolcanlogin: false, owned: 0 }]);
  });

  it('a statement outside every space sees nobody’s rows', async () => {
    const nadia = await person();
    await startPractice(nadia);
    for (const table of ['person', 'practice', 'payoff', 'practice_session'] as const) {
      expect(await store.unscoped((db) => db.selectFrom(table).selectAll().execute())).toEqual([]);
    }
  });

  it('a row in somebody else’s space cannot be written', async () => {
    const [nadia, ruth] = [await person('Nadia'), await person('Ruth')];
    const write = store.inSpace(ruth.spaceId, (trx) =>
      trx
        .insertInto('need')
        .values({
          space_id: nadia.spaceId,
          id: v7(),
          kind: 'gap',
          text: 'planted',
          horizon: 'now',
          wanted_within: 'this-week',
          context: null,
          raised_at: new Date(),
        })
        .execute(),
    );
    await expect(write).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it.each([
    'update attempt set value = 99',
    'delete from attempt',
    'update payoff set target_low = 1',
    'truncate attempt',
  ])('facts are append-only: %s', async (statement) => {
    const nadia = await person();
    const ids = await startPractice(nadia);
    await accepted(nadia.put(`/api/attempts/${v7()}`, attemptBody(ids)));
    await owner.query('begin');
    await owner.query('set local role bottega_app');
    await owner.query('set local search_path = bottega, public');
    await owner.query(`select set_config('bottega.space_id', $1, true)`, [nadia.spaceId]);
    await expect(owner.query(statement)).rejects.toMatchObject({ code: '42501' });
    await owner.query('rollback');
  });

  it('the house’s library is everybody’s to read and nobody’s to write', async () => {
    const nadia = await person();
    const read = await store.inSpace(nadia.spaceId, (trx) =>
      trx.selectFrom('micromastery').select('id').execute(),
    );
    expect(read.length).toBeGreaterThanOrEqual(24);
    const written = store.inSpace(nadia.spaceId, (trx) =>
      trx
        .updateTable('micromastery')
        .set({ title: 'Mine now' })
        .where('space_id', '=', HOUSE_SPACE_ID)
        .executeTakeFirst(),
    );
    expect((await written).numUpdatedRows).toBe(0n);
  });
});

describe('a grant', () => {
  it('lets its audience read that practice while it lasts, and nothing else, and never write', async () => {
    const [nadia, ruth] = [await person('Nadia'), await person('Ruth')];
    const [shared, kept] = [await startPractice(nadia), await startPractice(nadia)];
    for (const ids of [shared, kept]) await accepted(nadia.put(`/api/attempts/${v7()}`, attemptBody(ids)));
    const grantId = v7();
    await store.inSpace(nadia.spaceId, (trx) =>
      trx
        .insertInto('space_grant')
        .values({
          space_id: nadia.spaceId,
          id: grantId,
          subject: 'practice',
          subject_id: shared.practiceId,
          audience_space_id: ruth.spaceId,
          given_at: new Date(),
        })
        .execute(),
    );
    const seen = () =>
      store.inSpace(ruth.spaceId, async (trx) => ({
        practices: await trx.selectFrom('practice').select('id').execute(),
        attempts: await trx.selectFrom('attempt').select('practice_id').execute(),
        remarks: await trx.selectFrom('remark').select('id').execute(),
      }));
    expect(await seen()).toEqual({
      practices: [{ id: shared.practiceId }],
      attempts: [{ practice_id: shared.practiceId }],
      remarks: [],
    });
    expect((await ruth.put(`/api/attempts/${v7()}`, attemptBody(shared))).status).toBe(404);

    await store.inSpace(nadia.spaceId, (trx) =>
      trx.updateTable('space_grant').set({ ended_at: new Date() }).where('id', '=', grantId).execute(),
    );
    expect(await seen()).toEqual({ practices: [], attempts: [], remarks: [] });
  });

  it('cannot be given from somebody else’s space', async () => {
    const [nadia, ruth] = [await person('Nadia'), await person('Ruth')];
    const { practiceId } = await startPractice(nadia);
    const given = store.inSpace(ruth.spaceId, (trx) =>
      trx
        .insertInto('space_grant')
        .values({
          space_id: nadia.spaceId,
          id: v7(),
          subject: 'practice',
          subject_id: practiceId,
          audience_space_id: ruth.spaceId,
          given_at: new Date(),
        })
        .execute(),
    );
    await expect(given).rejects.toMatchObject({ code: 'not-allowed' });
  });
});
