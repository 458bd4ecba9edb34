import pg from 'pg';
import { v7 } from 'uuid';
import { afterAll, describe, expect, it } from 'vitest';
import { fillServer } from '../../../tests/support/fill-server.ts';
import { freshApp, type TestPerson } from '../../../tests/support/fresh-app.ts';
import { accepted } from '../../../tests/support/practice-facts.ts';
import { Problem } from '../../platform/contract.ts';
import { Me } from '../../platform/people/contract.ts';
import { readTables } from '../../platform/upkeep/catalog.ts';
import { NeedList } from '../needs/contract.ts';
import { Bench } from '../practice/contract.ts';
import { SampleAnswer } from './contract.ts';

const home = await freshApp({ library: true });
const { app, person, connection } = home;
const owner = new pg.Client(connection);
await owner.connect();
afterAll(() => owner.end());

/** A browser as it keeps its cookie, whatever it is given. */
async function browserOf(who: TestPerson) {
  let cookie = '';
  const request = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('content-type', 'application/json');
    headers.set('origin', 'http://localhost');
    if (cookie !== '') headers.set('cookie', cookie);
    const answer = await app.request(path, { ...init, headers });
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return answer;
  };
  const post = (path: string, body: unknown = {}) =>
    request(path, { method: 'POST', body: JSON.stringify(body) });
  await post('/api/sign-in', { key: who.key });
  const move = async (method: string, path: string) =>
    SampleAnswer.parse(await (await accepted(request(path, { method, body: '{}' }))).json());
  return {
    request,
    post,
    cookie: () => cookie,
    put: (path: string, body: unknown) => request(path, { method: 'PUT', body: JSON.stringify(body) }),
    me: async () => Me.parse(await (await request('/api/me')).json()),
    enter: () => move('POST', '/api/sample'),
    leave: () => move('POST', '/api/sample/leave'),
    remove: () => move('DELETE', '/api/sample'),
  };
}

async function tablesWith(text: string): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const { name, sql } of await readTables(owner)) {
    const { rowCount } = await owner.query(`select from ${sql} t where position($1 in t::text) > 0`, [text]);
    if (rowCount !== null && rowCount > 0) found[name] = rowCount;
  }
  return found;
}

/** Without the keys, of which a browser gets a new one with each move. */
async function ownRows(who: TestPerson): Promise<Record<string, number>> {
  const { 'bottega_session.access_key': _keys, ...rows } = await tablesWith(who.spaceId);
  return rows;
}

const need = {
  kind: 'gap',
  text: 'Said while looking around',
  horizon: 'now',
  wantedWithin: 'this-week',
  context: null,
  raisedAt: '2026-03-01T07:00:00Z',
};

