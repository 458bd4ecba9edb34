import { expect, test } from './support/journey.ts';

test('back leads to where one was on the page before, and forward again', async ({ page }) => {
  await page.goto('/find');
  await page.getByLabel('What is getting in the way now?').fill('a talk with people at work');
  const link = page.getByRole('link', { name: /^Look at / }).nth(4);
  const title = ((await link.getAttribute('aria-label')) ?? '').replace('Look at ', '');
  await link.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const left = await page.evaluate<number>('scrollY');
  expect(left).toBeGreaterThan(0);
  await link.click();
  const heading = page.getByRole('heading', { level: 1, name: title });
  await expect(heading).toBeFocused();
  expect(await page.evaluate('scrollY')).toBe(0);

  await page.goBack();
  await expect(link).toBeInViewport();
  await expect.poll(() => page.evaluate<number>('Math.round(scrollY)')).toBe(Math.round(left));
  await page.goForward();
  await expect(heading).toBeFocused();
});

test.describe('a screen that cannot be fetched', () => {
  test.use({ serviceWorkers: 'block' });

  test('says what is safe and what to press', async ({ page }) => {
    await page.route('**/assets/FindScreen-*.js', (route) => route.abort());
    await page.goto('/');
    await page.getByRole('link', { name: 'Find one' }).click();
    await expect(page.getByRole('heading', { name: 'This screen could not be drawn' })).toBeVisible();
    await page.unroute('**/assets/FindScreen-*.js');
    await page.getByRole('button', { name: 'Load it again' }).click();
    await expect(page.getByLabel('What is getting in the way now?')).toBeVisible();
  });
});

test('an address that leads nowhere says so, and the way to the bench', async ({ page }) => {
  await page.goto('/nowhere/at/all');
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Go to the bench' }).click();
  await expect(page).toHaveURL(/\/$/);
});
