import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import {
  dataOf,
  exportOf,
  fillSpace,
  importInto,
  manifestOf,
  OWN_DESIGN,
  rowsOf,
} from '../../../tests/support/archives.ts';
import { csvUpload } from '../../../tests/support/csv-upload.ts';
import { freshApp } from '../../../tests/support/fresh-app.ts';
import { accepted, attemptBody, practiceBody, startPractice } from '../../../tests/support/practice-facts.ts';
import { places } from '../../platform/places.ts';
import { readMicromasteryFile } from '../library/micromastery-file.ts';
import { saveDesign } from '../library/store.ts';
import { Bench, PracticePage } from '../practice/contract.ts';
import { RECORD_NAMES } from './contract.ts';

const home = await freshApp({ library: true });
const elsewhere = await freshApp({ library: true });
const bare = await freshApp();
const nadia = await home.person();
await fillSpace(home, nadia);
const archive = await exportOf(nadia);

describe('an archive of the first release', () => {
  it('is taken whole by every later version, and comes out with the same facts', async () => {
    const file = join(places.root, 'tests', 'fixtures', 'archive-0.1.0.zip');
    const first = new Uint8Array(await readFile(file));
    const ruth = await elsewhere.person('Ruth');
    const report = await importInto(ruth, first);
    const { counts } = manifestOf(first);
    expect(counts).toMatchObject({ attempts: 21, remarks: 6, retractions: 3 });
    for (const [name, count] of Object.entries(counts))
      expect(report.counts).toMatchObject({ [name]: { inArchive: count } });
    expect(manifestOf(await exportOf(ruth)).counts).toMatchObject(counts);
  });
});

