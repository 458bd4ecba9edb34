import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { NeedList } from '../../src/features/needs/contract.ts';
import { holdSender, waitingSpaces } from './support/held-sender.ts';
import { expect, signIn, test } from './support/journey.ts';
import { takeUp } from './support/take-up.ts';

const NEED = '**/api/needs/*';

function problem(code: string, status: number, more: object) {
  const body = {
    type: `/problems/${code}`,
    code,
    title: 'Some values cannot be used. Nothing was changed.',
    status,
    ...more,
  };
  return { status, contentType: 'application/problem+json', body: JSON.stringify(body) };
}

async function keepNeed(page: Page, text: string): Promise<void> {
  await page.goto('/find');
  await page.getByLabel('What comes next?').fill(text);
  await page.getByRole('button', { name: 'Keep this need' }).click();
}

test.use({ serviceWorkers: 'block' });

test('what home refuses stays here, with the reason and a way on', async ({ page, context }) => {
  await page.route(NEED, (route) =>
    route.fulfill(problem('invalid', 422, { errors: [{ pointer: '/text', message: 'is too long' }] })),
  );
  await keepNeed(page, 'lead the stand-up');
  const notice = page.getByRole('alert').filter({ hasText: 'Home could not take a need' });
  await expect(notice).toContainText('It is too long.');
  await expect(notice).toContainText('“lead the stand-up”');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.unroute(NEED);
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect(notice).toHaveCount(0);
  await expect
    .poll(async () => {
      const { needs }: NeedList = await (await context.request.get('/api/needs')).json();
      return needs.map((need) => need.text);
    })
    .toEqual(['lead the stand-up']);
});

test('two versions are shown side by side, and the person chooses', async ({ page, context }) => {
  await page.route(NEED, (route) =>
    route.fulfill(
      problem('id-taken', 409, {
        stored: { text: 'lead the retrospective', kind: 'next', raisedAt: '2026-01-01T00:00:00Z' },
      }),
    ),
  );
  await keepNeed(page, 'lead the stand-up');
  const notice = page.getByRole('alert').filter({ hasText: 'Two versions of one need' });
  await expect(notice).toContainText('“lead the stand-up”');
  await expect(notice).toContainText('“lead the retrospective”');
  await page.unroute(NEED);
  await notice.getByRole('button', { name: 'Keep both' }).click();
  await expect(notice).toHaveCount(0);
  await expect
    .poll(async () => {
      const { needs }: NeedList = await (await context.request.get('/api/needs')).json();
      return needs.map((need) => need.text);
    })
    .toEqual(['lead the stand-up']);
});

test('once somebody else has signed in, nothing is read or shown for them on a page of mine', async ({
  page,
  context,
  server,
  person,
}) => {
  const { practiceId } = await takeUp(context, server.address, 'sixty-second-case');
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Nadia Brandt, your own page' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await signIn(context, server, await server.newPerson('Ruth Okafor'));
  const answers: string[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (response.request().method() === 'GET') answers.push(`${response.status()} ${pathname}`);
  });

  await page.locator(`a[href="/practices/${practiceId}"]`).first().click();
  const heading = page.getByRole('heading', { name: 'Somebody else has signed in here' });
  await expect(heading).toBeVisible();
  await expect(heading).toBeFocused();
  await expect(page.getByRole('main').getByRole('heading')).toHaveCount(1);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  // Only who is here now was answered: all else was asked for as the first person's.
  expect(answers).toContain(`403 /api/practices/${practiceId}`);
  expect(answers.filter((answer) => answer.startsWith('200 /api/') && answer !== '200 /api/me')).toEqual([]);

  const before = answers.length;
  const looking = page.waitForResponse((response) => response.url().endsWith('/api/me'));
  await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
  await looking;
  await expect(page.getByText('Ruth')).toHaveCount(0);
  expect(answers.slice(before)).toEqual(['200 /api/me']);

  await signIn(context, server, person);
  await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
  await expect(page.getByRole('heading', { level: 1, name: 'The sixty-second case' })).toBeVisible();
  await signIn(context, server, await server.newPerson('Ruth Okafor'));
  await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
  await page.getByRole('button', { name: 'Load it again' }).click();
  await expect(page.getByText('Ruth Okafor')).toBeAttached();
});

test('whose name a page shows records on it, however long the sender is held up', async ({
  page,
  context,
  server,
}) => {
  const ruth = await server.newPerson('Ruth Okafor');
  await page.goto('/find');
  await page.getByLabel('What comes next?').fill('what only Nadia is to know');
  await page.waitForLoadState('networkidle');
  const letGo = await holdSender(context, server.address);
  await signIn(context, server, ruth);
  await page.bringToFront();
  // The device still knows it as the page of the first person.
  await page.goto('/find');
  await expect(page.getByRole('link', { name: 'Ruth Okafor, your own page' })).toBeVisible();
  await expect(page.getByLabel('What comes next?')).toHaveValue('');
  await page.getByLabel('What comes next?').fill('lead the stand-up');
  await page.getByRole('button', { name: 'Keep this need' }).click();
  await expect.poll(() => waitingSpaces(page)).toEqual([ruth.spaceId]);
  await letGo();
  await expect
    .poll(async () => {
      const { needs }: NeedList = await (await context.request.get('/api/needs')).json();
      return needs.map((need) => need.text);
    })
    .toEqual(['lead the stand-up']);
  await expect(page.getByText('of somebody else', { exact: false })).toHaveCount(0);
});

test('a first visit without home says what is safe and what to press', async ({ page }) => {
  await page.route('**/api/bench', (route) => route.abort());
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Could not reach home' })).toBeVisible();
  await page.unroute('**/api/bench');
  await page.getByRole('button', { name: 'Try now' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing on the bench yet' })).toBeVisible();
});
