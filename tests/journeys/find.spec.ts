import type { NeedList } from '../../src/features/needs/contract.ts';
import { expect, test } from './support/journey.ts';

const GAP = 'What is getting in the way now?';

test('matches appear while typing, misspelt words included, each with why it is there', async ({ page }) => {
  await page.goto('/find');
  await expect(page.getByText('24 of 24')).toBeVisible();
  await page.getByLabel(GAP).pressSequentially('my feedbak lands badly');
  const best = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: /^Look at/ }) })
    .first();
  await expect(best).toContainText('feedback');
  await expect(page.getByRole('heading', { name: 'If you are on in ten minutes' })).toBeVisible();
  await expect(page.getByText(/\d of 24/)).toBeVisible();

  await page.getByRole('radio', { name: 'This year' }).check({ force: true });
  await expect(page.getByRole('heading', { name: 'To begin with' })).toBeVisible();
});

test('an answer that was overtaken by further typing is dropped', async ({ page }) => {
  const { promise: isReleased, resolve: release } = Promise.withResolvers<void>();
  await page.route('**/api/micromasteries?need=kn', async (route) => {
    await isReleased;
    await route.continue().catch(() => {});
  });
  await page.goto('/find');
  const asked = page.waitForRequest('**/api/micromasteries?need=kn');
  await page.getByLabel(GAP).fill('kn');
  const first = await asked;
  const isDropped = page.waitForEvent('requestfailed', (request) => request === first);
  await page.getByLabel(GAP).fill('knot that holds');
  await isDropped;
  release();
  await expect(page.getByRole('link', { name: 'Look at The six-second bowline' })).toBeVisible();
});

test('a need can be kept by itself, once for each wording, and what was typed is there again', async ({
  page,
  context,
}) => {
  await page.goto('/find');
  await page.getByLabel(GAP).fill('my knots slip');
  await page.getByRole('button', { name: 'Keep this need' }).click();
  await expect(page.getByText('Kept with what you look at.')).toBeVisible();
  await page.getByRole('link', { name: 'Look at The six-second bowline' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'The six-second bowline' })).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel(GAP)).toHaveValue('my knots slip');
  await page.getByRole('link', { name: 'Look at The six-second bowline' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'The six-second bowline' })).toBeVisible();

  await expect
    .poll(async () => {
      const { needs }: NeedList = await (await context.request.get('/api/needs')).json();
      return needs.map((need) => [need.text, need.micromasteryIds.length]);
    })
    .toEqual([['my knots slip', 1]]);
  await page.goto('/');
  await expect(page.getByText('my knots slip')).toBeVisible();
  await expect(page.getByRole('link', { name: 'The six-second bowline' })).toBeVisible();
});

test('where nothing matches it says so, and offers fields', async ({ page }) => {
  await page.goto('/find');
  await page.getByLabel(GAP).fill('qqxx zzvv');
  await expect(page.getByRole('heading', { name: 'Nothing here answers that yet' })).toBeVisible();
  await page.getByRole('button', { name: 'cooking' }).click();
  await expect(page.getByRole('link', { name: /^Look at/ }).first()).toBeVisible();
});

test('words that say nothing of a skill neither find nor are shown', async ({ page }) => {
  await page.goto('/find');
  await page.getByLabel(GAP).fill('I need to tell a coworker that his work is bad without him getting angry');
  const hits = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: /^Look at/ }) });
  await expect(hits.first()).toContainText('Say the hard thing in three sentences');
  const matched = hits.first().locator('mark');
  await expect(matched).toHaveText(['angry', 'coworker', 'tell', 'work']);

  await page.getByLabel(GAP).fill('learn spanish');
  await expect(page.getByRole('heading', { name: 'Nothing here answers that yet' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'If you are on in ten minutes' })).toBeHidden();
});

test('a design that asks for a try first holds its trick back, and never locks it', async ({ page }) => {
  await page.goto('/find');
  await page.getByLabel(GAP).fill('the same trouble keeps coming back, map of causes');
  await page.getByRole('link', { name: 'Look at Close three loops on a map of causes' }).click();
  await expect(page.getByText('Its author asks for one try before the trick is read.')).toBeVisible();
  await page.getByRole('button', { name: 'Show it' }).click();
  await expect(page.getByText('What it hides, and when to drop it')).toBeVisible();
});

test('without the network it searches what is kept on this device, and says so', async ({
  page,
  context,
}) => {
  await page.goto('/find');
  await expect(page.getByText('24 of 24')).toBeVisible();
  await context.setOffline(true);
  await page.getByLabel(GAP).fill('my knots slip');
  await expect(page.getByRole('link', { name: 'Look at The six-second bowline' })).toBeVisible();
  await expect(page.getByText(/Home was not reached/)).toBeVisible();
});
