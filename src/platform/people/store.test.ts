import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { freshDatabase } from '../../../tests/support/fresh-app.ts';
import { openStore } from '../database.ts';
import { localPerson } from './store.ts';

it('several first starts at once agree on one person, and leave no other behind', async () => {
  const connection = await freshDatabase();
  const stores = [openStore(connection), openStore(connection), openStore(connection)];
  onTestFinished(async () => {
    for (const store of stores) await store.close();
  });
  const spaceIds = await Promise.all(stores.map((store) => localPerson(store)));
  expect(new Set(spaceIds).size).toBe(1);
  const owner = new pg.Client(connection);
  await owner.connect();
  onTestFinished(() => owner.end());
  const { rows } = await owner.query(`select id from bottega.space where kind = 'person'`);
  expect(rows).toEqual([{ id: spaceIds[0] }]);
});
