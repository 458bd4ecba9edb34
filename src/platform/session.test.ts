import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { fixedClock, freshApp } from '../../tests/support/fresh-app.ts';
import { createApp } from '../server.ts';
import { silentLog } from './log.ts';
import { COOKIE_SECONDS, keepKey, keysInForce, localPerson, ownerOfKey } from './people/store.ts';
import { newKey } from './session.ts';

const { store, connection, dataFolder, person } = await freshApp();
const owner = new pg.Client(connection);
await owner.connect();
afterAll(() => owner.end());
const spaceId = await localPerson(store);
const TOKEN = 'the-token-of-this-start';
const TOKEN_ONCE = 'the-token-for-a-browser';
const app = createApp({
  store,
  clock: fixedClock,
  log: silentLog,
  version: '0.0.0-test',
  local: { space: async () => spaceId, token: TOKEN, tokenOnce: TOKEN_ONCE },
  webFolder: undefined,
  dataFolder,
});
const HERE = 'http://127.0.0.1:4680';

async function openedCookie(): Promise<string> {
  const opened = await app.request(`${HERE}/open?token=${TOKEN}`, { headers: { host: '127.0.0.1:4680' } });
  return opened.headers.get('set-cookie')?.split(';')[0] ?? '';
}
const me = (headers: Record<string, string>) =>
  app.request(`${HERE}/api/me`, { headers: { host: '127.0.0.1:4680', ...headers } });

describe('the person of this machine', () => {
  it('is signed in by the printed link, with a cookie that no script can read and no other site can send', async () => {
    const opened = await app.request(`${HERE}/open?token=${TOKEN}`, { headers: { host: 'localhost:4680' } });
    expect(opened.status).toBe(303);
    expect(opened.headers.get('location')).toBe('/');
    expect(opened.headers.get('set-cookie')).toMatch(/HttpOnly/);
    expect(opened.headers.get('set-cookie')).toMatch(/SameSite=Lax/);
    const answer = await me({ cookie: await openedCookie() });
    expect(await answer.json()).toMatchObject({ spaceId, name: 'Me' });
  });

  it('is signed in once by the link that a browser is given, since the list of processes shows it', async () => {
    const open = (host: string) =>
      app.request(`${HERE}/open?token=${TOKEN_ONCE}`, { headers: { host }, redirect: 'manual' });
    expect((await open('attacker.example:4680')).headers.get('location')).toBe('/?link=ended');
    const first = await open('localhost:4680');
    expect(first.headers.get('location')).toBe('/');
    expect(first.headers.get('cache-control')).toBe('no-store');
    const second = await open('localhost:4680');
    expect(second.headers.get('location')).toBe('/?link=ended');
    expect(second.headers.get('set-cookie')).toBeNull();
  });

  it('is told so when the link is not this start’s', async () => {
    const opened = await app.request(`${HERE}/open?token=guess`, { headers: { host: 'localhost:4680' } });
    expect(opened.headers.get('location')).toBe('/?link=ended');
    expect(opened.headers.get('set-cookie')).toBeNull();
  });

  it.each([
    ['a name that another site made point here', { host: 'attacker.example:4680' }],
    ['a proxy that passes requests on', { 'x-forwarded-for': '203.0.113.7' }],
    ['a proxy of the standard’s kind', { forwarded: 'for=203.0.113.7' }],
  ])('is not recognised through %s', async (_, headers) => {
    const cookie = await openedCookie();
    expect((await me({ cookie, ...headers })).status).toBe(401);
  });

  it('stays signed in when a server on another port of the machine signs the same browser in', async () => {
    const opened = async (host: string) => {
      const answer = await app.request(`${HERE}/open?token=${TOKEN}`, { headers: { host } });
      return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    };
    // As a browser keeps them: by name, the later in place of the earlier.
    const jar = new Map<string, string>();
    for (const host of ['127.0.0.1:4680', '127.0.0.1:4681', '127.0.0.1']) {
      const [name = '', value = ''] = (await opened(host)).split('=');
      jar.set(name, value);
    }
    expect([...jar.keys()]).toEqual(['bottega-4680', 'bottega-4681', 'bottega']);
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ');
    expect((await me({ cookie })).status).toBe(200);
    await app.request(`${HERE}/api/sign-out`, {
      method: 'POST',
      headers: { cookie, host: '127.0.0.1:4681', origin: 'http://127.0.0.1:4680' },
    });
    expect((await me({ cookie, host: '127.0.0.1:4681' })).status).toBe(401);
    expect((await me({ cookie })).status).toBe(200);
  });

  it('is nobody without the cookie', async () => {
    expect((await me({})).status).toBe(401);
  });
});

