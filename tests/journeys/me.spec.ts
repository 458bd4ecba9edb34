import { readFile } from 'node:fs/promises';
import { openArchive } from '../../src/features/archive/archive-file.ts';
import { browserFlags, findBrowser } from './support/find-browser.ts';
import { expect, test } from './support/journey.ts';
import { logBefore, takeUp } from './support/take-up.ts';

// A name that is not this machine's own, as a phone would use it: over plain HTTP it is not to be trusted.
const ELSEWHERE = 'home.test';
test.use({
  launchOptions: {
    executablePath: await findBrowser(),
    args: [...browserFlags(), `--host-resolver-rules=MAP ${ELSEWHERE} 127.0.0.1`],
  },
});

test('everything of mine comes as one archive, from a link', async ({ page, context, server }) => {
  const ids = await takeUp(context, server.address, 'track-stand');
  await logBefore(context, server.address, ids, [4, 6, 5], 3);
  await page.goto('/me');
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Take everything with you' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^bottega-\d{4}-\d\d-\d\d\.zip$/);
  const archive = openArchive(await readFile(await download.path()));
  expect(archive.manifest.counts).toMatchObject({ practices: 1, attempts: 3 });

  await expect(page.getByText('bottega import archive FILE.zip')).toBeVisible();
  await page.getByRole('link', { name: 'Bring in records of practice' }).click();
  await expect(page.getByRole('heading', { name: 'Bring in your records' })).toBeVisible();
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
