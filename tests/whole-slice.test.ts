import pg from 'pg';
import { afterAll, expect, it } from 'vitest';
import { factOf } from '../src/ui/offline/fact.ts';
import { exportOf, fillSpace, importInto } from './support/archives.ts';
import { documentedApi } from './support/documented-api.ts';
import { freshApp, type TestApp, type TestPerson } from './support/fresh-app.ts';

/** What a new kind of fact needs beyond its own feature. Each failure names the file to go on in. */
const home = await freshApp({ library: true });
const elsewhere = await freshApp({ library: true });
const nadia = await home.person();

/** What people record is a fact; these rows are about them, or follow from facts. */
const NOT_RECORDED = ['person', 'micromastery', 'library_word', 'import_run', 'space_grant'];

const owner = new pg.Client(home.connection);
await owner.connect();
afterAll(() => owner.end());

/** Tables of a space that the role of requests may write. */
async function tablesOfFacts(): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(`
    select c.relname as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'bottega'
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'space_id'
    where c.relkind = 'r' and has_table_privilege('bottega_app', c.oid, 'insert')
    order by 1`);
  return rows.map((row) => row.name).filter((name) => !NOT_RECORDED.includes(name));
}

async function countsOf(app: TestApp, who: TestPerson, tables: readonly string[]) {
  const client = new pg.Client(app.connection);
  await client.connect();
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from bottega.${table} where space_id = $1`,
      [who.spaceId],
    );
    counts[table] = rows[0]?.count ?? 0;
  }
  await client.end();
  return counts;
}

it('every fact goes along in the archive: RECORDS in archive/contract.ts, TABLES in archive/store.ts', async () => {
  const tables = await tablesOfFacts();
  expect(tables.length).toBeGreaterThan(8);
  await fillSpace(home, nadia);
  const here = await countsOf(home, nadia, tables);
  const unrecorded = tables.filter((table) => here[table] === 0);
  expect(unrecorded, 'fillServer in tests/support/fill-server.ts should record one of each').toEqual([]);
  const there = await elsewhere.person();
  await importInto(there, await exportOf(nadia));
  expect(await countsOf(elsewhere, there, tables)).toEqual(here);
});

it('every fact is known to the queue of the device: PATHS in ui/offline/fact.ts', async () => {
  const { operations } = await documentedApi(nadia);
  const facts = operations.filter(({ method }) => method === 'PUT');
  expect(facts.length).toBeGreaterThan(5);
  const unknown = facts.filter(
    ({ path }) => factOf({ path: path.replaceAll(/\{\w+\}/g, '018f2b1e'), body: {} }) === null,
  );
  expect(unknown.map(({ path }) => path)).toEqual([]);
});
