import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  attemptsOf,
  countsOf,
  NOTHING,
  previewCsv,
  RACES_PLAN,
  races,
  SMALL_PLAN,
  sendCsv,
} from '../../../tests/support/csv-import.ts';
import { RACES_MAPPING, WORDS_A_MINUTE } from '../../../tests/support/csv-upload.ts';
import { freshApp } from '../../../tests/support/fresh-app.ts';
import { startPractice } from '../../../tests/support/practice-facts.ts';
import { HOUSE_SPACE_ID, idOfName } from '../../platform/ids.ts';
import { AttemptList, Bench, PracticePage } from '../practice/contract.ts';
import { PracticePicture } from '../practice/picture-contract.ts';

const { person, store, app } = await freshApp({ library: true });

describe('years of records', () => {
  it('become a practice with its history, once, however often the file is sent', async () => {
    const nadia = await person();
    const first = await sendCsv(nadia, races, RACES_PLAN);
    expect(first).toMatchObject({
      status: 200,
      body: {
        run: { state: 'done', rowsTotal: 16_000, rowsDone: 16_000, attemptsAdded: 16_000, attemptsKnown: 0 },
      },
    });
    const before = await countsOf(store, nadia);
    const again = await sendCsv(nadia, races, RACES_PLAN);
    expect(again.body.run).toMatchObject({ state: 'done', attemptsAdded: 0, attemptsKnown: 16_000 });
    expect(await countsOf(store, nadia)).toEqual(before);

    const { practices } = await nadia.read(Bench, '/api/bench');
    expect(practices).toMatchObject([
      { title: 'Typing races', attempts: 16_000, payoff: { unit: 'words a minute' } },
    ]);
    const { picture } = await nadia.read(
      PracticePicture,
      `/api/practices/${first.body.run?.practiceId}/picture`,
    );
    expect(picture?.n).toBe(16_000);
    expect(picture?.sessions).toBe(before.sessions);
  });

  it('are extended by a file that goes on where the last one ended, in the same session', async () => {
    const nadia = await person();
    const rows = races.split('\n');
    await sendCsv(nadia, rows.slice(0, 1_003).join('\n'), RACES_PLAN);
    const early = await countsOf(store, nadia);
    await sendCsv(nadia, [rows[0], ...rows.slice(900, 1_203)].join('\n'), RACES_PLAN);
    const grown = await attemptsOf(store, nadia);
    expect(grown).toHaveLength(1_202);

    const whole = await person();
    await sendCsv(whole, rows.slice(0, 1_203).join('\n'), RACES_PLAN);
    const shape = (all: typeof grown) =>
      all.map((row) => [row.started_at, row.value, row.local_day, row.sequence]);
    expect(shape(grown)).toEqual(shape(await attemptsOf(store, whole)));
    const { sessions } = await countsOf(store, whole);
    expect((await countsOf(store, nadia)).sessions).toBe(sessions);
    expect(early.sessions).toBeLessThan(sessions);
  });

  it('keep what the file says of each attempt, and begin a new session after half an hour', async () => {
    const nadia = await person();
    const file = [
      'at;wpm;hands;note',
      '2025-12-31 23:50:00;61,5;covered;"slow, but ""clean""\nand calm"',
      '2026-01-01 00:10:00;63;;',
      '2026-01-01 00:10:00;63;open;',
      '2026-01-01 00:40:01;70;open;',
      '',
    ].join('\r\n');
    const plan = {
      ...SMALL_PLAN,
      mapping: {
        ...SMALL_PLAN.mapping,
        conditionColumns: ['hands'],
        noteColumn: 'note',
        timeZone: 'Europe/Rome',
      },
    };
    expect((await sendCsv(nadia, `\uFEFF${file}`, plan)).status).toBe(200);
    const kept = await attemptsOf(store, nadia);
    expect(
      kept.map((row) => [
        row.started_at.toISOString(),
        row.local_day,
        row.value,
        row.sequence,
        row.conditions,
      ]),
    ).toEqual([
      ['2025-12-31T22:50:00.000Z', '2025-12-31', 61.5, 1, { hands: 'covered' }],
      ['2025-12-31T23:10:00.000Z', '2026-01-01', 63, 2, {}],
      ['2025-12-31T23:10:00.000Z', '2026-01-01', 63, 3, { hands: 'open' }],
      ['2025-12-31T23:40:01.000Z', '2026-01-01', 70, 1, { hands: 'open' }],
    ]);
    expect(new Set(kept.map((row) => row.session_id)).size).toBe(2);
    expect(kept.every((row) => row.source === 'import' && !row.is_trick_read)).toBe(true);
    const practiceId = kept[0]?.practice_id;
    const list = await nadia.read(AttemptList, `/api/practices/${practiceId}/attempts`);
    expect(list.attempts.at(-1)?.remarks).toMatchObject([{ text: 'slow, but "clean"\nand calm' }]);
  });

  it('stay in the order in which they were made, also where the file begins with the newest', async () => {
    const nadia = await person();
    await sendCsv(
      nadia,
      'at,wpm\n2025-01-02,5\n2025-01-02,4\n2025-01-01,3\n2025-01-01,2\n2025-01-01,1\n',
      SMALL_PLAN,
    );
    const kept = await attemptsOf(store, nadia);
    expect(kept.map(({ value, sequence }) => [value, sequence])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 1],
      [5, 2],
    ]);
  });

  it('leave a retracted attempt retracted', async () => {
    const nadia = await person();
    const file = 'at,wpm\n2025-01-01 10:00,60\n2025-01-01 10:01,61\n';
    const { body } = await sendCsv(nadia, file, SMALL_PLAN);
    const [first] = await attemptsOf(store, nadia);
    await nadia.put(`/api/retractions/${v7()}`, {
      attemptId: first?.id,
      retractedAt: '2026-03-01T08:02:00Z',
    });
    await sendCsv(nadia, file, SMALL_PLAN);
    const list = await nadia.read(AttemptList, `/api/practices/${body.run?.practiceId}/attempts`);
    expect(list.attempts).toHaveLength(1);
  });

  it('go into a practice on the bench under its payoff, or into a new one of the library', async () => {
    const nadia = await person();
    const ids = await startPractice(nadia);
    const file = 'at,catches\n2025-01-01 10:00,6\n2025-01-01 10:01,9\n';
    const mapping = { valueColumn: 'catches', timeColumn: 'at' };
    const onBench = await sendCsv(nadia, file, {
      mapping,
      target: { kind: 'practice', practiceId: ids.practiceId },
    });
    expect(onBench.body.run).toMatchObject({ practiceId: ids.practiceId, attemptsAdded: 2 });
    expect((await attemptsOf(store, nadia)).every((row) => row.payoff_id === ids.payoffId)).toBe(true);

    const micromasteryId = idOfName(HOUSE_SPACE_ID, 'juggling-cascade');
    const taken = await sendCsv(nadia, file, { mapping, target: { kind: 'micromastery', micromasteryId } });
    expect(taken.body.run?.practiceId).not.toBe(ids.practiceId);
    const page = await nadia.read(PracticePage, `/api/practices/${taken.body.run?.practiceId}`);
    expect(page).toMatchObject({
      card: { micromasteryId, attempts: 2 },
      payoffs: [{ kind: 'count', target: { low: null, high: null } }],
    });
  });
});

