import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { SelfRatingList } from '../../src/features/self-ratings/contract.ts';
import { BOTH_SIZES, expect, test } from './support/journey.ts';
import { takeUp } from './support/take-up.ts';
import { unfold } from './support/unfold.ts';
import { unplug } from './support/unplug.ts';

const KNOTS = { kind: 'count', unit: 'knots', target: { low: 2, high: null } } as const;

const isAxeClean = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
};
/** Nothing counted: no take of these reaches two knots, but the one for which two are. */
const log = async (page: Page, knots = 0) => {
  for (let knot = 0; knot < knots; knot += 1) await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
};

test(
  'who wants to be asked says before takes how sure they are, without the network, and sees what came of it',
  BOTH_SIZES,
  async ({ page, context, server }) => {
    const { practiceId } = await takeUp(context, server.address, 'bowline', KNOTS);
    await page.goto(`/practices/${practiceId}/run`);
    await expect(page.getByText('Take 1', { exact: true })).toBeVisible();
    // Nobody is asked who did not wish it.
    await expect(page.getByRole('group', { name: /^How sure are you/ })).toHaveCount(0);
    await log(page);
    await expect(page.getByText('Take 2', { exact: true })).toBeVisible();
    await page.goto(`/practices/${practiceId}`);
    await unfold(page, 'How sure you are');
    await page.getByRole('button', { name: 'Ask me before takes' }).click();
    await expect(page.getByText('You are asked before takes.')).toBeVisible();

    await page.goto(`/practices/${practiceId}/run`);
    await page.getByRole('button', { name: 'Go on' }).first().click();
    const asked = page.getByRole('group', { name: 'How sure are you that the next take reaches 2 knots?' });
    await expect(asked).toBeVisible();
    await isAxeClean(page);
    await unplug(page);
    await asked.getByRole('button', { name: 'Surely 9 in 10' }).click();
    await expect(asked.getByRole('button', { pressed: true })).toHaveText('Surely 9 in 10');
    await log(page);
    await expect(page.getByText('Take 3', { exact: true })).toBeVisible();
    // Said anew with each take, and the last word on it holds.
    await expect(asked.getByRole('button', { pressed: true })).toHaveCount(0);
    await asked.getByRole('button', { name: 'Rather not 3 in 10' }).click();
    await asked.getByRole('button', { name: 'Even 5 in 10' }).click();
    await log(page, 2);
    await expect(page.getByText('Take 4', { exact: true })).toBeVisible();
    // A take is made also by who says nothing.
    await log(page);
    await page.getByRole('button', { name: 'Finish' }).first().click();
    await page.getByRole('button', { name: 'Rather 7 in 10' }).click();
    await isAxeClean(page);
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Done', exact: true }).click();

    await unfold(page, 'How sure you are');
    await expect(page.getByText('Too early to say: 2 of the 10 ratings that it takes.')).toBeVisible();
    await expect(
      page.getByRole('img', { name: /of 2 takes that you foretold, 1 reached the target/ }),
    ).toBeVisible();
    await isAxeClean(page);
    const atHome = async () => {
      const answer = await context.request.get(`/api/practices/${practiceId}/self-ratings`);
      const { ratings } = SelfRatingList.parse(await answer.json());
      return ratings.map(({ sure, take, afterAttemptId }) => [
        sure,
        take?.value ?? null,
        afterAttemptId !== null,
      ]);
    };
    await expect.poll(atHome).toEqual([
      [0.9, 0, true],
      [0.5, 2, true],
      [0.7, null, true],
    ]);
  },
);

test('a look back asks how it was only who wishes it, and the answers come in words', async ({
  page,
  context,
  server,
}) => {
  const { practiceId } = await takeUp(context, server.address, 'bowline', KNOTS);
  await page.goto('/me');
  await page
    .getByRole('group', { name: 'A look back asks how it was' })
    .getByRole('radio', { name: 'Yes' })
    .check();
  await page.goto(`/practices/${practiceId}/run`);
  await expect(page.getByText('Take 1', { exact: true })).toBeVisible();
  await log(page, 1);
  await expect(page.getByText('Take 2', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Finish' }).first().click();
  await page
    .getByRole('group', { name: 'How absorbed were you?' })
    .getByRole('radio', { name: 'Mostly' })
    .check();
  await page
    .getByRole('group', { name: 'How hard was it for you?' })
    .getByRole('radio', { name: 'As much as I could' })
    .check();
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await unfold(page, 'How sure you are');
  await expect(page.getByText('Too soon to say how sittings are: 4 more answers.')).toBeVisible();
});
