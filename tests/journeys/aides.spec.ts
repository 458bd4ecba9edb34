import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import { v7 } from 'uuid';
import type { Support } from '../../src/features/support/contract.ts';
import { designBody } from '../support/practice-facts.ts';
import { BOTH_SIZES, expect, test } from './support/journey.ts';
import { attemptsAtHome, type TakenUp, takeUp } from './support/take-up.ts';
import { unfold } from './support/unfold.ts';
import { unplug } from './support/unplug.ts';

const KNOTS = { kind: 'count', unit: 'knots', target: { low: 3, high: null } } as const;
const put = async (context: BrowserContext, path: string, data: unknown) => {
  const answer = await context.request.put(path, { data });
  expect(answer.ok(), await answer.text()).toBe(true);
};
const atHand = async (context: BrowserContext, practiceId: string): Promise<Support['atHand']> => {
  const support: Support = await (await context.request.get(`/api/practices/${practiceId}/support`)).json();
  return support.atHand;
};
const isAxeClean = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
};
/** By the keyboard: a second press of a finger in the same place at once is taken for a bounce. */
const log = (page: Page, number: number) =>
  page.keyboard
    .press('Enter')
    .then(() => expect(page.getByText(`Take ${number + 1}`, { exact: true })).toBeVisible());

/** A session at home of takes that were made with an aide, or without. */
async function logAided(
  context: BrowserContext,
  { practiceId, payoffId }: TakenUp,
  { daysAgo, aide, values }: { daysAgo: number; aide: string; values: readonly number[] },
): Promise<void> {
  const sessionId = v7();
  const at = Date.now() - daysAgo * 86_400_000;
  const startedAt = new Date(at).toISOString();
  await put(context, `/api/sessions/${sessionId}`, { practiceId, deviceId: null, isFloor: false, startedAt });
  for (const [index, value] of values.entries())
    await put(context, `/api/attempts/${v7()}`, {
      ...{ practiceId, sessionId, payoffId, sequence: index + 1, value, conditions: { aide } },
      startedAt: new Date(at + index * 60_000).toISOString(),
      localDay: startedAt.slice(0, 10),
      durationSeconds: 40,
      isTrickRead: true,
      source: 'runner',
    });
}

test(
  'a checklist is one press away while practising, each take says whether it was used, and all of it offline',
  BOTH_SIZES,
  async ({ page, context, server }) => {
    const taken = await takeUp(context, server.address, 'bowline', KNOTS);
    const { practiceId } = taken;
    await logAided(context, taken, { daysAgo: 3, aide: 'with aide', values: [2, 3] });
    await page.goto(`/practices/${practiceId}`);
    await unfold(page, 'Background support');
    await page.getByRole('button', { name: 'Write a card, checklist or phrase' }).click();
    await page.getByText('Checklist', { exact: true }).click();
    await page.getByRole('button', { name: 'Keep it at hand' }).click();
    await expect(page.getByText('Write one item a line.')).toBeVisible();
    await page.getByLabel('Its title').fill('Before the pull');
    await page.getByLabel('Its words').fill('tail inside\n\nloop flat');
    await isAxeClean(page);
    await page.getByRole('button', { name: 'Keep it at hand' }).click();
    await expect(page.getByText('Used in 1 session, not used in 0; it takes five of each')).toBeVisible();
    await page.goto(`/practices/${practiceId}/run`);
    await expect
      .poll(() => atHand(context, practiceId))
      .toMatchObject([
        { form: 'checklist', label: 'Before the pull', text: 'tail inside\nloop flat', address: null },
      ]);
    const opener = page.getByRole('button', { name: 'At hand: Before the pull' });
    await expect(opener).toBeVisible();
    await log(page, 1);
    await unplug(page);
    await opener.click();
    const dialog = page.getByRole('dialog', { name: 'At hand' });
    await expect(dialog.getByRole('listitem')).toHaveText(['tail inside', 'loop flat']);
    await dialog.getByRole('button', { name: 'Go on' }).click();
    await expect(page.getByText('Takes are made with it.')).toBeVisible();
    await page.getByRole('heading', { level: 1 }).focus();
    await log(page, 2);
    await page.getByRole('button', { name: 'Go without from here' }).click();
    await page.getByRole('heading', { level: 1 }).focus();
    await log(page, 3);
    await context.setOffline(false);
    await expect
      .poll(async () => {
        const takes = await attemptsAtHome(context, server.address, practiceId);
        return takes.slice(2).map(({ conditions }) => conditions.aide);
      })
      .toEqual(['without aide', 'with aide', 'without aide']);
    await isAxeClean(page);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  },
);

