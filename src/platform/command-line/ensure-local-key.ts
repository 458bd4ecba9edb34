import { lstat, rename, rm, writeFile } from 'node:fs/promises';
import { ConfigFault } from '../config.ts';
import type { Store } from '../database.ts';
import { keepKey, localPerson, ownerOfKey } from '../people/store.ts';
import { prepareDataFolder } from '../postgres/data-folder.ts';
import { explainWriteError } from '../postgres/postgres-fault.ts';
import { newKey } from '../session.ts';
import { localKeyFile, readLocalKey } from './local-key.ts';

const LOCAL_KEY_LABEL = 'Command line of this machine';

/**
 * The laptop's person has a key for scripts, readable by its owner only. Made at the first start, and anew where the
 * database does not know it: another one may have come into its place.
 */
export async function ensureLocalKey(store: Store, dataFolder: string): Promise<string> {
  const known = await readLocalKey(dataFolder);
  if (known !== undefined && (await ownerOfKey(store, known)) !== undefined) return known;
  await prepareDataFolder(dataFolder);
  const file = localKeyFile(dataFolder);
  await refuseFolder(file);
  const key = newKey();
  await keepKey(store, key, { kind: 'script', spaceId: await localPerson(store), label: LOCAL_KEY_LABEL });
  // Under its own name once it is whole, and never with the rights of a file that was there before.
  const partial = `${file}.${process.pid}`;
  try {
    await rm(partial, { force: true });
    await writeFile(partial, `${key}\n`, { mode: 0o600, flag: 'wx' });
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw explainWriteError(error, dataFolder);
  }
  return key;
}

/** Before a key is made that could be written down nowhere. */
async function refuseFolder(file: string): Promise<void> {
  const found = await lstat(file).catch(() => undefined);
  if (found?.isDirectory() !== true) return;
  throw new ConfigFault(
    `${file} is where Bottega keeps the key of this machine, and it is a folder. Nothing was changed: move it away, and start again.`,
  );
}
