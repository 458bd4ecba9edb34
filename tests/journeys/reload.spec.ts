import type { Locator } from '@playwright/test';
import { v7 } from 'uuid';
import type { Support } from '../../src/features/support/contract.ts';
import { expect, test } from './support/journey.ts';
import { attemptsAtHome, openRunner, takeUp } from './support/take-up.ts';

/** The page is loaded anew in the very task of the press, and its database comes to nothing before it is gone. */
async function pressAndReload(button: Locator): Promise<void> {
  const page = button.page();
  const reloaded = page.waitForEvent('load');
  await button.evaluate((pressed: HTMLElement) => {
    const silent = { add() {}, put() {}, delete() {}, get: () => ({}), getAll: () => ({}) };
    IDBDatabase.prototype.transaction = () => ({ objectStore: () => silent }) as never;
    pressed.click();
    location.reload();
  });
  await reloaded;
}

const jotted = (page: Locator) =>
  page.page().evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('bottega.jotted-')));

test('a plan that was dropped is dropped, though the page was loaded anew at once', async ({
  page,
  context,
  server,
}) => {
  const { practiceId } = await takeUp(context, server.address, 'bowline');
  const plan = { cue: 'the rope is stiff', action: 'bend it first' };
  const body = { practiceId, replacesId: null, ...plan, isDropped: false, setAt: new Date().toISOString() };
  const answer = await context.request.put(`${server.address}/api/if-then-plans/${v7()}`, { data: body });
  expect(answer.ok(), await answer.text()).toBe(true);
  await page.goto(`/practices/${practiceId}`);
  const drop = page.getByRole('button', { name: 'Drop it: If the rope is stiff' });
  // Before the first take it is folded, where nothing is said.
  const unfold = page.getByRole('button', { name: 'Set it up' });
  const row = page.getByRole('button', { name: /^If the rope is stiff/ });
  await expect(row.or(unfold).first()).toBeVisible();
  if (await unfold.isVisible()) await unfold.click();
  await row.click();
  await drop.waitFor();
  await pressAndReload(drop);
  const plansAtHome = async () => {
    const support: Support = await (await context.request.get(`/api/practices/${practiceId}/support`)).json();
    return support.plans;
  };
  await expect.poll(plansAtHome).toEqual([]);
  await expect(drop).toHaveCount(0);
  await expect.poll(() => jotted(drop)).toEqual([]);
});

test('a take that was logged is there once, though the page was loaded anew at once', async ({
  page,
  context,
  server,
}) => {
  const practiceId = await openRunner(page, server, 'chord-changes');
  const log = page.getByRole('button', { name: 'Log 7 out of 10' });
  await log.waitFor();
  await pressAndReload(log);
  await expect(page.getByText('Take 2', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Go on', exact: true }).first().click();
  await page.getByRole('button', { name: 'Log 8 out of 10' }).click();
  const values = async () =>
    (await attemptsAtHome(context, server.address, practiceId)).map(({ value }) => value);
  await expect.poll(values).toEqual([7, 8]);
});
