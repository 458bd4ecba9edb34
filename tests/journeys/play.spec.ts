import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import { PracticePicture } from '../../src/features/practice/picture-contract.ts';
import { type DifficultyBody, TwistList } from '../../src/features/twists/contract.ts';
import { newId } from '../../src/platform/ids.ts';
import { BOTH_SIZES, expect, test } from './support/journey.ts';
import { attemptsAtHome, logBefore, takeUp } from './support/take-up.ts';
import { unfold } from './support/unfold.ts';
import { unplug } from './support/unplug.ts';

const KNOTS = { kind: 'count', unit: 'knots', target: { low: 1, high: null } } as const;
const CARD = 'one eye shut';

/** By the keyboard: a second press of a finger in the same place at once is taken for a bounce. */
const log = async (page: Page, next: number, ...keys: string[]) => {
  for (const key of [...keys, 'Enter']) await page.keyboard.press(key);
  await expect(page.getByText(`Take ${next}`, { exact: true })).toBeVisible();
};
const twist = (page: Page) => page.getByRole('region', { name: 'Twist' });
const play = (page: Page) => page.getByRole('region', { name: 'Play with it' });
const thisTake = (page: Page, level: string) =>
  page.getByRole('button', { name: `This take: ${level}`, exact: true });
const isAxeClean = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
};

async function set(context: BrowserContext, address: string, name: string, value: unknown): Promise<void> {
  const answer = await context.request.put(`${address}/api/settings/${newId()}`, {
    data: { name, value, setAt: new Date(Date.now() - 1000).toISOString() },
  });
  expect(answer.ok()).toBe(true);
}

async function follow(
  context: BrowserContext,
  address: string,
  practiceId: string,
  more: Partial<DifficultyBody> = {},
): Promise<void> {
  const data: DifficultyBody = {
    practiceId,
    variable: 'rope',
    levels: ['thick', 'thin', 'wet'],
    startLevel: 'thick',
    target: 0.8,
    isLocked: false,
    isFollowed: true,
    setAt: new Date(Date.now() - 1000).toISOString(),
    ...more,
  };
  expect((await context.request.put(`${address}/api/difficulties/${newId()}`, { data })).ok()).toBe(true);
}

const atHome = async (context: BrowserContext, practiceId: string) =>
  TwistList.parse(await (await context.request.get(`/api/practices/${practiceId}/twists`)).json());

test(
  'one switch takes every mark of play off runner, page and look back, and all of it is there again with it',
  BOTH_SIZES,
  async ({ page, context, server }) => {
    const taken = await takeUp(context, server.address, 'bowline', KNOTS);
    const { practiceId } = taken;
    await logBefore(context, server.address, taken, [3, 4, 4, 5, 5, 6], 2);
    await set(context, server.address, 'twistEvery', 2);
    await page.goto('/me');
    await page.getByRole('group', { name: 'A ghost of your own past' }).getByLabel('Your middle').check();
    await follow(context, server.address, practiceId, { levels: ['thick', 'thin'], variable: 'rope' });

    await page.goto(`/practices/${practiceId}/run`);
    await expect(thisTake(page, 'thick')).toBeVisible();
    await expect(
      page.getByText('Your past comes in after 5 takes like this one (thick): none yet.'),
    ).toBeVisible();
    await log(page, 2, 'Space', 'Space');
    await expect(twist(page)).toBeVisible();
    await isAxeClean(page);
    await log(page, 3, 'Space');
    await page.keyboard.press('Escape');
    const chart = page.getByRole('figure', { name: 'Takes of this session' });
    await expect(page.getByRole('button', { name: 'Done', exact: true })).toBeVisible();
    const twistOfLast = async () =>
      (await attemptsAtHome(context, server.address, practiceId)).at(-1)?.conditions.twist ?? '';
    await expect.poll(twistOfLast).not.toBe('');
    const drawn = await twistOfLast();
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await expect(play(page)).toBeVisible();

    await page.goto('/me');
    const off = page.getByRole('group', { name: 'Play: twists, ghosts' }).getByLabel('No', { exact: true });
    await off.check();
    await expect(off).toBeChecked();
    await expect(page.getByRole('group', { name: 'A twist is drawn' })).toHaveCount(0);
    await expect(page.getByRole('group', { name: 'A ghost of your own past' })).toHaveCount(0);
    await page.goto(`/practices/${practiceId}`);
    await unfold(page, 'Takes');
    await expect(page.getByText('Take 8', { exact: true })).toBeVisible();
    await expect(play(page)).toHaveCount(0);
    await expect(page.getByText(`twist: ${drawn}`)).toHaveCount(0);
    await page.goto(`/practices/${practiceId}/run`);
    await expect(thisTake(page, 'as usual')).toBeVisible();
    await log(page, 2, 'Space');
    await expect(twist(page)).toHaveCount(0);
    await expect(page.getByText('Your past comes in')).toHaveCount(0);
    await log(page, 3, 'Space');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Done', exact: true })).toBeVisible();
    await expect(chart.getByText('thick')).toHaveCount(0);
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await expect
      .poll(async () =>
        (await attemptsAtHome(context, server.address, practiceId))
          .slice(8)
          .map(({ conditions }) => conditions),
      )
      .toEqual([{}, {}]);

    await page.goto('/me');
    await page.getByRole('group', { name: 'Play: twists, ghosts' }).getByLabel('Yes').check();
    await expect(
      page.getByRole('group', { name: 'A twist is drawn' }).getByLabel('Every second'),
    ).toBeChecked();
    await expect(
      page.getByRole('group', { name: 'A ghost of your own past' }).getByLabel('Your middle'),
    ).toBeChecked();
    await page.goto(`/practices/${practiceId}`);
    await unfold(page, 'Takes', 'Play with it');
    await expect(play(page).getByText('Rope follows how it goes. Now: thick.')).toBeVisible();
    await expect(page.getByText(`twist: ${drawn}`)).toBeVisible();
  },
);

