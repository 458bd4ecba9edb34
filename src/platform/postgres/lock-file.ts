import { readFileSync, unlinkSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from './postgres-fault.ts';
import { whoHolds } from './process-holder.ts';

/** A server makes its lock and writes into it in the same moment. */
const LONGEST_EMPTY_MS = 5_000;

/** What a server writes into `postmaster.pid`, by line; the later lines appear while it starts. */
export type ServerLock = {
  readonly pid: number;
  readonly port: number;
  /** '' until the socket is there. */
  readonly socketFolder: string;
  readonly isReady: boolean;
};

const LINE = { pid: 0, port: 3, socketFolder: 4, status: 7 } as const;

export async function readServerLock(cluster: string): Promise<ServerLock | null> {
  const text = await readOrNull(join(cluster, 'postmaster.pid'));
  // Empty is the moment between a server's making its lock and writing into it.
  if (text === null || text.trim() === '') return null;
  const lines = text.split('\n').map((line) => line.trim());
  return {
    pid: firstNumber(text),
    port: Number(lines[LINE.port] ?? 0),
    socketFolder: lines[LINE.socketFolder] ?? '',
    isReady: lines[LINE.status] === 'ready',
  };
}

/**
 * Removes a lock file that names a process which is alive and is not the cluster's server: PostgreSQL itself
 * clears the locks of the dead, but takes any living process of its user for a server. An empty one that stays
 * empty was cut short by a power failure, and PostgreSQL would leave it to a person.
 */
export async function clearStaleLock(path: string, cluster: string, uid: number): Promise<void> {
  const judged = await readOrNull(path);
  if (judged === null) return;
  const isStale =
    judged.trim() === ''
      ? await isOld(path)
      : (await whoHolds(firstNumber(judged), cluster, uid)) === 'other';
  if (!isStale) return;
  // While we judged, another start may have put its own lock in the place of this one. So look again and remove in
  // one breath; were it still to go wrong, PostgreSQL's shared-memory check keeps a second server away.
  try {
    if (readFileSync(path, 'utf8') === judged) unlinkSync(path);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}

async function isOld(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  // Also one from the future: the clock was put back since.
  return found !== null && Math.abs(Date.now() - found.mtimeMs) > LONGEST_EMPTY_MS;
}

function firstNumber(text: string): number {
  return Number.parseInt(text, 10);
}

async function readOrNull(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error) => {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  });
}
