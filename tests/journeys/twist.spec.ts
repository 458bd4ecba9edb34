import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { TwistList } from '../../src/features/twists/contract.ts';
import { BOTH_SIZES, expect, test } from './support/journey.ts';
import { attemptsAtHome, logBefore, takeUp } from './support/take-up.ts';
import { unplug } from './support/unplug.ts';

const KNOTS = { kind: 'count', unit: 'knots', target: { low: null, high: null } } as const;
/** By the keyboard: a second press of a finger in the same place at once is taken for a bounce. */
const log = (page: Page, number: number) =>
  page.keyboard
    .press('Enter')
    .then(() => expect(page.getByText(`Take ${number + 1}`, { exact: true })).toBeVisible());
const card = (page: Page) => page.getByRole('region', { name: 'Twist' });
const nameOn = (page: Page) =>
  card(page)
    .locator('p')
    .nth(1)
    .textContent()
    .then((text) => text ?? '');

test(
  'every third take has a twist, which is stored with its score, drawn anew for nothing, or never there',
  BOTH_SIZES,
  async ({ page, context, server }) => {
    const taken = await takeUp(context, server.address, 'bowline', KNOTS);
    const { practiceId } = taken;
    await logBefore(context, server.address, taken, [3, 4, 4, 5, 5, 6], 2);
    await page.goto(`/practices/${practiceId}/run`);
    await expect(page.getByText('Take 1', { exact: true })).toBeVisible();
    await log(page, 1);
    await expect(card(page)).toHaveCount(0);
    await log(page, 2);
    await expect(card(page)).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    const first = await nameOn(page);
    await card(page).getByRole('button', { name: 'Draw another' }).click();
    await expect.poll(() => nameOn(page)).not.toBe(first);
    const second = await nameOn(page);
    // A page that is opened anew draws no other.
    await page.reload();
    await page.getByRole('button', { name: 'Go on' }).first().click();
    await expect.poll(() => nameOn(page)).toBe(second);
    await unplug(page);
    await log(page, 3);
    await expect(card(page)).toHaveCount(0);
    await context.setOffline(false);

    const home = async () =>
      TwistList.parse(await (await context.request.get(`/api/practices/${practiceId}/twists`)).json()).draws;
    await expect
      .poll(async () => (await home()).map(({ card: name }) => name.toLowerCase()))
      .toEqual([first.toLowerCase(), second.toLowerCase()]);
    const attempts = await attemptsAtHome(context, server.address, practiceId);
    expect(attempts.slice(-3).map(({ conditions }) => conditions.twist?.toLowerCase())).toEqual([
      undefined,
      undefined,
      second.toLowerCase(),
    ]);
    expect((await home()).map(({ attemptId }) => attemptId)).toEqual([null, attempts.at(-1)?.id]);

    await page.goto('/me');
    const setting = page
      .getByRole('group', { name: 'A twist is drawn' })
      .getByRole('radio', { name: 'Never' });
    await setting.check();
    await expect(setting).toBeChecked();
    await page.goto(`/practices/${practiceId}/run`);
    await page.getByRole('button', { name: 'Go on' }).first().click();
    for (const number of [4, 5]) await log(page, number);
    await expect(page.getByText('Take 6', { exact: true })).toBeVisible();
    await expect(card(page)).toHaveCount(0);
  },
);
