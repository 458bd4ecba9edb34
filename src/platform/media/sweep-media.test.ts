import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, rename, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { v7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import { freshApp, type TestPerson } from '../../../tests/support/fresh-app.ts';
import { mediaBytes } from '../../../tests/support/media-bytes.ts';
import {
  addressOf,
  begin,
  evidenceBody,
  sendPiece,
  tellOf,
  upload,
} from '../../../tests/support/media-upload.ts';
import { accepted, startPractice } from '../../../tests/support/practice-facts.ts';
import { openSnapshot } from '../../features/archive/store.ts';
import { Refusal } from '../problems.ts';
import { keepMedia } from './keep-media.ts';
import { mediaFolder } from './media-folder.ts';
import { sweepMedia, UNTOUCHED_DAYS } from './sweep-media.ts';

const statements: string[] = [];
const { person, store, dataFolder } = await freshApp({
  library: true,
  observe: (statement) => statements.push(statement),
});
const folder = mediaFolder(dataFolder);
const DAY_MILLISECONDS = 86_400_000;
/** As if so many days had gone by since now. */
const sweepIn = (days: number) =>
  sweepMedia({
    store,
    folder,
    log: () => {},
    clock: { now: () => new Date(Date.now() + days * DAY_MILLISECONDS) },
  });

let nadia: TestPerson;
let practiceId: string;
beforeEach(async () => {
  nadia = await person();
  ({ practiceId } = await startPractice(nadia));
});

const media = mediaBytes('audio/webm', 5_000);
const fileOf = ({ spaceId }: { spaceId: string }) =>
  join(folder.media, spaceId, media.sha256.slice(0, 2), media.sha256);
const isServed = async () => (await nadia.request(`/api/media/${media.sha256}`)).status === 200;
const rowIsGone = () =>
  store.inSpace(nadia.spaceId, (trx) =>
    trx.deleteFrom('media').where('space_id', '=', nadia.spaceId).execute(),
  );
async function fileWithoutRow(): Promise<void> {
  await mkdir(dirname(fileOf(nadia)), { recursive: true });
  await writeFile(fileOf(nadia), media.bytes);
}

describe('a server that was killed', () => {
  it('between the last byte and the name leaves an upload that the sweep keeps', async () => {
    const address = await addressOf(begin(nadia, media));
    await writeFile(join(folder.uploads, nadia.spaceId, address.split('/').at(-1) ?? ''), media.bytes);
    expect(await isServed()).toBe(false);
    await sweepIn(0);
    expect(await isServed()).toBe(true);
    expect(readdirSync(join(folder.uploads, nadia.spaceId))).toEqual([]);
  });

  it('there leaves an upload that its sender can end as well, who asks how far it has come', async () => {
    const address = await addressOf(begin(nadia, media));
    await writeFile(join(folder.uploads, nadia.spaceId, address.split('/').at(-1) ?? ''), media.bytes);
    const headers = { 'tus-resumable': '1.0.0' };
    const head = await nadia.request(address, { method: 'HEAD', headers });
    expect(head.headers.get('upload-offset')).toBe('5000');
    expect(await isServed()).toBe(true);
  });

  it('between the name and the row leaves a file that the sweep takes up where something shows it', async () => {
    await tellOf(nadia, evidenceBody(practiceId, 'audio', media));
    await fileWithoutRow();
    expect(await isServed()).toBe(false);
    await sweepIn(0);
    expect(await isServed()).toBe(true);
  });

  it('there leaves a file that lies at hand, which the sweep takes up by what it is', async () => {
    const atHand = { label: 'The tune', address: null, mediaSha256: media.sha256, replacesId: null };
    const body = { ...atHand, practiceId, isDropped: false, setAt: '2026-03-01T09:00:00.000Z' };
    await accepted(nadia.put(`/api/at-hand/${v7()}`, body));
    await fileWithoutRow();
    await sweepIn(0);
    expect(await isServed()).toBe(true);
  });

  it('there leaves a file that the next upload finds, without sending a byte', async () => {
    await fileWithoutRow();
    expect((await begin(nadia, media)).status).toBe(200);
    expect(await isServed()).toBe(true);
  });

  it('in the middle of a file leaves nothing that passes for the whole one', async () => {
    await mkdir(dirname(fileOf(nadia)), { recursive: true });
    await writeFile(fileOf(nadia), media.bytes.slice(0, 3_000));
    await tellOf(nadia, evidenceBody(practiceId, 'audio', media));
    await sweepIn(0);
    expect(await isServed()).toBe(false);
    await upload(nadia, media);
    expect(await readFile(fileOf(nadia))).toEqual(Buffer.from(media.bytes));
    expect(await isServed()).toBe(true);
  });

  it('while bytes were going puts them back where their row stands, and ends it where it does not', async () => {
    await tellOf(nadia, evidenceBody(practiceId, 'audio', media));
    await upload(nadia, media);
    await rename(fileOf(nadia), `${fileOf(nadia)}.going`);
    await sweepIn(0);
    expect(await isServed()).toBe(true);
    await rename(fileOf(nadia), `${fileOf(nadia)}.going`);
    await rowIsGone();
    await sweepIn(0);
    expect(existsSync(`${fileOf(nadia)}.going`)).toBe(false);
  });

  it('or a database that went away in the middle of keeping, loses nothing: it is taken up where it lies', async () => {
    await tellOf(nadia, evidenceBody(practiceId, 'audio', media));
    const path = join(folder.uploads, 'arrived');
    await mkdir(folder.uploads, { recursive: true });
    await writeFile(path, media.bytes);
    const away = {
      ...store,
      inSpace: (spaceId: string, work: Parameters<typeof store.inSpace>[1]) =>
        store.inSpace(spaceId, async (trx) => {
          await work(trx);
          throw new Refusal('database-away');
        }),
    } as typeof store;
    const kept = keepMedia({ store: away, folder }, nadia.spaceId, path, {
      sha256: media.sha256,
      contentType: 'audio/webm',
      bytes: 5_000,
    });
    await expect(kept).rejects.toThrow('database-away');
    expect(await isServed()).toBe(false);
    await sweepIn(0);
    expect(await isServed()).toBe(true);
  });
});

describe('what nobody came back for', () => {
  it('is an upload of which no byte came for seven days', async () => {
    const address = await addressOf(begin(nadia, media));
    await sendPiece(nadia, address, media.bytes.slice(0, 10), 0);
    await sweepIn(UNTOUCHED_DAYS - 0.5);
    expect((await nadia.request(address)).status).toBe(200);
    await sweepIn(UNTOUCHED_DAYS + 0.5);
    expect((await nadia.request(address)).status).toBe(404);
    expect(readdirSync(join(folder.uploads, nadia.spaceId))).toEqual([]);
  });

  it('is half of an upload, as a kill leaves it', async () => {
    const own = join(folder.uploads, nadia.spaceId);
    await mkdir(own, { recursive: true });
    await writeFile(join(own, 'a'.repeat(32)), 'x');
    await writeFile(join(own, `${'b'.repeat(32)}.json`), '{"size":');
    const old = new Date(Date.now() - 8 * DAY_MILLISECONDS);
    await utimes(join(own, 'a'.repeat(32)), old, old);
    await sweepIn(0);
    expect(readdirSync(own)).toEqual([`${'b'.repeat(32)}.json`]);
    await sweepIn(8);
    expect(readdirSync(own)).toEqual([]);
  });

  it('is what nothing shows for seven days after it came, and not what something does', async () => {
    await upload(nadia, media);
    const shown = mediaBytes('image/jpeg');
    await tellOf(nadia, evidenceBody(practiceId, 'photo', shown));
    await upload(nadia, shown);
    await sweepIn(UNTOUCHED_DAYS - 0.5);
    expect(await isServed()).toBe(true);
    await sweepIn(UNTOUCHED_DAYS + 0.5);
    expect(await isServed()).toBe(false);
    expect(existsSync(fileOf(nadia))).toBe(false);
    expect((await nadia.request(`/api/media/${shown.sha256}`)).status).toBe(200);
  });

  it('is not what lies at hand, until it is put away', async () => {
    await upload(nadia, media);
    const atHand = {
      practiceId,
      replacesId: null,
      label: 'The tune',
      address: null,
      mediaSha256: media.sha256,
      isDropped: false,
      setAt: '2026-03-01T09:00:00.000Z',
    };
    const id = v7();
    await accepted(nadia.put(`/api/at-hand/${id}`, atHand));
    await sweepIn(UNTOUCHED_DAYS + 0.5);
    expect(await isServed()).toBe(true);
    const snapshot = await openSnapshot(store, nadia.spaceId);
    const link = { mediaSha256: null, address: 'https://example.org/tune', isDropped: true };
    await accepted(nadia.put(`/api/at-hand/${v7()}`, { ...atHand, ...link, replacesId: id }));
    expect(await isServed()).toBe(true);
    await snapshot.close();
    await sweepIn(0);
    expect(await isServed()).toBe(false);
    expect(existsSync(fileOf(nadia))).toBe(false);
  });

  it('is what was removed while a backup read, once it is done, however young it is', async () => {
    const id = await tellOf(nadia, evidenceBody(practiceId, 'audio', media));
    await upload(nadia, media);
    const removal = { removedAt: '2026-03-02T09:00:00.000Z' };
    const snapshot = await openSnapshot(store, nadia.spaceId);
    await accepted(nadia.put(`/api/evidence/${id}/removal`, removal));
    await sweepIn(0);
    expect(await isServed()).toBe(true);
    await snapshot.close();
    await sweepIn(0);
    expect(await isServed()).toBe(false);
    expect(existsSync(fileOf(nadia))).toBe(false);

    // The same bytes again: what is to show them now may be on its way.
    await upload(nadia, media);
    await sweepIn(UNTOUCHED_DAYS - 0.5);
    expect(await isServed()).toBe(true);
    await sweepIn(UNTOUCHED_DAYS + 0.5);
    expect(await isServed()).toBe(false);
  });

  it('is not what was put away in one place and lies at hand in another', async () => {
    await upload(nadia, media);
    const atHand = { label: 'The tune', address: null, mediaSha256: media.sha256, isDropped: false };
    const said = { ...atHand, practiceId, replacesId: null, setAt: '2026-03-01T09:00:00.000Z' };
    const [id, other] = [v7(), v7()];
    await accepted(nadia.put(`/api/at-hand/${id}`, said));
    await accepted(nadia.put(`/api/at-hand/${other}`, said));
    await accepted(nadia.put(`/api/at-hand/${v7()}`, { ...said, replacesId: id, isDropped: true }));
    await sweepIn(UNTOUCHED_DAYS + 0.5);
    expect(await isServed()).toBe(true);
  });
});

describe('what the sweep leaves alone', () => {
  it('is a file that has its row: what shows it is not looked for', async () => {
    await tellOf(nadia, evidenceBody(practiceId, 'audio', media));
    await upload(nadia, media);
    const looks = async () => {
      statements.length = 0;
      await sweepIn(0);
      return statements.filter((text) => /as is_shown|select e\.content_type/.test(text)).length;
    };
    expect(await looks()).toBe(0);
    await rowIsGone();
    expect(await looks()).toBe(2);
  });

  it('is a file that nothing here knows: it may belong to another database', async () => {
    await fileWithoutRow();
    const elsewhere = { spaceId: v7() };
    await mkdir(dirname(fileOf(elsewhere)), { recursive: true });
    await writeFile(fileOf(elsewhere), media.bytes);
    await writeFile(`${fileOf(elsewhere)}.going`, media.bytes);
    await sweepIn(400);
    expect([existsSync(fileOf(nadia)), existsSync(fileOf(elsewhere))]).toEqual([true, true]);
    expect(existsSync(`${fileOf(elsewhere)}.going`)).toBe(true);
  });

  it('is not what an erased space has left: that goes', async () => {
    await upload(nadia, media);
    const spaceId = v7();
    await mkdir(dirname(fileOf({ spaceId })), { recursive: true });
    await writeFile(fileOf({ spaceId }), media.bytes);
    await store.statement({
      name: 'erased',
      text: 'insert into bottega_session.erasure values ($1, now())',
      values: [spaceId],
    });
    await sweepIn(0);
    expect(existsSync(fileOf({ spaceId }))).toBe(false);
    expect(existsSync(fileOf(nadia))).toBe(true);
  });
});
