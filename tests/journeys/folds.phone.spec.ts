import { expect, test } from './support/journey.ts';
import { logBefore, type TakenUp, takeUp } from './support/take-up.ts';

let ids: TakenUp;
test.beforeEach(async ({ context, server, page }) => {
  void page;
  ids = await takeUp(context, server.address, 'track-stand');
  await logBefore(context, server.address, ids, [4, 6, 5, 7], 3);
});

test('a practice begins with its figure, its payoff and its picture; the rest lies folded below', async ({
  page,
}) => {
  await page.goto(`/practices/${ids.practiceId}`);
  const chart = page.getByRole('img', { name: /4 takes/ });
  await expect(chart).toBeVisible();
  const parts = [
    page.getByRole('region', { name: 'Six elements' }),
    page.getByRole('region', { name: 'Your payoff' }),
    chart,
    page.getByRole('heading', { name: 'In words' }),
    page.getByRole('heading', { name: 'Takes', exact: true }),
    page.locator('#support'),
  ];
  for (const part of parts) await expect(part).toBeVisible();
  const tops = await Promise.all(parts.map(async (part) => (await part.boundingBox())?.y ?? Number.NaN));
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  // Ten lines at the foot, each high enough for a thumb, over which the next take stays in reach.
  const summaries = page.locator('main section > details > summary:has(h2)');
  await expect(summaries).toHaveCount(10);
  for (const summary of await summaries.all())
    expect((await summary.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await summaries.last().scrollIntoViewIfNeeded();
  await expect(page.getByRole('link', { name: /^Practise, / })).toBeInViewport({ ratio: 1 });
});

test('what is folded is opened by the keyboard, and told to whoever hears the page', async ({ page }) => {
  await page.goto(`/practices/${ids.practiceId}`);
  const take = page.getByRole('button', { name: /^Take 4 / });
  const heading = page.getByRole('heading', { name: 'Takes', exact: true });
  await expect(heading).toBeVisible();
  await expect(take).toBeHidden();
  const summary = page.locator('summary').filter({ has: heading });
  await expect(summary).toContainText('4');
  await summary.focus();
  await page.keyboard.press('Enter');
  await expect(take).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(take).toBeFocused();
});

test('a link that leads into what is folded opens it', async ({ page }) => {
  await page.goto(`/practices/${ids.practiceId}#support-plans`);
  const plans = page.getByRole('heading', { name: 'When something is in the way' });
  await expect(plans).toBeInViewport();
  await expect(plans).toBeFocused();
  await page.goto('/');
  await page.goto(`/practices/${ids.practiceId}#takes`);
  await expect(page.getByRole('button', { name: /^Take 4 / })).toBeVisible();
});

test('what is folded is on the paper', async ({ page }) => {
  await page.goto(`/practices/${ids.practiceId}`);
  const told = page.getByText('The target is not reached yet.');
  await expect(told).toBeAttached();
  await expect(told).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(told).toBeVisible();
  await expect(page.getByText('Take 4', { exact: true })).toBeVisible();
});