test('takes are made beside one’s own past under the same conditions, also without the network', async ({
  page,
  context,
  server,
}) => {
  const taken = await takeUp(context, server.address, 'bowline', KNOTS);
  await logBefore(context, server.address, taken, [30, 27, 31, 36, 33], 2);
  await page.goto('/me');
  await page.getByRole('group', { name: 'A ghost of your own past' }).getByLabel('Your best').check();
  await page.goto(`/practices/${taken.practiceId}/run`);
  await expect(
    page.getByText('Your best of the last 5: 36 knots, half of them between 30 and 33.'),
  ).toBeVisible();
  await isAxeClean(page);
  await unplug(page);
  await log(page, 2, '4', '0');
  await expect(
    page.getByText('Your best of the last 6: 40 knots, half of them between 30.3 and 35.3.'),
  ).toBeVisible();
  // What is varied has a past of its own.
  await page.getByRole('button', { name: 'This take: as usual' }).click();
  const dialog = page.getByRole('dialog', { name: 'What to vary' });
  await dialog.getByRole('radio').first().check();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText('Your best of the last')).toHaveCount(0);
  await context.setOffline(false);
});

test('a timed take has its past marked on the rod', async ({ page, context, server }) => {
  const taken = await takeUp(context, server.address, 'bowline', {
    kind: 'duration',
    unit: 'seconds',
    direction: 'down',
    target: { low: null, high: 30 },
  });
  await logBefore(context, server.address, taken, [20, 22, 24, 26, 28], 2);
  await set(context, server.address, 'ghost', 'median');
  await page.goto(`/practices/${taken.practiceId}/run`);
  await expect(
    page.getByText('Your middle of the last 5: 0:24, half of them between 0:22 and 0:26.'),
  ).toBeVisible();
  const mark = page.locator('[data-ghost]');
  await expect(mark).toHaveCount(1);
  const rod = await mark.locator('xpath=..').boundingBox();
  const at = await mark.boundingBox();
  if (rod === null || at === null) throw new Error('nothing is drawn');
  expect((at.x - rod.x) / rod.width).toBeGreaterThan(0);
  expect((at.x - rod.x) / rod.width).toBeLessThan(1);
});

test(
  'play is logged without a score, counts as practice, and is in no picture',
  BOTH_SIZES,
  async ({ page, context, server }) => {
    const taken = await takeUp(context, server.address, 'bowline', {
      ...KNOTS,
      target: { low: 4, high: null },
    });
    const { practiceId, payoffId } = taken;
    await logBefore(context, server.address, taken, [3, 4, 4, 5], 2);
    const pictureOf = async () =>
      PracticePicture.parse(await (await context.request.get(`/api/practices/${practiceId}/picture`)).json());
    const before = await pictureOf();
    await page.goto(`/practices/${practiceId}`);
    await unfold(page, 'Play with it');
    await play(page).getByRole('link', { name: 'Mess it up' }).click();
    await expect(page.getByRole('button', { name: 'Set up: mess it up' })).toBeVisible();
    await isAxeClean(page);
    await unplug(page);
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await expect(page.getByText('Take 2', { exact: true })).toBeVisible();
    await log(page, 3);
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Finish' }).first().click();
    await expect(
      page.getByRole('heading', { name: '2 takes, without a score. Done is done.' }),
    ).toBeVisible();
    await expect(
      page.getByText('Played with. It counts as practice, is never scored, and lowers nothing.'),
    ).toBeVisible();
    await isAxeClean(page);
    await page.getByRole('button', { name: 'Done', exact: true }).click();

    await expect
      .poll(async () => (await attemptsAtHome(context, server.address, practiceId)).map(({ value }) => value))
      .toEqual([3, 4, 4, 5, null, null]);
    expect(await pictureOf()).toEqual(before);
    const { sessions } = await (await context.request.get('/api/bench')).json();
    expect(sessions).toHaveLength(2);
    const [, played] = (await attemptsAtHome(context, server.address, practiceId)).slice(-2);
    const { id, isFloor: _, remarks: __, ...body } = played ?? { id: '', isFloor: false, remarks: [] };
    const refused = await context.request.put(`${server.address}/api/attempts/${newId()}`, {
      data: { ...body, payoffId, sequence: 9, value: 7 },
    });
    expect(id).not.toBe('');
    expect(await refused.json()).toMatchObject({ status: 422, code: 'play-not-scored' });
  },
);

