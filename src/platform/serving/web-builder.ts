import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { places } from '../places.ts';

/** Everything that the built web is made from. */
const SOURCES = ['src', 'index.html', 'vite.config.ts', 'package-lock.json'];

/** The folder of the built web, built anew in a checkout whose sources are newer. */
export async function freshWebBuild(say: (line: string) => void): Promise<string> {
  if (!places.isCheckout || !(await isStale())) return places.webBuild;
  say('Building the screens (first start, or their sources changed) ...');
  const { build } = await import('vite');
  await build({ root: places.root, logLevel: 'error' });
  return places.webBuild;
}

async function isStale(): Promise<boolean> {
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
