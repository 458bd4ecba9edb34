import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import { v7 } from 'uuid';
import type { AttemptHistory } from '../../src/features/practice/picture-contract.ts';
import type { Support } from '../../src/features/support/contract.ts';
import { BOTH_SIZES, expect, test } from './support/journey.ts';
import { logBefore, takeUp } from './support/take-up.ts';

const supportAtHome = async (context: BrowserContext, practiceId: string): Promise<Support> =>
  (await context.request.get(`/api/practices/${practiceId}/support`)).json();
const put = async (context: BrowserContext, path: string, data: unknown) => {
  const answer = await context.request.put(path, { data });
  expect(answer.ok(), await answer.text()).toBe(true);
};
const section = (page: Page) => page.getByRole('region', { name: 'Background support' });
/** Before the first take it is one line, and opens when it is asked for. */
async function unfold(page: Page): Promise<void> {
  await section(page).waitFor();
  const setUp = page.getByRole('button', { name: 'Set it up' });
  if (await setUp.isVisible()) await setUp.click();
}
async function openPractice(page: Page, practiceId: string): Promise<void> {
  await page.goto(`/practices/${practiceId}`);
  await unfold(page);
}
const slot = (page: Page, name: string) => section(page).getByRole('group', { name, exact: true });
const isAxeClean = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
};

test(
  'a slot begins with the design’s words, is set in one tap, taken back, and kept',
  BOTH_SIZES,
  async ({ page, context, server }) => {
    const { practiceId } = await takeUp(context, server.address, 'bowline');
    await openPractice(page, practiceId);
    await slot(page, 'Kit').getByText('Missing').click();
    await expect(slot(page, 'Kit').getByRole('radio', { name: 'Missing' })).toBeChecked();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(slot(page, 'Kit').getByRole('radio', { name: 'Missing' })).not.toBeChecked();

    await slot(page, 'Kit').getByText('In place').click();
    await slot(page, 'Open mind').getByText('Not needed').click();
    await page.getByRole('button', { name: 'Say it anew: Kit' }).click();
    await page.getByLabel('What it is: Kit').fill('two metres of rope');
    await page.getByRole('button', { name: 'Keep these words' }).click();
    await expect(section(page).getByText('two metres of rope', { exact: true })).toBeVisible();
    await isAxeClean(page);

    // Whoever leaves before the ten seconds are over has meant it.
    await page.goto('/');
    await expect
      .poll(async () =>
        (await supportAtHome(context, practiceId)).slots.map(({ slot, status, text }) => [
          slot,
          status,
          text,
        ]),
      )
      .toEqual([
        ['kit', 'in-place', 'two metres of rope'],
        ['mindset', 'not-needed', expect.anything()],
      ]);
  },
);

