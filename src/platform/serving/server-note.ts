import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { prepareDataFolder } from '../postgres/data-folder.ts';

/** Left in the data folder while a server runs, so that the command line finds it. Only the owner may read it. */
const ServerNote = z.object({ address: z.url(), pid: z.int().positive() });
export type ServerNote = z.infer<typeof ServerNote>;

const fileIn = (dataFolder: string) => join(dataFolder, 'server.json');

export async function writeServerNote(dataFolder: string, note: ServerNote): Promise<void> {
  await prepareDataFolder(dataFolder);
  const partial = `${fileIn(dataFolder)}.${process.pid}`;
  await rm(partial, { force: true });
  await writeFile(partial, JSON.stringify(note), { mode: 0o600, flag: 'wx' });
  await rename(partial, fileIn(dataFolder));
}

/** The server that left a note and still lives, or undefined. A note of a killed server is ignored. */
export async function readServerNote(dataFolder: string): Promise<ServerNote | undefined> {
  const text = await readFile(fileIn(dataFolder), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const note = ServerNote.safeParse(safeJson(text));
  return note.success && isAlive(note.data.pid) ? note.data : undefined;
}

/** Takes back our own note; another server's, started since, stays. */
export async function removeServerNote(dataFolder: string, pid: number): Promise<void> {
  const note = await readServerNote(dataFolder);
  if (note?.pid === pid) await rm(fileIn(dataFolder), { force: true });
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A process of somebody else's has got the number of one that ended: what listens there now must not get our key. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
