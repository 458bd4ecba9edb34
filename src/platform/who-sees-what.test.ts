import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { documentedApi } from '../../tests/support/documented-api.ts';
import { tablesOfFacts } from '../../tests/support/fact-tables.ts';
import { freshApp } from '../../tests/support/fresh-app.ts';
import { MAY_READ } from './access.ts';
import { AUDIENCES, WHO_SEES } from './who-sees-contract.ts';
import { whoSeesWhatPage } from './who-sees-what.ts';

const { connection, person } = await freshApp();
const owner = new pg.Client(connection);
await owner.connect();
afterAll(() => owner.end());

const rowOf = (table: string) => WHO_SEES.filter(({ tables }) => tables.includes(table));

describe('who sees what', () => {
  it('is said of every kind of fact once', async () => {
    const said = WHO_SEES.flatMap(({ tables }) => tables);
    expect(said.toSorted()).toEqual(await tablesOfFacts(connection));
    expect(said.toSorted()).toEqual(Object.keys(MAY_READ).toSorted());
  });

  it.each(Object.entries(MAY_READ))('says of %s what access says', (table, mayRead) => {
    const [row] = rowOf(table);
    const readers: readonly string[] = mayRead;
    expect(row?.sight.self).toBe('all');
    expect(row?.sight.grantee === 'granted').toBe(readers.includes('grantee'));
    // Nobody else is let in by anything.
    expect(readers).not.toContain('other');
    for (const audience of ['manager', 'lead', 'public'] as const)
      expect(['never', 'not-yet', 'sums']).toContain(row?.sight[audience]);
  });

  it('says “once shared” of just those tables that a policy opens to whom they were granted', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select tablename as name from pg_policies where schemaname = 'bottega' and policyname = 'granted' order by 1`,
    );
    const said = WHO_SEES.filter(({ sight }) => sight.grantee === 'granted').flatMap(({ tables }) => tables);
    expect(said.toSorted()).toEqual(rows.map(({ name }) => name));
  });

  it('is right that nothing can be shared yet: no operation writes a grant', async () => {
    const { operations } = await documentedApi(await person());
    const paths = operations.map(({ path }) => path);
    expect(paths.filter((path) => /grant|share|audience|link/.test(path))).toEqual([]);
  });

  it('has a word for everybody in every row', () => {
    for (const { sight } of WHO_SEES)
      expect(Object.keys(sight).toSorted()).toEqual(AUDIENCES.map(({ key }) => key).toSorted());
  });

  it('stands in the documentation as on the page; after a change: vitest -u, and read the difference', async () => {
    await expect(whoSeesWhatPage()).toMatchFileSnapshot('../../docs/who-sees-what.md');
  });
});
