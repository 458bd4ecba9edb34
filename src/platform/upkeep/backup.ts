import { type FileHandle, lstat, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CommandFault } from '../command-line/run-command.ts';
import type { Connection } from '../database.ts';
import { syncFolder } from '../sync-folder.ts';
import type { BackupSummary } from './backup-format.ts';
import { type BackupAbout, writeBackup } from './write-backup.ts';

export type BackupOptions = BackupAbout & {
  /** Replaces a file that is there; without it such a file is refused. */
  readonly isForced: boolean;
};

/**
 * Backs up into a file that only its owner may read: it holds the hashes of keys, and what people keep private. The
 * name appears once all of it is on disk, so that a backup cut short never passes for a whole one.
 */
export async function backupToFile(
  connection: Connection,
  file: string,
  options: BackupOptions,
): Promise<BackupSummary> {
  const partial = `${file}.partial`;
  if (!options.isForced) await refuseExisting(file);
  const handle = await openNew(partial).catch((error) => {
    throw writeFault(error, file);
  });
  const { ino } = await handle.stat();
  // `flush`: all of it is on disk before the stream ends. From here on the stream owns the handle.
  const sink = handle.createWriteStream({ flush: true });
  try {
    const summary = await writeBackup(connection, sink, options);
    await refuseForeign(ino, partial);
    if (!options.isForced) await refuseExisting(file);
    await rename(partial, file);
    await syncFolder(dirname(file));
    return summary;
  } catch (error) {
    sink.destroy();
    await rm(partial, { force: true });
    throw writeFault(error, file);
  }
}

async function openNew(path: string): Promise<FileHandle> {
  // What a backup that was killed left behind must not stop every later one.
  await rm(path, { force: true });
  return open(path, 'wx', 0o600);
}

async function refuseExisting(file: string): Promise<void> {
  const found = await lstat(file).catch(() => undefined);
  if (found !== undefined) {
    throw new CommandFault(
      `${file} is there already and was left as it is. Choose another name, or add --force.`,
    );
  }
}

/** Another backup to the same name, begun meanwhile, has replaced our file with its own, which is not whole yet. */
async function refuseForeign(ino: number, partial: string): Promise<void> {
  const named = await lstat(partial).catch(() => undefined);
  if (named?.ino !== ino) {
    throw new CommandFault(`Another backup is being written to ${partial}. Nothing was kept of this one.`);
  }
}

function writeFault(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new CommandFault(`There is no folder ${dirname(file)}. Make it first; nothing was written.`);
    case 'EISDIR':
    case 'ENOTEMPTY':
      return new CommandFault(`${file} is a folder. Name a file; nothing was written.`);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new CommandFault(`This user may not write to ${dirname(file)}. Nothing was written.`);
    case 'ENOSPC':
    case 'EDQUOT':
      return new CommandFault(
        `There is no room left for ${file}. Free some space; nothing was kept of this backup.`,
      );
    default:
      return error;
  }
}