describe('a preview', () => {
  it('says which column is what, and what each row would be, and stores nothing', async () => {
    const nadia = await person();
    const { status, body } = await previewCsv(nadia, races, { target: RACES_PLAN.target });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      delimiter: 'comma',
      hasHeader: true,
      mapping: {
        ...RACES_MAPPING,
        timeOfDayColumn: null,
        conditionColumns: ['# Racers'],
        timeZone: 'UTC',
        noteColumn: null,
      },
      measure: WORDS_A_MINUTE,
      rowsTotal: 16_000,
      rowsGood: 16_000,
      rowsBad: 0,
      attemptsKnown: 0,
    });
    expect(body.firstRows?.[0]).toMatchObject({
      line: 2,
      startedAt: '2012-01-16T19:08:04.000Z',
      localDay: '2012-01-16',
    });
    expect(await countsOf(store, nadia)).toEqual(NOTHING);
    await sendCsv(nadia, races, RACES_PLAN);
    const later = await previewCsv(nadia, races, { target: RACES_PLAN.target });
    expect(later.body).toMatchObject({
      attemptsKnown: 16_000,
      sessions: (await countsOf(store, nadia)).sessions,
    });
  });

  it('takes a choice over a guess, and asks for what it cannot guess', async () => {
    const nadia = await person();
    const chosen = await previewCsv(nadia, races, {
      mapping: { valueColumn: 'Accuracy', conditionColumns: [] },
    });
    expect(chosen.body).toMatchObject({
      mapping: { valueColumn: 'Accuracy', conditionColumns: [] },
      measure: { kind: 'proportion' },
    });
    const lost = await previewCsv(nadia, 'name,place\nball,park\nrope,hall\n');
    expect(lost.body).toMatchObject({ mapping: null, rowsTotal: 0 });
    expect(lost.body.notes?.join(' ')).toMatch(/start time/);
  });

  it.each([
    [
      'semicolons and clock times',
      'Start;Time taken\n01.02.2025 10:00;1:03\n13.02.2025 10:00;0:58,5\n',
      { kind: 'duration', direction: 'down' },
    ],
    ['tabs and shares', 'when\tshare\n2025-02-01\t68%\n2025-02-02\t71%\n', { kind: 'proportion' }],
    ['yes and no', 'date,held\n2025-02-01,yes\n2025-02-02,no\n', { kind: 'pass' }],
    ['no header', '2025-02-01 10:00,12\n2025-02-01 10:05,14\n', { kind: 'count', unit: 'Column 2' }],
  ])('reads %s', async (_, file, measure) => {
    const { body } = await previewCsv(await person(), file);
    expect(body).toMatchObject({ measure, rowsGood: 2, rowsBad: 0 });
  });

  it('tells columns of one name apart', async () => {
    const { body } = await previewCsv(await person(), 'date,score,score\n2025-02-01,1,2\n2025-02-02,3,4\n');
    expect(body.columns?.map((column) => column.name)).toEqual(['date', 'score', 'score (2)']);
    expect(body.notes?.[0]).toContain('score (2)');
  });
});

it('is in the OpenAPI document, with its form and its refusals', async () => {
  const Described = z.object({
    paths: z.record(
      z.string(),
      z.object({ post: z.looseObject({ responses: z.looseObject({}) }).optional() }),
    ),
    components: z.object({ schemas: z.record(z.string(), z.looseObject({})) }),
  });
  const document = Described.parse(await (await app.request('/api/openapi.json')).json());
  const post = document.paths['/api/imports/{id}']?.post;
  expect(post).toMatchObject({
    requestBody: {
      content: {
        'multipart/form-data': {
          schema: { properties: { plan: { $ref: '#/components/schemas/ImportPlan' } } },
        },
      },
    },
  });
  expect(document.components.schemas.ImportPlan).toMatchObject({ required: ['mapping', 'target'] });
  expect(document.components.schemas.PreviewPlan).toBeDefined();
  expect(Object.keys(post?.responses ?? {})).toEqual(
    expect.arrayContaining(['200', '202', '409', '413', '415', '422']),
  );
});
