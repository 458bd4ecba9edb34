import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigFault } from '../config.ts';
import { places } from '../places.ts';

/** Everything that the built web is made from. */
const SOURCES = ['src', 'index.html', 'vite.config.ts', 'package-lock.json'];

/** The folder of the built web, built anew in a checkout whose sources are newer. */
export async function freshWebBuild(say: (line: string) => void): Promise<string> {
  if (!places.isCheckout || !(await isWebStale())) return places.webBuild;
  say('Building the screens (first start, or their sources changed) ...');
  await buildWeb();
  return places.webBuild;
}

/** In a process of its own: the builder is large, and what it prints is for those who work on it, unless it fails. */
async function buildWeb(): Promise<void> {
  const vite = join(places.root, 'node_modules', 'vite', 'bin', 'vite.js');
  const build = spawn(process.execPath, [vite, 'build'], {
    cwd: places.root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: Buffer[] = [];
  for (const stream of [build.stdout, build.stderr])
    stream.on('data', (chunk: Buffer) => printed.push(chunk));
  const [code] = await once(build, 'close');
  if (code === 0) return;
  const lines = Buffer.concat(printed).toString().trim().split('\n').slice(-12).join('\n');
  throw new ConfigFault(
    `The screens could not be built. Run “npm ci” again, or start without them (--no-web).\n${lines}`,
  );
}

/** Of a checkout: whether the screens were never built, or their sources are newer. */
export async function isWebStale(): Promise<boolean> {
  const page = join(places.webBuild, 'index.html');
  if (!existsSync(page)) return true;
  const built = (await stat(page)).mtimeMs;
  const newest = await Promise.all(SOURCES.map((name) => newestIn(join(places.root, name))));
  return Math.max(...newest) > built;
}

async function newestIn(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const inside = await readdir(path, { recursive: true, withFileTypes: true });
  const files = inside.filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'));
  const times = await Promise.all(
    files.map(async (entry) => (await stat(join(entry.parentPath, entry.name))).mtimeMs),
  );
  return Math.max(0, ...times);
}
