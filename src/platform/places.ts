import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** In a checkout this file is src/platform/places.ts, in the installed package dist/server/platform/places.js. */
const root = findRoot(import.meta.dirname);

function findRoot(folder: string): string {
  for (let at = folder; at !== join(at, '..'); at = join(at, '..')) {
    if (existsSync(join(at, 'package.json')) && existsSync(join(at, 'migrations'))) return at;
  }
  throw new Error('Bottega cannot find its own files (package.json and migrations/). Install it again.');
}

/** Where Bottega's own files are, in a checkout and in an installed package alike. */
export const places = {
  root,
  migrations: join(root, 'migrations'),
  library: join(root, 'library'),
  webBuild: join(root, 'dist', 'web'),
  /** Sources of the web: present in a checkout only, so an installed package never rebuilds. */
  isCheckout:
    existsSync(join(root, 'src', 'web.tsx')) && !import.meta.dirname.includes(join('dist', 'server')),
} as const;
