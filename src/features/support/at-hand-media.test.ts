import { v7 } from 'uuid';
import { beforeEach, expect, it } from 'vitest';
import { freshApp, type TestPerson } from '../../../tests/support/fresh-app.ts';
import { type MediaBytes, mediaBytes } from '../../../tests/support/media-bytes.ts';
import { upload } from '../../../tests/support/media-upload.ts';
import { accepted, startPractice } from '../../../tests/support/practice-facts.ts';

const { person } = await freshApp({ library: true });
const [score, tune] = [mediaBytes('application/pdf'), mediaBytes('audio/webm')];

let nadia: TestPerson;
let practiceId: string;
beforeEach(async () => {
  nadia = await person();
  ({ practiceId } = await startPractice(nadia));
  for (const media of [score, tune]) await upload(nadia, media);
});

async function lay({ sha256 }: MediaBytes, more: object = {}): Promise<string> {
  const id = v7();
  const thing = { label: 'to play from', address: null, mediaSha256: sha256, isDropped: false };
  const body = { ...thing, practiceId, replacesId: null, setAt: '2026-03-01T09:00:00.000Z', ...more };
  await accepted(nadia.put(`/api/at-hand/${id}`, body));
  return id;
}
const isServed = async ({ sha256 }: MediaBytes) =>
  (await nadia.request(`/api/media/${sha256}`)).status === 200;

it('a file at hand goes with its bytes as soon as it is replaced or put away', async () => {
  const first = await lay(score);
  const second = await lay(tune, { replacesId: first });
  expect([await isServed(score), await isServed(tune)]).toEqual([false, true]);
  await lay(tune, { replacesId: second, isDropped: true });
  expect(await isServed(tune)).toBe(false);
});

it('a file at hand keeps its bytes while something else shows them', async () => {
  const first = await lay(score);
  await lay(score, { label: 'to look at' });
  await lay(score, { replacesId: first, isDropped: true });
  expect(await isServed(score)).toBe(true);
});
