import { readdirSync } from 'node:fs';
import { readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { freshApp, type TestPerson } from '../../../tests/support/fresh-app.ts';
import { type MediaBytes, mediaBytes, sha256Of } from '../../../tests/support/media-bytes.ts';
import {
  addressOf,
  begin,
  endUpload,
  headOf,
  metadataOf,
  sendPiece,
  upload,
} from '../../../tests/support/media-upload.ts';
import { Problem } from '../../platform/contract.ts';
import { MEDIA_TYPES } from '../../platform/media/contract.ts';
import { UploadHere, UploadState } from './contract.ts';

const { person, dataFolder } = await freshApp();
let nadia: TestPerson;
beforeEach(async () => {
  nadia = await person();
});

const MEGABYTE = 2 ** 20;
const codeOf = async (answer: Response) => Problem.parse(await answer.json()).code;
const filesIn = (folder: 'media' | 'uploads', { spaceId }: TestPerson) => {
  try {
    return readdirSync(join(dataFolder, folder, spaceId), { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => entry.name);
  } catch {
    return [];
  }
};
/** Neither in a folder nor to be had. */
async function leftNothing({ sha256 }: MediaBytes): Promise<void> {
  expect(filesIn('media', nadia)).toEqual([]);
  expect(filesIn('uploads', nadia)).toEqual([]);
  expect((await nadia.request(`/api/media/${sha256}`)).status).toBe(404);
}

describe('an upload', () => {
  it.each(MEDIA_TYPES)('of %s is kept under its hash and served as it was sent', async (contentType) => {
    const media = mediaBytes(contentType);
    const last = await upload(nadia, media, [1_000]);
    expect(last.status).toBe(204);
    expect(last.headers.get('upload-offset')).toBe('4000');
    const served = await nadia.request(`/api/media/${media.sha256}`);
    expect(new Uint8Array(await served.arrayBuffer())).toEqual(media.bytes);
    expect(filesIn('media', nadia)).toEqual([media.sha256]);
    expect(filesIn('uploads', nadia)).toEqual([]);
  });

  it('gives the same file however it is cut', async () => {
    const media = mediaBytes('audio/webm', 3_000);
    const cuts = fc
      .uniqueArray(fc.integer({ min: 1, max: media.bytes.length - 1 }), { maxLength: 6 })
      .map((at) => at.toSorted((a, b) => a - b));
    await fc.assert(
      fc.asyncProperty(cuts, async (at) => {
        const ruth = await person();
        await upload(ruth, media, at);
        expect(
          await readFile(join(dataFolder, 'media', ruth.spaceId, media.sha256.slice(0, 2), media.sha256)),
        ).toEqual(Buffer.from(media.bytes));
      }),
      { numRuns: 25 },
    );
  });

  it.each([
    { 'content-type': 'application/offset+octet-stream' },
    { 'content-type': 'text/plain', 'content-length': '4000' },
    { 'content-type': 'text/plain', 'transfer-encoding': 'chunked' },
  ])('brings no piece along with its beginning, however slowly it would come (%#)', async (headers) => {
    const media = mediaBytes('image/png');
    const answer = await begin(nadia, media, { headers });
    expect(Problem.parse(await answer.json())).toMatchObject({
      code: 'invalid',
      errors: [{ message: expect.stringContaining('without a body') }],
    });
    await leftNothing(media);
    expect((await begin(nadia, media, { headers: { 'content-length': '0' } })).status).toBe(201);
  });

  it('says how far it has come, in words and in headers', async () => {
    const media = mediaBytes('video/mp4');
    const address = await addressOf(begin(nadia, media));
    expect(address).toMatch(/^\/api\/uploads\/[0-9a-f]{32}$/);
    await sendPiece(nadia, address, media.bytes.slice(0, 700), 0);
    const head = await headOf(nadia, address);
    expect([head.headers.get('upload-offset'), head.headers.get('upload-length')]).toEqual(['700', '4000']);
    expect(await nadia.read(UploadState, address)).toEqual({
      offset: 700,
      bytes: 4_000,
      sha256: media.sha256,
      contentType: 'video/mp4',
    });
  });

  it('goes on after its connection was cut, with what had arrived', async () => {
    const media = mediaBytes('video/webm', 600_000);
    const address = await addressOf(begin(nadia, media));
    const cut = new ReadableStream({
      start: (controller) => controller.enqueue(media.bytes.slice(0, 300_000)),
      pull: async (controller) => {
        while (Number((await headOfFile(address)).size) < 300_000) await new Promise(setImmediate);
        controller.error(new Error('the line went dead'));
      },
    });
    await sendPiece(nadia, address, cut, 0, { duplex: 'half' });
    const { offset } = await nadia.read(UploadState, address);
    expect(offset).toBe(300_000);
    expect((await sendPiece(nadia, address, media.bytes.slice(offset), offset)).status).toBe(204);
    const served = await nadia.request(`/api/media/${media.sha256}`);
    expect(sha256Of(new Uint8Array(await served.arrayBuffer()))).toBe(media.sha256);
  });

  it('takes one of two pieces that come for the same place at once', async () => {
    const media = mediaBytes('audio/ogg', 200_000);
    const address = await addressOf(begin(nadia, media));
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => sendPiece(nadia, address, media.bytes.slice(0, 100_000), 0)),
    );
    const statuses = answers.map(({ status }) => status).toSorted();
    expect(statuses).toEqual([204, 409, 409, 409]);
    await sendPiece(nadia, address, media.bytes.slice(100_000), 100_000);
    expect((await nadia.request(`/api/media/${media.sha256}`)).status).toBe(200);
  });

  it('of what is here already is answered at once', async () => {
    const media = mediaBytes('audio/mp4');
    await upload(nadia, media);
    const again = await begin(nadia, media);
    expect(again.status).toBe(200);
    expect(UploadHere.parse(await again.json())).toEqual({
      sha256: media.sha256,
      contentType: 'audio/mp4',
      bytes: 4_000,
    });
    expect(filesIn('uploads', nadia)).toEqual([]);
  });

  it('twice at once is stored once', async () => {
    const media = mediaBytes('audio/wav');
    const addresses = await Promise.all([addressOf(begin(nadia, media)), addressOf(begin(nadia, media))]);
    const answers = await Promise.all(addresses.map((address) => sendPiece(nadia, address, media.bytes, 0)));
    expect(answers.map(({ status }) => status)).toEqual([204, 204]);
    expect(filesIn('media', nadia)).toEqual([media.sha256]);
    expect(filesIn('uploads', nadia)).toEqual([]);
  });

  it('is gone once it is given up', async () => {
    const media = mediaBytes('audio/wav');
    const address = await addressOf(begin(nadia, media));
    await sendPiece(nadia, address, media.bytes.slice(0, 10), 0);
    expect((await endUpload(nadia, address)).status).toBe(204);
    expect(await codeOf(await nadia.request(address))).toBe('upload-not-found');
    await leftNothing(media);
  });
});

