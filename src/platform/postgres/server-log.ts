import { constants } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Sizes by file name: what stood in the log before, so that an old trouble is not told as today's. */
export type LogMark = ReadonlyMap<string, number>;

/** Enough for the end of any failed start. */
const LONGEST_READ = 16_384;

export function logFolder(cluster: string): string {
  return join(cluster, 'log');
}

export async function markLog(cluster: string): Promise<LogMark> {
  const folder = logFolder(cluster);
  const names = await readdir(folder).catch(() => []);
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  return new Map(names.map((name, index) => [name, sizes[index] ?? 0]));
}

/** What the server has written since the mark was taken, at most its last 16 kB. */
export async function readLogSince(cluster: string, mark: LogMark): Promise<string> {
  const folder = logFolder(cluster);
  let text = '';
  for (const [name, size] of await markLog(cluster)) {
    const before = mark.get(name) ?? 0;
    if (size <= before) continue;
    text += await readPart(join(folder, name), Math.max(before, size - LONGEST_READ));
  }
  return text.slice(-LONGEST_READ);
}

async function readPart(path: string, start: number): Promise<string> {
  // No links: root reads here, and the folder belongs to the server's user. A log that cannot be read must not
  // hide the trouble that we were about to tell.
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW).catch(() => null);
  if (file === null) return '';
  try {
    const { buffer, bytesRead } = await file.read({ position: start, buffer: Buffer.alloc(LONGEST_READ) });
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

/** FATAL for one connection, and a matter of course while the server comes or goes. */
const OF_A_CONNECTION =
  /^(terminating connection|the database system is|remaining connection slots|sorry, too many)/;

/** The last thing that stopped the server, in its own words; null where the log names none. */
export function lastFatal(log: string): string | null {
  const ends = [...log.matchAll(/(?:FATAL|PANIC): +(.+)/g)].map((match) => match[1] ?? '');
  return ends.filter((end) => !OF_A_CONNECTION.test(end)).at(-1) ?? null;
}

export function lastLines(log: string, count: number): string {
  return log.trim().split('\n').slice(-count).join('\n');
}
