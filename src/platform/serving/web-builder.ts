import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { ConfigFault } from '../config.ts';
import { places } from '../places.ts';
import { errorCode } from '../postgres/postgres-fault.ts';
import { makingName, removeAbandoned } from '../postgres/unfinished.ts';

/** Everything that the built web is made from. */
const SOURCES = ['src', 'library/media', 'index.html', 'vite.config.ts', 'package-lock.json'];
/** In the build: what it was made from. */
const DIGEST_FILE = '.sources';

/** The folder of the built web, built anew in a checkout whose sources have changed. */
export async function freshWebBuild(say: (line: string) => void): Promise<string> {
  const { isCheckout, root, webBuild } = places;
  if (!isCheckout || !(await isStale(root, webBuild))) return webBuild;
  say('Building the screens (first start, or their sources changed) ...');
  // Of before the build: a source that is changed meanwhile makes the next start build again.
  const digest = await digestOfSources(root);
  await replaceFolder(webBuild, async (folder) => {
    await buildWeb(folder);
    await writeFile(join(folder, DIGEST_FILE), digest);
  });
  return webBuild;
}

/** Of a checkout: whether the screens were never built, or from other sources. */
export const isWebStale = () => isStale(places.root, places.webBuild);

export async function isStale(root: string, build: string): Promise<boolean> {
  const made = await readFile(join(build, DIGEST_FILE), 'utf8').catch(() => undefined);
  return made !== (await digestOfSources(root));
}

/** By names, sizes and times: one that was removed, or put back as it was before, is a change as well. */
export async function digestOfSources(root: string): Promise<string> {
  const files = await Promise.all(SOURCES.map((name) => filesIn(join(root, name))));
  const lines = await Promise.all(
    files.flat().map(async (path) => {
      const { size, mtimeMs } = await stat(path);
      return `${relative(root, path)} ${size} ${mtimeMs}\n`;
    }),
  );
  return createHash('sha256').update(lines.sort().join('')).digest('hex');
}

async function filesIn(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return [];
  if (!found.isDirectory()) return [path];
  const inside = await readdir(path, { recursive: true, withFileTypes: true });
  return inside
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

/**
 * Makes a folder beside the one that may just be served, and puts it in its place when it is whole. Of two that are made
 * at once the later one stays; when the making fails, the old one does.
 */
export async function replaceFolder(folder: string, make: (making: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  await removeAbandoned(dirname(folder));
  const [making, old] = [makingName(folder), makingName(folder)];
  try {
    await mkdir(making);
    await make(making);
    await swapIn(making, folder, old);
  } finally {
    await rm(making, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
  }
}

/** Another start may put its own there between our two steps. */
const SWAPS_AT_MOST = 5;

async function swapIn(making: string, folder: string, old: string): Promise<void> {
  for (let swap = 1; ; swap += 1) {
    await rm(old, { recursive: true, force: true });
    await rename(folder, old).catch((error) => {
      if (errorCode(error) !== 'ENOENT') throw error;
    });
    try {
      await rename(making, folder);
      return;
    } catch (error) {
      if (!['ENOTEMPTY', 'EEXIST'].includes(errorCode(error)) || swap === SWAPS_AT_MOST) throw error;
    }
  }
}

/** In a process of its own: the builder is large, and what it prints is for those who work on it, unless it fails. */
async function buildWeb(folder: string): Promise<void> {
  const vite = join(places.root, 'node_modules', 'vite', 'bin', 'vite.js');
  // Its settings name the folder of the build as seen from where it runs.
  const built = join(folder, relative(places.root, places.webBuild));
  const build = spawn(
    process.execPath,
    [vite, 'build', places.root, '--config', join(places.root, 'vite.config.ts'), '--outDir', built],
    { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const printed: Buffer[] = [];
  for (const stream of [build.stdout, build.stderr])
    stream.on('data', (chunk: Buffer) => printed.push(chunk));
  const [code] = await once(build, 'close');
  if (code !== 0) {
    const lines = Buffer.concat(printed).toString().trim().split('\n').slice(-12).join('\n');
    throw new ConfigFault(
      `The screens could not be built. Run “npm ci” again, or start without them (--no-web).\n${lines}`,
    );
  }
  for (const name of await readdir(built)) await rename(join(built, name), join(folder, name));
  await rm(join(folder, 'dist'), { recursive: true });
}
