import { expect, it } from 'vitest';
import { freshApp } from '../../../tests/support/fresh-app.ts';
import { accepted } from '../../../tests/support/practice-facts.ts';
import { Problem } from '../contract.ts';
import { newKey } from '../session.ts';
import { OwnKeys } from './contract.ts';
import { sampleOf } from './sample-store.ts';
import { keepKey } from './store.ts';

const { app, store, person } = await freshApp();
const post = { method: 'POST', body: '{}' };

it('one’s own keys and browsers are listed with when they were made, never the keys, and nobody else’s', async () => {
  const [nadia, ruth] = [await person('Nadia'), await person('Ruth')];
  await keepKey(store, newKey(), { kind: 'device', spaceId: nadia.spaceId, label: 'Firefox/140.0 Linux' });
  const { keys } = await nadia.read(OwnKeys, '/api/keys');
  expect(keys).toMatchObject([
    { kind: 'device', label: 'Firefox/140.0 Linux', isThis: false },
    { kind: 'script', label: 'test', isThis: true },
  ]);
  for (const { madeAt } of keys) expect(Math.abs(Date.parse(madeAt) - Date.now())).toBeLessThan(600_000);
  const text = await (await nadia.request('/api/keys')).text();
  expect(text).not.toContain(nadia.key);
  const others = (await ruth.read(OwnKeys, '/api/keys')).keys;
  expect(others.map(({ id }) => id)).not.toContain(keys[0]?.id);
});

it('one of them that is ended is refused at once, and those of others cannot be', async () => {
  const [nadia, ruth] = [await person('Nadia'), await person('Ruth')];
  const key = newKey();
  await keepKey(store, key, { kind: 'script', spaceId: nadia.spaceId, label: 'old laptop' });
  const withIt = () => app.request('/api/me', { headers: { authorization: `Bearer ${key}` } });
  expect((await withIt()).status).toBe(200);
  const ids = (await nadia.read(OwnKeys, '/api/keys')).keys;
  const id = ids.find(({ label }) => label === 'old laptop')?.id ?? '';

  const refused = await ruth.request(`/api/keys/${id}/end`, post);
  expect(Problem.parse(await refused.json()).code).toBe('key-not-found');
  expect((await withIt()).status).toBe(200);

  await accepted(nadia.request(`/api/keys/${id}/end`, post));
  expect((await withIt()).status).toBe(401);
  expect((await nadia.read(OwnKeys, '/api/keys')).keys.map(({ label }) => label)).toEqual(['test']);
  expect((await nadia.request(`/api/keys/${id}/end`, post)).status).toBe(404);
});

it('a browser that stayed in the sample is listed and ended from one’s own space, and by nobody else', async () => {
  const [nadia, ruth] = [await person('Nadia'), await person('Ruth')];
  await accepted(nadia.request('/api/sample', post));
  const sampleId = (await sampleOf(store, nadia.spaceId)) ?? '';
  const key = newKey();
  await keepKey(store, key, { kind: 'device', spaceId: sampleId, label: 'A borrowed tablet' });
  const withIt = () => app.request('/api/me', { headers: { authorization: `Bearer ${key}` } });
  expect((await withIt()).status).toBe(200);

  const { keys } = await nadia.read(OwnKeys, '/api/keys');
  expect(keys.map(({ label, isThis }) => [label, isThis])).toEqual([
    ['A borrowed tablet', false],
    ['test', true],
  ]);
  const id = keys[0]?.id ?? '';
  expect((await ruth.read(OwnKeys, '/api/keys')).keys.map(({ label }) => label)).toEqual(['test']);
  expect((await ruth.request(`/api/keys/${id}/end`, post)).status).toBe(404);
  expect((await withIt()).status).toBe(200);
  await accepted(nadia.request(`/api/keys/${id}/end`, post));
  expect((await withIt()).status).toBe(401);
  expect((await nadia.read(OwnKeys, '/api/keys')).keys.map(({ label }) => label)).toEqual(['test']);
});
