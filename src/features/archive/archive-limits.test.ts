import { strFromU8, unzipSync } from 'fflate';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { exportOf, fillSpace, manifestOf, OWN_DESIGN, rowsOf } from '../../../tests/support/archives.ts';
import { fixedClock, freshApp, type TestApp, type TestPerson } from '../../../tests/support/fresh-app.ts';
import { mediaBytes } from '../../../tests/support/media-bytes.ts';
import { evidenceBody, tellOf, upload } from '../../../tests/support/media-upload.ts';
import { accepted, startPractice } from '../../../tests/support/practice-facts.ts';
import { createRouter } from '../../platform/http.ts';
import { silentLog } from '../../platform/log.ts';
import { mediaFolder } from '../../platform/media/media-folder.ts';
import { problemHandler } from '../../platform/problems.ts';
import { writeMicromasteryFile } from '../library/micromastery-file.ts';
import { countWords, saveDesign } from '../library/store.ts';
import { ARCHIVE_LIMITS, type ArchiveLimits, ArchiveReport, RECORD_NAMES } from './contract.ts';
import { archiveRoutes } from './routes.ts';

const home = await freshApp({ library: true });
const elsewhere = await freshApp({ library: true });
const nadia = await home.person();
await fillSpace(home, nadia);
const whole = await exportOf(nadia);
const filesOf = (bytes: Uint8Array) => Object.keys(unzipSync(bytes));

/** The same operations, where an archive may be smaller. */
function within(limits: Partial<ArchiveLimits>, { store, dataFolder }: TestApp, { spaceId }: TestPerson) {
  const app = createRouter();
  app.onError(problemHandler(silentLog));
  app.use('*', (c, next) => {
    c.set('actor', { spaceId, keyId: spaceId });
    return next();
  });
  const library = { writeMicromasteryFile, saveDesign, countWords };
  const folder = mediaFolder(dataFolder);
  const ports = { store, clock: fixedClock, version: '0.0.0-test', folder, library };
  app.route('/', archiveRoutes(ports, { ...ARCHIVE_LIMITS, ...limits }));
  const take = async (body: Uint8Array<ArrayBuffer> | ReadableStream, more: Record<string, string> = {}) =>
    app.request('/api/imports', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/zip', ...more },
      duplex: 'half',
    });
  const give = async () => app.request('/api/export');
  return { take, give };
}

const bytesOf = async (answer: Promise<Response>) =>
  new Uint8Array(await (await accepted(answer)).arrayBuffer());

it('has as many parts at most as its import takes, however much there is', () => {
  const { parts, pages, media } = ARCHIVE_LIMITS;
  const manifestAndReadme = 2;
  expect(manifestAndReadme + RECORD_NAMES.length + pages + 2 * pages + media).toBeLessThanOrEqual(parts);
  // A ZIP file counts its parts in sixteen bits, and its bytes in thirty-two.
  expect(parts).toBeLessThan(0xffff);
  expect(ARCHIVE_LIMITS.fileBytes).toBeLessThan(0xffffffff);
});

it('with more practices than may have pages is imported with equal counts, and says what it left out', async () => {
  const many = await home.person();
  for (let practice = 0; practice < 4; practice += 1) await startPractice(many);
  await home.store.inSpace(many.spaceId, async (trx) => {
    for (const slug of ['one', 'two', 'three'])
      await saveDesign(trx, many.spaceId, v7(), { ...OWN_DESIGN, slug, title: slug });
  });
  const limits = { pages: 2, parts: 2 + RECORD_NAMES.length + 6 };
  const bytes = await bytesOf(within(limits, home, many).give());
  const names = filesOf(bytes);
  expect(names).toHaveLength(limits.parts);
  expect(names.filter((name) => name.startsWith('practices/'))).toHaveLength(4);
  expect(names.filter((name) => name.startsWith('micromasteries/'))).toHaveLength(2);
  const readme = strFromU8(unzipSync(bytes)['README.md'] ?? new Uint8Array());
  expect(readme).toContain('2 practices and 1 micromasteries have no file of their own here');

  const there = await elsewhere.person();
  const report = ArchiveReport.parse(
    await (await accepted(within(limits, elsewhere, there).take(bytes))).json(),
  );
  expect(report.counts.practices).toMatchObject({ inArchive: 4, added: 4 });
  expect(report.counts.micromasteries).toMatchObject({ inArchive: 4, added: 3, known: 1 });
  expect(await rowsOf(elsewhere, there)).toEqual(await rowsOf(home, many));
  const tooMany = await within({ parts: limits.parts - 1 }, elsewhere, there).take(bytes);
  expect(await tooMany.json()).toMatchObject({
    code: 'file-unreadable',
    detail: 'The file is larger than an archive of Bottega can be.',
  });
});

