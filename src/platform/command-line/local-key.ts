import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the key of this machine's person lies, readable by its owner only. */
export const localKeyFile = (dataFolder: string) => join(dataFolder, 'local-key');

export async function readLocalKey(dataFolder: string): Promise<string | undefined> {
  const text = await readFile(localKeyFile(dataFolder), 'utf8').catch(() => '');
  return text.trim() === '' ? undefined : text.trim();
}

/** For a database that was restored: it may not know the key, and the next command makes another. */
export async function forgetLocalKey(dataFolder: string): Promise<void> {
  await rm(localKeyFile(dataFolder), { force: true });
}

/** A request in the name of the key's person. */
export function withKey(init: RequestInit | undefined, key: string): RequestInit {
  const headers = new Headers(init?.headers);
  headers.set('authorization', `Bearer ${key}`);
  if (init?.body !== undefined && !headers.has('content-type'))
    headers.set('content-type', 'application/json');
  return { ...init, headers };
}
