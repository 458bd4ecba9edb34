import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { openArchive } from '../../src/features/archive/archive-file.ts';
import { sourceOf } from '../../src/features/archive/read-zip-file.ts';
import { browserFlags, findBrowser } from './support/find-browser.ts';
import { BOTH_SIZES, expect, test } from './support/journey.ts';
import { logBefore, takeUp } from './support/take-up.ts';

// A name that is not this machine's own, as a phone would use it: over plain HTTP it is not to be trusted.
const ELSEWHERE = 'home.test';
test.use({
  launchOptions: {
    executablePath: await findBrowser(),
    args: [...browserFlags(), `--host-resolver-rules=MAP ${ELSEWHERE} 127.0.0.1`],
  },
});

test(
  'everything of mine comes as one archive, from a link',
  BOTH_SIZES,
  async ({ page, context, server }) => {
    const ids = await takeUp(context, server.address, 'track-stand');
    await logBefore(context, server.address, ids, [4, 6, 5], 3);
    await page.goto('/me');
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Take everything with you' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/^bottega-\d{4}-\d\d-\d\d\.zip$/);
    const archive = openArchive(sourceOf(await readFile(await download.path())));
    expect(archive.manifest.counts).toMatchObject({ practices: 1, attempts: 3 });

    await expect(page.getByRole('button', { name: 'Take in an archive' })).toBeVisible();
    await page.getByRole('link', { name: 'Bring in records of practice' }).click();
    await expect(page.getByRole('heading', { name: 'Bring in your records' })).toBeVisible();
  },
);

test.describe('before one leaves', () => {
  test.use({ serviceWorkers: 'block' });
  const PUT_NEED = '**/api/needs/*';

  /** Without loading the page anew. */
  async function toOwnPage(page: Page): Promise<void> {
    await page.goto('/find');
    await page.getByLabel('What comes next?').fill('lead the stand-up');
    await page.getByRole('button', { name: 'Keep this need' }).click();
    await page.getByRole('link', { name: 'Nadia Brandt, your own page' }).click();
    await expect(page.getByRole('heading', { name: 'This device' })).toBeVisible();
  }

  test('what home refused is not called being at home', async ({ page }) => {
    const body = { type: '/problems/invalid', code: 'invalid', title: 'It cannot be used.', status: 422 };
    await page.route(PUT_NEED, (route) =>
      route.fulfill({ status: 422, contentType: 'application/problem+json', body: JSON.stringify(body) }),
    );
    await toOwnPage(page);
    await expect(page.getByText('One entry is safe on this device and not yet at home.')).toBeVisible();
    await expect(page.getByText('One waits for your word.')).toBeVisible();
    await expect(page.getByText('at home too')).toHaveCount(0);
    await expect(page.getByText('waits on this device until you sign in again')).toBeVisible();
    await page.getByRole('button', { name: 'Let this need go' }).click();
    await expect(page.getByText('Everything recorded here is at home too.')).toBeVisible();
  });

  test('a browser that keeps nothing says what signing out would lose, and asks for a second press', async ({
    page,
  }) => {
    await page.addInitScript(
      `Object.defineProperty(window, 'indexedDB', { get() { throw new Error('forbidden'); } })`,
    );
    await page.route(PUT_NEED, (route) => route.abort());
    await toOwnPage(page);
    await expect(page.getByText('One entry is in this page only', { exact: false })).toBeVisible();
    await expect(page.getByText('safe on this device')).toHaveCount(0);
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await expect(page.getByRole('alert').getByText('signing out now would lose it')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'This device' })).toBeVisible();
    expect((await page.request.get('/api/me')).status()).toBe(200);
    await page.getByRole('button', { name: 'Sign out all the same' }).click();
    await expect(page.getByLabel('Key')).toBeVisible();
  });

  test('and not where home has taken it after all', async ({ page }) => {
    await page.addInitScript(
      `Object.defineProperty(window, 'indexedDB', { get() { throw new Error('forbidden'); } })`,
    );
    await page.route(PUT_NEED, (route) => route.abort());
    await toOwnPage(page);
    await page.unroute(PUT_NEED);
    await page.getByRole('button', { name: 'Try now' }).first().click();
    await expect(page.getByText('Everything recorded here is at home too.')).toBeVisible();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByLabel('Key')).toBeVisible();
  });
});

test('over plain HTTP from elsewhere, one’s own page says what that costs and how to change it', async ({
  page,
  person,
  server,
}) => {
  await page.goto('/me');
  const heading = page.getByRole('heading', { name: 'Without the network, this address opens nothing' });
  await expect(page.getByRole('heading', { name: 'This device' })).toBeVisible();
  await expect(heading).toHaveCount(0);

  await page.goto(`http://${ELSEWHERE}:${new URL(server.address).port}/me`);
  await page.getByLabel('Key').fill(person.key);
  await page.getByLabel('Key').press('Enter');
  await expect(heading).toBeVisible();
  await expect(page.getByText('reverse_proxy 127.0.0.1:4680')).toBeVisible();
});
