import { expect, it } from 'vitest';
import { factOf } from '../src/ui/offline/fact.ts';
import { exportOf, fillSpace, importInto } from './support/archives.ts';
import { documentedApi } from './support/documented-api.ts';
import { countRows, tablesOfFacts } from './support/fact-tables.ts';
import { freshApp } from './support/fresh-app.ts';

/** What a new kind of fact needs beyond its own feature. Each failure names the file to go on in. */
const home = await freshApp({ library: true });
const elsewhere = await freshApp({ library: true });
const nadia = await home.person();

it('every fact goes along in the archive: RECORDS in archive/contract.ts, TABLES in archive/store.ts', async () => {
  const tables = await tablesOfFacts(home.connection);
  expect(tables.length).toBeGreaterThan(8);
  await fillSpace(home, nadia);
  const here = await countRows(home.connection, nadia.spaceId, tables);
  const unrecorded = tables.filter((table) => here[table] === 0);
  expect(unrecorded, 'fillServer in tests/support/fill-server.ts should record one of each').toEqual([]);
  const there = await elsewhere.person();
  await importInto(there, await exportOf(nadia));
  expect(await countRows(elsewhere.connection, there.spaceId, tables)).toEqual(here);
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
