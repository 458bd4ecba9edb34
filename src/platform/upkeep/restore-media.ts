import { createHash } from 'node:crypto';
import { type FileHandle, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CommandFault } from '../command-line/run-command.ts';
import { isDiskFull } from '../held-file.ts';
import { type MediaFolder, makeFolder, mediaPath, removeFile, sizeOfFile } from '../media/media-folder.ts';
import { syncFolder } from '../sync-folder.ts';
import type { BackupPart } from './read-backup.ts';

export type RestoredMedia = {
  /** Takes the next part of the backup; those that are of no file pass. */
  take(part: BackupPart): Promise<void>;
  /** Whatever was not there before goes again. */
  undo(): Promise<void>;
};

type Writing = { readonly path: string; readonly sha256: string; readonly handle: FileHandle };

/**
 * Puts the files of a backup where they belong, each under its name once it is whole and on the disk. What is not what
 * its name says is left out, and so is whatever belongs to a space of `erased`.
 */
export function restoredMedia(folder: MediaFolder | undefined, erased: ReadonlySet<string>): RestoredMedia {
  const added: string[] = [];
  let writing: Writing | null = null;
  let hash = createHash('sha256');

  async function begin(spaceId: string, sha256: string): Promise<void> {
    hash = createHash('sha256');
    if (folder === undefined || erased.has(spaceId)) return;
    const path = mediaPath(folder, spaceId, sha256);
    await makeFolder(dirname(path));
    writing = { path, sha256, handle: await open(partialOf(path), 'w', 0o600) };
  }

  async function end({ path, sha256, handle }: Writing): Promise<void> {
    await handle.sync();
    await handle.close();
    writing = null;
    if (hash.digest('hex') !== sha256) return removeFile(partialOf(path));
    const isNew = (await sizeOfFile(path)) === null;
    await rename(partialOf(path), path);
    await syncFolder(dirname(path));
    if (isNew) added.push(path);
  }

  return {
    take: async (part) => {
      try {
        if (part.kind === 'media') await begin(part.spaceId, part.sha256);
        if (part.kind === 'media-bytes') hash.update(part.bytes);
        if (part.kind === 'media-bytes') await writing?.handle.writeFile(part.bytes);
        if (part.kind === 'media-end' && writing !== null) await end(writing);
      } catch (error) {
        throw isDiskFull(error) ? noRoom(folder) : error;
      }
    },
    undo: async () => {
      if (writing !== null) {
        await writing.handle.close().catch(() => {});
        await removeFile(partialOf(writing.path));
      }
      for (const path of added) await removeFile(path);
    },
  };
}

const partialOf = (path: string) => `${path}.partial`;

function noRoom(folder: MediaFolder | undefined): CommandFault {
  return new CommandFault(`There is no room left in ${folder?.media}. Free some space; nothing was changed.`);
}