describe('an archive', () => {
  it('holds everything, counted, as JSON, Markdown and CSV', async () => {
    const files = unzipSync(archive);
    const { counts } = manifestOf(archive);
    expect(counts).toMatchObject({ needs: 2, 'need-matches': 1, practices: 3, payoffs: 3, attempts: 2_521 });
    expect(counts).toMatchObject({ retractions: 3, remarks: 6, 'session-ends': 3, micromasteries: 5 });
    for (const name of RECORD_NAMES) {
      const lines = strFromU8(files[`data/${name}.jsonl`] ?? new Uint8Array())
        .split('\n')
        .filter((line) => line !== '');
      expect([name, lines.length]).toEqual([name, counts[name]]);
    }
    const design = readMicromasteryFile(
      strFromU8(files['micromasteries/left-hand.md'] ?? new Uint8Array()),
      'left-hand.md',
    );
    expect(design).toMatchObject({ kind: 'design', design: { ...OWN_DESIGN, verb: 'dine', version: 4 } });
    const pages = Object.keys(files).filter((name) => name.startsWith('practices/'));
    expect(pages.filter((name) => name.endsWith('.md'))).toHaveLength(3);
    const csv = pages.find((name) => /typing-races.*\.csv$/.test(name)) ?? '';
    expect(
      strFromU8(files[csv] ?? new Uint8Array())
        .trimEnd()
        .split('\r\n'),
    ).toHaveLength(2_501);
    const page = pages.find((name) => /juggling.*\.md$/.test(name)) ?? '';
    expect(strFromU8(files[page] ?? new Uint8Array())).toMatch(
      /^# Thirty catches[\s\S]*18 attempts in 3 sessions/,
    );
  });

  it('becomes the same in an empty space of another server, with equal counts, and the same archive again', async () => {
    const there = await elsewhere.person('Nadia');
    const report = await importInto(there, archive);
    const { counts } = manifestOf(archive);
    // A table that is as it is on every server: the library's own micromastery is here and is not added.
    for (const name of RECORD_NAMES) {
      const known = name === 'micromasteries' ? 1 : 0;
      expect([name, report.counts[name]]).toEqual([
        name,
        { inArchive: counts[name], added: counts[name] - known, known },
      ]);
    }
    expect(report.keptAsOwn).toEqual([]);
    const again = await exportOf(there);
    expect(manifestOf(again).counts).toEqual(counts);
    expect(dataOf(again)).toEqual(dataOf(archive));

    const bench = await there.read(Bench, '/api/bench');
    expect(bench.practices.map(({ attempts }) => attempts).toSorted((a, b) => a - b)).toEqual([0, 18, 2_500]);
    const found = await there.request('/api/micromasteries?need=rice');
    expect(await found.json()).toMatchObject({ found: [{ slug: 'left-hand' }] });
  });

  it('adds nothing twice, and adds what is new to a space that has some of it', async () => {
    const there = await elsewhere.person();
    await importInto(there, archive);
    const rows = await rowsOf(elsewhere, there);
    const second = await importInto(there, archive);
    expect(Object.values(second.counts).every(({ added }) => added === 0)).toBe(true);
    expect(await rowsOf(elsewhere, there)).toEqual(rows);
    await startPractice(nadia);
    const third = await importInto(there, await exportOf(nadia));
    expect(third.counts.practices).toMatchObject({ added: 1, known: 3 });
    expect(third.counts.attempts).toMatchObject({ added: 0, known: 2_521 });
  });

  it('carries the micromasteries that another library does not have, and keeps them as one’s own', async () => {
    const there = await bare.person();
    const report = await importInto(there, archive);
    expect(report.keptAsOwn).toEqual(['Thirty catches']);
    const bench = await there.read(Bench, '/api/bench');
    const juggling = bench.practices.find(({ title }) => title === 'Thirty catches');
    const page = await there.read(PracticePage, `/api/practices/${juggling?.id}`);
    expect(page.micromastery).toMatchObject({ slug: 'juggling-cascade', title: 'Thirty catches' });
    const second = await importInto(there, archive);
    expect(Object.values(second.counts).every(({ added }) => added === 0)).toBe(true);
    const back = await elsewhere.person();
    await importInto(back, await exportOf(there));
    expect((await back.read(Bench, '/api/bench')).practices).toHaveLength(3);
  });

  it('keeps such a one beside one’s own of the same short name', async () => {
    const there = await bare.person();
    const mine = { ...OWN_DESIGN, slug: 'juggling-cascade', title: 'My own juggling' };
    await bare.store.inSpace(there.spaceId, (trx) => saveDesign(trx, there.spaceId, v7(), mine));
    await importInto(there, archive);
    const second = await importInto(there, archive);
    expect(second.counts.micromasteries.added).toBe(0);
    const titles = await bare.store.inSpace(there.spaceId, (trx) =>
      trx.selectFrom('micromastery').select('title').where('space_id', '=', there.spaceId).execute(),
    );
    expect(titles.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['My own juggling', 'Thirty catches']),
    );
  });

  it('is of one moment, whatever is written while it is read', async () => {
    const who = await home.person();
    const ids = await startPractice(who);
    const answer = await who.request('/api/export');
    await startPractice(who);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(manifestOf(bytes).counts).toMatchObject({ practices: 1, sessions: 1 });
    expect(dataOf(bytes)['data/practices.jsonl']).toContain(ids.practiceId);
  });

  it('lets go of the database when its reader goes away', async () => {
    for (let reader = 0; reader < 40; reader++) {
      const answer = await nadia.request('/api/export');
      await answer.body?.cancel();
    }
    expect((await nadia.request('/api/bench')).status).toBe(200);
  });

  it('holds nothing of another person, also where that was shared', async () => {
    const [owner, friend] = [await home.person('Ruth'), await home.person('Sam')];
    const ids = await startPractice(owner);
    await home.store.inSpace(owner.spaceId, (trx) =>
      trx
        .insertInto('space_grant')
        .values({
          space_id: owner.spaceId,
          id: v7(),
          subject: 'practice',
          subject_id: ids.practiceId,
          audience_space_id: friend.spaceId,
          given_at: new Date('2026-03-01T00:00:00Z'),
        })
        .execute(),
    );
    const { counts } = manifestOf(await exportOf(friend));
    expect(Object.values(counts).every((count) => count === 0)).toBe(true);
  });

  it('tells the learner’s own days, and of others that they are of UTC', async () => {
    const who = await home.person();
    const ids = await startPractice(who);
    // In Auckland it was the second of March already.
    await accepted(who.put(`/api/attempts/${v7()}`, { ...attemptBody(ids), localDay: '2026-03-02' }));
    const empty = { practiceId: ids.practiceId, deviceId: null, isFloor: false };
    await accepted(who.put(`/api/sessions/${v7()}`, { ...empty, startedAt: '2026-02-27T22:00:00Z' }));
    const files = unzipSync(await exportOf(who));
    const name = Object.keys(files).find((each) => /^practices\/.*\.md$/.test(each)) ?? '';
    const page = strFromU8(files[name] ?? new Uint8Array());
    expect(page).toContain('Begun on 2026-03-01 UTC.');
    expect(page).toContain('; since 2026-03-01 UTC)');
    expect(page).toMatch(/^- 2026-03-02: 1 attempt,/m);
    expect(page).toMatch(/^- 2026-02-27 UTC: 0 attempts$/m);
  });

  it('gives the need that it was begun for in the words that it was said in last', async () => {
    const who = await home.person();
    const [needId, practiceId] = [v7(), v7()];
    const said = { horizon: 'now', wantedWithin: 'this-week', context: null } as const;
    const raisedAt = '2026-03-01T07:00:00Z';
    await accepted(who.put(`/api/needs/${needId}`, { ...said, kind: 'gap', text: 'I drop them', raisedAt }));
    await accepted(who.put(`/api/practices/${practiceId}`, practiceBody({ needId })));
    await accepted(
      who.put(`/api/need-revisions/${v7()}`, {
        ...said,
        needId,
        text: 'I drop the third ball',
        state: 'open',
        revisedAt: '2026-03-01T07:30:00Z',
      }),
    );
    const files = unzipSync(await exportOf(who));
    const name = Object.keys(files).find((each) => /^practices\/.*\.md$/.test(each)) ?? '';
    expect(strFromU8(files[name] ?? new Uint8Array())).toContain('I drop the third ball');
  });

  it('makes no formula and no markup of what a person wrote', async () => {
    const who = await home.person();
    await accepted(
      who.request(
        `/api/imports/${v7()}`,
        await csvUpload('at,v,note,hands\n2025-01-01,5,"=HYPERLINK(""http://x"")",-1\n', {
          mapping: { valueColumn: 'v', timeColumn: 'at', noteColumn: 'note', conditionColumns: ['hands'] },
          measure: { kind: 'count', unit: 'things', direction: 'up' },
          target: { kind: 'new', title: '<script>alert(1)</script>' },
        }),
      ),
    );
    const files = unzipSync(await exportOf(who));
    const [csv, page] = ['.csv', '.md'].map((end) =>
      strFromU8(
        files[Object.keys(files).find((name) => name.startsWith('practices/') && name.endsWith(end)) ?? ''] ??
          new Uint8Array(),
      ),
    );
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")",,-1`);
    expect(page).not.toContain('<script>');
  });
});
