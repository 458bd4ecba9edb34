import { expect, test } from './support/journey.ts';
import { attemptsAtHome, takeUp } from './support/take-up.ts';

test('a whole sitting by the keyboard', async ({ page, context, server }) => {
  const { practiceId } = await takeUp(context, server.address, 'sixty-second-case');
  await page.goto(`/practices/${practiceId}/run`);
  await expect(page.getByText('Take 1', { exact: true })).toBeVisible();
  await page.keyboard.press('7');
  await page.keyboard.press('x');
  await page.keyboard.press('3');
  await expect(page.getByText('Logged 3.', { exact: true })).toBeVisible();
  await page.keyboard.press('Backspace');
  await page.keyboard.press('s');
  await expect(page.getByText('no score')).toBeVisible();

  await page.keyboard.press('p');
  await expect(page.getByText('Paused. The clock stands still.')).toBeVisible();
  await page.keyboard.press('5');
  await page.keyboard.press('p');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('9');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('n');
  await page.getByLabel('What happened').fill('5 7 9');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Done' })).toBeVisible();
  await expect
    .poll(async () =>
      (await attemptsAtHome(context, server.address, practiceId)).map((attempt) => attempt.value),
    )
    .toEqual([7, 10, null]);
});

test('what is varied is chosen with the mouse', async ({ page, context, server }) => {
  const { practiceId } = await takeUp(context, server.address, 'bowline');
  await page.goto(`/practices/${practiceId}/run`);
  await page.getByRole('button', { name: 'This take: as usual' }).click();
  await page.getByRole('dialog').getByRole('radio', { name: 'weak' }).check();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('button', { name: 'This take: weak' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('radio', { name: 'strong' }).check();
  await page.getByRole('button', { name: 'Log 6 out of 10', exact: true }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'strong' }).first()).toContainText('6');
});

test('a note is written straight away, and Escape closes what is open and no more', async ({
  page,
  context,
  server,
}) => {
  const { practiceId } = await takeUp(context, server.address, 'juggling-cascade', {
    kind: 'count',
    unit: 'catches',
    anchors: null,
    target: { low: 30, high: null },
  });
  await page.goto(`/practices/${practiceId}/run`);
  await expect(page.getByText('Take 1', { exact: true })).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByLabel('What happened')).toBeFocused();
  await page.keyboard.type('a high one');
  await expect(page.getByLabel('What happened')).toHaveValue('a high one');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.keyboard.press('1');
  await page.keyboard.press('Backspace');
  await expect(page.getByRole('button', { name: 'Back' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Tap for each one' })).toBeVisible();
  await expect(page).toHaveURL(/\/run/);
});
