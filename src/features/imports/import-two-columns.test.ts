import { expect, it } from 'vitest';
import {
  attemptsOf,
  countsOf,
  NOTHING,
  previewCsv,
  SMALL_PLAN,
  sendCsv,
} from '../../../tests/support/csv-import.ts';
import { freshApp } from '../../../tests/support/fresh-app.ts';

const { person, store } = await freshApp({ library: true });

const TWO = 'date,time,score\n2025-03-01,18:05,12\n2025-03-01,18:25,14\n2025-10-26,02:30,13\n';
const ONE = 'at,score\n2025-03-01 18:05,12\n2025-03-01 18:25,14\n2025-10-26 02:30,13\n';
const target = { kind: 'new', title: 'Throws' };
const measure = { kind: 'score', unit: 'points', direction: 'up' };
const timeZone = 'Europe/Rome';
const mapping = { valueColumn: 'score', timeColumn: 'date', timeOfDayColumn: 'time', timeZone };

it('a date and a time of day in two columns are one start, as guessed', async () => {
  const nadia = await person();
  const { body } = await previewCsv(nadia, TWO, { mapping: { timeZone }, target });
  expect(body).toMatchObject({ mapping, rowsGood: 3, rowsBad: 0, measure: { kind: 'score', unit: 'score' } });
  expect(body.firstRows?.map(({ startedAt, localDay }) => [startedAt, localDay])).toEqual([
    ['2025-03-01T17:05:00.000Z', '2025-03-01'],
    ['2025-03-01T17:25:00.000Z', '2025-03-01'],
    ['2025-10-26T00:30:00.000Z', '2025-10-26'],
  ]);
});

it('are taken once, however often the file is sent, and also where one column says both', async () => {
  const nadia = await person();
  const plan = { mapping, target, measure };
  expect((await sendCsv(nadia, TWO, plan)).body.run).toMatchObject({ attemptsAdded: 3, attemptsKnown: 0 });
  const before = await attemptsOf(store, nadia);
  const again = { attemptsAdded: 0, attemptsKnown: 3 };
  expect((await sendCsv(nadia, TWO, plan)).body.run).toMatchObject(again);
  const oneColumn = { ...plan, mapping: { valueColumn: 'score', timeColumn: 'at', timeZone } };
  expect((await sendCsv(nadia, ONE, oneColumn)).body.run).toMatchObject(again);
  expect((await sendCsv(nadia, ONE, oneColumn)).body.run).toMatchObject(again);
  expect(await attemptsOf(store, nadia)).toEqual(before);
});

it('a time of day without a date is refused in words, chosen or guessed', async () => {
  const nadia = await person();
  const file = 'time,score,hands\n18:05,12,left\n18:25,14,left\n';
  const guessed = await previewCsv(nadia, file, { target });
  expect(guessed.body).toMatchObject({ mapping: null, rowsTotal: 0 });
  expect(guessed.body.notes).toEqual([
    '“time” holds times of day, and no column looks like the date that a start needs too: choose the one that is, or add it to the file.',
  ]);
  const chosen = { mapping: { valueColumn: 'score', timeColumn: 'time' }, target, measure };
  const { status, body } = await sendCsv(nadia, file, chosen);
  expect(status).toBe(422);
  expect(body.errors?.[0]?.message).toBe(
    'line 2: a time of day without a date; choose the column with the date, and this one as its time of day (“18:05”)',
  );
  expect(await countsOf(store, nadia)).toEqual(NOTHING);
});

it('rows of it that cannot be taken are named with what they hold', async () => {
  const file = `${TWO}2025-03-02,,15\n,18:05,15\n2025-03-02,25:00,15\n2025-03-02,soon,15\n2025-03-02 17:00,18:05,15\n`;
  const { body } = await previewCsv(await person(), file, { mapping, target });
  expect(body).toMatchObject({ rowsGood: 3, rowsBad: 5 });
  expect(body.badRows?.map(({ line, reason }) => `${line}: ${reason}`)).toEqual([
    '5: there is no time of day (“2025-03-02,,15”)',
    '6: there is no date (“,18:05,15”)',
    '7: there is no such time; a day goes from 00:00:00 to 23:59:59 (“2025-03-02 25:00”)',
    '8: the time of day is not a time; write 17:30:00 (“2025-03-02 soon”)',
    '9: the date has a time of its own; choose no column for the time of day (“2025-03-02 17:00 18:05”)',
  ]);
});

it('dates whose order no row decides are asked for there too', async () => {
  const file = 'date,time,score\n01/02/2025,18:05,12\n03/04/2025,18:25,14\n';
  const nadia = await person();
  const open = await previewCsv(nadia, file);
  expect(open).toMatchObject({ status: 200, body: { isDateOrderOpen: true, rowsTotal: 0, firstRows: [] } });
  const refused = await sendCsv(nadia, file, {
    ...SMALL_PLAN,
    mapping: { valueColumn: 'score', timeColumn: 'date', timeOfDayColumn: 'time' },
  });
  expect(refused).toMatchObject({ status: 422, body: { code: 'file-unreadable' } });
  expect(refused.body.detail).toContain('two ways');
  const { body } = await previewCsv(nadia, file, { mapping: { dateOrder: 'month-first' } });
  expect(body.firstRows?.map((row) => row.startedAt)).toEqual([
    '2025-01-02T18:05:00.000Z',
    '2025-03-04T18:25:00.000Z',
  ]);
});
