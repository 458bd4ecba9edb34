import { type Config, ConfigFault, withoutEmpty } from '../config.ts';
import type { Wiring } from '../serving/serve.ts';
import { findRunningServer } from '../serving/server-note.ts';
import type { ApiClient } from './api-client.ts';
import { readLocalKey, withKey } from './local-key.ts';

/**
 * BOTTEGA_URL and BOTTEGA_KEY name a server elsewhere; otherwise the one of the data folder, and where none runs there,
 * the same code in this process.
 */
export async function openApiClient(
  config: Config,
  wiring: Wiring,
  env: NodeJS.ProcessEnv,
): Promise<ApiClient> {
  const { BOTTEGA_URL: url, BOTTEGA_KEY: keyThere } = withoutEmpty(env);
  if (url !== undefined) {
    if (keyThere === undefined) {
      throw new ConfigFault(
        'BOTTEGA_URL is set, but BOTTEGA_KEY is not. Make a key there with “bottega key” and set it.',
      );
    }
    return remoteClient(url, keyThere);
  }
  const key = await readLocalKey(config.dataFolder);
  const running = key === undefined ? undefined : await findRunningServer(config.dataFolder);
  if (running !== undefined && key !== undefined) return remoteClient(running.address, key);
  // With it comes the whole server, which takes longer to read than a running one to answer.
  const { ownClient } = await import('./own-client.ts');
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
