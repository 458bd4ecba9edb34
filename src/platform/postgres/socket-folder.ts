import { createHash } from 'node:crypto';
import { chown, lstat, mkdir, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, PostgresFault } from './postgres-fault.ts';
import type { Account } from './run-program.ts';
import { isRoot } from './server-user.ts';

export const SOCKET_PORT = 5432;

/**
 * Where the socket of a data folder lies. A socket's path may have 107 bytes (103 on macOS), which a data folder
 * can exceed, hence a hash of its real path under a short parent. The parent is the same for every session of the
 * user, so that the next start finds the server: XDG_RUNTIME_DIR would differ between a desktop, cron and sudo, and
 * is emptied when the user signs out, under a server that lives on.
 */
export function socketFolderOf(dataFolder: string): string {
  const hash = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16);
  return join(socketParent(), `bottega-${hash}`);
}

function socketParent(): string {
  if (!isRoot()) return '/tmp';
  return process.platform === 'linux' ? '/run' : '/var/run';
}

export function socketPath(folder: string, port: number): string {
  return join(folder, `.s.PGSQL.${port}`);
}

/** Each is a folder that somebody who left last removed just as we had made it. */
const TRIES = 5;

/** Makes the folder for its server's eyes only. */
export async function prepareSocketFolder(folder: string, account: Account | null): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      await makeSocketFolder(folder, account);
      return;
    } catch (error) {
      if (errorCode(error) !== 'ENOENT' || tried === TRIES) throw error;
    }
  }
}

async function makeSocketFolder(folder: string, account: Account | null): Promise<void> {
  await mkdir(folder, { mode: 0o700 }).catch((error) => {
    if (errorCode(error) === 'EEXIST') return;
    throw new PostgresFault(
      'cannot-write',
      `Bottega cannot make ${folder}, where it talks to its database: let this user write to its parent folder.`,
      error,
    );
  });
  if (account !== null) {
    const made = await lstat(folder);
    // Only root can have put a folder of root's here, so this changes nothing that somebody else planted.
    if (made.isDirectory() && made.uid === 0) await chown(folder, account.uid, account.gid);
  }
  await checkSocketFolder(folder, account?.uid ?? ownUid());
}

/** Where nothing is left in it: a start that comes meanwhile has its socket there, or makes the folder anew. */
export async function removeSocketFolder(folder: string): Promise<void> {
  await rmdir(folder).catch(() => undefined);
}

/**
 * Anyone may write to /tmp: whoever guesses the name could put a folder or a link there first and answer as our
 * database. So nothing is sent into a folder that is not the server's own and closed to everybody else.
 */
export async function checkSocketFolder(folder: string, uid: number): Promise<void> {
  const [found, parent] = await Promise.all([lstat(folder), stat(join(folder, '..'))]);
  const isShared = (parent.mode & 0o022) !== 0 && (parent.mode & 0o1000) === 0;
  if (found.isDirectory() && found.uid === uid && (found.mode & 0o077) === 0 && !isShared) return;
  throw new PostgresFault(
    'unsafe-socket-folder',
    `${folder} is where Bottega talks to its database, but it is not a private folder of the database's user ` +
      `(number ${uid}): somebody else could listen there. Nothing was sent. Look who made it, remove it, start again.`,
  );
}

export function ownUid(): number {
  return process.getuid?.() ?? -1;
}
