import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import { drawLevel } from '../../src/engine/trial/assignment.ts';
import { type Experiment, ExperimentList, ExperimentPage } from '../../src/features/experiments/contract.ts';
import { sha256 } from '../../src/platform/digest.ts';
import { BOTH_SIZES, expect, test } from './support/journey.ts';
import { attemptsAtHome, takeUp } from './support/take-up.ts';
import { unplug } from './support/unplug.ts';

const KNOTS = { kind: 'count', unit: 'knots', target: { low: 12, high: null } } as const;

async function atHome(context: BrowserContext, practiceId: string): Promise<Experiment[]> {
  const answer = await context.request.get(`/api/practices/${practiceId}/experiments`);
  return ExperimentList.parse(await answer.json()).experiments;
}
const pageAtHome = async (context: BrowserContext, id: string) =>
  ExperimentPage.parse(await (await context.request.get(`/api/experiments/${id}`)).json());

/** What the seed draws for a place, reckoned here from what was agreed. */
function lot({ levels, seed, draw }: Experiment, place: number): string {
  const probabilities = draw.kind === 'fixed' ? draw.probabilities : [];
  return drawLevel({ levels }, probabilities, { seed, place }, sha256).level;
}
const drawn = (page: Page, level: string) =>
  page.getByRole('button', { name: new RegExp(`^This take: ${level}`) });
/** By the keyboard: a second press of a finger in the same place at once is taken for a bounce. */
const logKnot = (page: Page) => page.keyboard.press('Enter');
const isAxeClean = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
};

test(
  'an experiment begins with two taps, draws for every take without the network, and keeps what could not be done',
  BOTH_SIZES,
  async ({ page, context, server }) => {
    const { practiceId } = await takeUp(context, server.address, 'bowline', KNOTS);
    await page.goto(`/practices/${practiceId}/ask?variable=hand`);
    await expect(page.getByRole('radio', { name: 'Hand', exact: true })).toBeChecked();
    await isAxeClean(page);
    await page.getByRole('button', { name: 'Begin the experiment' }).click();
    await page.waitForURL(/\/experiments\//);
    await expect.poll(async () => (await atHome(context, practiceId)).length).toBe(1);
    const [asked] = await atHome(context, practiceId);
    if (asked === undefined) throw new Error('nothing was asked');
    expect(asked).toMatchObject({ variable: 'hand', unit: 'attempt', reference: 12, end: null });

    await page.goto(`/practices/${practiceId}/run`);
    await expect(drawn(page, lot(asked, 0))).toBeVisible();
    await isAxeClean(page);
    // Who does not like what was drawn and opens the page anew meets it again.
    await page.reload();
    await expect(drawn(page, lot(asked, 0))).toBeVisible();
    await logKnot(page);
    await expect(page.getByText('Take 2', { exact: true })).toBeVisible();
    await expect(drawn(page, lot(asked, 1))).toBeVisible();

    await unplug(page);
    await logKnot(page);
    await expect(page.getByText('Take 3', { exact: true })).toBeVisible();
    await drawn(page, lot(asked, 2)).click();
    const dialog = page.getByRole('dialog', { name: 'Drawn by lot' });
    await dialog.getByRole('radio', { name: 'Could not: another way' }).check();
    await isAxeClean(page);
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect(drawn(page, `not ${lot(asked, 2)}`)).toBeVisible();
    // Until it is gone, a key is the dialog's.
    await expect(dialog).toHaveCount(0);
    await logKnot(page);
    await expect(drawn(page, lot(asked, 3))).toBeVisible();
    await context.setOffline(false);

    await expect.poll(async () => (await atHome(context, practiceId))[0]?.nextPlace).toBe(3);
    const { draws, experiment } = await pageAtHome(context, asked.id);
    expect(draws.map(({ place, level, isKept }) => [place, level, isKept])).toEqual([
      [0, lot(asked, 0), true],
      [1, lot(asked, 1), true],
      [2, lot(asked, 2), false],
    ]);
    expect(experiment.aside.notKept).toBe(1);
    const attempts = await attemptsAtHome(context, server.address, practiceId);
    expect(attempts.map(({ conditions }) => conditions)).toEqual([
      { hand: lot(asked, 0) },
      { hand: lot(asked, 1) },
      {},
    ]);
    expect(draws.map(({ attemptId }) => attemptId)).toEqual(attempts.map(({ id }) => id));
  },
);

test('one’s own variable has a name and two settings, and says which field is missing', async ({
  page,
  context,
  server,
}) => {
  const { practiceId } = await takeUp(context, server.address, 'bowline', KNOTS);
  await page.goto(`/practices/${practiceId}/ask`);
  await page.getByRole('radio', { name: 'Something of your own' }).check();
  await page.getByRole('button', { name: 'Begin the experiment' }).click();
  await expect(page.getByLabel('What you change')).toBeFocused();
  await page.getByLabel('What you change').fill('hour');
  await page.getByLabel('As you do it now').fill('in the morning');
  await page.getByLabel('Setting 2').fill('in the evening');
  await page.getByLabel('The smallest difference you would notice, in knots').fill('nonsense');
  await page.getByRole('button', { name: 'Begin the experiment' }).click();
  await expect(page.getByText('Give a number above 0, in knots.')).toBeVisible();
  await page.getByLabel('The smallest difference you would notice, in knots').fill('2');
  await page.getByRole('radio', { name: 'In the evening' }).check();
  await page.getByRole('radio', { name: 'Seven in ten' }).check();
  await page.getByRole('radio', { name: 'For every session' }).check();
  await page.getByRole('button', { name: 'Begin the experiment' }).click();
  await page.waitForURL(/\/experiments\//);
  await expect
    .poll(async () => (await atHome(context, practiceId))[0])
    .toMatchObject({
      variable: 'hour',
      levels: ['in the morning', 'in the evening'],
      unit: 'session',
      predictedLevel: 'in the evening',
      confidence: 0.7,
      smallest: 2,
    });

  await page.goto(`/practices/${practiceId}/ask?variable=place`);
  await expect(page.getByText('Running already:')).toBeVisible();
  await page.goto(`/practices/${practiceId}/run`);
  await expect(page.getByRole('button', { name: /^This session: in the (morning|evening)/ })).toBeVisible();
});
