import { access, constants, stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Finding, note, ok, wrong } from './finding.ts';

/** PostgreSQL keeps its log of changes, and needs room for sixteen files of 16 MB before it may begin again. */
const LEAST_FREE_BYTES = 300_000_000;
const FEW_FREE_BYTES = 2_000_000_000;

export async function examineDataFolder(folder: string): Promise<Finding[]> {
  const found = await stat(folder).catch((error: NodeJS.ErrnoException) => error.code ?? '');
  if (found === 'ENOENT') {
    const parent = await nearestParent(folder);
    return [await examineParent(folder, parent), await examineSpace(parent)];
  }
  if (typeof found === 'string') return [unusable(folder)];
  if (!found.isDirectory()) return [wrong('data', `${folder} is no folder.`, CHOOSE_ANOTHER)];
  const isOurs = await mayWrite(folder);
  return [isOurs ? ok('data', `${folder} can be written.`) : unusable(folder), await examineSpace(folder)];
}

const CHOOSE_ANOTHER = 'Choose another: BOTTEGA_DATA=/path/to/a/folder.';

function unusable(folder: string): Finding {
  return wrong(
    'data',
    `This user may not write to ${folder}.`,
    `Use Bottega as the user who started it before, or choose another folder with BOTTEGA_DATA.`,
  );
}

async function examineParent(folder: string, parent: string): Promise<Finding> {
  if (await mayWrite(parent)) return note('data', `${folder} is made at the first start.`);
  return wrong('data', `${folder} is not there and cannot be made in ${parent}.`, CHOOSE_ANOTHER);
}

async function nearestParent(folder: string): Promise<string> {
  for (let at = dirname(folder); ; at = dirname(at)) {
    const found = await stat(at).catch(() => undefined);
    if (found !== undefined || at === dirname(at)) return at;
  }
}

async function mayWrite(folder: string): Promise<boolean> {
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory() !== true) return false;
  return access(folder, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
}

async function examineSpace(folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(folder);
  return judgeSpace(folder, bavail * bsize);
}

export function judgeSpace(folder: string, freeBytes: number): Finding {
  const room = `${(freeBytes / 1e9).toFixed(1)} GB free on the disk of ${folder}.`;
  if (freeBytes < LEAST_FREE_BYTES)
    return wrong('room', room, 'Free some space: a database without room stops.');
  return freeBytes < FEW_FREE_BYTES ? note('room', room) : ok('room', room);
}
