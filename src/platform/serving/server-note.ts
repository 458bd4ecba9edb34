import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { prepareDataFolder } from '../postgres/data-folder.ts';
import { isServerOf } from './server-proof.ts';

/** Left in the data folder while a server runs, so that the command line finds it. Only the owner may read it. */
const ServerNote = z.object({
  address: z.url(),
  pid: z.int().positive(),
  /** What the server proves to know; see server-proof.ts. */
  secret: z.string().min(32).max(200),
});
export type ServerNote = z.infer<typeof ServerNote>;

const fileIn = (dataFolder: string) => join(dataFolder, 'server.json');

export async function writeServerNote(dataFolder: string, note: ServerNote): Promise<void> {
  await prepareDataFolder(dataFolder);
  const partial = `${fileIn(dataFolder)}.${process.pid}`;
  await rm(partial, { force: true });
  await writeFile(partial, JSON.stringify(note), { mode: 0o600, flag: 'wx' });
  await rename(partial, fileIn(dataFolder));
}

/** The note of a server that may still run: it is told apart from a stranger with its number by asking it, below. */
export async function readServerNote(dataFolder: string): Promise<ServerNote | undefined> {
  const note = await readNote(dataFolder);
  return note !== undefined && mayLive(note.pid) ? note : undefined;
}

/**
 * The server of this data folder, once it has shown that it is the one: a process number is used again, in containers
 * nearly always, and whoever listens at the address of a server that was killed must not get our key.
 */
export async function findRunningServer(dataFolder: string): Promise<ServerNote | undefined> {
  const note = await readServerNote(dataFolder);
  return note !== undefined && (await isServerOf(note.address, note.secret)) ? note : undefined;
}

/** Takes back our own note; another server's, started since, stays. */
export async function removeServerNote(dataFolder: string, secret: string): Promise<void> {
  const note = await readNote(dataFolder);
  if (note?.secret === secret) await rm(fileIn(dataFolder), { force: true });
}

async function readNote(dataFolder: string): Promise<ServerNote | undefined> {
  const text = await readFile(fileIn(dataFolder), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const note = ServerNote.safeParse(safeJson(text));
  return note.success ? note.data : undefined;
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Nobody has the number, or we ourselves have it now: then nobody need be asked. */
function mayLive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
