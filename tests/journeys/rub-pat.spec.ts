import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import { v7 } from 'uuid';
import { PracticePicture } from '../../src/features/practice/picture-contract.ts';
import { BOTH_SIZES, expect, test } from './support/journey.ts';
import { attemptsAtHome, type TakenUp, takeUp } from './support/take-up.ts';
import { unfold } from './support/unfold.ts';
import { unplug } from './support/unplug.ts';

const CATCHES = { kind: 'count', unit: 'catches', target: { low: 30, high: null }, anchors: null } as const;
const SECTION = 'Rub and pat';
const section = (page: Page) => page.getByRole('region', { name: SECTION, exact: true });

/** By the keyboard: a second press of a finger in the same place at once is taken for a bounce. */
async function log(page: Page, values: readonly number[], before = 0): Promise<void> {
  for (const [index, value] of values.entries()) {
    await page.keyboard.type(String(value));
    await page.keyboard.press('Enter');
    await expect(page.getByText(`Take ${before + index + 2}`, { exact: true })).toBeVisible();
  }
}

async function finish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Finish' }).locator('visible=true').click();
  await page.getByRole('button', { name: /^Done( for now)?$/ }).click();
  await expect(page.getByRole('heading', { name: 'Takes', exact: true })).toBeVisible();
}

async function put(context: BrowserContext, path: string, data: unknown): Promise<void> {
  const answer = await context.request.put(path, { data });
  if (!answer.ok()) throw new Error(`refused: ${answer.status()} ${await answer.text()}`);
}

/** A session at home, so long ago; `part` null: of the whole. */
async function session(
  context: BrowserContext,
  { practiceId, payoffId }: TakenUp,
  { part, values, daysAgo }: { part: string | null; values: readonly number[]; daysAgo: number },
): Promise<void> {
  const sessionId = v7();
  const at = Date.now() - daysAgo * 86_400_000;
  const startedAt = new Date(at).toISOString();
  const work = part === null ? 'whole' : 'part';
  await put(context, `/api/sessions/${sessionId}`, {
    ...{ practiceId, deviceId: null, isFloor: false, work, part, startedAt },
  });
  for (const [index, value] of values.entries())
    await put(context, `/api/attempts/${v7()}`, {
      ...{ practiceId, sessionId, payoffId, sequence: index + 1, value, source: 'runner' },
      startedAt: new Date(at + index * 60_000).toISOString(),
      ...{ localDay: startedAt.slice(0, 10), durationSeconds: 30, conditions: {}, isTrickRead: true },
    });
}

async function expectNoFault(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
}

