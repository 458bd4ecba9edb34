import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { v7 } from 'uuid';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { freshApp, NOW, type TestPerson } from '../../../tests/support/fresh-app.ts';
import { mediaBytes, sha256Of } from '../../../tests/support/media-bytes.ts';
import { evidenceBody, tellOf, upload } from '../../../tests/support/media-upload.ts';
import { accepted, startPractice } from '../../../tests/support/practice-facts.ts';
import { Problem } from '../../platform/contract.ts';
import { GOING_LOCK } from '../../platform/media/store.ts';
import { EvidenceList } from './contract.ts';

const { person, connection, dataFolder } = await freshApp({ library: true });
const owner = new pg.Client(connection);
await owner.connect();
afterAll(() => owner.end());

let nadia: TestPerson;
let practiceId: string;
beforeEach(async () => {
  nadia = await person();
  ({ practiceId } = await startPractice(nadia));
});

const media = mediaBytes('audio/webm', 10_000);
const address = `/api/media/${media.sha256}`;
const fileOf = ({ spaceId }: TestPerson) =>
  join(dataFolder, 'media', spaceId, media.sha256.slice(0, 2), media.sha256);
const bodyOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer());
const remove = (id: string) => nadia.put(`/api/evidence/${id}/removal`, { removedAt: NOW.toISOString() });
const isListedHere = async () =>
  (await nadia.read(EvidenceList, `/api/practices/${practiceId}/evidence`)).evidence.map(
    ({ isHere }) => isHere,
  );

describe('what was uploaded', () => {
  beforeEach(async () => {
    await upload(nadia, media);
  });

  it('is answered with what it is, and for nobody else to keep', async () => {
    const { status, headers } = await nadia.request(address);
    expect(status).toBe(200);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'audio/webm',
      'content-length': '10000',
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-cache, no-transform',
      'content-disposition': `inline; filename="bottega-${media.sha256.slice(0, 12)}.weba"`,
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      etag: `"${media.sha256}"`,
    });
  });

  it('is answered in part', async () => {
    const part = await nadia.request(address, { headers: { range: 'bytes=1000-1999' } });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe('bytes 1000-1999/10000');
    expect(part.headers.get('content-length')).toBe('1000');
    expect(await bodyOf(part)).toEqual(media.bytes.slice(1_000, 2_000));
    const end = await nadia.request(address, { headers: { range: 'bytes=-10' } });
    expect(await bodyOf(end)).toEqual(media.bytes.slice(-10));
  });

  it('is answered whole where a part is asked for of other content', async () => {
    const headers = { range: 'bytes=0-9', 'if-range': '"of-another"' };
    expect((await nadia.request(address, { headers })).status).toBe(200);
    const same = { range: 'bytes=0-9', 'if-range': `"${media.sha256}"` };
    expect((await nadia.request(address, { headers: same })).status).toBe(206);
  });

  it('says how long it is to who asks beyond its end', async () => {
    const answer = await nadia.request(address, { headers: { range: 'bytes=10000-' } });
    expect(answer.status).toBe(416);
    expect(answer.headers.get('content-range')).toBe('bytes */10000');
    expect(Problem.parse(await answer.json()).code).toBe('range-unsatisfiable');
  });

  it('is not sent again to who has it, and not at all to who asks for the head', async () => {
    const known = await nadia.request(address, { headers: { 'if-none-match': `W/"x", "${media.sha256}"` } });
    expect([known.status, await known.text()]).toEqual([304, '']);
    const head = await nadia.request(address, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '10000', '']);
  });

  it('is nobody else’s, and nobody’s who is not signed in', async () => {
    const ruth = await person('Ruth');
    expect((await ruth.request(address)).status).toBe(404);
    expect((await nadia.request(address, { headers: { authorization: 'none' } })).status).toBe(401);
  });

  it('is not shown from within the page where it is a document, since a sandbox shows none', async () => {
    const pdf = mediaBytes('application/pdf');
    await upload(nadia, pdf);
    const { headers } = await nadia.request(`/api/media/${pdf.sha256}`);
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="bottega-[0-9a-f]{12}\.pdf"$/);
  });
});

describe('what is a document and a page at once', () => {
  const bytes = new Uint8Array(Buffer.from('%PDF-1.7\n<html><script>alert(1)</script></html>\n%%EOF'));
  const both = { contentType: 'application/pdf', bytes, sha256: sha256Of(bytes) } as const;

  it('is a document to be put aside, can run nothing, and is a page to nobody', async () => {
    await upload(nadia, both);
    const { headers } = await nadia.request(`/api/media/${both.sha256}`);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="bottega-[0-9a-f]{12}\.pdf"$/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';.*; sandbox$/);
  });
});