test('after some sessions with it one without is proposed, and it is put aside once it holds without', async ({
  page,
  context,
  server,
}) => {
  const taken = await takeUp(context, server.address, 'bowline', KNOTS);
  const { practiceId } = taken;
  await put(context, `/api/at-hand/${v7()}`, {
    ...{ practiceId, replacesId: null, label: 'The tail', address: null, mediaSha256: null },
    ...{ form: 'phrase', text: 'tail inside', isDropped: false, setAt: new Date().toISOString() },
  });
  for (const daysAgo of [20, 19, 18, 17, 16])
    await logAided(context, taken, { daysAgo, aide: 'with aide', values: [2, 3] });
  await page.goto(`/practices/${practiceId}/run`);
  await expect(page.getByText('You have used it in 5 sessions.')).toBeVisible();
  await page.getByRole('button', { name: 'Not today' }).click();
  await expect(page.getByText('You have used it in 5 sessions.')).toHaveCount(0);
  await page.reload();
  await page.getByRole('button', { name: 'Without it today' }).click();
  await expect(page.getByText('Takes are made without it.')).toBeVisible();

  for (const daysAgo of [9, 8, 7, 6, 5])
    await logAided(context, taken, { daysAgo, aide: 'without aide', values: [3, 4] });
  await page.goto(`/practices/${practiceId}`);
  await unfold(page, 'Background support');
  const aides = page.getByRole('region', { name: 'Aides-memoire' });
  await expect(aides).toContainText(/in 5 sessions with it in place than in the 5 without/);
  await expect(aides).toContainText('Nobody drew lots');
  await expect(aides).toContainText('Without it the target held on three days. You can put it aside');
  await aides.getByRole('button', { name: 'Put it aside: The tail' }).click();
  await page.goto('/');
  await expect.poll(() => atHand(context, practiceId)).toEqual([]);
});

test('a note becomes a shortcut, which stands with the aides and goes into one’s own design', async ({
  page,
  context,
  server,
}) => {
  const micromasteryId = v7();
  const startedAt = new Date(Date.now() - 60_000).toISOString();
  const design = designBody({ version: 1, title: 'Opening, drawn once' });
  await put(context, `/api/micromasteries/${micromasteryId}/versions/1`, { design, savedAt: startedAt });
  const { practiceId: lent } = await takeUp(context, server.address, 'bowline', KNOTS);
  const own = { practiceId: v7(), payoffId: v7() };
  await put(context, `/api/practices/${own.practiceId}`, {
    ...{ micromasteryId, micromasteryVersion: 1, needId: null, startedAt },
  });
  await put(context, `/api/payoffs/${own.payoffId}`, {
    ...{ practiceId: own.practiceId, statement: 'I can.', kind: 'count', unit: 'knots', direction: 'up' },
    ...{ target: { low: 3, high: null }, howMeasured: null, anchors: null, setAt: startedAt },
  });
  await logAided(context, own, { daysAgo: 0.01, aide: 'without aide', values: [2] });
  const [attempt] = await attemptsAtHome(context, server.address, own.practiceId);
  await put(context, `/api/remarks/${v7()}`, {
    ...{ attemptId: attempt?.id, replacesId: null, feel: null, tags: [] },
    ...{ text: 'Look at the far wall.', writtenAt: new Date().toISOString() },
  });
  await page.goto(`/practices/${own.practiceId}`);
  await unfold(page, 'Takes', 'Background support');
  await page.getByRole('button', { name: /^Take 1/ }).click();
  await page.getByRole('button', { name: 'Keep this note as a shortcut' }).click();
  await expect(page.getByText('Kept with your aides-memoire.')).toBeVisible();
  const aides = page.getByRole('region', { name: 'Aides-memoire' });
  await aides.getByText('Shortcut: Look at the far wall.').click();
  await aides.getByRole('link', { name: 'Take it into your design' }).click();
  await page.getByRole('button', { name: 'Write it into the way in' }).click();
  await expect(page.getByText('It stands in the way in.')).toBeVisible();
  await expect(page.getByRole('textbox').filter({ hasText: 'Look at the far wall.' })).toHaveCount(1);
  await isAxeClean(page);
  expect(await atHand(context, own.practiceId)).toMatchObject([{ form: 'shortcut' }]);
  expect(await atHand(context, lent)).toEqual([]);
});
