import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openStore } from '../../../src/platform/database.ts';
import { createPerson, keepKey } from '../../../src/platform/people/store.ts';
import { places } from '../../../src/platform/places.ts';
import { newKey } from '../../../src/platform/session.ts';
import { cloneDatabase } from './journey-database.ts';

export type BottegaServer = {
  readonly address: string;
  /** Printed at its start: signs this machine's own person in. */
  readonly link: string;
  readonly dataFolder: string;
  /** For the command line against this server. */
  readonly env: Readonly<Record<string, string>>;
  /** A person with a space of their own, and a key to sign in with. */
  newPerson(name: string): Promise<JourneyPerson>;
  stop(): Promise<void>;
};

export type JourneyPerson = { readonly name: string; readonly spaceId: string; readonly key: string };

/** `bottega serve` as a person starts it, on a port and a folder of its own. */
export async function startBottega(): Promise<BottegaServer> {
  const database = await cloneDatabase();
  const dataFolder = await mkdtemp('/tmp/bottega-journey-');
  const env = { PORT: '0', HOST: '127.0.0.1', BOTTEGA_DATA: dataFolder, DATABASE_URL: database.url };
  const child = spawn(process.execPath, [join(places.root, 'src/cli.ts'), 'serve', '--no-open'], {
    cwd: places.root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const link = await linkOf(child);
  const store = openStore(database.connection);
  return {
    address: new URL(link).origin,
    link,
    dataFolder,
    env,
    newPerson: async (name) => {
      const spaceId = await createPerson(store, name);
      const key = newKey();
      await keepKey(store, key, { kind: 'script', spaceId, label: 'journey' });
      return { name, spaceId, key };
    },
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
      await store.close();
      await database.drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Where it says that it is ready, with the token that signs in. */
export function linkOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const link = /ready at (\S+)/.exec(said)?.[1];
      if (link !== undefined) resolve(link);
    });
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`Bottega ended with ${code} before it was ready:\n${said}`)));
  });
}
