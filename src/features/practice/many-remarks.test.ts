import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { csvUpload } from '../../../tests/support/csv-upload.ts';
import { freshApp } from '../../../tests/support/fresh-app.ts';
import { accepted } from '../../../tests/support/practice-facts.ts';
import { AttemptList, Bench } from './contract.ts';

const { person } = await freshApp({ library: true });
const nadia = await person();
/** One of every attempt of some years, each with a note. */
const NOTED = 16_000;

it('years of notes are read a page at a time, and exported, without a look at each for each', async () => {
  const rows = Array.from({ length: NOTED }, (_, at) => {
    const startedAt = new Date(Date.UTC(2015, 0, 1) + at * 3_600_000).toISOString();
    return `${at},${startedAt},take ${at}`;
  });
  const plan = {
    mapping: { valueColumn: 'value', timeColumn: 'time', noteColumn: 'note' },
    measure: { kind: 'count', unit: 'catches', direction: 'up' },
    target: { kind: 'new', title: 'Noted' },
  };
  const upload = await csvUpload(['value,time,note', ...rows].join('\n'), plan);
  await accepted(nadia.request(`/api/imports/${v7()}`, upload));
  const [practice] = (await nadia.read(Bench, '/api/bench')).practices;

  const path = `/api/practices/${practice?.id}/attempts?limit=200`;
  const page = await nadia.read(AttemptList, path);
  expect(page.attempts).toHaveLength(200);
  expect(page.attempts.map(({ remarks }) => remarks.map(({ text }) => text))).toEqual(
    Array.from({ length: 200 }, (_, at) => [`take ${NOTED - 1 - at}`]),
  );
  const second = await nadia.read(AttemptList, `${path}&before=${page.next}`);
  expect(second.attempts[0]?.value).toBe(NOTED - 201);

  const archive = await accepted(nadia.request('/api/export'));
  expect((await archive.arrayBuffer()).byteLength).toBeGreaterThan(NOTED * 50);
});
