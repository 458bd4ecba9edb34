import { test as base, expect } from './support/journey.ts';

/** Nobody is signed in yet. */
const test = base.extend({ page: async ({ context }, use) => use(await context.newPage()) });

test('a key opens the bench, and a wrong one is refused in words', async ({ page, server }) => {
  const { key } = await server.newPerson('Tunde Okafor');
  await page.goto('/');
  await expect(
    page.getByText('Open the link that Bottega printed at its start.', { exact: false }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('Paste the key first.')).toBeVisible();
  await page.getByLabel('Key').fill('btg_nothing');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('This key is not known here', { exact: false })).toBeVisible();
  await page.getByLabel('Key').fill(key);
  await page.getByLabel('Key').press('Enter');
  await expect(page.getByRole('heading', { name: 'Nothing on the bench yet' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Tunde Okafor, your own page' })).toBeVisible();
  // The form is gone, and the keyboard goes on from the heading of what came.
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();

  await page.getByRole('link', { name: 'Tunde Okafor, your own page' }).click();
  await expect(
    page.getByText('Only you see your needs, practices, takes and notes.', { exact: false }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByLabel('Key')).toBeVisible();
});

test('the printed link opens the bench, and an old one says why not', async ({ page, server }) => {
  await page.goto('/open?token=old');
  await expect(page.getByText('This link has ended', { exact: false })).toBeVisible();
  await page.goto(server.link);
  await expect(page.getByRole('heading', { name: 'Nothing on the bench yet' })).toBeVisible();
});

test('the link opens the bench again once the app lies on the device, also after signing out', async ({
  page,
  server,
}) => {
  await page.goto(server.link);
  await expect(page.locator('html[data-offline-ready]')).toBeAttached();
  await page.goto(server.link);
  await expect(page.getByRole('heading', { name: 'Nothing on the bench yet' })).toBeVisible();
  await page.goto('/me');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByLabel('Key')).toBeVisible();
  await page.goto(server.link);
  await expect(page.getByRole('heading', { name: 'Nothing on the bench yet' })).toBeVisible();
});

test('a sign-in that ended elsewhere asks again, and keeps the address', async ({
  page,
  server,
  context,
}) => {
  await page.goto(server.link);
  await expect(page.getByRole('heading', { name: 'Nothing on the bench yet' })).toBeVisible();
  await context.clearCookies();
  await page.goto('/find');
  await expect(page.getByLabel('Key')).toBeVisible();
  const { key } = await server.newPerson('Ruth Achterberg');
  await page.getByLabel('Key').fill(key);
  await page.getByLabel('Key').press('Enter');
  await expect(page.getByRole('heading', { name: 'What do you need to be able to do?' })).toBeVisible();
});

test('an address that leads nowhere says so', async ({ page, server }) => {
  await page.goto(server.link);
  await page.goto('/nowhere');
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  await page.getByRole('link', { name: 'Go to the bench' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing on the bench yet' })).toBeVisible();
});
