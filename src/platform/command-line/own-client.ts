import { systemClock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Store } from '../database.ts';
import { stderrLog } from '../log.ts';
import { openDatabase } from '../open-database.ts';
import { places } from '../places.ts';
import type { Wiring } from '../serving/serve.ts';
import type { ApiClient } from './api-client.ts';
import { ensureLocalKey } from './ensure-local-key.ts';
import { withKey } from './local-key.ts';

/** Where no server runs: the same code in this process, on the same database. */
export async function ownClient(config: Config, wiring: Wiring): Promise<ApiClient> {
  const database = await openDatabase(config, () => {});
  try {
    return { request: await ownServer(config, wiring, database.store), close: () => database.close() };
  } catch (error) {
    // Its connections would keep the process alive for ever, after it has said what is wrong.
    await database.close();
    throw error;
  }
}

async function ownServer(config: Config, wiring: Wiring, store: Store): Promise<ApiClient['request']> {
  const key = await ensureLocalKey(store, config.dataFolder);
  await wiring.loadLibrary(store, places.library);
  const app = await wiring.createApp({
    store,
    clock: systemClock,
    log: stderrLog,
    version: '',
    local: undefined,
    webFolder: undefined,
    dataFolder: config.dataFolder,
  });
  return async (path, init) => app.fetch(new Request(new URL(path, 'http://localhost'), withKey(init, key)));
}
