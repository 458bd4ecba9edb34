import { access, chmod, chown, constants, mkdir, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode, explainWriteError, PostgresFault } from './postgres-fault.ts';
import type { Account } from './run-program.ts';
import { runProgram } from './run-program.ts';

/** Part of the path is a file, a link that leads nowhere, or a place of the system's own such as /proc. */
const NO_FOLDER = new Set(['EEXIST', 'ENOTDIR', 'ENOENT', 'ELOOP', 'ENAMETOOLONG']);

function noFolder(folder: string, cause: unknown): PostgresFault {
  return new PostgresFault(
    'cannot-write',
    `Bottega cannot write to ${folder}, where its data belong: no folder can be made there. ` +
      'Choose another data folder: BOTTEGA_DATA=/path/to/a/folder.',
    cause,
  );
}

/** Makes the folder where it is missing and answers its real path, writable by us. */
export async function prepareDataFolder(folder: string): Promise<string> {
  try {
    await mkdir(dirname(folder), { recursive: true });
    await mkdir(folder, { mode: 0o700 }).catch((error) => {
      if (errorCode(error) !== 'EEXIST') throw error;
    });
    const real = await realpath(folder);
    await access(real, constants.W_OK | constants.X_OK);
    return real;
  } catch (error) {
    if (NO_FOLDER.has(errorCode(error))) throw noFolder(folder, error);
    throw explainWriteError(error, folder);
  }
}

/** Lets the server's account through the data folder itself, and refuses, by name, an ancestor that bars it. */
export async function openTheWay(folder: string, account: Account): Promise<void> {
  const { mode, uid } = await stat(folder);
  if (uid === 0 && !mayPass({ mode, uid, gid: 0 }, account)) {
    // Through its group, so that nobody else on the machine gets in.
    await chown(folder, 0, account.gid);
    await chmod(folder, (mode & 0o707) | 0o010);
  }
  const barred = await barredFolder(folder, account);
  if (barred === null || (await canEnter(folder, account))) return;
  throw new PostgresFault(
    'cannot-traverse',
    `The database's user (number ${account.uid}) may not pass through ${barred} to reach ${folder}. ` +
      `Run \`chmod o+x ${barred}\`, or choose a data folder elsewhere, such as /var/lib/bottega.`,
  );
}

async function barredFolder(folder: string, account: Account): Promise<string | null> {
  let barred: string | null = null;
  for (let at = folder; ; at = dirname(at)) {
    if (!mayPass(await stat(at), account)) barred = at;
    if (at === dirname(at)) return barred;
  }
}

function mayPass(folder: { mode: number; uid: number; gid: number }, account: Account): boolean {
  if (folder.uid === account.uid) return (folder.mode & 0o100) !== 0;
  if (folder.gid === account.gid) return (folder.mode & 0o010) !== 0;
  return (folder.mode & 0o001) !== 0;
}

/** The mode bits do not know access control lists: before refusing, ask the system itself. */
async function canEnter(folder: string, account: Account): Promise<boolean> {
  const result = await runProgram('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], account).catch(() => null);
  return result?.exitCode === 0;
}
