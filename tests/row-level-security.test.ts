import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { v7 } from 'uuid';
import { afterAll, describe, expect, it } from 'vitest';
import { HOUSE_SPACE_ID } from '../src/platform/ids.ts';
import { tablesOfFacts } from './support/fact-tables.ts';
import { freshApp } from './support/fresh-app.ts';
import { accepted, attemptBody, startPractice } from './support/practice-facts.ts';

const { person, store, connection } = await freshApp({ library: true });
const owner = new pg.Client(connection);
await owner.connect();
afterAll(() => owner.end());

const OWN_ROWS = '(space_id = ( SELECT current_space() AS current_space))';
/** What else may be read: the house's library, what was granted, one's own space, and a grant by who received it or is gone. */
const OTHER_POLICIES = [
  'attempt.granted',
  'library_word.house',
  'micromastery.house',
  'micromastery_version.house',
  'payoff.granted',
  'practice.granted',
  'practice_session.granted',
  'space.own',
  'space_grant.received',
  'space_grant.received_by_erased',
];
/** No facts: a library's newest version and its words, and the state of an import. */
const CHANGEABLE = {
  import_run: ['update'],
  library_word: ['delete'],
  media: ['delete'],
  micromastery: ['update'],
};

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

  it('a table of a space begins its key with it, and a policy that does not ask for it is named here', async () => {
    const { rows: keys } = await owner.query<{ name: string; first: string }>(`
      select c.relname as name, a.attname as first from pg_index i
      join pg_class c on c.oid = i.indrelid
      join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'bottega'
      join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where i.indisprimary and a.attname <> 'space_id'
        and exists (select from pg_attribute s where s.attrelid = c.oid and s.attname = 'space_id')`);
    expect(keys).toEqual([]);
    const { rows: policies } = await owner.query<{ policy: string; rule: string }>(`
      select tablename || '.' || policyname as policy, coalesce(with_check, qual) as rule from pg_policies
      where schemaname = 'bottega' order by 1`);
    const others = policies.filter(({ rule }) => rule.replaceAll(/\s+/g, ' ') !== OWN_ROWS);
    expect(others.map(({ policy }) => policy)).toEqual(OTHER_POLICIES);
  });

  it('the role of requests changes and removes no fact', async () => {
    const { rows } = await owner.query<{ name: string; may: string[] }>(`
      select c.relname as name, array_agg(p.privilege order by p.privilege) as may
      from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'bottega',
           unnest(array['update', 'delete', 'truncate', 'references', 'trigger']) as p(privilege)
      where c.relkind = 'r' and has_table_privilege('bottega_app', c.oid, p.privilege)
      group by 1 order by 1`);
    expect(Object.fromEntries(rows.map(({ name, may }) => [name, may]))).toEqual(CHANGEABLE);
  });

  it('every foreign key of a fact is refused by name: MISSING in platform/database.ts', async () => {
    const facts = await tablesOfFacts(connection);
    const { rows } = await owner.query<{ name: string }>(
      `select conname as name from pg_constraint where contype = 'f' and conrelid = any ($1::regclass[])
         and confrelid <> 'bottega.space'::regclass`,
      // A version is only ever saved together with its micromastery.
      [facts.filter((table) => table !== 'micromastery_version').map((table) => `bottega.${table}`)],
    );
    expect(rows.length).toBeGreaterThan(8);
    const known = readFileSync(join(import.meta.dirname, '../src/platform/database.ts'), 'utf8');
    expect(rows.map(({ name }) => name).filter((name) => !known.includes(`${name}:`))).toEqual([]);
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
