import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileStore } from '@tus/file-store';
import { isDiskFull } from '../held-file.ts';
import { Refusal } from '../problems.ts';
import { PIECE_BYTES, PIECE_TOO_LARGE } from './arriving.ts';

/**
 * The files of the tus server, with two things of our own: a piece has a size, and a disk without room says so. What
 * has arrived of a piece that broke off stays, and its sender goes on from there.
 *
 * Two servers on one folder do not see each other's locks. Both could write only what their common sender sends, in the
 * same places: the same bytes, or ones whose hash is another than was announced.
 */
export class UploadStore extends FileStore {
  override extensions = ['creation', 'termination'];

  override async write(readable: Readable, id: string, offset: number): Promise<number> {
    let bytes = 0;
    const counted = new Transform({
      transform: (piece: Buffer, _encoding, done) => {
        bytes += piece.length;
        if (bytes > PIECE_BYTES) done(new Refusal('too-large', { detail: PIECE_TOO_LARGE }));
        else done(null, piece);
      },
    });
    const file = createWriteStream(join(this.directory, id), { flags: 'r+', start: offset });
    try {
      await pipeline(readable, counted, file);
    } catch (error) {
      throw isDiskFull(error) ? new Refusal('disk-full') : error;
    }
    return offset + bytes;
  }
}