describe('the key of a browser', () => {
  const inForce = async () => (await keysInForce(owner, 1_000)).total;

  it('ends when the browser is given another, however often the link is opened', async () => {
    const before = await inForce();
    let cookie = '';
    const seen: string[] = [];
    for (let opened = 0; opened < 3; opened += 1) {
      const headers = { host: '127.0.0.1:4680', ...(cookie === '' ? {} : { cookie }) };
      const answer = await app.request(`${HERE}/open?token=${TOKEN}`, { headers });
      cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
      seen.push(cookie);
    }
    expect(await inForce()).toBe(before + 1);
    expect((await me({ cookie })).status).toBe(200);
    expect(await Promise.all(seen.map(async (each) => (await me({ cookie: each })).status))).toEqual([
      401, 401, 200,
    ]);
  });

  it('ends when its person signs in as somebody else, and the key that they signed in with stays', async () => {
    const [nadia, ruth] = [await person('Nadia'), await person('Ruth')];
    const signIn = async (key: string, cookie: string) => {
      const body = JSON.stringify({ key });
      const headers = { 'content-type': 'application/json', cookie, origin: 'http://localhost' };
      const answer = await app.request('/api/sign-in', { method: 'POST', body, headers });
      return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    };
    const first = await signIn(nadia.key, '');
    const second = await signIn(ruth.key, first);
    expect((await app.request('/api/me', { headers: { cookie: first } })).status).toBe(401);
    expect((await app.request('/api/me', { headers: { cookie: second } })).status).toBe(200);
    // A key of scripts that somebody put into a cookie is theirs to end.
    await signIn(ruth.key, `bottega=${nadia.key}`);
    expect((await me({ authorization: `Bearer ${nadia.key}` })).status).toBe(200);
  });

  it.each([
    ['local', COOKIE_SECONDS + 1, false],
    ['device', COOKIE_SECONDS + 1, false],
    ['device', COOKIE_SECONDS - 3_600, true],
    ['script', COOKIE_SECONDS * 10, true],
  ] as const)(
    'ends with its cookie, and one for scripts does not: %s, %d seconds old',
    async (kind, age, isGood) => {
      const key = newKey();
      const before = await inForce();
      await keepKey(store, key, { kind, spaceId, label: 'old' });
      await owner.query(
        `update bottega_session.access_key set created_at = now() - make_interval(secs => $1)
       where id = (select id from bottega_session.access_key order by created_at desc, id desc limit 1)`,
        [age],
      );
      expect((await ownerOfKey(store, key)) !== undefined).toBe(isGood);
      expect(await inForce()).toBe(before + (isGood ? 1 : 0));
    },
  );
});

describe('a key', () => {
  it('signs a browser in with a cookie of its own, which signing out ends', async () => {
    const nadia = await person('Nadia');
    const signIn = await app.request('/api/sign-in', {
      method: 'POST',
      body: JSON.stringify({ key: nadia.key }),
      headers: { 'content-type': 'application/json' },
    });
    expect(await signIn.json()).toMatchObject({ spaceId: nadia.spaceId, name: 'Nadia' });
    const cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(cookie).not.toContain(nadia.key);
    // Not bound to this machine: it was a key that signed in.
    expect((await me({ cookie, host: 'bottega.example' })).status).toBe(200);
    await app.request('/api/sign-out', { method: 'POST', headers: { cookie, origin: 'http://localhost' } });
    expect((await me({ cookie })).status).toBe(401);
    expect((await me({ authorization: `Bearer ${nadia.key}` })).status).toBe(200);
  });

  it('that is not known signs nobody in', async () => {
    const answer = await app.request('/api/sign-in', {
      method: 'POST',
      body: JSON.stringify({ key: `btg_${'x'.repeat(43)}` }),
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('set-cookie')).toBeNull();
  });
});

describe('a device’s queue', () => {
  it('is refused under another sign-in, whatever the cookie says', async () => {
    const [nadia, ruth] = [await person('Nadia'), await person('Ruth')];
    const as = (sender: string) => nadia.request('/api/me', { headers: { 'bottega-space': sender } });
    expect((await as(nadia.spaceId)).status).toBe(200);
    const refused = await as(ruth.spaceId);
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ code: 'other-space' });
  });
});

describe('another site', () => {
  it('cannot post a form with the person’s cookie', async () => {
    const cookie = await openedCookie();
    const answer = await app.request(`${HERE}/api/sign-out`, {
      method: 'POST',
      headers: {
        cookie,
        host: '127.0.0.1:4680',
        origin: 'https://attacker.example',
        'content-type': 'text/plain',
      },
      body: 'x',
    });
    expect(answer.status).toBe(403);
    expect((await me({ cookie })).status).toBe(200);
  });

  it.each([
    ['with a name and a password in its address', { authorization: 'Basic eDp5' }],
    ['without saying what it sends', {}],
    ['as a file', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['on another port of this machine', { origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-site' }],
  ])('cannot post one %s, either', async (_, headers) => {
    const cookie = await openedCookie();
    const answer = await app.request(`${HERE}/api/sign-out`, {
      method: 'POST',
      headers: { cookie, host: '127.0.0.1:4680', origin: 'https://attacker.example', ...headers },
    });
    expect(answer.status).toBe(403);
    expect((await me({ cookie })).status).toBe(200);
  });

  it('cannot frame a page, or run a script of its own in one', async () => {
    const answer = await me({});
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });
});
