import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';
import { places } from '../../src/platform/places.ts';
import { expect, test } from './support/journey.ts';
import { takeUp } from './support/take-up.ts';

/** Of the core loop together: bench, page and runner, as a first visit fetches them. */
const SCRIPT_BYTES = 150_000;
const ALL_BYTES = 300_000;

test.describe('the first load of bench, page and runner', () => {
  // The worker fetches everything for the time without a network, behind the page's back.
  test.use({ serviceWorkers: 'block' });

  test('stays within the budget of a slow line', async ({ page, context, server }) => {
    const { practiceId } = await takeUp(context, server.address, 'juggling-cascade');
    const built = builtFilesOf(page);
    for (const path of ['/', `/practices/${practiceId}`, `/practices/${practiceId}/run`])
      await page.goto(path, { waitUntil: 'networkidle' });
    await expect(page.getByText('Take 1', { exact: true })).toBeVisible();

    const sizes = await Promise.all(
      [...built].map(async (path) => ({ path, bytes: await gzippedBytes(path) })),
    );
    const scripts = sizes.filter(({ path }) => path.endsWith('.js'));
    expect(scripts.length).toBeGreaterThanOrEqual(3);
    expect(sum(scripts)).toBeLessThanOrEqual(SCRIPT_BYTES);
    expect(sum(sizes)).toBeLessThanOrEqual(ALL_BYTES);
  });

  test('names with the page all that its screen will ask for', async ({ page, context, server }) => {
    const { practiceId } = await takeUp(context, server.address, 'juggling-cascade');
    for (const path of ['/', `/practices/${practiceId}`, `/practices/${practiceId}/run`]) {
      const asked: Response[] = [];
      page.on('response', (response) => asked.push(response));
      const answer = await page.goto(path, { waitUntil: 'networkidle' });
      const named = [...((await answer?.headerValue('link')) ?? '').matchAll(/<([^>]+)>/g)].map(
        ([, at]) => at,
      );
      page.removeAllListeners('response');
      const paths = asked.map((response) => new URL(response.url()).pathname);
      for (const at of named) {
        // A second time would mean that the browser could not use what came with the page. Only who is signed in is
        // asked again by whoever sends what was kept, past every cache.
        const atMost = at === '/api/me' ? 2 : 1;
        expect(paths.filter((seen) => seen === at).length, `${at} with ${path}`).toBeLessThanOrEqual(atMost);
      }
      expect(named.length).toBeGreaterThanOrEqual(2);
    }
  });
});

function builtFilesOf(page: Page): ReadonlySet<string> {
  const paths = new Set<string>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.startsWith('/api/')) return;
    paths.add(/\.[a-z0-9]+$/.test(pathname) ? pathname : '/index.html');
  });
  return paths;
}

async function gzippedBytes(path: string): Promise<number> {
  const file = join(places.webBuild, path);
  if (file.endsWith('.woff2')) return (await stat(file)).size;
  return gzipSync(await readFile(file), { level: 9 }).length;
}

const sum = (sizes: readonly { readonly bytes: number }[]) =>
  sizes.reduce((total, { bytes }) => total + bytes, 0);
