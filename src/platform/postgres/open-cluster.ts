import { openTheWay, prepareDataFolder } from './data-folder.ts';
import { HeldServer } from './held-server.ts';
import { clusterFolder, initialiseCluster } from './initialise-cluster.ts';
import { majorOf } from './locate-binaries.ts';
import { serverUser } from './server-user.ts';
import { socketFolderOf } from './socket-folder.ts';

export type ClusterOptions = {
  readonly dataFolder: string;
  /** As in "18.4"; only the major part names the cluster. */
  readonly version: string;
  /** Answers the folder of initdb and postgres, given the data folder's real path. */
  readonly prepareBin: (dataFolder: string) => Promise<string>;
  /** False only for data that nobody will miss: nothing waits for the disk. */
  readonly isDurable: boolean;
  readonly say: (line: string) => void;
};

/** From a folder, which may not exist yet, to a server that we hold a lease on. */
export async function openCluster(options: ClusterOptions): Promise<HeldServer> {
  const { say, isDurable } = options;
  const major = majorOf(options.version);
  const dataFolder = await prepareDataFolder(options.dataFolder);
  const account = await serverUser(clusterFolder(dataFolder, major));
  if (account !== null) await openTheWay(dataFolder, account);
  const bin = await options.prepareBin(dataFolder);
  const cluster = await initialiseCluster({ bin, major, dataFolder, account, isDurable, say });
  const socketFolder = socketFolderOf(dataFolder);
  return HeldServer.open({ bin, cluster, socketFolder, account, isDurable }, say);
}
