import { existsSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { v7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import { exportOf, importInto } from '../../../tests/support/archives.ts';
import { freshApp, type TestPerson } from '../../../tests/support/fresh-app.ts';
import { mediaBytes } from '../../../tests/support/media-bytes.ts';
import { evidenceBody, tellOf, upload } from '../../../tests/support/media-upload.ts';
import { accepted, designBody, startPractice } from '../../../tests/support/practice-facts.ts';
import { nameOfUploaded } from '../../engine/evidence/design-media.ts';
import { mediaFolder, mediaPath } from '../../platform/media/media-folder.ts';
import { sweepMedia, UNTOUCHED_DAYS } from '../../platform/media/sweep-media.ts';
import { Micromastery } from './contract.ts';

const { person, store, dataFolder } = await freshApp({ library: true });
const elsewhere = await freshApp({ library: true });
const folder = mediaFolder(dataFolder);
const DAY_MILLISECONDS = 86_400_000;
const sweepIn = (days: number) =>
  sweepMedia({
    store,
    folder,
    log: () => {},
    clock: { now: () => new Date(Date.now() + days * DAY_MILLISECONDS) },
  });

const picture = mediaBytes('image/jpeg', 9_000);
const sound = mediaBytes('audio/webm', 7_000, 2);
const film = mediaBytes('video/mp4', 8_000, 3);
const formats = {
  checklist: ['Wet your lips', 'Blow'],
  pictures: [{ media: nameOfUploaded(picture.sha256), caption: 'Fold the tip of the tongue back.' }],
  audio: { media: nameOfUploaded(sound.sha256), transcript: 'A rising note.' },
  video: { media: nameOfUploaded(film.sha256), transcript: 'Two fingers, one breath, one note.' },
};

let nadia: TestPerson;
let id: string;
beforeEach(async () => {
  nadia = await person();
  id = v7();
});

const save = (version: number, more: Parameters<typeof designBody>[0]) =>
  accepted(
    nadia.put(`/api/micromasteries/${id}/versions/${version}`, {
      design: designBody({ slug: 'whistle', version, ...more }),
      savedAt: '2026-03-01T08:00:00Z',
    }),
  );
const uploadAll = async () => {
  for (const media of [picture, sound, film]) await upload(nadia, media);
};
const statusOf = async (who: TestPerson, { sha256 }: { sha256: string }) =>
  (await who.request(`/api/media/${sha256}`)).status;
const statuses = async (who: TestPerson) =>
  Promise.all([picture, sound, film].map((media) => statusOf(who, media)));

describe('pictures and recordings of a design of one’s own', () => {
  it('may come after the design, and are its author’s alone', async () => {
    await save(1, { formats });
    expect(await statuses(nadia)).toEqual([404, 404, 404]);
    await uploadAll();
    expect(await statuses(nadia)).toEqual([200, 200, 200]);
    expect(await statuses(await person('Ruth'))).toEqual([404, 404, 404]);
    const found = await nadia.read(Micromastery, `/api/micromasteries/${id}`);
    expect(found.formats).toEqual(formats);
  });

  it('are not what nobody came back for, also where a later version shows them no more', async () => {
    await uploadAll();
    await save(1, { formats });
    await save(2, { formats: { checklist: ['Blow'] } });
    const unshown = mediaBytes('image/png', 5_000, 4);
    await upload(nadia, unshown);
    await sweepIn(UNTOUCHED_DAYS + 0.5);
    expect(await statuses(nadia)).toEqual([200, 200, 200]);
    expect(await statusOf(nadia, unshown)).toBe(404);
  });

  it('go where another person’s design names the same content, and none of one’s own does', async () => {
    await save(1, { formats });
    const ruth = await person('Ruth');
    await upload(ruth, picture);
    await sweepIn(UNTOUCHED_DAYS + 0.5);
    expect(await statusOf(ruth, picture)).toBe(404);
  });

  it('stay when evidence of the same content is removed', async () => {
    const { practiceId } = await startPractice(nadia);
    const evidenceId = await tellOf(nadia, evidenceBody(practiceId, 'photo', picture));
    await save(1, { formats });
    await upload(nadia, picture);
    await accepted(
      nadia.put(`/api/evidence/${evidenceId}/removal`, { removedAt: '2026-03-02T09:00:00.000Z' }),
    );
    expect(await statusOf(nadia, picture)).toBe(200);
  });

  it('are taken up by the sweep where a server was killed before their row was written', async () => {
    await save(1, { formats });
    await upload(nadia, picture);
    await store.inSpace(nadia.spaceId, (trx) =>
      trx.deleteFrom('media').where('space_id', '=', nadia.spaceId).execute(),
    );
    expect(await statusOf(nadia, picture)).toBe(404);
    await sweepIn(0);
    expect(await statusOf(nadia, picture)).toBe(200);
  });

  it('are in the archive, and are shown where it is taken in', async () => {
    await uploadAll();
    await save(1, { formats });
    const bytes = await exportOf(nadia);
    expect(unzipSync(bytes)[`media/${film.sha256}`]).toEqual(film.bytes);
    const there = await elsewhere.person();
    expect(await importInto(there, bytes)).toMatchObject({ media: { inArchive: 3, added: 3 } });
    expect(await statuses(there)).toEqual([200, 200, 200]);
    expect((await there.read(Micromastery, `/api/micromasteries/${id}`)).formats).toEqual(formats);
  });

  it('go with everything else of hers when she erases it', async () => {
    await uploadAll();
    await save(1, { formats });
    const path = mediaPath(folder, nadia.spaceId, picture.sha256);
    expect(existsSync(path)).toBe(true);
    await accepted(
      nadia.request('/api/erase', { method: 'POST', body: JSON.stringify({ confirm: 'Nadia' }) }),
    );
    expect(existsSync(path)).toBe(false);
  });
});
