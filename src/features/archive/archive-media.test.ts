import { existsSync, readdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { v7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import { exportOf, importInto, manifestOf, refused, withFile } from '../../../tests/support/archives.ts';
import { fixedClock, freshApp, type TestApp, type TestPerson } from '../../../tests/support/fresh-app.ts';
import { mediaBytes } from '../../../tests/support/media-bytes.ts';
import { evidenceBody, tellOf, upload } from '../../../tests/support/media-upload.ts';
import { accepted, startPractice } from '../../../tests/support/practice-facts.ts';
import { holdFile } from '../../platform/held-file.ts';
import { releaseMedia } from '../../platform/media/keep-media.ts';
import { mediaFolder } from '../../platform/media/media-folder.ts';
import { EvidenceList } from '../evidence/contract.ts';
import { writeMicromasteryFile } from '../library/micromastery-file.ts';
import * as library from '../library/store.ts';
import { openArchive } from './archive-file.ts';
import { ARCHIVE_LIMITS } from './contract.ts';
import { takeArchive } from './take-archive-routes.ts';
import { withItsMedia } from './take-media-routes.ts';

const home = await freshApp({ library: true });
const elsewhere = await freshApp({ library: true });
let nadia: TestPerson;
let practiceId: string;
let there: TestPerson;
beforeEach(async () => {
  nadia = await home.person();
  there = await elsewhere.person();
  ({ practiceId } = await startPractice(nadia));
});

const sound = mediaBytes('audio/webm', 300_000);
const film = mediaBytes('video/mp4', 700_000, 2);
const score = mediaBytes('application/pdf', 5_000, 3);

/** Evidence that is here, evidence whose bytes never came, and a file at hand that no evidence names. */
async function fill(): Promise<void> {
  await tellOf(nadia, evidenceBody(practiceId, 'audio', sound, { durationSeconds: 64 }));
  await tellOf(nadia, evidenceBody(practiceId, 'video', film));
  await tellOf(nadia, evidenceBody(practiceId, 'photo', mediaBytes('image/jpeg')));
  const atHand = {
    practiceId,
    replacesId: null,
    label: 'The score',
    address: null,
    mediaSha256: score.sha256,
    isDropped: false,
    setAt: '2026-03-01T09:00:00.000Z',
  };
  await accepted(nadia.put(`/api/at-hand/${v7()}`, atHand));
  for (const media of [sound, film, score]) await upload(nadia, media);
}

const filesOf = ({ dataFolder }: TestApp, { spaceId }: TestPerson, folder: 'media' | 'uploads') => {
  const own = join(dataFolder, folder, spaceId);
  if (!existsSync(own)) return [];
  return readdirSync(own, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [] : [entry.name],
  );
};
const bytesAt = async (who: TestPerson, sha256: string) =>
  new Uint8Array(await (await accepted(who.request(`/api/media/${sha256}`))).arrayBuffer());

describe('an archive with recordings', () => {
  it('gives all of them elsewhere, byte by byte, with equal counts, and the same again the second time', async () => {
    await fill();
    const bytes = await exportOf(nadia);
    const parts = unzipSync(bytes);
    for (const { sha256, bytes: content } of [sound, film, score])
      expect(parts[`media/${sha256}`]).toEqual(content);
    expect(await importInto(there, bytes)).toMatchObject({
      media: { inArchive: 3, added: 3, known: 0, leftOut: 0 },
      counts: { evidence: { inArchive: 3, added: 3 } },
    });
    for (const { sha256, bytes: content } of [sound, film, score])
      expect(await bytesAt(there, sha256)).toEqual(content);
    const { evidence } = await there.read(EvidenceList, `/api/practices/${practiceId}/evidence`);
    expect(evidence.map(({ kind, isHere }) => [kind, isHere]).toSorted()).toEqual([
      ['audio', true],
      ['photo', false],
      ['video', true],
    ]);
    expect((await importInto(there, bytes)).media).toEqual({ inArchive: 3, added: 0, known: 3, leftOut: 0 });
    const again = manifestOf(await exportOf(there));
    expect(again.counts).toEqual(manifestOf(bytes).counts);
    expect(new Set(again.media.held.map(({ sha256 }) => sha256))).toEqual(
      new Set([sound, film, score].map(({ sha256 }) => sha256)),
    );
    expect(filesOf(elsewhere, there, 'uploads')).toEqual([]);
  });

  it('stores sound and pictures as they are, and text packed', async () => {
    await fill();
    const bytes = await exportOf(nadia);
    const content = Buffer.from(sound.bytes);
    expect(Buffer.from(bytes).includes(content)).toBe(true);
  });

  it('names a file that is missing at home as left out, and is whole without it', async () => {
    await fill();
    await rm(join(home.dataFolder, 'media', nadia.spaceId, film.sha256.slice(0, 2), film.sha256));
    const bytes = await exportOf(nadia);
    expect(manifestOf(bytes).media.leftOut.map(({ sha256 }) => sha256)).toEqual([film.sha256]);
    expect((await importInto(there, bytes)).media).toEqual({ inArchive: 2, added: 2, known: 0, leftOut: 1 });
  });

  it('can be packed anew by another program', async () => {
    await fill();
    const packed = zipSync(unzipSync(await exportOf(nadia)), { level: 9 });
    expect((await importInto(there, packed)).media.added).toBe(3);
  });

  it('is of one moment: what is removed while it is read is in it', async () => {
    const id = await tellOf(nadia, evidenceBody(practiceId, 'audio', sound));
    await upload(nadia, sound);
    const answer = await accepted(nadia.request('/api/export'));
    await accepted(nadia.put(`/api/evidence/${id}/removal`, { removedAt: '2026-03-02T09:00:00.000Z' }));
    const parts = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    expect(parts[`media/${sound.sha256}`]).toEqual(sound.bytes);
  });
});

it('bytes that an import brings, or finds here, do not go before the facts that show them are here', async () => {
  await fill();
  const path = join(elsewhere.dataFolder, 'archive.zip');
  await writeFile(path, await exportOf(nadia));
  const file = await holdFile(path);
  await upload(there, sound);
  const folder = mediaFolder(elsewhere.dataFolder);
  const ports = {
    store: elsewhere.store,
    clock: fixedClock,
    version: '0.0.0-test',
    folder,
    library: { ...library, writeMicromasteryFile },
  };
  const archive = openArchive(file, ARCHIVE_LIMITS);
  const gone: boolean[] = [];
  await withItsMedia(ports, there.spaceId, archive, async (trx) => {
    for (const { sha256 } of [sound, film, score])
      gone.push(await releaseMedia(ports, there.spaceId, sha256));
    return takeArchive(ports, trx, there.spaceId, archive);
  });
  await file.close();
  expect(gone).toEqual([false, false, false]);
  for (const { sha256, bytes } of [sound, film, score]) expect(await bytesAt(there, sha256)).toEqual(bytes);
});

describe('an archive that was altered takes nothing', () => {
  const takesNothing = async (bytes: Uint8Array<ArrayBuffer>, detail: RegExp) => {
    expect(await refused(there, bytes)).toMatchObject({
      code: 'file-unreadable',
      detail: expect.stringMatching(detail),
    });
    expect(filesOf(elsewhere, there, 'media')).toEqual([]);
    expect(filesOf(elsewhere, there, 'uploads')).toEqual([]);
    expect((await there.request(`/api/practices/${practiceId}`)).status).toBe(404);
  };
  const changed = async (change: (parts: Record<string, Uint8Array>) => void) => {
    const parts = unzipSync(await exportOf(nadia));
    change(parts);
    return zipSync(parts);
  };

  beforeEach(fill);

  it('where a byte of a recording is another', async () => {
    const bytes = await changed((parts) => {
      const content = parts[`media/${film.sha256}`]?.slice() ?? new Uint8Array();
      content[500_000] = (content[500_000] ?? 0) ^ 1;
      parts[`media/${film.sha256}`] = content;
    });
    await takesNothing(bytes, /^“media\/[0-9a-f]{64}” cannot be taken\. Its content is another/);
  });

  it('where a recording is missing, or longer', async () => {
    const without = await changed((parts) => Reflect.deleteProperty(parts, `media/${film.sha256}`));
    await takesNothing(without, /is missing, or of another size/);
    const longer = await changed((parts) => {
      parts[`media/${film.sha256}`] = new Uint8Array(800_000);
    });
    await takesNothing(longer, /is missing, or of another size/);
  });

  it('where the manifest calls a recording something else', async () => {
    const bytes = withFile(await exportOf(nadia), 'manifest.json', (text) =>
      text.replace('application/pdf', 'image/png'),
    );
    await takesNothing(bytes, /announced as image\/png, and its content is application\/pdf/);
    const page = withFile(await exportOf(nadia), 'manifest.json', (text) =>
      text.replace('application/pdf', 'text/html'),
    );
    await takesNothing(page, /The manifest of this archive is damaged/);
  });

  it('where the manifest names it twice, or by a path', async () => {
    const twice = withFile(await exportOf(nadia), 'manifest.json', (text) => {
      const manifest = JSON.parse(text);
      manifest.media.held.push(manifest.media.held[0]);
      return JSON.stringify(manifest);
    });
    await takesNothing(twice, /names a recording twice/);
    const path = withFile(await exportOf(nadia), 'manifest.json', (text) =>
      text.replace(film.sha256, '../../../../etc/passwd'),
    );
    await takesNothing(path, /The manifest of this archive is damaged/);
  });

  it('and what came with its facts goes again where the facts are refused, but not what was here', async () => {
    const own = await startPractice(there);
    await tellOf(there, evidenceBody(own.practiceId, 'audio', sound));
    await upload(there, sound);
    const bytes = withFile(await exportOf(nadia), 'data/evidence.jsonl', (text) =>
      text.replace('"audio"', '"smell"'),
    );
    expect((await refused(there, bytes)).code).toBe('file-unreadable');
    expect(filesOf(elsewhere, there, 'media')).toEqual([sound.sha256]);
    expect(filesOf(elsewhere, there, 'uploads')).toEqual([]);
  });
});

it('a damaged file at home breaks the export off rather than passing for a whole one', async () => {
  await fill();
  const path = join(home.dataFolder, 'media', nadia.spaceId, film.sha256.slice(0, 2), film.sha256);
  const answer = await accepted(nadia.request('/api/export'));
  await writeFile(path, new Uint8Array(film.bytes.length));
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect((await refused(there, bytes)).code).toBe('file-unreadable');
});
