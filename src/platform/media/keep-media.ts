import { rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Store } from '../database.ts';
import { syncFolder } from '../sync-folder.ts';
import { createTurns } from '../turns.ts';
import { typeFault } from './content-type.ts';
import type { MediaType } from './contract.ts';
import {
  GOING,
  type MediaFolder,
  makeFolder,
  mediaPath,
  removeFile,
  sizeOfFile,
  syncFile,
} from './media-folder.ts';
import { readContent } from './read-content.ts';
import { addMedia, deleteMedia, isShown, lockMedia, type MediaRow, mayGo, readMedia } from './store.ts';

/** Where bytes lie, and where it stands that they do. */
export type MediaPorts = { readonly store: Store; readonly folder: MediaFolder };

/*
 * The order in which bytes come: on the disk, then under their own name, then in a row. Whoever is killed between the
 * last two leaves a file without a row, which harms nobody: the next upload of the same content takes it as it is, and
 * so does the sweep where something shows it. The order in which they go: another name, then no row, then no file; the
 * other name says to the sweep that it was meant.
 */

/**
 * Moves a file that was read, and found to be `media`, to where it is kept, and answers `same` where it lay there
 * already. The file at `path` is gone afterwards either way.
 */
export async function keepMedia(
  { store, folder }: MediaPorts,
  spaceId: string,
  path: string,
  media: MediaRow,
): Promise<'stored' | 'same'> {
  const target = mediaPath(folder, spaceId, media.sha256);
  await syncFile(path);
  await makeFolder(dirname(target));
  // Each name on the way to it may be new.
  for (const made of [dirname(target), dirname(dirname(target)), folder.media])
    await syncFolder(dirname(made));
  return store.inSpace(spaceId, async (trx) => {
    await lockMedia(trx, spaceId, media.sha256);
    const known = await readMedia(trx, spaceId, media.sha256);
    if (known !== undefined && (await sizeOfFile(target)) === known.bytes) {
      await removeFile(path);
      return 'same';
    }
    await rename(path, target);
    await syncFolder(dirname(target));
    await addMedia(trx, spaceId, media);
    return known === undefined ? 'stored' : 'same';
  });
}

/** The row of bytes that are here; one whose file is missing or cut short is as good as none. */
export async function findMedia(
  { store, folder }: MediaPorts,
  spaceId: string,
  sha256: string,
): Promise<MediaRow | undefined> {
  const row = await store.inSpace(spaceId, (trx) => readMedia(trx, spaceId, sha256));
  if (row === undefined) return undefined;
  return (await sizeOfFile(mediaPath(folder, spaceId, sha256))) === row.bytes ? row : undefined;
}

/** Gives a file that lies there without a row its row, once it is found to be what its name says; false otherwise. */
export async function adoptMedia(
  { store, folder }: MediaPorts,
  spaceId: string,
  sha256: string,
  contentType: MediaType,
): Promise<boolean> {
  const path = mediaPath(folder, spaceId, sha256);
  const content = await readContent(path);
  if (content === null || content.sha256 !== sha256) return false;
  if ((await typeFault(content.head, content.isText, contentType)) !== null) return false;
  return store.inSpace(spaceId, async (trx) => {
    await lockMedia(trx, spaceId, sha256);
    if ((await sizeOfFile(path)) !== content.bytes) return false;
    await addMedia(trx, spaceId, { sha256, contentType, bytes: content.bytes });
    return true;
  });
}

/** In this process one at a time, so that they do not take each other for a backup. */
const takeTurn = createTurns(1);

/**
 * Lets go of bytes that nothing of the space shows any more; false where something does, where there are none, or where
 * a backup reads just now: then they go with a later sweep.
 */
export function releaseMedia(ports: MediaPorts, spaceId: string, sha256: string): Promise<boolean> {
  return takeTurn(async () => {
    const { store, folder } = ports;
    const path = mediaPath(folder, spaceId, sha256);
    const isGone = await store.inSpace(spaceId, async (trx) => {
      if (!(await mayGo(trx))) return false;
      await lockMedia(trx, spaceId, sha256);
      if ((await readMedia(trx, spaceId, sha256)) === undefined) return false;
      if (await isShown(trx, spaceId, sha256)) return false;
      await renameWhereThere(path, path + GOING);
      await deleteMedia(trx, spaceId, sha256);
      return true;
    });
    if (isGone) await removeFile(path + GOING);
    return isGone;
  });
}

/** What was going when its server was killed: kept where its row still stands, gone where it does not. */
export async function settleGoing(
  { store, folder }: MediaPorts,
  spaceId: string,
  sha256: string,
): Promise<void> {
  const path = mediaPath(folder, spaceId, sha256);
  await store.inSpace(spaceId, async (trx) => {
    await lockMedia(trx, spaceId, sha256);
    const row = await readMedia(trx, spaceId, sha256);
    const isNeeded = row !== undefined && (await sizeOfFile(path)) !== row.bytes;
    if (isNeeded) await renameWhereThere(path + GOING, path);
    else await removeFile(path + GOING);
  });
}

async function renameWhereThere(from: string, to: string): Promise<void> {
  await rename(from, to).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}
