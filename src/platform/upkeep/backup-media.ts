import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type pg from 'pg';
import { CommandFault } from '../command-line/run-command.ts';
import { type MediaFolder, mediaPath, sizeOfFile } from '../media/media-folder.ts';
import type { Table } from './catalog.ts';

/** A row that says that bytes are here. */
export type KeptMedia = { readonly spaceId: string; readonly sha256: string; readonly bytes: number };

/** Of every space, as the backup's own moment sees them; a database from before recordings has none. */
export async function listForBackup(client: pg.ClientBase, tables: readonly Table[]): Promise<KeptMedia[]> {
  if (!tables.some(({ name }) => name === 'bottega.media')) return [];
  const { rows } = await client.query<{ space_id: string; sha256: string; bytes: string }>(
    'select space_id, sha256, bytes::text from bottega.media order by space_id, sha256',
  );
  return rows.map(({ space_id, sha256, bytes }) => ({ spaceId: space_id, sha256, bytes: Number(bytes) }));
}

type MediaLine = {
  readonly line: Buffer;
  /** With the last of a file that was what its name says. */
  readonly isWhole: boolean;
};

/**
 * Each file behind a line of its own, piece by piece. One that is missing is left out; one that is no longer what its
 * name says goes along as it is, and a restore leaves it out.
 */
export async function* mediaLines(
  folder: MediaFolder | undefined,
  media: readonly KeptMedia[],
): AsyncGenerator<MediaLine> {
  if (folder === undefined) return;
  for (const { spaceId, sha256, bytes } of media) {
    const path = mediaPath(folder, spaceId, sha256);
    if ((await sizeOfFile(path)) !== bytes) continue;
    yield {
      line: Buffer.from(`${JSON.stringify({ media: `${spaceId}/${sha256}`, bytes })}\n`),
      isWhole: false,
    };
    const hash = createHash('sha256');
    let read = 0;
    for await (const piece of createReadStream(path, { end: bytes - 1 })) {
      hash.update(piece);
      read += piece.length;
      yield { line: piece, isWhole: false };
    }
    if (read !== bytes)
      throw new CommandFault(`${path} changed while it was read. Nothing was kept: try again.`);
    yield { line: Buffer.from('\n'), isWhole: hash.digest('hex') === sha256 };
  }
}