test('a plan is read back while it is made, taken over from the design, said anew and dropped', async ({
  page,
  context,
  server,
}) => {
  const { practiceId } = await takeUp(context, server.address, 'bowline');
  await openPractice(page, practiceId);
  await page.getByRole('button', { name: 'Make a plan' }).click();
  await page.getByRole('button', { name: 'Keep the plan' }).click();
  await expect(page.getByText('Say what comes up, such as “the room is taken”.')).toBeVisible();
  await page.getByLabel('If …').fill('If the room is taken,');
  await page.getByLabel('… then I …').fill('I stand in the corridor');
  await expect(page.getByText('If the room is taken, then I stand in the corridor.')).toBeVisible();
  await page.getByRole('button', { name: 'Keep the plan' }).click();
  await expect(section(page).getByText('It has not come up yet.')).toHaveCount(1);

  await page.getByRole('button', { name: /^Take it over: If the knot jams/ }).click();
  await expect(page.getByRole('button', { name: /^Take it over: If the knot jams/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Say it anew: If the room is taken' }).click();
  await page.getByLabel('… then I …').fill('use the stairs');
  await page.getByRole('button', { name: 'Keep the plan' }).click();
  await page.getByRole('button', { name: 'Drop it: If the knot jams' }).click();
  await page.goto('/');
  await expect
    .poll(async () =>
      (await supportAtHome(context, practiceId)).plans.map(({ cue, action }) => [cue, action]),
    )
    .toEqual([['the room is taken', 'use the stairs']]);
});

test('what is at hand opens elsewhere, and no place of this device is taken', async ({
  page,
  context,
  server,
}) => {
  const { practiceId } = await takeUp(context, server.address, 'bowline');
  await openPractice(page, practiceId);
  await page.getByRole('button', { name: 'Lay a link at hand' }).click();
  await page.getByLabel('What it is', { exact: true }).fill('the knot');
  for (const [address, words] of [
    ['C:\\Users\\nadia\\knot.pdf', 'a place on this one device'],
    [' JavaScript:alert(1)', 'Give an address that begins with https://'],
    ['example.org/knot', 'Write https:// in front of it: https://example.org/knot'],
  ] as const) {
    await page.getByLabel('Its address').fill(address);
    await page.getByRole('button', { name: 'Lay it at hand' }).click();
    await expect(section(page).getByText(words, { exact: false })).toBeVisible();
  }
  await page.getByLabel('Its address').fill('Https://example.org/knot');
  await page.getByRole('button', { name: 'Lay it at hand' }).click();
  const link = section(page).getByRole('link', { name: /^the knot/ });
  await expect(link).toHaveAttribute('href', 'https://example.org/knot');
  await expect(link).toHaveAttribute('target', '_blank');
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
});

test('sessions with and without are held side by side, and it is no experiment', async ({
  page,
  context,
  server,
}) => {
  const ids = await takeUp(context, server.address, 'bowline');
  for (let day = 12; day >= 1; day -= 1)
    await logBefore(context, server.address, ids, day % 2 === 0 ? [8, 9] : [3, 4], day);
  const history: AttemptHistory = await (
    await context.request.get(`/api/practices/${ids.practiceId}/history`)
  ).json();
  for (const sessionId of new Set(history.attempts.map((attempt) => attempt.sessionId))) {
    const isWith = history.attempts.some((one) => one.sessionId === sessionId && one.value >= 8);
    await put(context, `/api/support-checks/${v7()}`, {
      sessionId,
      inPlace: isWith ? ['place'] : [],
      missing: isWith ? ['kit'] : ['place', 'kit'],
      checkedAt: new Date().toISOString(),
    });
  }
  await page.goto(`/practices/${ids.practiceId}`);
  await expect(
    page.getByText(
      'Place: about 5 points better in 6 sessions with it in place than in the 6 without; nineteen in twenty no more and no less. This is not an experiment: other things may have come with it.',
    ),
  ).toBeVisible();
  await expect(page.getByText('Kit: too soon to say. In place in 0 sessions, missing in 12')).toBeVisible();
});

test('all of it works without a network, and on the narrowest screen in the largest letters', async ({
  page,
  context,
  server,
}) => {
  const { practiceId } = await takeUp(context, server.address, 'bowline');
  await openPractice(page, practiceId);
  await page.locator('html[data-offline-ready]').waitFor({ state: 'attached' });
  await expect(slot(page, 'Kit')).toBeVisible();
  await context.setOffline(true);
  await page.reload();
  await unfold(page);
  await slot(page, 'Place').getByText('Missing').click();
  await page.getByRole('button', { name: 'Make a plan' }).click();
  await page.getByLabel('If …').fill('it rains');
  await page.getByLabel('… then I …').fill('tie five');
  await page.getByLabel('… then I …').press('Enter');
  await expect(section(page).getByText('If it rains, then I tie five.').first()).toBeVisible();
  for (const direction of ['ltr', 'rtl']) {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.evaluate(`document.documentElement.dir = '${direction}'`);
    await page.evaluate("document.documentElement.style.fontSize = '200%'");
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  }
  // Nothing is sent before the ten seconds are over, or the page is left.
  await page.goto('/');
  await context.setOffline(false);
  await expect
    .poll(async () => {
      const { slots, plans } = await supportAtHome(context, practiceId);
      return [slots.map(({ status }) => status), plans.map(({ cue }) => cue)];
    })
    .toEqual([['missing'], ['it rains']]);
});
