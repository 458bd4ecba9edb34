import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { freshApp, freshDatabase } from '../../../tests/support/fresh-app.ts';
import { openStore } from '../database.ts';
import { newKey } from '../session.ts';
import { keepKey, keysInForce, localPerson } from './store.ts';

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

it('the keys in force are as many as are asked for, the newest of them, with the names of their people', async () => {
  const { store, connection, person } = await freshApp();
  const [nadia, ruth] = [await person('Nadia'), await person('Ruth')];
  for (const [label, { spaceId }] of [
    ['first', nadia],
    ['second', ruth],
    ['third', nadia],
  ] as const)
    await keepKey(store, newKey(), { kind: 'device', spaceId, label });
  const owner = new pg.Client(connection);
  await owner.connect();
  onTestFinished(() => owner.end());
  const { keys, total } = await keysInForce(owner, 2);
  expect(total).toBe(5);
  expect(keys.map(({ label, person: name }) => [label, name])).toEqual([
    ['second', 'Ruth'],
    ['third', 'Nadia'],
  ]);
});
