import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { NeedList } from '../../src/features/needs/contract.ts';
import { Me } from '../../src/platform/people/contract.ts';
import { BOTH_SIZES, expect, test } from './support/journey.ts';

const meOf = async (page: Page) => Me.parse(await (await page.request.get('/api/me')).json());
const needsOf = async (page: Page) =>
  NeedList.parse(await (await page.request.get('/api/needs')).json()).needs.map(({ text }) => text);
const bar = (page: Page) => page.getByRole('complementary', { name: 'This is a sample' });

test(
  'a sample is looked at, left and removed, and one’s own stays as it was',
  BOTH_SIZES,
  async ({ page, person }) => {
    await page.goto('/me');
    await page.getByRole('button', { name: 'Look at a sample' }).click();
    await expect(bar(page)).toBeVisible();
    await expect(page.getByText('Thirty catches').first()).toBeVisible();
    await expect.poll(() => meOf(page)).toMatchObject({ isSample: true });

    // It is said on every screen.
    for (const path of ['/find', '/me', '/who-sees-what']) {
      await page.goto(path);
      await expect(bar(page)).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).include('aside').analyze();
      expect(violations).toEqual([]);
    }
    await expect(page.getByRole('button', { name: 'Erase everything of yours' })).toHaveCount(0);
    await page.goto('/');
    await page.getByText('Thirty catches').first().click();
    await expect(bar(page)).toBeVisible();

    await bar(page).getByRole('button', { name: 'Back to your own' }).click();
    await expect(page.getByRole('heading', { name: 'Nothing on the bench yet' })).toBeVisible();
    await expect(bar(page)).toHaveCount(0);
    expect(await meOf(page)).toMatchObject({ spaceId: person.spaceId, isSample: false });

    await page.goto('/me');
    await page.getByRole('button', { name: 'Look at a sample' }).click();
    await bar(page).getByRole('button', { name: 'Remove the sample' }).click();
    await expect(page.getByRole('heading', { name: 'Nothing on the bench yet' })).toBeVisible();
    expect(await meOf(page)).toMatchObject({ spaceId: person.spaceId, isSample: false });
  },
);

test('what is recorded in it, sent or not, never reaches one’s own', async ({ page }) => {
  const keepNeed = async (text: string) => {
    await page.goto('/find');
    await page.getByLabel('What comes next?').fill(text);
    await page.getByRole('button', { name: 'Keep this need' }).click();
  };
  await page.goto('/me');
  await page.getByRole('button', { name: 'Look at a sample' }).click();
  await expect(bar(page)).toBeVisible();
  await keepNeed('said and sent in the sample');
  await expect.poll(() => needsOf(page)).toContain('said and sent in the sample');
  // What was not sent when one leaves goes with it.
  await page.route('**/api/needs/*', (route) => route.abort());
  await keepNeed('said and kept in the sample');
  await page.unroute('**/api/needs/*');
  await bar(page).getByRole('button', { name: 'Back to your own' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing on the bench yet' })).toBeVisible();
  await keepNeed('said in one’s own');
  await expect.poll(() => needsOf(page)).toEqual(['said in one’s own']);
  await page.goto('/me');
  await expect(page.getByText('Everything recorded here is at home too.')).toBeVisible();
  await expect(page.getByText('of somebody else', { exact: false })).toHaveCount(0);
});

test('it waits until everything recorded here is at home', async ({ page }) => {
  await page.route('**/api/needs/*', (route) => route.abort());
  await page.goto('/find');
  await page.getByLabel('What comes next?').fill('lead the stand-up');
  await page.getByRole('button', { name: 'Keep this need' }).click();
  await page.goto('/me');
  await expect(page.getByText('Once everything recorded here is at home.')).toBeVisible();
  await page.getByRole('button', { name: 'Look at a sample' }).click({ force: true });
  expect(await meOf(page)).toMatchObject({ isSample: false });
});

test('what was begun in one’s own is not shown in it, and what was begun in it nowhere else', async ({
  page,
}) => {
  const gap = page.getByLabel('What is getting in the way now?');
  await page.goto('/find');
  await gap.fill('my own words');
  await page.goto('/me');
  await page.getByRole('button', { name: 'Look at a sample' }).click();
  await expect(bar(page)).toBeVisible();
  await page.goto('/find');
  await expect(gap).toHaveValue('');
  await gap.fill('said in the sample');
  await bar(page).getByRole('button', { name: 'Back to your own' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing on the bench yet' })).toBeVisible();
  await page.goto('/find');
  await expect(gap).toHaveValue('my own words');
  const words = await page.evaluate(() => Object.values(sessionStorage).join());
  expect(words).not.toContain('said in the sample');

  // Signing out of the sample leaves one's own words no more than it does the sample's.
  await page.goto('/me');
  await page.getByRole('button', { name: 'Look at a sample' }).click();
  await expect(bar(page)).toBeVisible();
  await page.goto('/me');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByLabel('Key')).toBeVisible();
  expect(await page.evaluate(() => Object.values(sessionStorage).join())).not.toContain('my own words');
});

test('which tricks were read is not carried over into it, nor out of it', async ({ page, person }) => {
  const readHere = () =>
    page.evaluate(() =>
      Object.fromEntries(
        Object.entries(localStorage).filter(([name]) => name.startsWith('bottega.tricks-read/')),
      ),
    );
  const readCube = async () => {
    await page.goto('/find');
    const before = JSON.stringify(await readHere()).length;
    await page.getByRole('link', { name: 'Look at A cube that sits on the table' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'A cube that' })).toBeVisible();
    const trick = page
      .getByRole('region', { name: 'The way in' })
      .getByText('Draw the nearest corner first', { exact: false })
      .first();
    await trick.evaluate((text) => text.scrollIntoView({ block: 'center' }));
    await expect.poll(async () => JSON.stringify(await readHere()).length).toBeGreaterThan(before);
    await page.getByRole('link', { name: 'Practise this' }).click();
    await expect(page).toHaveURL(/practise$/);
  };
  await readCube();
  const own = await readHere();
  expect(Object.keys(own)).toEqual([`bottega.tricks-read/${person.spaceId}`]);
  await page.goto('/me');
  await page.getByRole('button', { name: 'Look at a sample' }).click();
  await expect(bar(page)).toBeVisible();
  expect(await readHere()).toEqual(own);
  await readCube();
  expect(Object.keys(await readHere())).toHaveLength(2);
  await bar(page).getByRole('button', { name: 'Back to your own' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing on the bench yet' })).toBeVisible();
  expect(await readHere()).toEqual(own);
});
