import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase } from '../../../tests/support/database-content.ts';
import { freshApp, freshDataFolder, type TestPerson } from '../../../tests/support/fresh-app.ts';
import { mediaBytes } from '../../../tests/support/media-bytes.ts';
import { evidenceBody, tellOf, upload } from '../../../tests/support/media-upload.ts';
import { accepted, startPractice } from '../../../tests/support/practice-facts.ts';
import { mediaFolder, mediaPath } from '../media/media-folder.ts';
import { places } from '../places.ts';
import { backupToFile } from './backup.ts';
import { examineMedia } from './doctor/examine-media.ts';
import { checkBackup } from './read-backup.ts';
import { checkForRestore, restoreBackup } from './restore.ts';
import { writeBackup } from './write-backup.ts';

const home = await freshApp({ library: true });
const folder = mediaFolder(home.dataFolder);
const about = { version: '1.2.3', takenAt: new Date('2026-03-02T10:00:00Z'), folder };
const files = await mkdtemp(join(tmpdir(), 'bottega-media-backup-'));
afterAll(() => rm(files, { recursive: true, force: true }));
const file = join(files, 'backup.gz');
const backup = () => backupToFile(home.connection, file, { ...about, isForced: true });

// One whose last byte is a line break, and one that holds what ends a table.
const sound = mediaBytes('audio/webm', 200_000);
const film = mediaBytes('video/mp4', 3_000_000, 2);
const words = mediaBytes('text/plain', 50);

let nadia: TestPerson;
let evidenceId: string;
beforeEach(async () => {
  nadia = await home.person();
  const { practiceId } = await startPractice(nadia);
  evidenceId = await tellOf(nadia, evidenceBody(practiceId, 'audio', sound));
  for (const media of [sound, film, words]) await upload(nadia, media);
});

async function restored(erased: readonly string[] = []) {
  const [connection, dataFolder] = [await emptyDatabase(), await freshDataFolder()];
  const there = mediaFolder(dataFolder);
  const erasures = erased.map((spaceId) => ({ spaceId, erasedAt: '2026-03-02T11:00:00.000Z' }));
  await restoreBackup(connection, await checkForRestore(file, places.migrations), 0, erasures, there);
  return { connection, there };
}
const bytesOf = (where: typeof folder, sha256: string) => readFile(mediaPath(where, nadia.spaceId, sha256));

describe('a backup', () => {
  it('takes the bytes of every row along, and a restore puts them where they were', async () => {
    const summary = await backup();
    expect(summary.media.lost).toBe(0);
    expect(summary.media.files).toBe(summary.rows['bottega.media']);
    const { there } = await restored();
    for (const { sha256, bytes } of [sound, film, words])
      expect(await bytesOf(there, sha256)).toEqual(Buffer.from(bytes));
  });

  it('is of one moment: what is removed while it is written is in it whole, and its file goes later', async () => {
    let removal: Promise<unknown> | undefined;
    const pieces: Buffer[] = [];
    const sink = new Writable({
      write: (piece, _encoding, done) => {
        pieces.push(piece);
        const removedAt = '2026-03-02T09:00:00.000Z';
        removal ??= accepted(nadia.put(`/api/evidence/${evidenceId}/removal`, { removedAt }));
        removal.then(() => done(), done);
      },
    });
    await writeBackup(home.connection, sink, about);
    await writeFile(file, Buffer.concat(pieces));
    expect((await checkBackup(file)).media.lost).toBe(0);
    const { there } = await restored();
    expect(await bytesOf(there, sound.sha256)).toEqual(Buffer.from(sound.bytes));
  });

  it('says how many it could not take, and leaves nothing that passes for them', async () => {
    await rm(mediaPath(folder, nadia.spaceId, sound.sha256));
    await truncate(mediaPath(folder, nadia.spaceId, film.sha256), 10);
    await writeFile(mediaPath(folder, nadia.spaceId, words.sha256), 'x'.repeat(words.bytes.length));
    const before = await backup();
    expect(before.media.lost).toBe(3);
    const { there } = await restored();
    for (const { sha256 } of [sound, film, words])
      expect(existsSync(mediaPath(there, nadia.spaceId, sha256))).toBe(false);
  });

  it('is refused where a byte of a recording was altered', async () => {
    await backup();
    const plain = gunzipSync(await readFile(file));
    const at = plain.indexOf(Buffer.from(film.bytes.slice(0, 64))) + 1_000;
    plain[at] = (plain[at] ?? 0) ^ 1;
    await writeFile(file, gzipSync(plain));
    await expect(checkBackup(file)).rejects.toThrow('its checksum does not match');
  });

  it('is refused where a recording is cut short', async () => {
    await backup();
    const plain = gunzipSync(await readFile(file));
    const at = plain.indexOf(Buffer.from(film.bytes.slice(0, 64))) + 1_000;
    await writeFile(file, gzipSync(Buffer.concat([plain.subarray(0, at), plain.subarray(at + 7)])));
    await expect(checkBackup(file)).rejects.toThrow('is damaged');
  });

  it('cannot make a restore write elsewhere', async () => {
    await backup();
    const plain = gunzipSync(await readFile(file));
    const named = Buffer.from(`{"media":"${nadia.spaceId}/${film.sha256}"`);
    const evil = Buffer.from(`{"media":"${'../'.repeat(20)}etc/passwd"`.padEnd(named.length));
    plain.set(evil.subarray(0, named.length), plain.indexOf(named));
    await writeFile(file, gzipSync(plain));
    await expect(checkBackup(file)).rejects.toThrow('is damaged');
  });
});

