import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import pg from 'pg';
import { v7 } from 'uuid';
import { afterAll, describe, expect, it } from 'vitest';
import { fillSpace, OWN_DESIGN } from '../../../tests/support/archives.ts';
import { freshApp, type TestPerson } from '../../../tests/support/fresh-app.ts';
import { accepted, practiceBody, startPractice } from '../../../tests/support/practice-facts.ts';
import { saveDesign } from '../../features/library/store.ts';
import { Problem } from '../contract.ts';
import { mediaFolder, mediaPath } from '../media/media-folder.ts';
import { newKey } from '../session.ts';
import { readTables } from '../upkeep/catalog.ts';
import { erasuresFile } from '../upkeep/erasures/erasures-file.ts';
import { Erased } from './contract.ts';
import { keepKey } from './store.ts';

const home = await freshApp({ library: true });
const { store, connection, dataFolder, app, person } = home;
const owner = new pg.Client(connection);
await owner.connect();
afterAll(() => owner.end());

/** One word, so that it is found in what was made for searching too. */
const MARK = 'zqxjkvw';
const SHA256 = 'b'.repeat(64);

const erase = (who: TestPerson, confirm: string) =>
  who.request('/api/erase', { method: 'POST', body: JSON.stringify({ confirm }) });
const problemOf = async (answer: Response) => Problem.parse(await answer.json()).code;

/** For each table how many of its rows name the text anywhere. */
async function rowsWith(text: string): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const { name, sql } of await readTables(owner)) {
    const { rows } = await owner.query<{ count: number }>(
      `select count(*)::int as count from ${sql} t where position($1 in t::text) > 0`,
      [text],
    );
    if ((rows[0]?.count ?? 0) > 0) found[name] = rows[0]?.count ?? 0;
  }
  return found;
}

/** A digest of all rows of each table but those that name her. */
async function contentWithout(spaceId: string): Promise<Record<string, string>> {
  const content: Record<string, string> = {};
  for (const { name, sql } of await readTables(owner)) {
    const { rows } = await owner.query<{ content: string }>(
      `select count(*) || ' ' || md5(coalesce(string_agg(t::text, chr(10) order by t::text collate "C"), '')) as content
       from ${sql} t where position($1 in t::text) = 0`,
      [spaceId],
    );
    content[name] = rows[0]?.content ?? '';
  }
  return content;
}

const grant = (from: TestPerson, to: TestPerson, subjectId: string) =>
  store.inSpace(from.spaceId, (trx) =>
    trx
      .insertInto('space_grant')
      .values({
        space_id: from.spaceId,
        id: v7(),
        subject: 'practice',
        subject_id: subjectId,
        audience_space_id: to.spaceId,
        given_at: new Date(),
      })
      .execute(),
  );

/** A row of hers in every table, and the mark wherever a person writes. */
async function fillEverything(nadia: TestPerson, ruth: TestPerson): Promise<void> {
  await fillSpace(home, nadia);
  const { practiceId } = await startPractice(nadia, { statement: `I ${MARK}.` });
  const need = { kind: 'gap', text: `I ${MARK}`, horizon: 'now', wantedWithin: 'this-week', context: null };
  await accepted(nadia.put(`/api/needs/${v7()}`, { ...need, raisedAt: '2026-03-01T07:00:00Z' }));
  await keepKey(store, newKey(), { kind: 'script', spaceId: nadia.spaceId, label: MARK });
  await store.inSpace(nadia.spaceId, async (trx) => {
    await saveDesign(trx, nadia.spaceId, v7(), { ...OWN_DESIGN, slug: MARK, title: MARK });
    await trx
      .insertInto('media')
      .values({ space_id: nadia.spaceId, sha256: SHA256, content_type: 'text/plain', bytes: 3 })
      .execute();
  });
  await grant(nadia, ruth, practiceId);
  await grant(ruth, nadia, (await startPractice(ruth)).practiceId);
  const path = mediaPath(mediaFolder(dataFolder), nadia.spaceId, SHA256);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, MARK);
}

/** Of the laptop alone, or of a sample: other tests are of those. */
const NOT_HERS = ['bottega_session.local_person', 'bottega_session.sample'];

