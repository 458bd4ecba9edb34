import { randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { isDiskFull } from '../held-file.ts';
import { Refusal } from '../problems.ts';
import { typeFault } from './content-type.ts';
import type { MediaPorts } from './keep-media.ts';
import { makeFolder, removeFile, uploadsOf } from './media-folder.ts';
import { contentReader } from './read-content.ts';
import { refuseWithoutRoom } from './refuse-without-room.ts';
import type { MediaRow } from './store.ts';

/** Lies beside what is arriving, found to be what it was said to be, until it is kept or dropped. */
export type TakenMedia = { readonly path: string; readonly media: MediaRow };

/** Pieces are gathered to this size before the disk is asked, and others have their turn. */
const WRITTEN_BYTES = 256 * 1024;

/**
 * Bytes that came all at once, in an archive: on the disk, or a sentence that says why they are not taken. Refused as
 * `disk-full` where they would leave no room for the database.
 */
export async function takeMedia(
  { folder }: MediaPorts,
  spaceId: string,
  media: MediaRow,
  pieces: Iterable<Uint8Array>,
): Promise<TakenMedia | { readonly fault: string }> {
  await refuseWithoutRoom(folder, media.bytes);
  await makeFolder(uploadsOf(folder, spaceId));
  const path = join(uploadsOf(folder, spaceId), `taken-${randomBytes(16).toString('hex')}`);
  try {
    const fault = await write(path, media, pieces);
    if (fault === null) return { path, media };
    await removeFile(path);
    return { fault };
  } catch (error) {
    await removeFile(path);
    throw isDiskFull(error) ? new Refusal('disk-full') : error;
  }
}

async function write(path: string, media: MediaRow, pieces: Iterable<Uint8Array>): Promise<string | null> {
  const reader = contentReader();
  const handle = await open(path, 'wx', 0o600);
  try {
    for (const piece of inBatches(pieces)) {
      reader.take(piece);
      await handle.writeFile(piece);
    }
  } finally {
    await handle.close();
  }
  const { sha256, bytes, head, isText } = reader.end();
  if (sha256 !== media.sha256 || bytes !== media.bytes) return 'Its content is another than its name says.';
  return typeFault(head, isText, media.contentType);
}

function* inBatches(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  let [some, bytes]: [Uint8Array[], number] = [[], 0];
  for (const piece of pieces) {
    some.push(piece);
    bytes += piece.length;
    if (bytes < WRITTEN_BYTES) continue;
    yield Buffer.concat(some);
    [some, bytes] = [[], 0];
  }
  yield Buffer.concat(some);
}

export async function dropTaken(taken: readonly TakenMedia[]): Promise<void> {
  for (const { path } of taken) await removeFile(path);
}