const headOfFile = async (address: string) => {
  const id = address.split('/').at(-1) ?? '';
  const bytes = await readFile(join(dataFolder, 'uploads', nadia.spaceId, id));
  return { size: bytes.length };
};

describe('what is not what was announced', () => {
  it('leaves nothing where its hash is another', async () => {
    const media = { ...mediaBytes('audio/webm'), sha256: 'a'.repeat(64) };
    expect(await codeOf(await upload(nadia, media, [2_000]))).toBe('upload-damaged');
    await leftNothing(media);
  });

  it.each([
    ['a page in HTML', 'text/plain', '<!doctype html><script>alert(1)</script>'],
    ['a page behind blanks', 'text/plain', '\n\n  <html><body onload="x()">'],
    ['a drawing with a script in it', 'text/plain', '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'],
    ['a drawing as a photo', 'image/png', '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'],
    ['text that is not UTF-8', 'text/plain', Buffer.from([0x61, 0xe9, 0x61, 0x0a])],
    ['text with control characters', 'text/plain', 'a\u0007b'],
    ['text as sound', 'audio/mpeg', 'only words, and no sound'],
    ['a picture as sound', 'audio/webm', mediaBytes('image/png').bytes],
    ['sound as a document', 'application/pdf', mediaBytes('audio/ogg').bytes],
    ['a page as a document', 'application/pdf', '<!doctype html><script>alert(1)</script>'],
    ['a page with a document in it', 'application/pdf', '<html><script>alert(1)</script>\n%PDF-1.7\n'],
    ['a drawing as a document', 'application/pdf', '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'],
    ['a ZIP file as a document', 'application/pdf', Buffer.from('PK\u0003\u0004 %PDF-1.4 inside of it')],
    ['a program as a photo', 'image/jpeg', Buffer.from('\u007fELF\u0002\u0001\u0001')],
    ['a film of another kind', 'video/mp4', Buffer.from('\0\0\0\u0014ftypqt  \0\0\0\0qt  ')],
  ] as const)('leaves nothing where it is %s', async (_what, contentType, content) => {
    const bytes = new Uint8Array(Buffer.from(content as string));
    const media = { contentType, bytes, sha256: sha256Of(bytes) };
    expect(await codeOf(await upload(nadia, media))).toBe('type-refused');
    await leftNothing(media);
  });

  it('is served as what it begins as where it is two things at once, and can run nothing', async () => {
    const bytes = new Uint8Array(
      Buffer.concat([mediaBytes('image/jpeg', 40).bytes, Buffer.from('<html><script>alert(1)</script>')]),
    );
    const media: MediaBytes = { contentType: 'image/jpeg', bytes, sha256: sha256Of(bytes) };
    expect((await upload(nadia, media)).status).toBe(204);
    const { headers } = await nadia.request(`/api/media/${media.sha256}`);
    expect(headers.get('content-type')).toBe('image/jpeg');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';.*; sandbox$/);
  });

  it('is taken as sound and as video alike where the container may hold either', async () => {
    const media = mediaBytes('video/webm');
    expect((await upload(nadia, { ...media, contentType: 'audio/webm' })).status).toBe(204);
  });

  it.each([
    ['no length', { length: '' }, 'invalid'],
    ['nothing at all', { length: '0' }, 'invalid'],
    ['less than nothing', { length: '-5' }, 'invalid'],
    ['more than any file has', { length: String(101 * MEGABYTE) }, 'too-large'],
    ['more than can be counted', { length: '9'.repeat(40) }, 'invalid'],
    ['no hash', { metadata: metadataOf({ contentType: 'audio/webm' }) }, 'invalid'],
    [
      'a path in place of a hash',
      { metadata: metadataOf({ sha256: '../../etc/passwd', contentType: 'audio/webm' }) },
      'invalid',
    ],
    [
      'a page',
      { metadata: metadataOf({ sha256: 'a'.repeat(64), contentType: 'text/html' }) },
      'type-refused',
    ],
    [
      'a drawing',
      { metadata: metadataOf({ sha256: 'a'.repeat(64), contentType: 'image/svg+xml' }) },
      'type-refused',
    ],
    ['words that are not base64', { metadata: 'sha256 ../../x, contentType !' }, 'invalid'],
    ['a name', { metadata: `${metadataOf({ sha256: 'a'.repeat(64) })},${'x'.repeat(3_000)}` }, 'invalid'],
    ['another protocol', { headers: { 'tus-resumable': '0.2.2' } }, 'tus-version'],
  ] as const)('is not begun where it announces %s', async (_what, more, code) => {
    expect(await codeOf(await begin(nadia, mediaBytes('audio/webm'), more))).toBe(code);
    expect(filesIn('uploads', nadia)).toEqual([]);
  });

  it('is refused where its length is to be said later', async () => {
    const answer = await begin(nadia, mediaBytes('audio/webm'), {
      length: '',
      headers: { 'upload-defer-length': '1' },
    });
    expect(await codeOf(answer)).toBe('invalid');
  });
});

