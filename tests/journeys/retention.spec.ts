import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { v7 } from 'uuid';
import { holdsToday } from '../../src/engine/retention/retention.ts';
import { PracticePage } from '../../src/features/practice/contract.ts';
import { holdSender } from './support/held-sender.ts';
import { BOTH_SIZES, expect, test } from './support/journey.ts';
import { attemptsAtHome, logBefore, takeUp } from './support/take-up.ts';
import { unfold } from './support/unfold.ts';

const KNOTS = { kind: 'count', unit: 'knots', target: { low: 10, high: null } } as const;
const isAxeClean = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
};
const isNoWider = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);

test(
  'reached and holds today stand apart, the bench draws what slips, and a cold take moves it',
  BOTH_SIZES,
  async ({ page, context, server }) => {
    const taken = await takeUp(context, server.address, 'bowline', KNOTS);
    const { practiceId } = taken;
    for (const [days, values] of [
      [43, [6, 8, 9]],
      [42, [11, 12, 12]],
      [41, [12, 11, 13]],
      [40, [12, 13, 12]],
    ] as const)
      await logBefore(context, server.address, taken, values, days);
    const standing = async () => {
      const answer = await context.request.get(`/api/practices/${practiceId}`);
      const { retention } = PracticePage.parse(await answer.json()).card.standing ?? {};
      const told = retention === undefined ? null : holdsToday(retention, Date.now());
      if (told?.kind !== 'holds') throw new Error('not told');
      return told;
    };
    const before = await standing();

    await page.goto('/');
    const row = page.getByRole('listitem').filter({ hasText: 'Reached' });
    await expect(row).toContainText(/Reached \d+ \w+ 20\d\d; met \d+ \w+ 20\d\d/);
    await expect(row).toContainText(/Holds today: (about|over|under)/);
    const slipping = page.getByRole('region', { name: 'What is slipping, and when' });
    await expect(slipping.getByRole('img')).toHaveAccessibleName(
      /share of the best level.*today about \d+%, between \d+% and \d+%; on .* about \d+%/,
    );
    await expect(slipping).toContainText(/Today about \d+%, between \d+% and \d+% of your best level/);
    await expect(slipping).toContainText(/[Rr]efresh/);
    await slipping.getByText('See the numbers').click();
    await expect(slipping.getByRole('row')).toHaveCount(6);
    await isAxeClean(page);
    await isNoWider(page);

    await slipping.getByRole('link', { name: /^Look whether it holds/ }).click();
    await expect(page.getByText('make the first take cold')).toBeVisible();
    await isAxeClean(page);
    // None, cold.
    await page.keyboard.press('Enter');
    await expect(page.getByText('Take 2', { exact: true })).toBeVisible();
    await expect(page.getByText('make the first take cold')).toHaveCount(0);
    await expect
      .poll(async () => (await attemptsAtHome(context, server.address, practiceId)).length)
      .toBe(13);
    const after = await standing();
    expect(after.middle).toBeLessThan(before.middle);

    await page.goto(`/practices/${practiceId}`);
    await expect(page.getByText(/^Reached \d/)).toBeVisible();
    const badge = page.getByText(/^Holds today: /);
    await expect(badge).toContainText(
      after.middle < 0.05 ? 'under 1 in 10' : `about ${Math.round(after.middle * 10)} in 10`,
    );
    await unfold(page, 'What holds');
    const left = page.getByRole('region', { name: 'What holds' });
    await expect(left).toContainText(/of your best sustained level, [\d.]+ knots/);
    await expect(left.getByRole('img')).toBeVisible();
    await isAxeClean(page);
    // While a pause lasts nothing is suggested, also not here.
    const pause = {
      fromDay: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
      untilDay: null,
      note: null,
    };
    const paused = await context.request.put(`/api/pauses/${v7()}`, {
      data: { ...pause, setAt: new Date().toISOString() },
    });
    expect(paused.ok(), await paused.text()).toBe(true);
    await page.goto('/');
    await expect(page.getByRole('button', { name: 'End the pause today' })).toBeVisible();
    await expect(slipping.getByRole('img')).toBeVisible();
    await expect(slipping.getByRole('link', { name: /^Look/ })).toHaveCount(0);
    await page.setViewportSize({ width: 320, height: 700 });
    await isNoWider(page);
  },
);

test('what cannot be told is said so, and nothing is made of it', async ({ page, context, server }) => {
  const passes = { kind: 'pass', unit: 'tied', target: { low: 1, high: null } } as const;
  const tied = await takeUp(context, server.address, 'bowline', passes);
  await logBefore(context, server.address, tied, [0, 0, 0], 3);
  await page.goto(`/practices/${tied.practiceId}`);
  await expect(page.getByText('Reached: not yet')).toBeVisible();
  await expect(page.getByText('Would meet it today: cannot be told of passes')).toBeVisible();
  await page.goto('/');
  await expect(page.getByText('Reached: not yet')).toBeVisible();
  await expect(page.getByRole('region', { name: 'What is slipping, and when' })).toHaveCount(0);

  const few = await takeUp(context, server.address, 'juggling-cascade', KNOTS);
  await logBefore(context, server.address, few, [3, 11], 2);
  await page.goto(`/practices/${few.practiceId}`);
  await expect(page.getByText(/^Reached .*; held on 0 of 3 days$/)).toBeVisible();
  await expect(page.getByText('Holds today: not known before 5 takes')).toBeVisible();

  // What is not yet at home moves nothing that home said.
  const release = await holdSender(context, server.address);
  await page.goto(`/practices/${few.practiceId}/run`);
  await expect(page.getByText('Take 1', { exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Take 2', { exact: true })).toBeVisible();
  await page.goto(`/practices/${few.practiceId}`);
  await expect(page.getByText('Holds today: told once home has your last takes')).toBeVisible();
  await release();
  await expect(page.getByText('Holds today: not known before 5 takes')).toBeVisible();
});
