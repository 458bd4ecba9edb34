import { systemClock } from '../clock.ts';
import type { Config } from '../config.ts';
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
  const key = await ensureLocalKey(database.store, config.dataFolder);
  await wiring.loadLibrary(database.store, places.library);
  const app = await wiring.createApp({
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
