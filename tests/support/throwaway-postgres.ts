import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Connection } from '../../src/platform/postgres/lease.ts';
import { locateBinaries } from '../../src/platform/postgres/locate-binaries.ts';
import { openCluster } from '../../src/platform/postgres/open-cluster.ts';
import { prepareBinaries } from '../../src/platform/postgres/prepare-binaries.ts';

export type ThrowawayPostgres = {
  readonly connection: Connection;
  /** As in "18.4", or "15" for the system's. */
  readonly version: string;
  /** Ends the server with whatever is still connected, and removes its folders. */
  stop(): Promise<void>;
};

type Source = { readonly version: string; readonly prepareBin: (dataFolder: string) => Promise<string> };

/** Where Debian and its kin keep each version's programs. */
const SYSTEM_VERSIONS = '/usr/lib/postgresql';
const OLDEST_SUPPORTED = 15;

/**
 * A fresh server for one test run, on a folder of its own that nothing outlives; nothing waits for the disk.
 * `system` takes the oldest supported PostgreSQL that this machine has, to hold our SQL to it.
 */
export async function startThrowawayPostgres({ system = false } = {}): Promise<ThrowawayPostgres> {
  const source = system ? await systemSource() : await bundledSource();
  // Not os.tmpdir(): under sudo that may be a private folder of the user who asked.
  const folder = await mkdtemp('/tmp/bottega-throwaway-');
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  try {
    const server = await openCluster({
      ...source,
      dataFolder: folder,
      isDurable: false,
      say: () => undefined,
    });
    const { connection } = server;
    const stop = async (): Promise<void> => {
      await server.close();
      await Promise.all([removeFolder(), rm(connection.host, { recursive: true, force: true })]);
    };
    return { connection, version: source.version, stop };
  } catch (error) {
    await removeFolder();
    throw error;
  }
}

/** Whether `startThrowawayPostgres({ system: true })` has anything to start. */
export async function hasSystemPostgres(): Promise<boolean> {
  return (await systemVersions()).length > 0;
}

async function bundledSource(): Promise<Source> {
  const binaries = await locateBinaries();
  return { version: binaries.version, prepareBin: (dataFolder) => prepareBinaries(binaries, dataFolder) };
}

async function systemSource(): Promise<Source> {
  const [oldest] = await systemVersions();
  if (oldest === undefined) {
    throw new Error(`No PostgreSQL ${OLDEST_SUPPORTED} or later in ${SYSTEM_VERSIONS}.`);
  }
  return { version: String(oldest), prepareBin: async () => programsOf(oldest) };
}

async function systemVersions(): Promise<number[]> {
  const names = await readdir(SYSTEM_VERSIONS).catch(() => []);
  return names
    .map(Number)
    .filter((version) => version >= OLDEST_SUPPORTED && existsSync(join(programsOf(version), 'initdb')))
    .sort((a, b) => a - b);
}

function programsOf(version: number): string {
  return join(SYSTEM_VERSIONS, String(version), 'bin');
}
