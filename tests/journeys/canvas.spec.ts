import { join } from 'node:path';
import type { FileChooser, Page } from '@playwright/test';
import type { Library } from '../../src/features/library/contract.ts';
import type { PracticePage } from '../../src/features/practice/contract.ts';
import { HOUSE_SPACE_ID, idOfName } from '../../src/platform/ids.ts';
import { BOTH_SIZES, expect, test } from './support/journey.ts';
import { keptRows } from './support/kept-on-device.ts';
import { logBefore, takeUp } from './support/take-up.ts';

const panel = (page: Page, name: string) => page.getByRole('region', { name });
const title = (page: Page) => page.getByLabel('What will you be able to do?');

async function beginFrom(page: Page, file: Parameters<FileChooser['setFiles']>[0]) {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Begin from a file' }).click();
  await (await choosing).setFiles(file);
}

const save = (page: Page) => page.getByRole('button', { name: /^Save (it|version)/ });

async function own(page: Page, address: string) {
  const answer = await page.request.get(`${address}/api/library`);
  const { micromasteries } = (await answer.json()) as Library;
  return micromasteries.filter((one) => one.isOwn);
}

test('three of six elements are enough to practise, and nothing typed is lost on the way', async ({
  page,
  server,
}) => {
  await page.goto('/canvas/new');
  await save(page).click();
  await expect(page.getByRole('alert').getByText('Say in a few words')).toBeVisible();
  // The page is long: whoever saves is taken to the first fault.
  await expect(page.getByLabel('What will you be able to do?')).toBeFocused();
  await expect(page.getByLabel('What will you be able to do?')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('The greater field')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('You can save and practise it as it is.')).toHaveCount(0);
  await page.getByLabel('What will you be able to do?').fill('Whistle with two fingers');
  await page.getByLabel('The greater field').fill('calling, camp craft');
  await panel(page, 'Entry trick')
    .getByLabel('The way in')
    .fill('Fold the tip of your tongue back before you blow.');
  const payoff = panel(page, 'Payoff');
  await payoff.getByLabel('It pays when').fill('The dog comes from the far end of the field.');
  await payoff.getByLabel('Counted in').fill('whistles of ten');
  await expect(payoff.getByText('it still needs how it is measured')).toBeVisible();
  await page.reload();
  await expect(payoff.getByLabel('Counted in')).toHaveValue('whistles of ten');
  await payoff.getByLabel('How it is measured').fill('Ten tries, count those that sound.');
  await expect(payoff.getByText('In place.')).toBeVisible();
  await panel(page, 'Background support').getByLabel('Place').fill('The far end of the field.');
  await save(page).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Whistle with two fingers' })).toBeVisible();
  await page.getByRole('link', { name: 'Practise this' }).click();
  await page.getByRole('button', { name: 'Start now' }).click();
  await page.getByRole('button', { name: 'Log 0 whistles of ten' }).click();
  await expect.poll(async () => (await own(page, server.address)).length).toBe(1);
});

test('a fault in one of several things leads to that thing, to the very field', async ({ page }) => {
  await page.goto('/canvas/new');
  await page.getByLabel('What will you be able to do?').fill('Whistle with two fingers');
  await page.getByLabel('The greater field').fill('calling');
  const vary = page.getByRole('group', { name: 'Things to vary' });
  for (const [at, name, levels] of [
    [0, 'Hand', 'left\nright'],
    [1, 'Place', 'in the house'],
  ] as const) {
    await vary.getByRole('button', { name: 'Add a thing to vary' }).click();
    await vary.getByLabel('What is varied').nth(at).fill(name);
    await vary.getByLabel('Its settings').nth(at).fill(levels);
  }
  await save(page).click();
  await expect(vary.getByLabel('Its settings').nth(1)).toBeFocused();
  await expect(vary.getByLabel('Its settings').nth(1)).toHaveAttribute('aria-invalid', 'true');
  await expect(vary.getByLabel('Its settings').nth(0)).not.toHaveAttribute('aria-invalid', 'true');
  await expect(vary.getByText('“Place” needs a name and at least two settings, one a line.')).toBeVisible();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\nin the wind');
  await expect(vary.getByLabel('Its settings').nth(1)).not.toHaveAttribute('aria-invalid', 'true');

  const plans = page.getByRole('group', { name: 'When something is in the way' });
  await plans.getByRole('button', { name: 'Add an obstacle' }).click();
  await plans.getByLabel('If').fill('it rains');
  await save(page).click();
  await expect(plans.getByLabel('then')).toBeFocused();
  await plans.getByLabel('then').fill('I stand under the roof.');
  await save(page).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Whistle with two fingers' })).toBeVisible();
});

