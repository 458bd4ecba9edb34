import { tmpdir } from 'node:os';
import { loadLibrary } from '../src/features/library/jobs.ts';
import { systemClock } from '../src/platform/clock.ts';
import { openStore, type Store } from '../src/platform/database.ts';
import { silentLog } from '../src/platform/log.ts';
import { migrate } from '../src/platform/migrate.ts';
import { createPerson, keepKey } from '../src/platform/people/store.ts';
import { places } from '../src/platform/places.ts';
import { newKey } from '../src/platform/session.ts';
import { createApp } from '../src/server.ts';
import { startThrowawayPostgres, type ThrowawayPostgres } from '../tests/support/throwaway-postgres.ts';

export type BenchServer = {
  readonly store: Store;
  readonly connection: ThrowawayPostgres['connection'];
  readonly app: ReturnType<typeof createApp>;
  person(): Promise<{
    key: string;
    spaceId: string;
    request(path: string, init?: RequestInit): Promise<Response>;
  }>;
  stop(): Promise<void>;
};

/** The server in this process on a database of its own, with the starter library. */
export async function startBenchServer(): Promise<BenchServer> {
  const postgres = await startThrowawayPostgres();
  await migrate(postgres.connection, places.migrations);
  const store = openStore(postgres.connection);
  await loadLibrary(store, places.library);
  const app = createApp({
    store,
    clock: systemClock,
    log: silentLog,
    version: 'bench',
    local: undefined,
    webFolder: undefined,
    dataFolder: tmpdir(),
  });
  return {
    store,
    connection: postgres.connection,
    app,
    person: async () => {
      const spaceId = await createPerson(store, 'Bench');
      const key = newKey();
      await keepKey(store, key, { kind: 'script', spaceId, label: 'bench' });
      const request = async (path: string, init: RequestInit = {}) => {
        const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
        return app.request(path, { ...init, headers });
      };
      return { key, spaceId, request };
    },
    stop: async () => {
      await store.close();
      await postgres.stop();
    },
  };
}