describe('the sample', () => {
  it('is a bench full of practice in a space apart, and one’s own stays as it was', async () => {
    const nadia = await person('Ruth Own');
    await fillServer(nadia);
    const before = await ownRows(nadia);
    const browser = await browserOf(nadia);
    const entered = await browser.enter();
    expect(entered).toEqual({ spaceId: expect.any(String), isSample: true });
    expect(entered.spaceId).not.toBe(nadia.spaceId);
    expect(await browser.me()).toMatchObject({ spaceId: entered.spaceId, isSample: true });
    const bench = Bench.parse(await (await browser.request('/api/bench')).json());
    expect(bench.practices).toHaveLength(6);
    expect(bench.total?.weeks).toBeGreaterThan(8);
    for (const { id } of bench.practices)
      expect((await browser.request(`/api/practices/${id}/picture`)).status).toBe(200);

    // Asked again, from where it is and from one's own.
    expect(await browser.enter()).toEqual(entered);
    expect(await browser.leave()).toEqual({ spaceId: nadia.spaceId, isSample: false });
    expect(await browser.me()).toMatchObject({ spaceId: nadia.spaceId, isSample: false });
    expect(await browser.enter()).toEqual(entered);
    await browser.leave();
    expect(await browser.leave()).toEqual({ spaceId: nadia.spaceId, isSample: false });
    expect(await ownRows(nadia)).toEqual({ ...before, 'bottega_session.sample': 1 });
  });

  it('takes what is recorded in it, and none of it reaches one’s own', async () => {
    const nadia = await person();
    const browser = await browserOf(nadia);
    const { spaceId } = await browser.enter();
    await accepted(browser.put(`/api/needs/${v7()}`, need));
    await browser.leave();
    const { needs } = await nadia.read(NeedList, '/api/needs');
    expect(needs).toEqual([]);
    // What a device kept for the sample is not sent under one's own sign-in, and the other way round.
    const sentAs = (space: string) =>
      browser.request(`/api/needs/${v7()}`, {
        method: 'PUT',
        body: JSON.stringify(need),
        headers: { 'bottega-space': space },
      });
    expect((await sentAs(spaceId)).status).toBe(403);
    await browser.enter();
    expect((await sentAs(nadia.spaceId)).status).toBe(403);
    expect((await sentAs(spaceId)).status).toBe(200);
    expect((await nadia.read(NeedList, '/api/needs')).needs).toEqual([]);
  });

  it('is made by a key for scripts, which stays where it is', async () => {
    const nadia = await person();
    const answer = SampleAnswer.parse(await (await nadia.request('/api/sample', { method: 'POST' })).json());
    expect(answer).toEqual({ spaceId: nadia.spaceId, isSample: false });
    expect(await nadia.read(Me, '/api/me')).toMatchObject({ spaceId: nadia.spaceId, isSample: false });
    const browser = await browserOf(nadia);
    const { spaceId } = await browser.enter();
    // With a key beside it, the cookie is not who asks, and stays whose it is.
    const ruth = await person('Ruth');
    const withHerKey = { headers: { authorization: `Bearer ${ruth.key}` }, body: '{}' };
    for (const [method, path] of [
      ['POST', '/api/sample'],
      ['POST', '/api/sample/leave'],
      ['DELETE', '/api/sample'],
    ] as const) {
      const both = await browser.request(path, { ...withHerKey, method });
      expect(both.headers.get('set-cookie')).toBeNull();
      expect(SampleAnswer.parse(await both.json())).toEqual({ spaceId: ruth.spaceId, isSample: false });
    }
    expect((await browser.me()).spaceId).toBe(spaceId);
  });

  it('goes without a trace but that it went, from within and from one’s own', async () => {
    const nadia = await person();
    await fillServer(nadia);
    const before = await ownRows(nadia);
    const browser = await browserOf(nadia);
    for (const isWithin of [true, false]) {
      const { spaceId } = await browser.enter();
      await accepted(browser.put(`/api/needs/${v7()}`, need));
      const old = browser.cookie();
      if (!isWithin) await browser.leave();
      expect(await browser.remove()).toEqual({ spaceId: nadia.spaceId, isSample: false });
      expect(await tablesWith(spaceId)).toEqual({ 'bottega_session.erasure': 1 });
      expect((await app.request('/api/me', { headers: { cookie: old } })).status).toBe(401);
      expect(await browser.me()).toMatchObject({ spaceId: nadia.spaceId, isSample: false });
    }
    expect(await browser.remove()).toEqual({ spaceId: nadia.spaceId, isSample: false });
    expect(await ownRows(nadia)).toEqual(before);
  });

  it('is erased with the space whose it is, and cannot be erased as if it were one', async () => {
    const nadia = await person();
    const browser = await browserOf(nadia);
    const { spaceId } = await browser.enter();
    const { name } = await browser.me();
    const refused = await browser.post('/api/erase', { confirm: name });
    expect(Problem.parse(await refused.json()).code).toBe('is-sample');
    await browser.leave();
    await accepted(browser.post('/api/erase', { confirm: 'Nadia' }));
    // Recorded as well: what arrives for it afterwards is known to be of nobody.
    expect(await tablesWith(spaceId)).toEqual({ 'bottega_session.erasure': 1 });
    expect(await tablesWith(nadia.spaceId)).toEqual({ 'bottega_session.erasure': 1 });
  });

  it('is each person’s own', async () => {
    const [nadia, ruth] = [await person('Nadia'), await person('Ruth')];
    const [one, other] = [await browserOf(nadia), await browserOf(ruth)];
    const [first, second] = [await one.enter(), await other.enter()];
    expect(first.spaceId).not.toBe(second.spaceId);
    await other.remove();
    expect((await one.me()).spaceId).toBe(first.spaceId);
  });

  it('is one, where it is asked for twice in the same moment', async () => {
    const nadia = await person();
    const browsers = await Promise.all([browserOf(nadia), browserOf(nadia)]);
    const answers = await Promise.all(browsers.map((browser) => browser.enter()));
    expect(new Set(answers.map(({ spaceId }) => spaceId)).size).toBe(1);
    const { rows } = await owner.query(
      `select from bottega.space s where s.name = 'Nadia Brandt'
         and not exists (select from bottega_session.sample p where p.space_id = s.id)`,
    );
    expect(rows).toEqual([]);
  });
});
