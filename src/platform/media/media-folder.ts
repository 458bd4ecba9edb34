import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Where recordings and files lie, by the hash of their content, apart for each space:
 *
 *     <data>/media/<space>/<aa>/<sha256>     what has arrived, one file each
 *     <data>/uploads/<space>/<id>            what is arriving; what it is to become stands beside it, in <id>.json
 *
 * Both are of one file system, so that what has arrived is moved by its name alone. Where several servers work on one
 * DATABASE_URL, all of them must be given the same folder (BOTTEGA_DATA on a disk that they share): a row says that the
 * bytes are here, and not which server took them in.
 */
export type MediaFolder = { readonly media: string; readonly uploads: string };

export function mediaFolder(dataFolder: string): MediaFolder {
  return { media: join(dataFolder, 'media'), uploads: join(dataFolder, 'uploads') };
}

const SPACE = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const SHA256 = /^[0-9a-f]{64}$/;

/** Never built from what was not looked at: a name of another form could lead out of the folder. */
export function mediaPath({ media }: MediaFolder, spaceId: string, sha256: string): string {
  if (!SHA256.test(sha256)) throw new Error('not a SHA-256');
  return join(spaceFolder(media, spaceId), sha256.slice(0, 2), sha256);
}

export function uploadsOf({ uploads }: MediaFolder, spaceId: string): string {
  return spaceFolder(uploads, spaceId);
}

function spaceFolder(folder: string, spaceId: string): string {
  if (!SPACE.test(spaceId)) throw new Error('not the id of a space');
  return join(folder, spaceId);
}

/** For its owner only: it holds what people keep private. */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

/** Null where there is no such file. */
export async function sizeOfFile(path: string): Promise<number | null> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() === true ? found.size : null;
}

export async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Spaces that have a folder in either. */
export async function spacesIn({ media, uploads }: MediaFolder): Promise<string[]> {
  const names = [...(await namesIn(media)), ...(await namesIn(uploads))];
  return [...new Set(names)].filter((name) => SPACE.test(name)).sort();
}

/** A file that is to go is named so until its row is gone for certain. */
export const GOING = '.going';

export type FoundMedia = { readonly spaceId: string; readonly sha256: string; readonly isGoing: boolean };

/** Every file that lies where bytes are kept, one folder at a time. */
export async function* filesOf(folder: MediaFolder, spaceId: string): AsyncGenerator<FoundMedia> {
  const own = spaceFolder(folder.media, spaceId);
  for (const part of (await namesIn(own)).sort()) {
    for (const name of (await namesIn(join(own, part))).sort()) {
      const isGoing = name.endsWith(GOING);
      const sha256 = isGoing ? name.slice(0, -GOING.length) : name;
      if (SHA256.test(sha256) && sha256.startsWith(part)) yield { spaceId, sha256, isGoing };
    }
  }
}

export async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

export async function removeFile(path: string): Promise<void> {
  await rm(path, { force: true });
}

/** All bytes of a space that was erased. */
export async function removeSpaceFolders({ media, uploads }: MediaFolder, spaceId: string): Promise<void> {
  for (const folder of [media, uploads])
    await rm(spaceFolder(folder, spaceId), { recursive: true, force: true });
}
