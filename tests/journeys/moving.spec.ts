import type { Page } from '@playwright/test';
import { HOUSE_SPACE_ID, idOfName } from '../../src/platform/ids.ts';
import { expect, test } from './support/journey.ts';
import { takeUp } from './support/take-up.ts';

test('back leads to where one was on the page before, and forward again', async ({ page }) => {
  await page.goto('/find');
  await page.getByLabel('What is getting in the way now?').fill('a talk with people at work');
  await expect(page.getByRole('heading', { name: 'Small things that would help' })).toBeVisible();
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

const MICROMASTERY = `/micromasteries/${idOfName(HOUSE_SPACE_ID, 'sixty-second-case')}`;

/** Where a link to it leads: it is seen, and the keyboard and a screen reader go on from it. */
async function arrivedAt(page: Page, part: string): Promise<void> {
  const section = page.locator(`#${part}`);
  await expect(section).toBeFocused();
  await expect(section.getByRole('heading').first()).toBeInViewport();
}

test.describe('the six petals lead to what they stand for', () => {
  test('on the page of a micromastery, and back again', async ({ page }) => {
    await page.goto(MICROMASTERY);
    const petal = page.locator('svg a[href$="#background-support"]');
    await petal.click();
    await expect(page).toHaveURL(`${MICROMASTERY}#background-support`);
    await arrivedAt(page, 'background-support');
    expect(await page.evaluate<number>('scrollY')).toBeGreaterThan(0);
    // Pressed again it leads there again, and makes no second entry to go back through.
    await page.evaluate('scrollTo(0, 0)');
    await petal.click();
    await arrivedAt(page, 'background-support');
    await page.getByRole('link', { name: 'Rub-pat barrier' }).press('Enter');
    await arrivedAt(page, 'rub-pat-barrier');

    await page.goBack();
    await expect(page).toHaveURL(`${MICROMASTERY}#background-support`);
    await page.goBack();
    await expect(page).toHaveURL(MICROMASTERY);
    await expect(petal).toBeInViewport();
    await page.goForward();
    await expect(page).toHaveURL(`${MICROMASTERY}#background-support`);
  });

  for (const how of ['petal', 'words'] as const) {
    test(`from the page of a practice, by its ${how}`, async ({ page, context, server }) => {
      const { practiceId } = await takeUp(context, server.address, 'sixty-second-case');
      await page.goto(`/practices/${practiceId}`);
      if (how === 'petal') await page.locator('svg a[href$="#experiments"]').click();
      else await page.getByRole('link', { name: 'Experimental possibilities' }).press('Enter');
      await expect(page).toHaveURL(`${MICROMASTERY}#experiments`);
      await arrivedAt(page, 'experiments');
      await page.goBack();
      const heading = page.getByRole('heading', { level: 1 });
      await expect(page).toHaveURL(new RegExp(practiceId));
      await expect(heading).toBeFocused();
      await page.goForward();
      await expect(page).toHaveURL(`${MICROMASTERY}#experiments`);
      await expect(heading).toBeFocused();
    });
  }

  test.describe('when home takes its time', () => {
    test.use({ serviceWorkers: 'block' });

    for (const first of ['the first page of a visit', 'a page gone to'] as const) {
      test(`as ${first}, unless one has gone on meanwhile`, async ({ page, context, server }) => {
        const { practiceId } = await takeUp(context, server.address, 'sixty-second-case');
        for (const isGoingOn of [false, true]) {
          const held = Promise.withResolvers<void>();
          await page.route('**/api/micromasteries/*', async (route) => {
            await held.promise;
            await route.continue();
          });
          if (first === 'the first page of a visit') await page.goto(`${MICROMASTERY}#payoff`);
          else {
            await page.goto(`/practices/${practiceId}`);
            await page.getByRole('link', { name: 'Payoff', exact: true }).press('Enter');
          }
          await expect(page.getByText('Fetching the micromastery')).toBeVisible();
          if (isGoingOn) await page.keyboard.press('Shift');
          held.resolve();
          if (isGoingOn) {
            await expect(page.locator('#payoff')).toBeVisible();
            await expect(page.locator('#payoff')).not.toBeFocused();
          } else await arrivedAt(page, 'payoff');
          await page.unrouteAll({ behavior: 'wait' });
          await page.goto('about:blank');
        }
      });
    }
  });

  test('and an address that no browser could read leads to the page itself', async ({ page }) => {
    await page.goto(`${MICROMASTERY}#%E0%A4%A`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
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
