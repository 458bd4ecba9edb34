import { randomBytes } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive } from './process-holder.ts';

/** Numbers of processes are used again: past this age nobody is still at work on a folder, whoever has the number. */
const OLDEST_WORK_MS = 3_600_000;

/** A name for a folder being made, which says who makes it; it is renamed to `name` when it is whole. */
export function makingName(name: string): string {
  return `${name}.making-${process.pid}-${randomBytes(4).toString('hex')}`;
}

/** Removes what makers who are gone left half done, as far as it lets itself be removed: it is in nobody's way. */
export async function removeAbandoned(folder: string): Promise<void> {
  for (const entry of await readdir(folder)) {
    const maker = /\.making-(\d+)-[0-9a-f]{8}$/.exec(entry)?.[1];
    if (maker === undefined) continue;
    const path = join(folder, entry);
    const ageMs = Date.now() - ((await stat(path).catch(() => null))?.mtimeMs ?? 0);
    if (isAlive(Number(maker)) && ageMs < OLDEST_WORK_MS) continue;
    // A killed maker's initdb may live a moment longer and write where we remove.
    await rm(path, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }
}
