import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { ConfigFault } from '../config.ts';
import type { Store } from '../database.ts';
import { stderrLog } from '../log.ts';
import { openDatabase } from '../open-database.ts';
import { keepKey, localPerson, ownerOfKey } from '../people/store.ts';
import { places } from '../places.ts';
import { prepareDataFolder } from '../postgres/data-folder.ts';
import type { Wiring } from '../serving/serve.ts';
import { readServerNote } from '../serving/server-note.ts';
import { newKey } from '../session.ts';

/** How a command speaks with Bottega: through the running server, or through its own when none runs. */
export type ApiClient = {
  request(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
};

const LOCAL_KEY_LABEL = 'Command line of this machine';

const keyFile = (dataFolder: string) => join(dataFolder, 'local-key');

/**
 * The laptop's person has a key for scripts, readable by its owner only. Made at the first start, and anew where the
 * database does not know it: another one may have come into its place.
 */
export async function ensureLocalKey(store: Store, dataFolder: string): Promise<string> {
  const known = await readLocalKey(dataFolder);
  if (known !== undefined && (await ownerOfKey(store, known)) !== undefined) return known;
  const key = newKey();
  await keepKey(store, key, { kind: 'script', spaceId: await localPerson(store), label: LOCAL_KEY_LABEL });
  await prepareDataFolder(dataFolder);
  // Under its own name once it is whole, and never with the rights of a file that was there before.
  const partial = `${keyFile(dataFolder)}.${process.pid}`;
  await rm(partial, { force: true });
  await writeFile(partial, `${key}\n`, { mode: 0o600, flag: 'wx' });
  await rename(partial, keyFile(dataFolder));
  return key;
}

async function readLocalKey(dataFolder: string): Promise<string | undefined> {
  const text = await readFile(keyFile(dataFolder), 'utf8').catch(() => '');
  return text.trim() === '' ? undefined : text.trim();
}

/** For a database that was restored: it may not know the key, and the next command makes another. */
export async function forgetLocalKey(dataFolder: string): Promise<void> {
  await rm(keyFile(dataFolder), { force: true });
}

/**
 * BOTTEGA_URL and BOTTEGA_KEY name a server elsewhere; otherwise the one of the data folder, and where none runs there,
 * the same code in this process.
 */
export async function openApiClient(
  config: Config,
  wiring: Wiring,
  env: NodeJS.ProcessEnv,
): Promise<ApiClient> {
  if (env.BOTTEGA_URL !== undefined) {
    if (env.BOTTEGA_KEY === undefined) {
      throw new ConfigFault(
        'BOTTEGA_URL is set, but BOTTEGA_KEY is not. Make a key there with “bottega key” and set it.',
      );
    }
    return remoteClient(env.BOTTEGA_URL, env.BOTTEGA_KEY);
  }
  const note = await readServerNote(config.dataFolder);
  const key = await readLocalKey(config.dataFolder);
  if (note !== undefined && key !== undefined) return remoteClient(note.address, key);
  return ownClient(config, wiring);
}

function remoteClient(address: string, key: string): ApiClient {
  return {
    request: async (path, init) => {
      try {
        return await fetch(new URL(path, address), withKey(init, key));
      } catch {
        throw new ConfigFault(
          `Bottega does not answer at ${address}. Start it with “npm start”, or set BOTTEGA_URL.`,
        );
      }
    },
    close: async () => {},
  };
}

async function ownClient(config: Config, wiring: Wiring): Promise<ApiClient> {
  const database = await openDatabase(config, () => {});
  const key = await ensureLocalKey(database.store, config.dataFolder);
  await wiring.loadLibrary(database.store, places.library);
  const app = wiring.createApp({
    store: database.store,
    clock: systemClock,
    log: stderrLog,
    version: '',
    local: undefined,
    webFolder: undefined,
  });
  return {
    request: async (path, init) =>
      app.fetch(new Request(new URL(path, 'http://localhost'), withKey(init, key))),
    close: () => database.close(),
  };
}

function withKey(init: RequestInit | undefined, key: string): RequestInit {
  const headers = new Headers(init?.headers);
  headers.set('authorization', `Bearer ${key}`);
  if (init?.body !== undefined && !headers.has('content-type'))
    headers.set('content-type', 'application/json');
  return { ...init, headers };
}