describe('a showing', () => {
  const body = {
    sessionId: null,
    heldDay: '2026-03-01',
    audience: 40,
    occasion: null,
    quote: 'Again!',
    quotedFrom: null,
    toldAt: '2026-03-01T20:00:00.000Z',
  };
  const listed = async () =>
    (await nadia.read(EvidenceList, `/api/practices/${practiceId}/evidence`)).showings.map(({ id }) => id);
  const takeBack = (who: TestPerson, id: string) =>
    who.put(`/api/showings/${id}/removal`, { removedAt: NOW.toISOString() });

  it('is listed until it is taken back, which may be sent again', async () => {
    const [id, other] = [v7(), v7()];
    for (const one of [id, other]) await accepted(nadia.put(`/api/showings/${one}`, { ...body, practiceId }));
    await accepted(takeBack(nadia, id));
    expect(await listed()).toEqual([other]);
    expect((await takeBack(nadia, id)).status).toBe(200);
  });

  it('is taken back by nobody else', async () => {
    const id = v7();
    await accepted(nadia.put(`/api/showings/${id}`, { ...body, practiceId }));
    const answer = await takeBack(await person('Ruth'), id);
    expect(Problem.parse(await answer.json()).code).toBe('showing-not-found');
    expect(await listed()).toEqual([id]);
  });
});

describe('evidence', () => {
  it('says whether its bytes are here, whichever came first', async () => {
    await tellOf(nadia, evidenceBody(practiceId, 'audio', media));
    expect(await isListedHere()).toEqual([false]);
    await upload(nadia, media);
    expect(await isListedHere()).toEqual([true]);
  });

  it('takes its bytes with it when it is removed', async () => {
    const id = await tellOf(nadia, evidenceBody(practiceId, 'audio', media));
    await upload(nadia, media);
    await accepted(remove(id));
    expect((await nadia.request(address)).status).toBe(404);
    expect(existsSync(fileOf(nadia))).toBe(false);
    // The device sends a removal again when it did not hear the answer.
    expect((await remove(id)).status).toBe(200);
  });

  it('leaves its bytes where other evidence shows them', async () => {
    const first = await tellOf(nadia, evidenceBody(practiceId, 'audio', media));
    const second = await tellOf(nadia, evidenceBody(practiceId, 'audio', media, { name: 'again' }));
    await upload(nadia, media);
    await accepted(remove(first));
    expect((await nadia.request(address)).status).toBe(200);
    await accepted(remove(second));
    expect((await nadia.request(address)).status).toBe(404);
  });

  it('leaves its bytes where they lie at hand, until that is dropped', async () => {
    const pdf = mediaBytes('application/pdf');
    const id = await tellOf(nadia, evidenceBody(practiceId, 'file', pdf));
    await upload(nadia, pdf);
    const atHand = v7();
    const body = {
      practiceId,
      replacesId: null,
      label: 'The score',
      address: null,
      mediaSha256: pdf.sha256,
      isDropped: false,
      setAt: '2026-03-01T09:00:00.000Z',
    };
    await accepted(nadia.put(`/api/at-hand/${atHand}`, body));
    await accepted(remove(id));
    expect((await nadia.request(`/api/media/${pdf.sha256}`)).status).toBe(200);
    const dropped = { ...body, replacesId: atHand, isDropped: true, setAt: '2026-03-01T10:00:00.000Z' };
    await accepted(nadia.put(`/api/at-hand/${v7()}`, dropped));
    // Whoever sends the removal again lets go of them; otherwise the sweep does.
    await accepted(remove(id));
    expect((await nadia.request(`/api/media/${pdf.sha256}`)).status).toBe(404);
  });

  it('lets go of nothing while a backup reads', async () => {
    const id = await tellOf(nadia, evidenceBody(practiceId, 'audio', media));
    await upload(nadia, media);
    await owner.query(`select pg_advisory_lock_shared(${GOING_LOCK})`);
    try {
      await accepted(remove(id));
      expect(existsSync(fileOf(nadia))).toBe(true);
    } finally {
      await owner.query(`select pg_advisory_unlock_shared(${GOING_LOCK})`);
    }
    await accepted(remove(id));
    expect(existsSync(fileOf(nadia))).toBe(false);
  });

  it('keeps its bytes apart from those of another space', async () => {
    const ruth = await person('Ruth');
    await upload(ruth, media);
    const id = await tellOf(nadia, evidenceBody(practiceId, 'audio', media));
    await upload(nadia, media);
    await accepted(remove(id));
    expect(existsSync(fileOf(ruth))).toBe(true);
    expect((await ruth.request(address)).status).toBe(200);
  });

  it('told anew while its bytes go ends with them here or with none, and never with a row that lies', async () => {
    for (let round = 0; round < 8; round++) {
      const id = await tellOf(nadia, evidenceBody(practiceId, 'audio', media));
      await upload(nadia, media);
      const [, again] = await Promise.all([
        remove(id),
        tellOf(nadia, evidenceBody(practiceId, 'audio', media)),
      ]);
      const { rows } = await owner.query('select from bottega.media where space_id = $1', [nadia.spaceId]);
      expect(rows.length === 1).toBe(existsSync(fileOf(nadia)));
      await upload(nadia, media);
      expect((await nadia.request(address)).status).toBe(200);
      await accepted(remove(again));
    }
  });
});
