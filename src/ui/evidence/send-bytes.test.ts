import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { freshApp, type TestPerson } from '../../../tests/support/fresh-app.ts';
import { type MediaBytes, mediaBytes, sha256Of } from '../../../tests/support/media-bytes.ts';
import { ApiRefusal, Unreachable } from '../api/api-client.ts';
import type { KeptMedia } from './kept-media.ts';
import { type Sending, sendBytes } from './send-bytes.ts';

const { person } = await freshApp();
let nadia: TestPerson;
beforeEach(async () => {
  nadia = await person();
});

const keptOf = ({ contentType, bytes, sha256 }: MediaBytes, more: Partial<KeptMedia> = {}): KeptMedia => ({
  spaceId: nadia.spaceId,
  sha256,
  draftId: 'a',
  contentType,
  bytes: bytes.length,
  keptAt: 0,
  state: 'waiting',
  problem: null,
  uploadAddress: null,
  fact: null,
  isAtHand: false,
  isTold: true,
  ...more,
});

type Line = Sending & {
  readonly calls: string[];
  readonly progress: number[];
  address: string | null;
};
/** The real server at the end of a line of which each call may be lost before it arrives or on its way back. */
function lineTo(
  who: TestPerson,
  loses: (call: number) => 'none' | 'request' | 'answer' = () => 'none',
): Line {
  let count = 0;
  const line: Line = {
    calls: [],
    progress: [],
    address: null,
    now: () => 0,
    onAddress: async (address) => {
      line.address = address;
    },
    onProgress: (bytes) => {
      line.progress.push(bytes);
    },
    call: async (path, init) => {
      const lost = loses(count++);
      line.calls.push(`${init.method ?? 'GET'} ${path.replace(/[0-9a-f]{32}$/, 'ID')}`);
      if (lost === 'request') throw new Unreachable('lost');
      const answer = await who.request(path, init);
      if (lost === 'answer') throw new Unreachable('lost');
      if (!answer.ok) throw new ApiRefusal(await answer.json());
      return answer;
    },
  };
  return line;
}
async function servedHash(who: TestPerson, { sha256 }: MediaBytes): Promise<string> {
  return sha256Of(new Uint8Array(await (await who.request(`/api/media/${sha256}`)).arrayBuffer()));
}

const film = mediaBytes('video/webm', 900_000);
const blobOf = ({ bytes }: MediaBytes) => new Blob([bytes]);

describe('sending the bytes of a recording', () => {
  it('ends with home saying that it has them', async () => {
    const line = lineTo(nadia);
    await sendBytes(keptOf(film), blobOf(film), line);
    expect(await servedHash(nadia, film)).toBe(film.sha256);
    expect(line.calls.at(-1)).toBe('POST /api/uploads');
    expect(line.progress.at(-1)).toBe(900_000);
    expect(line.address).toBeNull();
  });

  it('sends nothing that is at home already', async () => {
    await sendBytes(keptOf(film), blobOf(film), lineTo(nadia));
    const line = lineTo(nadia);
    await sendBytes(keptOf(film), blobOf(film), line);
    expect(line.calls).toEqual(['POST /api/uploads']);
  });

  it('takes larger pieces on a fast line and smaller ones on a slow line', async () => {
    const sizes = async (took: number) => {
      const who = await person();
      let at = 0;
      const line = { ...lineTo(who), now: () => (at += took) };
      await sendBytes({ ...keptOf(film), spaceId: who.spaceId }, blobOf(film), line);
      return line.progress.slice(1).map((bytes, index) => bytes - (line.progress[index] ?? 0));
    };
    expect((await sizes(100))[1]).toBe(512 * 1024);
    expect((await sizes(9_000)).slice(0, 4)).toEqual([256, 128, 64, 64].map((size) => size * 1024));
  });

  it('arrives once and whole, whatever the line loses, taken up again as often as it breaks', async () => {
    const losses = fc.array(fc.constantFrom('none', 'request', 'answer'), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(losses, async (lost) => {
        const who = await person();
        let [count, address]: [number, string | null] = [0, null];
        for (let isHome = false; !isHome; ) {
          const line = lineTo(who, () => lost[count++] ?? 'none');
          line.address = address;
          const media = { ...keptOf(film), spaceId: who.spaceId, uploadAddress: address };
          isHome = await sendBytes(media, blobOf(film), line).then(
            () => true,
            (error) => {
              expect(error).toBeInstanceOf(Unreachable);
              return false;
            },
          );
          address = line.address;
        }
        expect(await servedHash(who, film)).toBe(film.sha256);
      }),
      { numRuns: 40 },
    );
  });

  it('goes on from where another tab has brought it meanwhile', async () => {
    const plain = lineTo(nadia);
    let pieces = 0;
    const line: Sending = {
      ...plain,
      call: async (path, init, patience) => {
        // Without Web Locks another tab may send the same: its piece is there first.
        if (init.method === 'PATCH' && ++pieces === 2) await plain.call(path, init, patience);
        return plain.call(path, init, patience);
      },
    };
    await sendBytes(keptOf(film), blobOf(film), line);
    expect(await servedHash(nadia, film)).toBe(film.sha256);
  });

  it('begins anew where its upload was given up', async () => {
    const line = lineTo(nadia);
    await sendBytes(keptOf(film, { uploadAddress: `/api/uploads/${'a'.repeat(32)}` }), blobOf(film), line);
    expect(await servedHash(nadia, film)).toBe(film.sha256);
  });

  it('is given up with home’s own words where home does not take it', async () => {
    const page = { ...mediaBytes('text/plain'), contentType: 'image/png' as const };
    const refused = sendBytes(keptOf(page), blobOf(page), lineTo(nadia));
    await expect(refused).rejects.toMatchObject({ problem: { code: 'type-refused' } });
  });

  it('does not go on for ever where what arrives is never what was announced', async () => {
    const other = { ...film, sha256: 'b'.repeat(64) };
    const line = lineTo(nadia);
    await expect(sendBytes(keptOf(other), blobOf(film), line)).rejects.toMatchObject({
      problem: { code: 'upload-damaged' },
    });
    expect(line.calls.filter((call) => call.startsWith('POST')).length).toBeLessThanOrEqual(4);
  });

  it('is never sent under another sign-in', async () => {
    const ruth = await person('Ruth');
    const refused = sendBytes(keptOf(film), blobOf(film), lineTo(ruth));
    await expect(refused).rejects.toMatchObject({ problem: { code: 'other-space' } });
  });

  it('believes nobody who answers in home’s place', async () => {
    const portal = (answer: () => Response): Sending => ({ ...lineTo(nadia), call: async () => answer() });
    for (const answer of [
      () => new Response('<html>', { status: 200 }),
      () => Response.json({ sha256: 'c'.repeat(64) }),
      () => new Response(null, { status: 201, headers: { location: 'https://elsewhere.example/' } }),
    ]) {
      await expect(sendBytes(keptOf(film), blobOf(film), portal(answer))).rejects.toThrow(Unreachable);
    }
    const known = keptOf(film, { uploadAddress: `/api/uploads/${'a'.repeat(32)}` });
    const empty = portal(() => new Response(null, { status: 204 }));
    await expect(sendBytes(known, blobOf(film), empty)).rejects.toThrow(Unreachable);
  });
});
