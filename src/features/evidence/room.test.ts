import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { exportOf, importInto, refused } from '../../../tests/support/archives.ts';
import { freshApp } from '../../../tests/support/fresh-app.ts';
import { mediaBytes } from '../../../tests/support/media-bytes.ts';
import {
  addressOf,
  begin,
  endUpload,
  evidenceBody,
  sendPiece,
  tellOf,
  upload,
} from '../../../tests/support/media-upload.ts';
import { startPractice } from '../../../tests/support/practice-facts.ts';
import { Problem } from '../../platform/contract.ts';

const disk = vi.hoisted(() => ({ freeBytes: Number.POSITIVE_INFINITY }));
// A disk of a known size, whatever the one of this machine has left.
vi.mock('node:fs/promises', async (importOriginal) => {
  const real = await importOriginal<typeof import('node:fs/promises')>();
  return { ...real, statfs: async () => ({ bavail: disk.freeBytes, bsize: 1 }) };
});
afterEach(() => {
  disk.freeBytes = Number.POSITIVE_INFINITY;
});

const RESERVED = 500_000_000;
const home = await freshApp({ library: true });
const nadia = await home.person();
const media = mediaBytes('audio/webm', 5_000);
const codeOf = async (answer: Response) => Problem.parse(await answer.json()).code;

describe('the room that the database needs', () => {
  it('is not filled by an upload, nor by a piece of one that was begun while there was more', async () => {
    disk.freeBytes = RESERVED + 4_999;
    expect(await codeOf(await begin(nadia, media))).toBe('disk-full');
    disk.freeBytes = RESERVED + 5_000;
    const address = await addressOf(begin(nadia, media));
    const headers = { 'content-length': '5000' };
    disk.freeBytes = RESERVED + 4_999;
    expect(await codeOf(await sendPiece(nadia, address, media.bytes, 0, { headers }))).toBe('disk-full');
    // As large as a piece may be, where it does not say how large it is.
    disk.freeBytes = RESERVED + 15_000_000;
    expect(await codeOf(await sendPiece(nadia, address, media.bytes, 0))).toBe('disk-full');
    disk.freeBytes = RESERVED + 5_000;
    expect((await sendPiece(nadia, address, media.bytes, 0, { headers })).status).toBe(204);
  });

  it('does not stand in the way of giving an upload up', async () => {
    const address = await addressOf(begin(nadia, mediaBytes('audio/webm', 5_000, 2)));
    disk.freeBytes = 0;
    expect((await endUpload(nadia, address)).status).toBe(204);
  });

  it('is not filled by an archive, nor by the files in one', async () => {
    const nadia = await home.person();
    const { practiceId } = await startPractice(nadia);
    const withoutFiles = await exportOf(nadia);
    await tellOf(nadia, evidenceBody(practiceId, 'audio', media));
    await upload(nadia, media);
    const archive = await exportOf(nadia);
    const elsewhere = await freshApp({ library: true });
    const ruth = await elsewhere.person();
    disk.freeBytes = RESERVED - 1;
    expect((await refused(ruth, withoutFiles)).code).toBe('disk-full');
    disk.freeBytes = RESERVED + 4_999;
    expect((await refused(ruth, archive)).code).toBe('disk-full');
    expect(readdirSync(join(elsewhere.dataFolder, 'uploads'))).toEqual([]);
    disk.freeBytes = RESERVED + 5_000;
    expect((await importInto(ruth, archive)).media.added).toBe(1);
  });
});
