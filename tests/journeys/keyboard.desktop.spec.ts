import type { Page } from '@playwright/test';
import { expect, test } from './support/journey.ts';
import { logBefore, takeUp } from './support/take-up.ts';

/** Presses Tab until what is wanted has the focus; fails where it is out of reach. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  // It may still be on its way, and the keyboard is faster than any person.
  await expect(
    page
      .getByRole('link', { name, exact: true })
      .or(page.getByRole('button', { name, exact: true }))
      .first(),
  ).toBeVisible();
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    const label = await focused.evaluate(
      (element) => element.getAttribute('aria-label') ?? element.textContent ?? '',
    );
    const isIt = typeof name === 'string' ? label.trim() === name : name.test(label.trim());
    if (isIt) return;
  }
  throw new Error(`${name} is out of reach of the keyboard`);
}

test('from the bench to a logged take with the keyboard alone', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Find one' })).toBeVisible();
  await tabTo(page, 'Find one');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('What is getting in the way now?')).toBeFocused();
  await page.keyboard.type('juggle three balls and tie knots');
  // Both of what was typed: what answers the first half alone is on its way out.
  await expect(page.getByRole('link', { name: 'Look at The six-second bowline' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Look at Thirty catches' })).toBeVisible();
  // Down from the field into the results, and between them.
  const focused = page.locator(':focus');
  await page.keyboard.press('ArrowDown');
  // Which of the two stands first is not what is asked here.
  const first = (await focused.getAttribute('aria-label')) ?? '';
  expect(first).toMatch(/^Look at /);
  await page.keyboard.press('ArrowDown');
  await expect(focused).not.toHaveAttribute('aria-label', first);
  await expect(focused).toHaveAttribute('aria-label', /^Look at /);
  await page.keyboard.press('ArrowUp');
  await expect(focused).toHaveAttribute('aria-label', first);
  if (first !== 'Look at Thirty catches') await page.keyboard.press('ArrowDown');
  await expect(focused).toHaveAttribute('aria-label', 'Look at Thirty catches');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { level: 1, name: 'Thirty catches' })).toBeFocused();
  await tabTo(page, 'Practise this');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await tabTo(page, /^Start now/);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('button', { name: /Tap for each one/ })).toBeVisible();
  await page.keyboard.press('Space');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Take 2', { exact: false }).first()).toBeVisible();
});

test('the keyboard goes on near by where what it pressed is gone', async ({ page, context, server }) => {
  const taken = await takeUp(context, server.address, 'juggling-cascade', {
    kind: 'count',
    unit: 'catches',
    anchors: null,
  });
  await logBefore(context, server.address, taken, [4, 5, 6], 2);
  await page.goto(`/practices/${taken.practiceId}`);
  await page.getByRole('button', { name: /^Take 3/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Take this one back' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Take 2/ })).toBeFocused();

  const rated = await takeUp(context, server.address, 'chord-changes', {
    kind: 'rate',
    unit: 'clean changes',
    anchors: null,
  });
  await page.goto(`/practices/${rated.practiceId}/run`);
  await page.getByRole('button', { name: 'Start' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  // Not the button's that it might have gone to.
  await page.keyboard.press('Space');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Tap for each one' })).toContainText('1');
});