describe('erasing', () => {
  it('leaves nothing in any column of any table, nor a file, but that it was done; and takes nothing of anybody else', async () => {
    const [nadia, ruth] = [await person(`Nadia ${MARK}`), await person('Ruth')];
    await fillSpace(home, ruth);
    await fillEverything(nadia, ruth);
    const before = await rowsWith(nadia.spaceId);
    const ofSpaces = (await readTables(owner)).filter(({ columns }) => columns.includes('space_id'));
    const empty = ofSpaces.filter(({ name }) => before[name] === undefined).map(({ name }) => name);
    expect(empty).toEqual(NOT_HERS);
    expect(Object.keys(await rowsWith(MARK)).length).toBeGreaterThan(6);
    const others = await contentWithout(nadia.spaceId);

    const erased = Erased.parse(await (await accepted(erase(nadia, `Nadia ${MARK}`))).json());
    expect(erased.isSignedIn).toBe(false);
    expect(await rowsWith(nadia.spaceId)).toEqual({ 'bottega_session.erasure': 1 });
    expect(await rowsWith(MARK)).toEqual({});
    expect(await contentWithout(nadia.spaceId)).toEqual(others);
    expect(await readdir(mediaFolder(dataFolder).media)).not.toContain(nadia.spaceId);
    expect(await readFile(erasuresFile(dataFolder), 'utf8')).toContain(
      JSON.stringify({ spaceId: nadia.spaceId, erasedAt: erased.erasedAt }),
    );
    expect((await nadia.request('/api/me')).status).toBe(401);
    expect((await ruth.request('/api/bench')).status).toBe(200);
  });

  it.each(['', ' ', 'nadia', 'Nadia Brandt Brandt', 'Nadia', '*'])(
    'is refused for the name “%s”, with nothing changed',
    async (confirm) => {
      const nadia = await person('Nadia Brandt');
      await startPractice(nadia);
      const before = await rowsWith(nadia.spaceId);
      const answer = await erase(nadia, confirm);
      expect([409, 422]).toContain(answer.status);
      if (answer.status === 409) expect(await problemOf(answer)).toBe('not-confirmed');
      expect(await rowsWith(nadia.spaceId)).toEqual(before);
    },
  );

  it('takes the name however it was typed: in two parts of a letter, with blanks around it', async () => {
    const zoe = await person('Zoë  Å');
    expect((await erase(zoe, `  ${'Zoë Å'.normalize('NFD')} `)).status).toBe(200);
  });

  it('is for whoever is signed in, and for their own space', async () => {
    const nadia = await person();
    const body = JSON.stringify({ confirm: 'Nadia' });
    const headers = { 'content-type': 'application/json' };
    expect((await app.request('/api/erase', { method: 'POST', headers, body })).status).toBe(401);
    expect((await nadia.request('/api/me')).status).toBe(200);
  });

  it('frees the browser of its cookie', async () => {
    const nadia = await person();
    const json = { 'content-type': 'application/json', origin: 'http://localhost' };
    const signIn = { method: 'POST', headers: json, body: JSON.stringify({ key: nadia.key }) };
    const cookie = (await app.request('/api/sign-in', signIn)).headers.get('set-cookie')?.split(';')[0] ?? '';
    const body = JSON.stringify({ confirm: 'Nadia' });
    const answer = await app.request('/api/erase', { method: 'POST', headers: { ...json, cookie }, body });
    expect(answer.headers.get('set-cookie')).toMatch(/^bottega=;.*Max-Age=0/);
    expect((await app.request('/api/me', { headers: { cookie } })).status).toBe(401);
  });
});

describe('an export that is still being read', () => {
  it('is not left without its recordings: until it is done, nothing is erased', async () => {
    const nadia = await person();
    await store.inSpace(nadia.spaceId, (trx) =>
      trx
        .insertInto('media')
        .values({ space_id: nadia.spaceId, sha256: SHA256, content_type: 'text/plain', bytes: 3 })
        .execute(),
    );
    const reading = await nadia.request('/api/export');
    const before = await rowsWith(nadia.spaceId);
    expect(await problemOf(await erase(nadia, 'Nadia'))).toBe('being-read');
    expect(await rowsWith(nadia.spaceId)).toEqual(before);
    await reading.arrayBuffer();
    expect((await erase(nadia, 'Nadia')).status).toBe(200);
  });

  it('without any keeps nobody waiting', async () => {
    const [nadia, ruth] = [await person('Nadia'), await person('Ruth')];
    const reading = await ruth.request('/api/export');
    expect((await erase(nadia, 'Nadia')).status).toBe(200);
    await reading.arrayBuffer();
  });
});

describe('what is recorded in the same moment', () => {
  const NEED = `insert into bottega.need (space_id, id, kind, text, horizon, wanted_within, raised_at)
    values ($1, $2, 'gap', 'just now', 'now', 'this-week', now())`;
  const PRACTICE = `insert into bottega.practice (space_id, id, micromastery_space_id, micromastery_id, micromastery_version, started_at)
    values ($1, $2, bottega.house_space(), '${practiceBody().micromasteryId}', 1, now())`;

  it.each([
    ['a need', NEED],
    ['a practice', PRACTICE],
  ])('goes as well: %s', async (_, insert) => {
    const nadia = await person();
    await startPractice(nadia);
    const writer = new pg.Client(connection);
    await writer.connect();
    await writer.query('begin');
    await writer.query(insert, [nadia.spaceId, v7()]);
    const answer = erase(nadia, 'Nadia');
    const waiting = `select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query ~ 'erase_space'`;
    await expect.poll(async () => (await owner.query(waiting)).rowCount).toBe(1);
    await writer.query('commit');
    await writer.end();
    expect((await answer).status).toBe(200);
    expect(await rowsWith(nadia.spaceId)).toEqual({ 'bottega_session.erasure': 1 });
  });
});

