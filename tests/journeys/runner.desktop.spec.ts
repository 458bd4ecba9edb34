import { expect, test } from './support/journey.ts';
import { attemptsAtHome, openRunner } from './support/take-up.ts';

test('a whole sitting by the keyboard', async ({ page, context, server }) => {
  const practiceId = await openRunner(page, server, 'sixty-second-case');
  // Its keys come with the input that suits the measure.
  await expect(page.getByRole('button', { name: 'Log 7 out of 10', exact: true })).toBeVisible();
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

test('what is varied is chosen with the mouse', async ({ page, server }) => {
  await openRunner(page, server, 'bowline');
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
  server,
}) => {
  await openRunner(page, server, 'juggling-cascade', {
    kind: 'count',
    unit: 'catches',
    anchors: null,
    target: { low: 30, high: null },
  });
  await expect(page.getByText('Take 1', { exact: true })).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByLabel('What happened')).toBeFocused();
  await page.keyboard.type('a high one');
  await expect(page.getByLabel('What happened')).toHaveValue('a high one');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  const opener = page.getByRole('button', { name: 'Write a note' });
  await opener.press('Enter');
  await expect(page.getByLabel('What happened')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();

  await page.keyboard.press('1');
  await page.keyboard.press('Backspace');
  await expect(page.getByRole('button', { name: 'Back' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Tap for each one' })).toBeVisible();
  await expect(page).toHaveURL(/\/run/);
});

test('keys typed while the first dialog is still being fetched are no takes', async ({ page, server }) => {
  await openRunner(page, server, 'sixty-second-case');
  await expect(page.getByText('Take 1', { exact: true })).toBeVisible();
  // In one go, before the dialog can be there.
  await page.evaluate(() => {
    const press = (key: string) =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    press('n');
    return new Promise<void>((resolve) => {
      queueMicrotask(() => {
        press('7');
        resolve();
      });
    });
  });
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Take 1', { exact: true })).toBeVisible();
});

test('keys of one letter are switched off, and Space and Escape go on working', async ({ page, server }) => {
  const payoff = { kind: 'count', unit: 'catches', anchors: null } as const;
  const practiceId = await openRunner(page, server, 'juggling-cascade', payoff);
  await page.getByRole('button', { name: 'Keys you can use' }).click();
  await page.getByRole('dialog').getByRole('radio', { name: 'Off' }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('n');
  await page.keyboard.press('5');
  await page.keyboard.press('s');
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: '1 catch. Tap for each one' })).toBeVisible();
  await expect(page.getByText('Take 1', { exact: true })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.goto('/me');
  const keys = page.getByRole('group', { name: 'Keys of one letter or digit' });
  await expect(keys.getByRole('radio', { name: 'Off' })).toBeChecked();
  await keys.getByRole('radio', { name: 'On' }).check();
  await page.goto(`/practices/${practiceId}/run`);
  await page.getByRole('button', { name: 'Go on' }).first().click();
  await page.keyboard.press('5');
  await expect(page.getByText('How many catches?')).toBeVisible();
});

test('after a click on “Log”, Space counts the next one', async ({ page, server }) => {
  const payoff = { kind: 'count', unit: 'catches', anchors: null } as const;
  await openRunner(page, server, 'juggling-cascade', payoff);
  await page.getByRole('button', { name: 'Tap for each one' }).click();
  await page.getByRole('button', { name: 'Log 1 catch' }).click();
  await page.keyboard.press('Space');
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Log 2 catches' })).toBeVisible();
  await page.getByRole('button', { name: 'take one away' }).click();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Take 3', { exact: true })).toBeVisible();
  // What the keyboard went to is still the keyboard’s.
  await page.getByRole('button', { name: 'Tap for each one' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Log 1 catch' })).toBeVisible();
});

test('one Backspace too many takes no logged take back', async ({ page, server }) => {
  const payoff = { kind: 'score', unit: 'points', target: { low: null, high: null }, anchors: null } as const;
  await openRunner(page, server, 'chord-changes', payoff);
  await expect(page.getByText('Take 1', { exact: true })).toBeVisible();
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Take 2', { exact: true })).toBeVisible();
  await page.keyboard.type('31');
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Backspace');
  await page.keyboard.type('8');
  await expect(page.getByRole('button', { name: 'Log 8 points' })).toBeVisible();
  await expect(page.getByText('Take 2', { exact: true })).toBeVisible();
});
