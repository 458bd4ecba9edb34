import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { MediaType } from './contract.ts';
import { type MediaFolder, namesIn, removeFile, uploadsOf } from './media-folder.ts';

const MEGABYTE = 2 ** 20;
/** In one request: on a slow line a larger piece would meet the time in which a request has to be through. */
export const PIECE_BYTES = 16 * MEGABYTE;
export const PIECE_TOO_LARGE = `A piece may have ${PIECE_BYTES / MEGABYTE} MB. Send smaller ones.`;

/** What stands beside the bytes of an upload, in the words of the tus server. */
const Kept = z.object({
  size: z.int().min(1),
  metadata: z.object({ sha256: z.string(), contentType: MediaType }),
});

export type Arriving = {
  readonly id: string;
  readonly bytes: number;
  readonly arrived: number;
  readonly sha256: string;
  readonly contentType: MediaType;
  /** When a byte of it last came. */
  readonly touchedAt: Date;
};

/** Null where there is no such upload, or only half of what belongs to one, as a kill leaves it. */
export async function readArriving(
  folder: MediaFolder,
  spaceId: string,
  id: string,
): Promise<Arriving | null> {
  const path = join(uploadsOf(folder, spaceId), id);
  const found = await stat(path).catch(() => null);
  const text = await readFile(`${path}.json`, 'utf8').catch(() => null);
  if (found === null || text === null) return null;
  const kept = Kept.safeParse(parseJson(text));
  if (!kept.success) return null;
  const { size, metadata } = kept.data;
  return { id, bytes: size, arrived: found.size, ...metadata, touchedAt: found.mtime };
}

export async function listArriving(folder: MediaFolder, spaceId: string): Promise<Arriving[]> {
  const names = await namesIn(uploadsOf(folder, spaceId));
  const ids = names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
  const read = await Promise.all(ids.map((id) => readArriving(folder, spaceId, id)));
  return read.filter((arriving) => arriving !== null);
}

/** The file itself and what stands beside it; again does nothing. */
export async function removeArriving(folder: MediaFolder, spaceId: string, id: string): Promise<void> {
  const path = join(uploadsOf(folder, spaceId), id);
  await removeFile(path);
  await removeFile(`${path}.json`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