describe('the role that erases', () => {
  /** As requests run. */
  async function asRequests(spaceId: string, statement: string): Promise<pg.QueryResult> {
    const client = new pg.Client(connection);
    await client.connect();
    try {
      await client.query(`set role bottega_app; set search_path = bottega, public`);
      await client.query(`select set_config('bottega.space_id', $1, false)`, [spaceId]);
      return await client.query(statement);
    } finally {
      await client.end();
    }
  }

  it('may delete, read whose a row is, and nothing else; it cannot log in and owns nothing but its one function', async () => {
    const { rows: roles } = await owner.query(`
      select rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolcreatedb,
             (select count(*)::int from pg_class where relowner = r.oid) as owned,
             (select array_agg(proname::text) from pg_proc where proowner = r.oid) as functions
      from pg_roles r where rolname = 'bottega_eraser'`);
    const no = { rolsuper: false, rolbypassrls: false, rolcanlogin: false };
    expect(roles).toEqual([
      { ...no, rolcreaterole: false, rolcreatedb: false, owned: 0, functions: ['erase_space'] },
    ]);
    const { rows: rights } = await owner.query<{ right: string }>(`
      select distinct p.privilege as right from pg_class c,
             unnest(array['select', 'insert', 'update', 'truncate', 'references', 'trigger']) as p(privilege)
      where c.relnamespace in ('bottega'::regnamespace, 'bottega_session'::regnamespace) and c.relkind in ('r', 'v')
        and has_table_privilege('bottega_eraser', c.oid, p.privilege)`);
    expect(rights).toEqual([]);
    const { rows: columns } = await owner.query<{ name: string }>(`
      select distinct a.attname::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      where c.relnamespace in ('bottega'::regnamespace, 'bottega_session'::regnamespace) and c.relkind in ('r', 'v')
        and has_column_privilege('bottega_eraser', c.oid, a.attnum, 'select') order by 1`);
    expect(columns.map(({ name }) => name)).toEqual(['audience_space_id', 'id', 'of_space_id', 'space_id']);
  });

  it('may delete from every table of a space: a migration that adds one has to say so', async () => {
    const { rows } = await owner.query<{ name: string }>(`
      select c.oid::regclass::text as name from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'space_id'
      where c.relnamespace in ('bottega'::regnamespace, 'bottega_session'::regnamespace) and c.relkind in ('r', 'p')
        and not (has_table_privilege('bottega_eraser', c.oid, 'delete')
                 and has_column_privilege('bottega_eraser', c.oid, a.attnum, 'select'))`);
    expect(rows.map(({ name }) => `grant delete, select (space_id) on ${name} to bottega_eraser;`)).toEqual(
      [],
    );
  });

  it('is not that of requests, which may delete no fact', async () => {
    const nadia = await person();
    const { rows } = await owner.query(
      `select pg_has_role('bottega_app', 'bottega_eraser', 'member') as may`,
    );
    expect(rows).toEqual([{ may: false }]);
    await expect(asRequests(nadia.spaceId, 'delete from need')).rejects.toMatchObject({ code: '42501' });
  });

  it.each([
    ['another space', (ruth: TestPerson) => `'${ruth.spaceId}'`],
    ['the house', () => 'bottega.house_space()'],
    ['nobody', () => 'null'],
  ])('does not erase %s', async (_, argument) => {
    const [nadia, ruth] = [await person('Nadia'), await person('Ruth')];
    await startPractice(ruth);
    const before = await rowsWith(ruth.spaceId);
    await expect(asRequests(nadia.spaceId, `select erase_space(${argument(ruth)})`)).rejects.toMatchObject({
      code: '42501',
    });
    const house = `select set_config('bottega.space_id', house_space()::text, false)`;
    await expect(
      asRequests(nadia.spaceId, `${house}; select erase_space(house_space())`),
    ).rejects.toMatchObject({ code: '42501' });
    expect(await rowsWith(ruth.spaceId)).toEqual(before);
  });

  it.each([
    ['that row-level security does not hold', 'alter table bottega.later disable row level security'],
    ['that it may not delete from', 'revoke delete on bottega.later from bottega_eraser'],
  ])('erases nothing at all where there is a table %s', async (_, change) => {
    const nadia = await person();
    await startPractice(nadia);
    await owner.query(`
      create table bottega.later (space_id uuid primary key references bottega.space (id));
      alter table bottega.later enable row level security;
      create policy own on bottega.later using (space_id = (select bottega.current_space()));
      grant delete, select (space_id) on bottega.later to bottega_eraser; ${change}`);
    const before = await rowsWith(nadia.spaceId);
    const answer = await erase(nadia, 'Nadia');
    expect(await problemOf(answer)).toBe('not-allowed');
    expect(await rowsWith(nadia.spaceId)).toEqual(before);
    await owner.query('drop table bottega.later');
    expect((await erase(nadia, 'Nadia')).status).toBe(200);
  });
});