describe('pieces', () => {
  const media = mediaBytes('audio/mpeg');

  it('are refused at another place than where it goes on', async () => {
    const address = await addressOf(begin(nadia, media));
    expect(await codeOf(await sendPiece(nadia, address, media.bytes.slice(5), 5))).toBe('upload-offset');
    expect((await nadia.read(UploadState, address)).offset).toBe(0);
  });

  it('are refused beyond the end that was announced, and harm nothing', async () => {
    const address = await addressOf(begin(nadia, media));
    const headers = { 'content-length': '4001' };
    const more = Buffer.concat([media.bytes, Buffer.from('x')]);
    expect(await codeOf(await sendPiece(nadia, address, more, 0, { headers }))).toBe('too-large');
    const unsaid = await sendPiece(nadia, address, more, 0);
    expect(await codeOf(unsaid)).toBe('too-large');
    expect(filesIn('media', nadia)).toEqual([]);
  });

  it('have a largest size, said or not', async () => {
    const film = mediaBytes('video/mp4', 17 * MEGABYTE);
    const address = await addressOf(begin(nadia, film));
    const headers = { 'content-length': String(film.bytes.length) };
    expect(await codeOf(await sendPiece(nadia, address, film.bytes, 0, { headers }))).toBe('too-large');
    expect(await codeOf(await sendPiece(nadia, address, film.bytes, 0))).toBe('too-large');
    expect((await nadia.read(UploadState, address)).offset).toBeLessThanOrEqual(16 * MEGABYTE);
  });

  it('are told from forms and from JSON', async () => {
    const address = await addressOf(begin(nadia, media));
    const headers = { 'content-type': 'application/json' };
    expect(await codeOf(await sendPiece(nadia, address, '{}', 0, { headers }))).toBe('not-a-file');
  });

  it('find a full disk, are told so, and go on once there is room', async () => {
    const address = await addressOf(begin(nadia, media));
    const file = join(dataFolder, 'uploads', nadia.spaceId, address.split('/').at(-1) ?? '');
    await rm(file);
    await symlink('/dev/full', file);
    const refused = await sendPiece(nadia, address, media.bytes, 0);
    expect(refused.status).toBe(507);
    expect(await codeOf(refused)).toBe('disk-full');
    expect(filesIn('media', nadia)).toEqual([]);
    await rm(file);
    await writeFile(file, '');
    expect((await sendPiece(nadia, address, media.bytes, 0)).status).toBe(204);
  });
});

