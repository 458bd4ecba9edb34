import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, explainWriteError, PostgresFault } from './postgres-fault.ts';

/** Refuses a data folder whose data another major version holds: an empty cluster beside them would hide them. */
export async function refuseOtherMajors(dataFolder: string, major: number): Promise<void> {
  const names = await readdir(dataFolder).catch((error) => {
    throw explainWriteError(error, dataFolder);
  });
  const majors = names.map((name) => Number(/^cluster-(\d+)$/.exec(name)?.[1])).filter(Number.isInteger);
  const newest = Math.max(...majors, 0);
  if (newest > major) throw otherMajor(dataFolder, newest, major);
  // An older cluster beside our own was moved already; alone, it holds the data.
  if (newest > 0 && newest < major) throw otherMajor(dataFolder, newest, major);
}

/** Refuses a cluster that is of another version than its folder's name, or none at all. */
export async function checkVersion(cluster: string, major: number): Promise<void> {
  const text = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch((error) => {
    if (errorCode(error) === 'ENOENT') return '';
    throw explainWriteError(error, cluster);
  });
  const found = Number.parseInt(text, 10);
  if (found === major) return;
  if (Number.isNaN(found)) {
    throw new PostgresFault(
      'did-not-start',
      `${cluster} is not a database: its PG_VERSION is missing. Nothing was changed. ` +
        'Restore it from a backup, or move it away to begin with an empty one.',
    );
  }
  throw otherMajor(cluster, found, major);
}

function otherMajor(folder: string, found: number, major: number): PostgresFault {
  if (found > major) {
    return new PostgresFault(
      'newer-cluster',
      `The data in ${folder} were made by PostgreSQL ${found}, and this Bottega brings ${major}. ` +
        'Nothing was changed: start the newer Bottega that made them.',
    );
  }
  return new PostgresFault(
    'other-major',
    `The data in ${folder} were made by PostgreSQL ${found}, and this Bottega brings ${major}. Nothing was changed: ` +
      'export everything with the Bottega that made them, then import it into an empty data folder.',
  );
}
