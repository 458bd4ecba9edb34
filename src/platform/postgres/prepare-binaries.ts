import {
  access,
  chmod,
  constants,
  copyFile,
  mkdir,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Binaries } from './locate-binaries.ts';
import { errorCode, explainWriteError } from './postgres-fault.ts';
import { isRoot } from './server-user.ts';
import { makingName, removeAbandoned } from './unfinished.ts';

type Link = { readonly source: string; readonly target: string };

/** What the server never opens: archives for compiling against it. */
const LEFT_OUT = /(\.a$|^pkgconfig$|^include$)/;

/**
 * Answers the folder of the executables, ready to run. In place where the library links are there or can be
 * made; otherwise, and always as root (the server's user may not reach node_modules), from a copy in the data folder.
 */
export async function prepareBinaries(
  binaries: Binaries,
  dataFolder: string,
  mayRunInPlace = !isRoot(),
): Promise<string> {
  if (mayRunInPlace && (await usableInPlace(binaries.native))) return join(binaries.native, 'bin');
  const kept = join(dataFolder, 'postgres', binaries.version);
  try {
    if (!(await exists(join(kept, 'bin', 'postgres')))) await keepCopy(binaries.native, kept);
  } catch (error) {
    throw explainWriteError(error, dataFolder);
  }
  return join(kept, 'bin');
}

async function usableInPlace(native: string): Promise<boolean> {
  try {
    await makeLinks(native);
    for (const program of ['initdb', 'postgres']) await access(join(native, 'bin', program), constants.X_OK);
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS', 'ENOTSUP'].includes(errorCode(error))) return false;
    throw error;
  }
}

/** npm drops symbolic links; the package lists them for an install script, which may never have run. */
export async function makeLinks(native: string): Promise<void> {
  for (const { source, target } of await readLinks(native)) {
    // Paths in the list begin with "native/".
    const from = resolve(native, '..', source);
    const to = resolve(native, '..', target);
    if (!to.startsWith(native + sep) || (await exists(to))) continue;
    await symlink(relative(dirname(to), from), to).catch((error) => {
      if (errorCode(error) !== 'EEXIST') throw error;
    });
  }
}

async function readLinks(native: string): Promise<readonly Link[]> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch((error) => {
    if (errorCode(error) === 'ENOENT') return '[]';
    throw error;
  });
  const list: unknown = JSON.parse(text);
  return Array.isArray(list) ? list.filter(isLink) : [];
}

function isLink(value: unknown): value is Link {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'source' in value &&
    typeof value.source === 'string' &&
    'target' in value &&
    typeof value.target === 'string'
  );
}

/** Whole or not at all: a copy cut short never carries the final name. */
async function keepCopy(native: string, kept: string): Promise<void> {
  const parent = dirname(kept);
  await mkdir(parent, { recursive: true });
  await chmod(parent, 0o755);
  await removeAbandoned(parent);
  const making = join(parent, makingName(basename(kept)));
  try {
    // The package's folder is always called "native", and so the list of links is right for the copy as well.
    await copyTree(native, join(making, 'native'));
    await makeLinks(join(making, 'native'));
    await rename(join(making, 'native'), kept).catch(async (error) => {
      if (!(await exists(join(kept, 'bin', 'postgres')))) throw error;
    });
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

/** Modes are set, not kept: under a strict umask npm installs files that only their owner may read. */
async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (LEFT_OUT.test(entry.name)) continue;
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) {
      await copyTree(source, target);
    } else if (entry.isSymbolicLink()) {
      await symlink(await readlink(source), target);
    } else {
      await copyFile(source, target, constants.COPYFILE_FICLONE);
      await chmod(target, basename(from) === 'bin' ? 0o755 : 0o644);
    }
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}