test(
  'a variable follows how it goes: the level is on the take, is stepped with a reason, and is kept where it is locked',
  BOTH_SIZES,
  async ({ page, context, server }) => {
    const taken = await takeUp(context, server.address, 'bowline', KNOTS);
    const { practiceId } = taken;
    await logBefore(context, server.address, taken, [3], 2);
    await page.goto(`/practices/${practiceId}`);
    await unfold(page, 'Play with it');
    await play(page)
      .getByRole('button', { name: 'Let something else follow, with levels of your own' })
      .click();
    await play(page).getByLabel('What changes').fill('rope');
    await play(page).getByLabel('Its levels, the easiest first').fill('thick');
    await play(page).getByRole('button', { name: 'Let it follow', exact: true }).click();
    await expect(play(page).getByText('A difficulty has from two to 50 levels.')).toBeVisible();
    await play(page).getByLabel('Its levels, the easiest first').fill('thick\nthin\nwet');
    await isAxeClean(page);
    await play(page).getByRole('button', { name: 'Let it follow', exact: true }).click();
    await expect(play(page).getByText('Rope follows how it goes. Now: thick.')).toBeVisible();

    await page.goto(`/practices/${practiceId}/run`);
    await expect(thisTake(page, 'thick')).toBeVisible();
    await unplug(page);
    for (let take = 1; take <= 5; take += 1) await log(page, take + 1, 'Space');
    await expect(page.getByText('All of the last 5 passed at thick: try thin.')).toBeVisible();
    await expect(thisTake(page, 'thin')).toBeVisible();
    await isAxeClean(page);
    await log(page, 7, 'Space');
    await context.setOffline(false);
    await expect
      .poll(async () =>
        (await attemptsAtHome(context, server.address, practiceId))
          .slice(1)
          .map(({ conditions }) => conditions.rope),
      )
      .toEqual(['thick', 'thick', 'thick', 'thick', 'thick', 'thin']);

    await page.goto(`/practices/${practiceId}`);
    await unfold(page, 'Play with it');
    await expect(play(page).getByText('Rope follows how it goes. Now: thin.')).toBeVisible();
    await play(page).getByRole('button', { name: 'Keep the level as it is' }).click();
    await expect(play(page).getByText('Rope is kept as it is. Now: thin.')).toBeVisible();
    await expect.poll(async () => (await atHome(context, practiceId)).difficulty?.isLocked).toBe(true);
    await page.goto(`/practices/${practiceId}/run`);
    await page.getByRole('button', { name: 'Go on' }).first().click();
    for (let take = 7; take <= 9; take += 1) await log(page, take + 1, 'Space');
    await expect(page.getByText('You keep the level as it is.')).toBeVisible();
    await expect(thisTake(page, 'thin')).toBeVisible();
  },
);

test('cards of one’s own are drawn like the author’s, and what is put aside is not', async ({
  page,
  context,
  server,
}) => {
  const taken = await takeUp(context, server.address, 'bowline', KNOTS);
  const { practiceId } = taken;
  await logBefore(context, server.address, taken, [3, 4, 4, 5, 5, 6], 2);
  await set(context, server.address, 'twistEvery', 1);
  await page.goto(`/practices/${practiceId}`);
  await unfold(page, 'Play with it');
  await play(page).getByRole('button', { name: 'Add a card of your own' }).click();
  await play(page).getByLabel('Name of the card').fill(CARD);
  await play(page).getByLabel('What to do').fill('Keep the left one shut.');
  await play(page).getByRole('button', { name: 'Add it' }).click();
  await play(page)
    .getByText(/^The deck, \d+ cards$/)
    .click();
  await expect(play(page).getByText('your own', { exact: true })).toBeVisible();
  await play(page).getByRole('button', { name: 'Add a card of your own' }).click();
  await play(page).getByLabel('Name of the card').fill('hum');
  await play(page).getByLabel('What to do').fill('Hum a tune.');
  await play(page).getByRole('button', { name: 'Add it' }).click();
  await isAxeClean(page);
  const authors = play(page).getByRole('button', { name: /^Put aside: (?!one eye shut$|hum$)/ });
  const count = await authors.count();
  expect(count).toBeGreaterThan(1);
  for (let left = count; left > 0; left -= 1) {
    await authors.first().click();
    await expect(authors).toHaveCount(left - 1);
  }
  await page.goto(`/practices/${practiceId}/run`);
  await expect(twist(page).getByText('Your own twist, drawn for this take')).toBeVisible();
  const names: string[] = [];
  for (let take = 1; take <= 4; take += 1) {
    await expect(twist(page)).toBeVisible();
    names.push((await twist(page).locator('p').nth(1).textContent()) ?? '');
    await log(page, take + 1, 'Space');
  }
  expect(new Set(names)).toEqual(new Set(['One eye shut', 'Hum']));
  await expect.poll(async () => (await atHome(context, practiceId)).draws.length).toBe(4);
});
