import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { countsOf, NOTHING, previewCsv, SMALL_PLAN, sendCsv } from '../../../tests/support/csv-import.ts';
import { csvUpload } from '../../../tests/support/csv-upload.ts';
import { freshApp } from '../../../tests/support/fresh-app.ts';

const { person, store, app } = await freshApp({ library: true });

describe('rows that cannot be taken', () => {
  const FILE = [
    'at,wpm,hands',
    '2025-01-01 10:00,60,open',
    '2025-01-01 10:01,fast,open',
    '2025-01-01 10:02,,open',
    '2025-02-30 10:00,60,open',
    'yesterday,60,open',
    '2031-01-01 10:00,60,open',
    '1750-01-01 10:00,60,open',
    '2025-01-01 10:03,-5,open',
    '2025-01-01 10:04,61',
    `2025-01-01 10:05,61,${'x'.repeat(61)}`,
    '2025-01-01 10:06,62,open,,',
    '2025-01-01 10:07 +99:99,62,open',
  ].join('\n');
  const plan = { ...SMALL_PLAN, mapping: { ...SMALL_PLAN.mapping, conditionColumns: ['hands'] } };

  it('are named by line with the reason, and nothing is taken', async () => {
    const nadia = await person();
    const { status, body, id } = await sendCsv(nadia, FILE, plan);
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'rows-refused', detail: '10 of 12 rows cannot be taken.' });
    expect(body.errors?.map((error) => error.message)).toEqual([
      'line 3: not a number (“fast”)',
      'line 4: there is no value (“2025-01-01 10:02,,open”)',
      'line 5: there is no such day in the calendar (“2025-02-30 10:00”)',
      'line 6: the start is not a date and time; write 2026-03-01 17:30:00 (“yesterday”)',
      'line 7: the start lies in the future; is the time zone right? (“2031-01-01 10:00”)',
      'line 8: the start lies outside the years 1900 to 2199 (“1750-01-01 10:00”)',
      'line 9: below 0, the least it can be (“-5”)',
      'line 10: the row has 2 cells, not 3 (“2025-01-01 10:04,61”)',
      'line 11: “hands” is longer than 60 characters (“xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…”)',
      'line 13: no clock is that far from UTC; write one up to 15:59, such as +02:00 (“2025-01-01 10:07 +99:99”)',
    ]);
    expect(await countsOf(store, nadia)).toEqual(NOTHING);
    expect((await nadia.request(`/api/imports/${id}`)).status).toBe(404);
  });

  it('are left out where the person says so', async () => {
    const nadia = await person();
    const { status, body } = await sendCsv(nadia, FILE, { ...plan, takeGoodRows: true });
    expect(status).toBe(200);
    expect(body.run).toMatchObject({ attemptsAdded: 2, rowsRefused: 10, rowsTotal: 12 });
    expect(body.badRows).toHaveLength(10);
  });

  it('are counted where there are more than can be named', async () => {
    const nadia = await person();
    const file = `at,wpm\n2025-01-01 10:00,60\n${'2025-01-01 10:00,fast\n'.repeat(1_234)}`;
    const { body } = await sendCsv(nadia, file, SMALL_PLAN);
    expect(body.detail).toBe('1,234 of 1,235 rows cannot be taken; the first 100 are named.');
    expect(body.errors).toHaveLength(100);
  });
});

describe('a file that is no table of attempts', () => {
  const bytes = (...values: number[]) => Uint8Array.from(values);
  const latin1 = Uint8Array.from(
    Buffer.from('at,wpm,place\n2025-01-01,60,Milano\n2025-01-02,61,Forlì\n', 'latin1'),
  );
  it.each([
    ['is empty', '', 'The file is empty.'],
    ['is blank', ' \n\n', 'The file is empty.'],
    ['is a picture', bytes(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13), 'NUL bytes'],
    ['is not UTF-8', latin1, 'Line 3 is not UTF-8'],
    ['has one column', 'wpm\n60\n61\n', 'one column only'],
    ['has only a header', 'at,wpm\n', 'no rows under it'],
    [
      'has an open quotation mark',
      `at,wpm\n2025-01-01,"60\n${'2025-01-01,60\n'.repeat(9_000)}`,
      'never closed',
    ],
  ])('%s', async (_, file, sentence) => {
    const { status, body } = await previewCsv(await person(), file);
    expect(status).toBe(422);
    expect(body.code).toBe('file-unreadable');
    expect(body.detail).toContain(sentence);
  });

  it('has more rows or bytes than are taken at once', async () => {
    const nadia = await person();
    const long = await previewCsv(nadia, `at,wpm\n${'2025-01-01,6\n'.repeat(1_000_001)}`, {
      mapping: SMALL_PLAN.mapping,
    });
    expect(long.body.detail).toContain('more than 1,000,000 rows');
    const large = await previewCsv(nadia, new Uint8Array(33 * 1024 * 1024).fill(0x61));
    expect(large).toMatchObject({ status: 413, body: { code: 'too-large' } });
  });
});

