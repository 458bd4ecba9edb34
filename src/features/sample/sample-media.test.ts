import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { freshApp, type TestPerson } from '../../../tests/support/fresh-app.ts';
import { mediaBytes } from '../../../tests/support/media-bytes.ts';
import { addressOf, begin, sendPiece, upload } from '../../../tests/support/media-upload.ts';
import { accepted } from '../../../tests/support/practice-facts.ts';
import { Problem } from '../../platform/contract.ts';
import { mediaFolder } from '../../platform/media/media-folder.ts';
import { sweepMedia } from '../../platform/media/sweep-media.ts';
import { sampleOf } from '../../platform/people/sample-store.ts';
import { keepKey } from '../../platform/people/store.ts';
import { newKey } from '../../platform/session.ts';
import { erasuresFile, readErasures } from '../../platform/upkeep/erasures/erasures-file.ts';
import { openSnapshot } from '../archive/store.ts';

const statements: string[] = [];
const home = await freshApp({ library: true, observe: (statement) => statements.push(statement) });
const { store, dataFolder, person } = home;
const media = mediaBytes('audio/webm', 5_000);
const other = mediaBytes('audio/webm', 5_000, 2);

/** Somebody, and the same person as they act in their sample. */
async function withSample(): Promise<{ nadia: TestPerson; within: TestPerson }> {
  const nadia = await person();
  await accepted(nadia.request('/api/sample', { method: 'POST' }));
  const spaceId = (await sampleOf(store, nadia.spaceId)) ?? '';
  const key = newKey();
  await keepKey(store, key, { kind: 'device', spaceId, label: 'a browser' });
  const request: TestPerson['request'] = (path, init = {}) =>
    nadia.request(path, {
      ...init,
      headers: { ...Object.fromEntries(new Headers(init.headers)), authorization: `Bearer ${key}` },
    });
  return { nadia, within: { ...nadia, spaceId, key, request } };
}

const foldersOf = ({ spaceId }: TestPerson) =>
  ['media', 'uploads'].filter((name) => existsSync(join(dataFolder, name, spaceId)));
const remove = (nadia: TestPerson) => nadia.request('/api/sample', { method: 'DELETE' });
const sweep = () =>
  sweepMedia({ store, folder: mediaFolder(dataFolder), log: () => {}, clock: { now: () => new Date() } });

it('a sample that is removed takes its recordings along, and what was on its way to become one', async () => {
  const { nadia, within } = await withSample();
  await upload(within, media);
  await sendPiece(within, await addressOf(begin(within, other)), other.bytes.slice(0, 100), 0);
  expect(foldersOf(within)).toEqual(['media', 'uploads']);
  await accepted(remove(nadia));
  expect(foldersOf(within)).toEqual([]);
  const { erasures } = await readErasures(erasuresFile(dataFolder));
  expect(erasures.map(({ spaceId }) => spaceId)).toContain(within.spaceId);
});

it('what still arrives for a sample that is gone goes with the next sweep, whoever took it away', async () => {
  for (const take of ['sample', 'all'] as const) {
    const { nadia, within } = await withSample();
    const address = await addressOf(begin(within, media));
    await accepted(
      take === 'sample'
        ? remove(nadia)
        : nadia.request('/api/erase', { method: 'POST', body: JSON.stringify({ confirm: 'Nadia' }) }),
    );
    expect((await sendPiece(within, address, media.bytes, 0)).status).toBe(401);
    // As the last piece leaves it that was let in just before.
    await mkdir(join(dataFolder, 'media', within.spaceId, 'aa'), { recursive: true });
    await sweep();
    expect(foldersOf(within)).toEqual([]);
  }
});

it('a sample whose recordings are just being read stays until that is done', async () => {
  const { nadia, within } = await withSample();
  await upload(within, media);
  const snapshot = await openSnapshot(store, nadia.spaceId);
  const refused = await remove(nadia);
  expect(Problem.parse(await refused.json()).code).toBe('being-read');
  expect(foldersOf(within)).toContain('media');
  await snapshot.close();
  await accepted(remove(nadia));
  expect(foldersOf(within)).toEqual([]);
});

it('a sample that is asked for many times in one moment is made once', async () => {
  const nadia = await person();
  statements.length = 0;
  const answers = await Promise.all(
    Array.from({ length: 16 }, () => nadia.request('/api/sample', { method: 'POST' })),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(16).fill(200));
  expect(statements.filter((text) => /^insert into "bottega_session"."sample"/.test(text))).toHaveLength(1);
});
