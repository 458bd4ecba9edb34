import { locateBinaries } from './locate-binaries.ts';
import { openCluster } from './open-cluster.ts';
import { prepareBinaries } from './prepare-binaries.ts';

/** The PostgreSQL that comes along, running, with a lease of ours on it. */
export type BundledPostgres = {
  /** For pg.Pool and pg.Client: a unix socket's folder, no password; only its owner and root may enter the folder. */
  readonly connection: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly database: string;
  };
  /**
   * Resolves when the server accepts connections again; starts it where it is gone. For the pool's owner to call when
   * a connection fails; calls at the same time share one attempt. Rejects with PostgresFault.
   */
  ensureRunning(): Promise<void>;
  /** Drops our lease; the last one to leave stops the server (fast shutdown). End the pool first. */
  close(): Promise<void>;
};

export type BundledPostgresOptions = {
  /** Made where missing; the cluster lies below it, and as root the binaries too. */
  readonly dataFolder: string;
  /** One plain line for the person who waits. */
  readonly say: (line: string) => void;
  /** A folder with bin, lib and share of the version that npm installed, instead of npm's. */
  readonly binaries?: string;
};

/** Adopts the server of this data folder or starts it, making the database first where there is none. */
export async function openBundledPostgres(options: BundledPostgresOptions): Promise<BundledPostgres> {
  const located = await locateBinaries();
  const binaries = { ...located, native: options.binaries ?? located.native };
  return openCluster({
    dataFolder: options.dataFolder,
    version: binaries.version,
    prepareBin: (dataFolder) => prepareBinaries(binaries, dataFolder),
    isDurable: true,
    say: options.say,
  });
}
