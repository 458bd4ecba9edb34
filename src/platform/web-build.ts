import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type FirstReads, firstReadsHeader } from './first-reads.ts';
import type { AppEnv } from './http.ts';

/** Files of the build carry a hash in their name, except these, which a browser asks for again each time. */
const REVALIDATED = 'no-cache';
const FOREVER = 'public, max-age=31536000, immutable';
/** Pictures and recordings of the library are called as its files name them, and hardly ever change. */
const A_WEEK = 'public, max-age=604800';

function keptFor(path: string): string {
  if (path.includes('/assets/')) return FOREVER;
  return path.includes('/library/') ? A_WEEK : REVALIDATED;
}

/** Serves the built web. Every address of a screen answers with the same page, which then draws that screen. */
export function webBuild(app: OpenAPIHono<AppEnv>, folder: string, screens: readonly FirstReads[]): void {
  const readsOf = firstReadsHeader(folder, screens);
  const nameReads = (c: Context) => {
    const reads = readsOf(c.req.path);
    if (reads !== undefined) c.header('link', reads);
  };
  app.use(
    '/*',
    serveStatic({
      root: folder,
      precompressed: true,
      onFound: (path, c) => {
        c.header('cache-control', keptFor(path.slice(folder.length)));
        nameReads(c);
      },
    }),
  );
  app.get('/*', async (c, next) => {
    const isPage = c.req.header('accept')?.includes('text/html') === true || !/\.[a-z0-9]+$/.test(c.req.path);
    if (!isPage || !existsSync(join(folder, 'index.html'))) return next();
    nameReads(c);
    return c.html(await readFile(join(folder, 'index.html'), 'utf8'), 200, { 'cache-control': REVALIDATED });
  });
}