describe('a restore', () => {
  it('that fails leaves none of the files that it brought', async () => {
    await backup();
    const there = mediaFolder(await freshDataFolder());
    const checked = await checkForRestore(file, places.migrations);
    // Comes after every file, and before the end of the transaction.
    const erasures = [{ spaceId: 'nobody', erasedAt: '2026-03-02T11:00:00.000Z' }];
    const failed = restoreBackup(await emptyDatabase(), checked, 0, erasures, there);
    await expect(failed).rejects.toThrow('The backup could not be loaded');
    expect(existsSync(there.media)).toBe(true);
    const left = readdirSync(there.media, { recursive: true, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile())).toEqual([]);
  });

  it('leaves out the bytes of a space that was erased since', async () => {
    await backup();
    const { there } = await restored([nadia.spaceId]);
    expect(existsSync(join(there.media, nadia.spaceId))).toBe(false);
  });
});

describe('the doctor', () => {
  const examined = async (where = folder) => {
    const client = new pg.Client(home.connection);
    await client.connect();
    try {
      return await examineMedia(client, where);
    } finally {
      await client.end();
    }
  };

  it('names what has lost its file, and what no row knows', async () => {
    await rm(mediaPath(folder, nadia.spaceId, film.sha256));
    const stray = `${sound.sha256.slice(0, 2)}${'0'.repeat(62)}`;
    await writeFile(mediaPath(folder, nadia.spaceId, stray), 'x');
    const [lost, unknown] = await examined();
    expect(lost).toMatchObject({
      state: 'wrong',
      says: expect.stringContaining(' have lost their file in '),
    });
    expect(lost?.remedy).toContain('BOTTEGA_DATA');
    expect(unknown).toMatchObject({
      state: 'note',
      says: expect.stringContaining(`${nadia.spaceId}/${stray}`),
    });
  });

  it('sees at once that a server was given another folder', async () => {
    const [finding] = await examined(mediaFolder(await freshDataFolder()));
    expect(finding).toMatchObject({ topic: 'recordings', state: 'wrong' });
  });

  it('is content where each row has its file', async () => {
    const other = await freshApp();
    const client = new pg.Client(other.connection);
    await client.connect();
    expect(await examineMedia(client, mediaFolder(other.dataFolder))).toMatchObject([
      { state: 'ok', says: 'None are kept yet.' },
    ]);
    await client.end();
  });
});
