import { chown, mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from '../sync-folder.ts';
import { checkVersion, refuseOtherMajors } from './cluster-version.ts';
import { errorCode, explainWriteError, PostgresFault } from './postgres-fault.ts';
import type { Account } from './run-program.ts';
import { type ProgramResult, runProgram } from './run-program.ts';
import { lastLines } from './server-log.ts';
import { makingName, removeAbandoned } from './unfinished.ts';

export const SUPERUSER = 'bottega';

export type ClusterPlan = {
  readonly bin: string;
  readonly major: number;
  readonly dataFolder: string;
  readonly account: Account | null;
  /** False only where the data may be lost: without it initdb does not wait for the disk. */
  readonly isDurable: boolean;
  readonly say: (line: string) => void;
};

/** PostgreSQL's own collation of code points (C.UTF-8) came with this version. */
const FIRST_WITH_BUILTIN_LOCALE = 17;

export function clusterFolder(dataFolder: string, major: number): string {
  return join(dataFolder, `cluster-${major}`);
}

/** Makes the cluster where there is none, whole or not at all, and refuses one that this PostgreSQL cannot read. */
export async function initialiseCluster(plan: ClusterPlan): Promise<string> {
  const cluster = clusterFolder(plan.dataFolder, plan.major);
  await refuseOtherMajors(plan.dataFolder, plan.major);
  if (await isThere(cluster)) {
    await checkVersion(cluster, plan.major);
    return cluster;
  }
  plan.say('Making the database (first start only) ...');
  try {
    await makeCluster(plan, cluster);
  } catch (error) {
    throw explainWriteError(error, plan.dataFolder);
  }
  return cluster;
}

async function makeCluster(plan: ClusterPlan, cluster: string): Promise<void> {
  await removeAbandoned(plan.dataFolder);
  const making = join(plan.dataFolder, makingName(`cluster-${plan.major}`));
  try {
    await mkdir(making, { mode: 0o700 });
    if (plan.account !== null) await chown(making, plan.account.uid, plan.account.gid);
    const initdb = join(plan.bin, 'initdb');
    const result = await runProgram(initdb, initdbArguments(plan, making), plan.account).catch((error) =>
      explainSpawnError(error, initdb),
    );
    if (result.exitCode !== 0) throw notMade(result, plan.dataFolder);
    await rename(making, cluster).catch((error) => {
      // Somebody else was first; theirs is as good.
      if (!['ENOTEMPTY', 'EEXIST'].includes(errorCode(error))) throw error;
    });
    // The new name must reach the disk before anyone writes below it.
    await syncFolder(plan.dataFolder);
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

function initdbArguments(plan: ClusterPlan, folder: string): string[] {
  // The built-in locale sorts the same on every system for ever; the system's own may change with an upgrade and
  // then silently break indexes. Before it existed, the nearest is the system's C.UTF-8.
  const locale =
    plan.major >= FIRST_WITH_BUILTIN_LOCALE
      ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
      : ['--locale=C.UTF-8'];
  return [
    `--pgdata=${folder}`,
    `--username=${SUPERUSER}`,
    '--encoding=UTF8',
    ...locale,
    '--data-checksums',
    // The socket's folder lets in its owner and root only; over a network nobody comes in at all.
    '--auth-local=trust',
    '--auth-host=reject',
    ...(plan.isDurable ? [] : ['--no-sync']),
  ];
}

function explainSpawnError(error: unknown, program: string): never {
  if (errorCode(error) !== 'ENOENT') throw error;
  // The file is there (it was just looked at): what is missing is the loader that it names, as on Alpine Linux.
  throw new PostgresFault(
    'unsupported-platform',
    `${program} does not run on this system, which seems to lack the GNU C library. ` +
      'Set DATABASE_URL to a PostgreSQL 15 or later.',
    error,
  );
}

function notMade(result: ProgramResult, dataFolder: string): PostgresFault {
  const end = lastLines(result.output, 5);
  if (/No space left on device/.test(result.output)) {
    return new PostgresFault(
      'disk-full',
      `There is no room for the database in ${dataFolder}: free some space and start again.\n${end}`,
    );
  }
  return new PostgresFault(
    'cluster-not-made',
    `The database could not be made in ${dataFolder}; nothing half-done was left there. ` +
      `Put right what initdb says, or set DATABASE_URL. It said:\n${end}`,
  );
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw explainWriteError(error, path);
  }
}