test(
  'each part alone, then both with the attention going round: the plan leads, its reason is said, and takes carry how they were set',
  BOTH_SIZES,
  async ({ page, context, server }) => {
    const taken = await takeUp(context, server.address, 'juggling-cascade', CATCHES);
    // The whole comes first: before it there is nothing to take apart.
    await session(context, taken, { part: null, values: [3], daysAgo: 2 });
    await page.goto(`/practices/${taken.practiceId}`);
    await unfold(page, SECTION);
    await expect(section(page)).toContainText('Next: Even throws alone.');
    await section(page).getByRole('link', { name: 'Practise this' }).click();
    const card = page.getByRole('region', { name: SECTION });
    await expect(card).toContainText('Two balls, one exchange');
    await expect(page.getByRole('button', { name: 'Set up: Even throws' })).toBeVisible();
    await log(page, [18, 20, 19]);
    await finish(page);
    await unfold(page, SECTION);
    await expect(section(page)).toContainText('Next: Calm catching alone.');

    await session(context, taken, { part: 'calm catching', values: [16, 17, 18], daysAgo: 1 });
    await page.reload();
    await unfold(page, SECTION);
    await expect(section(page)).toContainText('Next: Both, most attention on even throws (80/20).');
    await expect(section(page)).toContainText('goes worse than either alone at first is expected');

    // Without the network the plan goes on from what this device knows.
    await page.evaluate(() => navigator.serviceWorker.ready);
    await unplug(page);
    await section(page).getByRole('link', { name: 'Practise this' }).click();
    await expect(card).toContainText('Both, most attention on even throws (80/20)');
    // The learner may choose otherwise.
    await page.getByRole('button', { name: 'Set up: Both together' }).click();
    await page.getByRole('button', { name: /^Rub and pat, next/ }).click();
    await page.getByRole('radio', { name: 'The same for each' }).check();
    await expectNoFault(page);
    await page.getByRole('button', { name: 'Begin with this' }).click();
    await expect(card).toContainText('the same attention for each (50/50)');
    // The keyboard came back to “Set up”, where Enter is its own.
    await card.click();
    await log(page, [9, 10, 11]);
    await finish(page);
    await unfold(page, SECTION);
    await expect(section(page)).toContainText('The attention goes round');
    await expect(
      section(page).getByRole('img', { name: /^What both at once costs each part, over 1 session/ }),
    ).toBeVisible();
    await context.setOffline(false);

    await expect
      .poll(async () => (await attemptsAtHome(context, server.address, taken.practiceId)).length)
      .toBe(10);
    const attempts = await attemptsAtHome(context, server.address, taken.practiceId);
    expect(attempts.slice(-3).map(({ value, conditions }) => [value, conditions])).toEqual([
      [9, { emphasis: '50/50' }],
      [10, { emphasis: '50/50' }],
      [11, { emphasis: '50/50' }],
    ]);
    // None of it is a run of the whole.
    const whole = await context.request.get(`/api/practices/${taken.practiceId}/picture`);
    expect(PracticePicture.parse(await whole.json()).picture?.n).toBe(1);
  },
);

test('the cost is drawn as it falls, the two are combined by the line that the learner chose, and a second task tells what runs by itself', async ({
  page,
  context,
  server,
}) => {
  const taken = await takeUp(context, server.address, 'juggling-cascade', CATCHES);
  const add = (part: string | null, values: readonly number[], daysAgo: number) =>
    session(context, taken, { part, values, daysAgo });
  await add('even throws', [20, 20, 20, 20], 20);
  await add('calm catching', [20, 20, 20, 20], 19);
  await add('both together', [10, 10, 10], 15);
  for (const daysAgo of [12, 11, 10]) await add('both together', [17, 17, 17], daysAgo);
  await add(null, [20, 20, 20], 5);
  await page.goto(`/practices/${taken.practiceId}`);
  await unfold(page, SECTION);
  await expect(section(page)).not.toContainText('Combined since');
  await section(page).getByText('See the numbers').click();
  await expect(section(page).getByRole('row')).toHaveCount(5);
  await expect(section(page).getByRole('row').nth(1)).toContainText('49%, four in five between');
  await expectNoFault(page);

  await section(page).getByRole('button', { name: 'Call or measure them otherwise' }).click();
  await page.getByRole('radio', { name: '20%' }).check();
  await expectNoFault(page);
  await page.getByRole('button', { name: 'Keep it so' }).click();
  await expect(section(page)).toContainText('Next: The whole.');
  await expect(section(page)).toContainText(
    /Combined since .+: in three sessions in a row each cost less than 20%/,
  );

  await section(page).getByRole('link', { name: 'Three takes with a second task' }).click();
  await expect(page.getByText('Beside it, for every take')).toBeVisible();
  await log(page, [19, 12, 20]);
  await finish(page);
  await unfold(page, SECTION);
  await expect(section(page)).toContainText(/Held with a second task in 2 of 3 takes, .+: within 10%/);
  await expect
    .poll(async () => (await attemptsAtHome(context, server.address, taken.practiceId)).at(-1)?.conditions)
    .toHaveProperty('second task');
  const whole = await context.request.get(`/api/practices/${taken.practiceId}/picture`);
  expect(PracticePicture.parse(await whole.json()).picture?.n).toBe(3);
});