it('leaves out what is there to read before it grows larger than its import takes', async () => {
  const data = Object.entries(unzipSync(whole)).filter(([name]) => name.startsWith('data/'));
  expect(data).toHaveLength(RECORD_NAMES.length);
  // Where half is full with what has to be there, nothing else is begun.
  const fileBytes = Math.ceil(whole.length * 0.9);
  const bytes = await bytesOf(within({ fileBytes }, home, nadia).give());
  expect(bytes.length).toBeLessThanOrEqual(fileBytes);
  expect(filesOf(bytes).filter((name) => name.startsWith('practices/'))).toEqual([]);
  expect(strFromU8(unzipSync(bytes)['README.md'] ?? new Uint8Array())).toContain('3 practices');
  const there = await elsewhere.person();
  await accepted(within({ fileBytes }, elsewhere, there).take(bytes));
  expect(await rowsOf(elsewhere, there)).toEqual(await rowsOf(home, nadia));
});

it('is refused with a sentence where there is more than its import takes, before anything is sent', async () => {
  const dataBytes = Object.entries(unzipSync(whole))
    .filter(([name]) => name.startsWith('data/'))
    .reduce((sum, [, content]) => sum + content.length, 0);
  const answer = await within({ dataBytes }, home, nadia).give();
  expect(answer.status).toBe(413);
  expect(await answer.json()).toMatchObject({
    code: 'too-large',
    detail: expect.stringMatching(/^An archive may hold [\d,]+ bytes, .*“bottega backup”/),
  });
  // As PostgreSQL measures it, with the blanks that JSON of ours has not: nothing that passes is refused at the import.
  const bytes = await bytesOf(within({ dataBytes: Math.ceil(dataBytes * 1.2) }, home, nadia).give());
  const there = await elsewhere.person();
  const refused = await within({ dataBytes: dataBytes - 1 }, elsewhere, there).take(bytes);
  expect(await refused.json()).toMatchObject({
    detail: expect.stringContaining('would unpack to more than'),
  });
  await accepted(within({ dataBytes }, elsewhere, there).take(bytes));
  expect(manifestOf(bytes).counts.attempts).toBe(2_521);
});

it('is refused where it is too large, said or unsaid', async () => {
  const there = await elsewhere.person();
  const { take } = within({ fileBytes: whole.length - 1 }, elsewhere, there);
  const unsaid = new Blob([whole]).stream();
  for (const answer of [await take(whole, { 'content-length': `${whole.length}` }), await take(unsaid)])
    expect(await answer.json()).toMatchObject({ code: 'too-large', status: 413 });
  await accepted(within({ fileBytes: whole.length }, elsewhere, there).take(whole));
});

it('names what there is no room for, newest first, and takes what there is', async () => {
  const ruth = await home.person();
  const { practiceId } = await startPractice(ruth);
  const recordings = [1, 2, 3].map((seed) => mediaBytes('audio/webm', 60_000, seed));
  for (const recording of recordings) {
    await tellOf(ruth, evidenceBody(practiceId, 'audio', recording));
    await upload(ruth, recording);
  }
  const fileBytes = 210_000;
  const bytes = await bytesOf(within({ fileBytes }, home, ruth).give());
  expect(bytes.length).toBeLessThanOrEqual(fileBytes);
  const { held, leftOut } = manifestOf(bytes).media;
  const names = recordings.map(({ sha256 }) => sha256).toReversed();
  expect([...held, ...leftOut].map(({ sha256 }) => sha256)).toEqual(names);
  expect(leftOut.length).toBeGreaterThan(0);
  expect(held.length).toBeGreaterThan(0);
  const readme = strFromU8(unzipSync(bytes)['README.md'] ?? new Uint8Array());
  for (const { sha256 } of leftOut) expect(readme).toContain(`/api/media/${sha256}`);
  const there = await elsewhere.person();
  const answer = await accepted(within({ fileBytes }, elsewhere, there).take(bytes));
  expect(ArchiveReport.parse(await answer.json()).media).toEqual({
    inArchive: held.length,
    added: held.length,
    known: 0,
    leftOut: leftOut.length,
  });
  const most = within({ fileBytes: bytes.length, media: 1 }, home, ruth);
  expect(manifestOf(await bytesOf(most.give())).media.held.length).toBeLessThanOrEqual(1);
});