test('advice stands beside the work, and a design that is two is offered as two', async ({ page }) => {
  await page.goto('/canvas/new');
  await page.getByLabel('What will you be able to do?').fill('Plan and run a meeting');
  await page.getByLabel('The greater field').fill('meetings');
  const size = page.getByRole('region', { name: 'Is it one thing?' });
  await expect(size).toBeVisible();
  await size.getByLabel('It is right as it is, because').fill('ours are ten minutes');
  await size.getByRole('button', { name: 'Plan a meeting' }).click();
  await expect(page.getByLabel('What will you be able to do?')).toHaveValue('Plan a meeting');
  await expect(size).toBeHidden();
  await expect(page.getByLabel('Which needs it answers')).toHaveValue('Plan and run a meeting');
  const review = page.getByRole('region', { name: 'What could be stronger' });
  await expect(review.getByRole('link', { name: 'Payoff' })).toBeVisible();
  await save(page).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Plan a meeting' })).toBeVisible();
});

test('the canvas has a door where one looks for it', BOTH_SIZES, async ({ page, context, server }) => {
  const enter = async (path: string) => {
    await page.goto(path);
    await page.getByRole('link', { name: 'Design one of your own' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Design a small thing to do' })).toBeVisible();
  };
  await enter('/');
  await enter('/find');
  await enter('/me');
  await takeUp(context, server.address, 'bowline');
  await enter('/');
  await title(page).fill('Skip a flat stone');
  await page.getByLabel('The greater field').fill('throwing');
  await save(page).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Skip a flat stone' })).toBeVisible();
  await page.goto('/me');
  await page
    .getByRole('region', { name: 'Your designs' })
    .getByRole('link', { name: 'Skip a flat stone' })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Skip a flat stone' })).toBeVisible();
});

test('an empty canvas is told what comes first, and a plan alone is support already', async ({ page }) => {
  await page.goto('/canvas/new');
  const review = page.getByRole('region', { name: 'What could be stronger' });
  await expect(review.getByRole('listitem')).toHaveCount(1);
  await expect(review.getByText('Begin with one thing to do')).toBeVisible();
  await title(page).fill('Whistle with two fingers');
  await expect(review.getByRole('listitem')).toHaveCount(3);
  await panel(page, 'Payoff').getByLabel('It pays when').fill('The dog comes.');
  // What is begun is not said to be missing.
  await expect(review.getByRole('link', { name: 'Payoff' })).toBeHidden();
  const support = panel(page, 'Background support');
  await support.getByRole('button', { name: 'Add an obstacle' }).click();
  await support.getByLabel('If', { exact: true }).fill('my lips are dry');
  await support.getByLabel('then', { exact: true }).fill('I drink some water');
  await expect(page.getByText('If my lips are dry, then I drink some water')).toBeVisible();
});

test('what is too large is cut by one tap, its minutes with it', async ({ page }) => {
  await page.goto('/canvas/new');
  await title(page).fill('Learn French and play the piano');
  await panel(page, 'Repeatability').getByLabel('Minutes a take').fill('45');
  await panel(page, 'Repeatability').getByLabel('Sessions a week').fill('3');
  await panel(page, 'Repeatability').getByLabel('The two-minute version').fill('One sentence.');
  await panel(page, 'Repeatability').getByLabel('When, and how it is repeated').fill('After coffee.');
  const size = page.getByRole('region', { name: 'Is it one thing?' });
  await size.getByRole('button', { name: 'Say five sentences in French from memory' }).click();
  await expect(title(page)).toHaveValue('Say five sentences in French from memory');
  await expect(page.getByLabel('Minutes a take')).toHaveValue('5');
  await expect(size).toBeHidden();
});

test('a fork is compared with what it was made from, also without the network', async ({
  page,
  server,
  context,
}) => {
  await page.goto(`/canvas/new?from=${idOfName(HOUSE_SPACE_ID, 'bowline')}`);
  await title(page).fill('The four-second bowline');
  await panel(page, 'Payoff').getByLabel('Counted in').fill('knots that hold');
  await save(page).click();
  await expect.poll(async () => (await own(page, server.address)).length).toBe(1);
  await page.getByRole('link', { name: 'Compare it with what it was made from' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Versions, side by side' })).toBeVisible();
  await expect(page.getByLabel('From', { exact: true }).locator('option:checked')).toHaveText(
    'Version 1, which it was made from',
  );
  const changes = page.getByRole('heading', { level: 2 });
  await expect(changes.getByText('What you will be able to do')).toBeVisible();
  await expect(changes.getByText('Counted in')).toBeVisible();
  await expect(page.getByText('“The six-second bowline”, version 1').first()).toBeVisible();
  await expect(page.getByText('bowline@1')).toBeHidden();

  await expect(page.locator('html[data-offline-ready]')).toBeAttached();
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByText('Home was not reached, so of this design')).toBeVisible();
  await expect(changes.getByText('Counted in')).toBeVisible();
});

test('a fork keeps its lineage, its versions can be compared, and takes stay as they were made', async ({
  page,
  server,
}) => {
  const ids = await takeUp(page.context(), server.address, 'bowline', { kind: 'count', unit: 'knots' });
  await logBefore(page.context(), server.address, ids, [1, 2, 3], 2);
  await page.goto(`/practices/${ids.practiceId}`);
  await page.getByRole('link', { name: 'Make the design your own' }).click();
  await expect(page.getByText('Made from “The six-second bowline”')).toBeVisible();
  await page.getByLabel('What will you be able to do?').fill('The four-second bowline');
  await save(page).click();
  await expect(page.getByRole('heading', { level: 1, name: 'The four-second bowline' })).toBeVisible();
  await expect(page.getByText('3 takes').first()).toBeVisible();
  await page.getByRole('link', { name: 'Design it anew' }).click();
  await page
    .getByLabel('In a sentence')
    .fill('You will be able to tie a bowline in four seconds, behind your back.');
  await save(page).click();
  await expect(page.getByRole('heading', { level: 1, name: 'The four-second bowline' })).toBeVisible();

  await expect.poll(async () => (await own(page, server.address))[0]?.version).toBe(2);
  const [fork] = await own(page, server.address);
  expect(fork).toMatchObject({ lineage: ['bowline@1'], source: '“The six-second bowline”, version 1' });
  await page.goto(`/micromasteries/${fork?.id}/versions`);
  await expect(page.getByText('One thing differs')).toBeVisible();
  await expect(page.locator('ins').first()).toBeVisible();
  const practice = (await (
    await page.request.get(`${server.address}/api/practices/${ids.practiceId}`)
  ).json()) as PracticePage;
  expect(practice.card).toMatchObject({ attempts: 3, micromasteryId: fork?.id, micromasteryVersion: 2 });
});

test('a design that was shared as a file is read and saved as one’s own', async ({ page, server }) => {
  const bowline = idOfName(HOUSE_SPACE_ID, 'bowline');
  await page.goto(`/micromasteries/${bowline}`);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Save it as a file, to share' }).click();
  const path = await (await download).path();
  await page.goto('/canvas/new');
  await beginFrom(page, path);
  await expect(page.getByLabel('What will you be able to do?')).toHaveValue('The six-second bowline');
  await page.getByLabel('What will you be able to do?').fill('The bowline of a neighbour');
  await expect.poll(async () => JSON.stringify(await keptRows(page))).toContain('of a neighbour');
  await page.reload();
  await expect(page.getByLabel('What will you be able to do?')).toHaveValue('The bowline of a neighbour');
  await save(page).click();
  await expect(page.getByRole('heading', { level: 1, name: 'The bowline of a neighbour' })).toBeVisible();
  await expect.poll(async () => (await own(page, server.address))[0]?.lineage).toEqual(['bowline@1']);

  await page.goto('/canvas/new');
  await beginFrom(page, { name: 'holiday.md', mimeType: 'text/markdown', buffer: Buffer.from('# sun') });
  await expect(page.getByText('Line 1: The file has to begin with a line')).toBeVisible();
});

test('what was saved is found again where it was designed, also at its first address', async ({ page }) => {
  await page.goto('/canvas/new');
  await page.getByLabel('What will you be able to do?').fill('Skip a flat stone');
  await page.getByLabel('The greater field').fill('throwing');
  await expect(page).toHaveURL(/new=1/);
  const first = page.url();
  await save(page).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Skip a flat stone' })).toBeVisible();
  await page.goBack();
  await expect(page).not.toHaveURL(/new=1/);
  await expect(page.getByRole('heading', { level: 1, name: 'Design it anew' })).toBeVisible();
  await page.goto(first);
  await expect(page.getByRole('heading', { level: 1, name: 'Design it anew' })).toBeVisible();
  await expect(page.getByLabel('What will you be able to do?')).toHaveValue('Skip a flat stone');
});

test('a file that is read late does not take the place of what was typed', async ({ page, context }) => {
  const read = Promise.withResolvers<void>();
  await context.route('**/api/micromastery-files', async (route) => {
    await read.promise;
    await route.continue();
  });
  const path = join(import.meta.dirname, '../../library/bowline.md');
  await page.goto('/canvas/new');
  const asked = page.waitForRequest('**/api/micromastery-files');
  await beginFrom(page, path);
  await asked;
  await page.getByLabel('What will you be able to do?').fill('Skip a flat stone');
  const answered = page.waitForResponse('**/api/micromastery-files');
  read.resolve();
  await (await answered).finished();
  await page.getByLabel('The greater field').fill('throwing');
  await expect(page.getByLabel('What will you be able to do?')).toHaveValue('Skip a flat stone');
});

test('a design made without the network is there at once, and at home later', async ({
  page,
  server,
  context,
}) => {
  await page.goto('/find');
  await expect(page.getByText('24 of 24')).toBeVisible();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.goto('/canvas/new');
  await expect(page.getByRole('heading', { level: 1, name: 'Design a small thing to do' })).toBeVisible();
  await context.setOffline(true);
  await page.getByLabel('What will you be able to do?').fill('Skip a flat stone');
  await page.getByLabel('The greater field').fill('throwing');
  await save(page).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Skip a flat stone' })).toBeVisible();
  await context.setOffline(false);
  await expect.poll(async () => (await own(page, server.address)).length, { timeout: 20_000 }).toBe(1);
});

test('what is begun and not whole is named before it is left out of a version, and is not lost', async ({
  page,
  server,
}) => {
  await page.goto('/canvas/new');
  await page.getByLabel('What will you be able to do?').fill('Whistle with two fingers');
  await page.getByLabel('The greater field').fill('calling');
  await panel(page, 'Payoff').getByLabel('It pays when').fill('The dog comes.');
  await panel(page, 'Payoff').getByLabel('Counted in').fill('whistles of ten');
  await save(page).click();
  await expect(page.getByText('The payoff still needs how it is measured. Save once more')).toBeVisible();
  await expect(panel(page, 'Payoff').getByLabel('How it is measured')).toBeFocused();
  expect(await own(page, server.address)).toEqual([]);
  await save(page).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Whistle with two fingers' })).toBeVisible();
  await expect.poll(async () => (await own(page, server.address))[0]?.payoff).toBeNull();

  await page.getByRole('link', { name: 'Design it anew' }).click();
  await expect(panel(page, 'Payoff').getByLabel('Counted in')).toHaveValue('whistles of ten');
  await panel(page, 'Payoff').getByLabel('How it is measured').fill('Ten tries, count those that sound.');
  await save(page).click();
  await expect.poll(async () => (await own(page, server.address))[0]?.payoff?.unit).toBe('whistles of ten');
});