describe('what else is refused', () => {
  it.each([
    [
      'a column that is not there',
      { ...SMALL_PLAN, mapping: { valueColumn: 'cpm', timeColumn: 'at' } },
      'invalid',
    ],
    [
      'one column for two things',
      { ...SMALL_PLAN, mapping: { valueColumn: 'at', timeColumn: 'at' } },
      'invalid',
    ],
    [
      'a time of day that is the start as well',
      { ...SMALL_PLAN, mapping: { ...SMALL_PLAN.mapping, timeOfDayColumn: 'at' } },
      'invalid',
    ],
    [
      'a time of day without a date',
      { ...SMALL_PLAN, mapping: { valueColumn: 'wpm', timeOfDayColumn: 'at' } },
      'invalid',
    ],
    [
      'a zone that is not there',
      { ...SMALL_PLAN, mapping: { ...SMALL_PLAN.mapping, timeZone: 'Mars/Base' } },
      'invalid',
    ],
    ['no measure for a new practice', { ...SMALL_PLAN, measure: null }, 'invalid'],
    [
      'a practice of nobody',
      { ...SMALL_PLAN, target: { kind: 'practice', practiceId: v7() } },
      'practice-not-found',
    ],
    [
      'a micromastery that is not there',
      { ...SMALL_PLAN, target: { kind: 'micromastery', micromasteryId: v7() } },
      'micromastery-not-found',
    ],
  ])('%s', async (_, plan, code) => {
    const nadia = await person();
    const { body } = await sendCsv(nadia, 'at,wpm\n2025-01-01 10:00,60\n', plan);
    expect(body.code).toBe(code);
    expect(await countsOf(store, nadia)).toEqual(NOTHING);
  });

  it('another body than a form, a form without its parts, and a plan that is not JSON', async () => {
    const nadia = await person();
    const path = `/api/imports/${v7()}`;
    expect((await nadia.request(path, { method: 'POST', body: '{}' })).status).toBe(415);
    expect((await nadia.request(path, { method: 'POST' })).status).toBe(415);
    const broken = { 'content-type': 'multipart/form-data; boundary=x' };
    expect((await nadia.request(path, { method: 'POST', body: 'hello', headers: broken })).status).toBe(422);
    const form = new FormData();
    form.set('file', new File(['a,b'], 'a.csv'));
    form.set('plan', '{');
    const encoded = new Response(form);
    const headers = { 'content-type': encoded.headers.get('content-type') ?? '' };
    const answer = await nadia.request(path, { method: 'POST', body: await encoded.arrayBuffer(), headers });
    expect(await answer.json()).toMatchObject({ code: 'invalid' });
  });

  it('another person’s practice and run', async () => {
    const [nadia, ruth] = [await person(), await person('Ruth')];
    const { id, body } = await sendCsv(nadia, 'at,wpm\n2025-01-01 10:00,60\n', SMALL_PLAN);
    expect((await ruth.request(`/api/imports/${id}`)).status).toBe(404);
    const target = { kind: 'practice', practiceId: body.run?.practiceId };
    expect((await sendCsv(ruth, 'at,wpm\n2025-01-01 10:00,60\n', { ...SMALL_PLAN, target })).status).toBe(
      404,
    );
    expect((await app.request(`/api/imports/${id}`)).status).toBe(401);
  });

  it('an id under which another file was taken', async () => {
    const nadia = await person();
    const { id } = await sendCsv(nadia, 'at,wpm\n2025-01-01 10:00,60\n', SMALL_PLAN);
    const answer = await nadia.request(
      `/api/imports/${id}`,
      await csvUpload('at,wpm\n2025-01-01 10:05,60\n', SMALL_PLAN, 'other.csv'),
    );
    expect(answer.status).toBe(409);
    expect((await countsOf(store, nadia)).attempts).toBe(1);
    expect(await (await nadia.request(`/api/imports/${id}`)).json()).toMatchObject({
      state: 'done',
      attemptsAdded: 1,
    });
  });
});
