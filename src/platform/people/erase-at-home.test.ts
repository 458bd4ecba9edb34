import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { fixedClock, freshDatabase, freshDataFolder } from '../../../tests/support/fresh-app.ts';
import { createApp } from '../../server.ts';
import { ensureLocalKey } from '../command-line/ensure-local-key.ts';
import { openStore } from '../database.ts';
import { silentLog } from '../log.ts';
import { Erased, Me } from './contract.ts';
import { localPerson } from './store.ts';

const dataFolder = await freshDataFolder();
const store = openStore(await freshDatabase());
const TOKEN = 'the-token-of-this-start';
const app = createApp({
  store,
  clock: fixedClock,
  log: silentLog,
  version: '0.0.0-test',
  local: {
    space: async () => {
      await ensureLocalKey(store, dataFolder);
      return localPerson(store);
    },
    token: TOKEN,
  },
  webFolder: undefined,
  dataFolder,
});
const HOST = { host: '127.0.0.1:4680' };
const at = (path: string, headers: Record<string, string>, init: RequestInit = {}) =>
  app.request(`http://127.0.0.1:4680${path}`, { ...init, headers: { ...HOST, ...headers } });
const cookieOf = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? '';
const open = async () => ({ cookie: cookieOf(await at(`/open?token=${TOKEN}`, {})) });
const me = async (who: Record<string, string>) => Me.parse(await (await at('/api/me', who)).json());
const erase = (who: Record<string, string>) =>
  at(
    '/api/erase',
    { ...who, 'content-type': 'application/json' },
    {
      method: 'POST',
      body: JSON.stringify({ confirm: 'Me' }),
    },
  );
const need = {
  kind: 'gap',
  text: 'I drop everything',
  horizon: 'now',
  wantedWithin: 'this-week',
  context: null,
  raisedAt: '2026-03-01T07:00:00Z',
};

it('the person of this machine goes on in a new and empty space, in this browser and from the command line', async () => {
  const browser = await open();
  const before = await me(browser);
  const put = { method: 'PUT', body: JSON.stringify(need) };
  const recorded = await at(`/api/needs/${v7()}`, { ...browser, 'content-type': 'application/json' }, put);
  expect(recorded.status).toBe(200);
  const oldKey = await ensureLocalKey(store, dataFolder);

  const answer = await erase(browser);
  expect(Erased.parse(await answer.json()).isSignedIn).toBe(true);
  const anew = { cookie: cookieOf(answer) };
  const after = await me(anew);
  expect(after).toMatchObject({ name: 'Me', isSample: false });
  expect(after.spaceId).not.toBe(before.spaceId);
  expect(await (await at('/api/needs', anew)).json()).toMatchObject({ needs: [] });

  expect((await at('/api/me', browser)).status).toBe(401);
  expect((await at('/api/me', { authorization: `Bearer ${oldKey}` })).status).toBe(401);
  const newKey = await ensureLocalKey(store, dataFolder);
  expect(newKey).not.toBe(oldKey);
  expect((await me({ authorization: `Bearer ${newKey}` })).spaceId).toBe(after.spaceId);
  expect((await me(await open())).spaceId).toBe(after.spaceId);
});

it('who erases with the key of this machine finds the link good, and a key for the next command', async () => {
  const key = await ensureLocalKey(store, dataFolder);
  const before = await me({ authorization: `Bearer ${key}` });
  const answer = await erase({ authorization: `Bearer ${key}` });
  expect(Erased.parse(await answer.json()).isSignedIn).toBe(false);
  expect(answer.headers.get('set-cookie')).toBeNull();
  const { mtimeMs } = await stat(join(dataFolder, 'local-key'));
  const after = await me(await open());
  expect(after.spaceId).not.toBe(before.spaceId);
  expect((await stat(join(dataFolder, 'local-key'))).mtimeMs).toBe(mtimeMs);
});