describe('another space', () => {
  it('sees neither an upload nor what it became', async () => {
    const ruth = await person('Ruth');
    const media = mediaBytes('audio/webm');
    const address = await addressOf(begin(nadia, media));
    const tries = [
      ruth.request(address),
      headOf(ruth, address),
      sendPiece(ruth, address, media.bytes, 0),
      endUpload(ruth, address),
    ];
    for (const answer of await Promise.all(tries)) expect(answer.status).toBe(404);
    await sendPiece(nadia, address, media.bytes, 0);
    expect((await ruth.request(`/api/media/${media.sha256}`)).status).toBe(404);
    // Nor does it learn that somebody has it: it has to send all of it.
    expect((await begin(ruth, media)).status).toBe(201);
  });

  it('cannot be named by an id that leads there', async () => {
    const ruth = await person('Ruth');
    const media = mediaBytes('audio/webm');
    const id = (await addressOf(begin(nadia, media))).split('/').at(-1) ?? '';
    for (const path of [
      `..%2f${nadia.spaceId}%2f${id}`,
      `..%5c${nadia.spaceId}%5c${id}`,
      `${nadia.spaceId}%2f${id}`,
      `${id}.json`,
      `%2e%2e`,
      `${id}%00`,
    ]) {
      const answers = [
        await headOf(ruth, `/api/uploads/${path}`),
        await sendPiece(ruth, `/api/uploads/${path}`, media.bytes, 0),
        await endUpload(ruth, `/api/uploads/${path}`),
      ];
      for (const { status } of answers) expect([404, 415, 422]).toContain(status);
    }
    expect((await nadia.read(UploadState, `/api/uploads/${id}`)).offset).toBe(0);
  });

  it('is not written to by a queue that was kept for somebody else', async () => {
    const headers = { 'bottega-space': nadia.spaceId };
    const ruth = await person('Ruth');
    expect(await codeOf(await begin(ruth, mediaBytes('audio/webm'), { headers }))).toBe('other-space');
  });

  it('is closed to who is not signed in, and to a form of another site', async () => {
    const media = mediaBytes('audio/webm');
    const stranger = { authorization: `Bearer btg_${'a'.repeat(43)}` };
    expect(await codeOf(await begin(nadia, media, { headers: stranger }))).toBe('key-unknown');
    const form = { authorization: 'none', origin: 'https://elsewhere.example' };
    expect(await codeOf(await begin(nadia, media, { headers: form }))).toBe('foreign-request');
    const answer = await begin(nadia, media);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('what is under way', () => {
  it('is bounded in number and in bytes', async () => {
    const big = mediaBytes('video/mp4');
    const length = String(500 * MEGABYTE);
    for (let count = 0; count < 8; count++) {
      const sha256 = String(count).repeat(64);
      expect((await begin(nadia, { ...big, sha256 }, { length })).status).toBe(201);
    }
    expect(await codeOf(await begin(nadia, { ...big, sha256: 'f'.repeat(64) }, { length }))).toBe(
      'uploads-waiting',
    );
    // Of a piece of sound there is still room for it.
    expect((await begin(nadia, mediaBytes('audio/webm'))).status).toBe(201);
  });
});
