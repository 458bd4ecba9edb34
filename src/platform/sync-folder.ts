import { open } from 'node:fs/promises';

/** A name that was given in it is on the disk as well; the file of that name is synced apart. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