test('a part has a name and a measure of its own, takes of both are measured by turns, and a session begins with what comes next where that is wished', async ({
  page,
  context,
  server,
}) => {
  const taken = await takeUp(context, server.address, 'juggling-cascade', CATCHES);
  await session(context, taken, { part: 'even throws', values: [18, 19, 20], daysAgo: 4 });
  await page.goto(`/practices/${taken.practiceId}`);
  await unfold(page, SECTION);
  await section(page).getByRole('button', { name: 'Call or measure them otherwise' }).click();
  const other = page.getByRole('group', { name: 'The other part' });
  await other.getByLabel('Its name').fill('quiet hands');
  await other.getByLabel('Measured by').selectOption('How many');
  await page.getByRole('button', { name: 'Keep it so' }).click();
  await expect(other).toContainText('Say what is counted');
  await other.getByLabel('Counted in').fill('quiet ones');
  await page.getByRole('radio', { name: 'What comes next' }).check();
  await page.getByRole('button', { name: 'Keep it so' }).click();
  await expect(section(page)).toContainText('Next: Quiet hands alone.');
  await expect(section(page)).toContainText('Measured in quiet ones; more is better.');

  await page.goto(`/practices/${taken.practiceId}/run`);
  await expect(page.getByRole('button', { name: 'Set up: Quiet hands' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Log 0 quiet ones' })).toBeVisible();
  await log(page, [7, 8, 8]);
  await finish(page);
  await page.goto(`/practices/${taken.practiceId}/run`);
  await expect(page.getByText('This take counts even throws.')).toBeAttached();
  await expect(page.getByRole('button', { name: 'Log 0 catches' })).toBeVisible();
  await log(page, [9]);
  await expect(page.getByRole('button', { name: 'Log 0 quiet ones' })).toBeVisible();
  await log(page, [5, 10, 6, 11, 6], 1);
  await page.getByRole('button', { name: 'Finish' }).locator('visible=true').click();
  await expect(page.getByText('3 takes counted the other part')).toBeVisible();
  await page.getByRole('button', { name: /^Done/ }).click();
  await unfold(page, SECTION);
  await expect(section(page)).toContainText(
    /Both together cost it 46%, .+ from 3 takes alone and 3 together/,
  );
  await expect(section(page)).toContainText(
    /Both together cost it 24%, .+ from 3 takes alone and 3 together/,
  );
  await expect
    .poll(async () =>
      (await attemptsAtHome(context, server.address, taken.practiceId)).map(({ value }) => value),
    )
    .toEqual([18, 19, 20, 7, 8, 8, 9, 5, 10, 6, 11, 6]);
});

test('one tap puts the steps into another order, which the takes say, and the picture of the whole leaves out', async ({
  page,
  context,
  server,
}) => {
  const taken = await takeUp(context, server.address, 'bowline', { ...CATCHES, unit: 'knots' });
  await page.goto(`/practices/${taken.practiceId}/run`);
  await page.getByRole('button', { name: 'Set up: the whole' }).click();
  await page.getByRole('button', { name: 'Steps in another order', exact: true }).click();
  await page.getByRole('button', { name: 'Backward' }).click();
  const steps = page.getByRole('region', { name: 'Steps in another order' }).getByRole('listitem');
  await expect(steps.first()).toContainText('Test the knot');
  await expect(steps).toHaveCount(7);
  await expectNoFault(page);
  await page.getByRole('button', { name: /^Set up/ }).click();
  await page.getByRole('button', { name: 'Steps in another order', exact: true }).click();
  await page.getByRole('button', { name: 'Shuffled' }).click();
  await expect(page.getByRole('button', { name: 'Shuffled' })).toHaveCount(0);
  const shuffled = await steps.allTextContents();
  await page.reload();
  await expect.poll(() => steps.allTextContents()).toEqual(shuffled);
  await page.getByRole('button', { name: 'Go on' }).first().click();
  await log(page, [3]);
  await finish(page);
  await expect
    .poll(async () => (await attemptsAtHome(context, server.address, taken.practiceId))[0]?.conditions)
    .toEqual({ order: 'shuffled' });
  const whole = await context.request.get(`/api/practices/${taken.practiceId}/picture`);
  expect(PracticePicture.parse(await whole.json()).picture?.n).toBe(0);
});
