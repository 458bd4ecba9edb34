import type { Page } from '@playwright/test';
import type { EvidenceList } from '../../src/features/evidence/contract.ts';
import type { PracticePage } from '../../src/features/practice/contract.ts';
import type { PracticePicture } from '../../src/features/practice/picture-contract.ts';
import { axeFaults } from './support/axe-faults.ts';
import { expect, test } from './support/journey.ts';
import { attemptsAtHome, logBefore, openRunner, takeUp } from './support/take-up.ts';

const none = { low: null, high: null };

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
/** What the quiet line under the title opens. */
const setUp = async (page: Page, name: string) => {
  await page.getByRole('button', { name: /^Set up: / }).click();
  await press(page, name);
};
const finish = (page: Page) => page.getByRole('button', { name: 'Finish' }).locator('visible=true').click();
const isTooWide = (page: Page) =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');

async function readAtHome<Answer>(page: Page, address: string, path: string): Promise<Answer> {
  const answer = await page.context().request.get(`${address}${path}`);
  return await answer.json();
}

test('work on a part is chosen in one tap, survives a reload, and is drawn apart', async ({
  page,
  context,
  server,
}) => {
  const ids = await takeUp(context, server.address, 'chord-changes');
  await logBefore(context, server.address, ids, [5, 6], 2);
  await page.goto(`/practices/${ids.practiceId}/run`);
  await setUp(page, 'This session: the whole');
  await page.getByText('A part', { exact: true }).click();
  await page.getByLabel('Which part').fill('the left hand');
  expect(await axeFaults(page)).toEqual([]);
  await press(page, 'Begin with this');
  await expect(page.getByRole('button', { name: 'Set up: The left hand' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Set up: The left hand' })).toBeVisible();

  // Taken up again where it was left, if its clock had run by then.
  const goOn = page.getByRole('button', { name: 'Go on', exact: true });
  await expect(goOn.or(page.getByRole('button', { name: 'Log 9 out of 10' })).first()).toBeVisible();
  if (await goOn.first().isVisible()) await goOn.first().click();
  await press(page, 'Log 9 out of 10');
  await expect(page.getByRole('button', { name: 'Set up: The left hand' })).toBeVisible();
  await finish(page);
  await expect(page.getByText('Work on a part. It is drawn apart from whole runs.')).toBeVisible();
  await press(page, 'Done');

  await page.getByText('The left hand', { exact: true }).click();
  await expect(page.getByText('Takes of this part alone.', { exact: false })).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  const whole = await readAtHome<PracticePicture>(
    page,
    server.address,
    `/api/practices/${ids.practiceId}/picture`,
  );
  expect(whole.picture).toMatchObject({ n: 2, reached: null });
  expect(whole.works).toEqual([
    { work: 'whole', part: null, takes: 2 },
    { work: 'part', part: 'the left hand', takes: 1 },
  ]);
});

test('one thing is changed, looked back on, and shown next time with what came of it', async ({
  page,
  context,
  server,
}) => {
  const ids = await takeUp(context, server.address, 'chord-changes');
  await logBefore(context, server.address, ids, [5, 6, 5, 6], 2);
  await page.goto(`/practices/${ids.practiceId}/run`);
  await setUp(page, 'One thing to change');
  await expect(page.getByLabel('In your words')).toBeFocused();
  await page.getByLabel('In your words').fill('lift less');
  expect(await axeFaults(page)).toEqual([]);
  await press(page, 'Change this');
  await expect(page.getByRole('button', { name: 'Set up: the whole, to change: lift less' })).toBeFocused();
  for (const score of [6, 8, 7]) await press(page, `Log ${score} out of 10`);
  await finish(page);
  await page.getByText('Better', { exact: true }).click();
  await page.getByLabel('A word on it').fill('quieter');
  await expect(
    page.getByText('What the takes say: The middle of 3 takes is 7', { exact: false }),
  ).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await page.reload();
  await expect(page.getByLabel('A word on it')).toHaveValue('quieter');
  await press(page, 'Done');

  const pagePath = `/api/practices/${ids.practiceId}`;
  await expect
    .poll(async () => (await readAtHome<PracticePage>(page, server.address, pagePath)).lastAim)
    .toMatchObject({ text: 'lift less', result: { outcome: 'better', note: 'quieter' } });
  await page.goto(`/practices/${ids.practiceId}/run`);
  await page.getByRole('button', { name: 'Set up: the whole' }).click();
  await expect(page.getByText('Last time you changed')).toBeVisible();
  await expect(page.getByText('better, as you saw it. quieter', { exact: false })).toBeVisible();
});

test('a showing is told of without a network, and comes home with its words', async ({
  page,
  context,
  server,
}) => {
  const { practiceId } = await takeUp(context, server.address, 'chord-changes');
  await page.goto(`/practices/${practiceId}/run?work=showing`);
  await expect(page.getByRole('button', { name: 'Set up: a showing' })).toBeVisible();
  await press(page, 'Log 8 out of 10');
  await finish(page);
  await context.setOffline(true);
  await page.getByLabel('How many were there').fill('no idea');
  await expect(page.getByText('Type a whole number of people', { exact: false })).toBeVisible();
  await page.getByLabel('How many were there').fill('12');
  await page.getByLabel('Where, or on what occasion').fill('Kitchen party');
  await page.getByLabel('One thing that somebody said').fill('Again!');
  await page.getByLabel('Who said it').fill('Ruth');
  expect(await axeFaults(page)).toEqual([]);
  await press(page, 'Done');
  await context.setOffline(false);
  const path = `/api/practices/${practiceId}/evidence`;
  await expect
    .poll(async () => (await readAtHome<EvidenceList>(page, server.address, path)).showings, {
      timeout: 30_000,
    })
    .toMatchObject([{ audience: 12, occasion: 'Kitchen party', quote: 'Again!', quotedFrom: 'Ruth' }]);
});

test('a beat is tapped, and its rate is logged', async ({ page, context, server }) => {
  const payoff = { kind: 'rate', unit: 'bpm', target: none, anchors: null } as const;
  const { practiceId } = await takeUp(context, server.address, 'chord-changes', payoff);
  await page.clock.install();
  await page.goto(`/practices/${practiceId}/run`);
  const tap = page.getByRole('button', { name: /^Tap/ });
  for (let count = 0; count < 5; count += 1) {
    await tap.click();
    await page.clock.runFor(700);
  }
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: /^Log \d/ }).click();
  await expect
    .poll(async () => (await attemptsAtHome(context, server.address, practiceId))[0]?.value ?? 0)
    .toBeGreaterThan(20);
});

test('words are counted as they are written, and a reload loses none', async ({ page, context, server }) => {
  const payoff = { kind: 'count', unit: 'words', target: none, anchors: null } as const;
  const practiceId = await openRunner(page, server, 'chord-changes', payoff);
  await page.getByLabel('Write or paste it here').fill('Once there was a room');
  await expect(page.getByRole('button', { name: 'Log 5 words' })).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await page.reload();
  await page.getByRole('button', { name: 'Go on', exact: true }).first().click();
  await expect(page.getByLabel('Write or paste it here')).toHaveValue('Once there was a room');
  await press(page, 'Log 5 words');
  await expect
    .poll(async () => (await attemptsAtHome(context, server.address, practiceId)).map(({ value }) => value))
    .toEqual([5]);
});

test('right and wrong ones make a net rate, by another way that is remembered', async ({
  page,
  context,
  server,
}) => {
  const payoff = { kind: 'rate', unit: 'clean changes', target: none, anchors: null } as const;
  const { practiceId } = await takeUp(context, server.address, 'chord-changes', payoff);
  await page.clock.install();
  await page.goto(`/practices/${practiceId}/run`);
  await press(page, 'Measure it another way');
  await press(page, 'Count right and wrong ones');
  await page.clock.runFor(1_000);
  await press(page, 'Start');
  for (let count = 0; count < 6; count += 1) await press(page, 'Right');
  await press(page, 'Wrong');
  await page.clock.runFor(70_000);
  await press(page, 'Log 5 clean changes a minute');
  await page.clock.runFor(1_000);
  await expect
    .poll(async () => (await attemptsAtHome(context, server.address, practiceId)).map(({ value }) => value))
    .toEqual([5]);
  await page.reload();
  await page.getByRole('button', { name: 'Go on', exact: true }).first().click();
  await press(page, 'Start');
  await expect(page.getByRole('button', { name: 'Right', exact: true })).toBeVisible();
});

test('what was there is ticked off, and the number of ticks is the value', async ({
  page,
  context,
  server,
}) => {
  const payoff = { kind: 'count', unit: 'steps', target: none, anchors: null } as const;
  const practiceId = await openRunner(page, server, 'chord-changes', payoff);
  const items = page.getByRole('checkbox');
  await expect(items.first()).toBeVisible();
  await items.nth(0).check();
  await items.nth(1).check();
  await items.nth(0).uncheck();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: /^Log 1 / }).click();
  await expect
    .poll(async () => (await attemptsAtHome(context, server.address, practiceId)).map(({ value }) => value))
    .toEqual([1]);
});

test('what is chosen first stays within a small window with large text', async ({
  page,
  context,
  server,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const { practiceId } = await takeUp(context, server.address, 'chord-changes');
  await page.goto(`/practices/${practiceId}/run?work=part&part=${'a'.repeat(80)}`);
  await page.evaluate("document.documentElement.style.fontSize = '200%'");
  await expect(page.getByRole('button', { name: /^Set up: / })).toBeVisible();
  expect(await isTooWide(page)).toBe(false);
  await setUp(page, 'One thing to change');
  await expect(page.getByLabel('In your words')).toBeVisible();
  expect(await isTooWide(page)).toBe(false);
});
