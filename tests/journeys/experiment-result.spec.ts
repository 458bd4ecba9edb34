import type { BrowserContext, Page } from '@playwright/test';
import { random } from '../../src/engine/random.ts';
import type { ExperimentDrawBody, ExperimentPage } from '../../src/features/experiments/contract.ts';
import { axeFaults } from './support/axe-faults.ts';
import { BOTH_SIZES, expect, test } from './support/journey.ts';
import { runExperiment } from './support/run-experiment.ts';
import { takeUp } from './support/take-up.ts';

const CATCHES = {
  kind: 'count',
  unit: 'catches',
  target: { low: 60, high: null },
  anchors: null,
} as const;

/** Half as much again standing: nobody could miss it. */
function stronger(seed: number) {
  const chance = random(seed);
  return ({ level }: ExperimentDrawBody) =>
    Math.max(0, Math.round((level === 'standing' ? 45 : 30) * (1 + 0.08 * chance.normal())));
}

const endAtHome = async (context: BrowserContext, id: string) => {
  const page: ExperimentPage = await (await context.request.get(`/api/experiments/${id}`)).json();
  return page.experiment.end;
};

async function isClean(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await axeFaults(page), colorScheme).toEqual([]);
  }
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
}

test(
  'a level that won is read, kept without the network, and seen ended from then on',
  BOTH_SIZES,
  async ({ page, context, server }) => {
    // Axe looks at it four times.
    test.setTimeout(120_000);
    const ids = await takeUp(context, server.address, 'juggling-cascade', CATCHES);
    const id = await runExperiment(context, server.address, ids, { takes: 32, scored: stronger(3) });

    await page.goto(`/practices/${ids.practiceId}`);
    await page.locator('html[data-offline-ready]').waitFor({ state: 'attached' });
    const section = page.getByRole('region', { name: 'Experiment, running' });
    await expect(section.getByText(/^Standing beats sitting by .* catches\.$/)).toBeVisible();
    await expect(section.getByRole('img', { name: /^Differences in catches/ })).toBeVisible();
    await section.getByRole('link', { name: 'Open the result' }).click();

    const headline = page.getByRole('heading', { level: 1 });
    await expect(headline).toHaveText(/^Standing beats sitting by \S+ to \S+ catches\. Keep standing\.$/);
    await expect(page.getByText('32 takes since', { exact: false })).toBeVisible();
    await expect(page.getByText('You expected standing (7 in 10 sure). So it turned out.')).toBeVisible();
    const differences = page.getByRole('region', { name: 'Differences, in catches' });
    await expect(
      differences.getByRole('img', { name: /Sitting: compared with; Standing: \+/ }),
    ).toBeVisible();
    await differences.getByText('See the numbers').click();
    await expect(differences.getByRole('row', { name: /^Standing \d+ / })).toBeVisible();
    await expect(page.getByText(/stayed clear of the blue strip since take \d+/)).toBeVisible();
    // What the lot will draw next is nobody’s to know before the end.
    expect(await page.locator('main').textContent()).not.toContain('abababab');
    await expect(page.locator('[data-hot]')).toHaveText(['Keep standing']);
    await isClean(page);

    await context.setOffline(true);
    await page.getByRole('button', { name: 'Keep standing' }).click();
    await expect(page.getByText(/^You kept standing, /)).toBeFocused();
    await expect(page.getByRole('button', { name: 'Stop it' })).toHaveCount(0);
    await page.reload();
    await expect(page.getByText(/^You kept standing, /)).toBeVisible();
    await expect(page.getByText('Home checks the draws once it has heard of the end.')).toBeVisible();

    await context.setOffline(false);
    await expect
      .poll(() => endAtHome(context, id))
      .toMatchObject({
        outcome: 'adopted',
        adoptedLevel: 'standing',
      });
    await expect(page.getByText('All 32 draws are as committed.')).toBeVisible();
    await expect(page.getByText('abababab', { exact: false })).toBeVisible();
    const file = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Every draw and take as a file' }).click();
    expect((await file).suggestedFilename()).toBe(`experiment-${id}.json`);
    await isClean(page);
    // What home said of the end is kept as well.
    await context.setOffline(true);
    await page.reload();
    await expect(page.getByText('All 32 draws are as committed.')).toBeVisible();
    await context.setOffline(false);

    await page.goto(`/practices/${ids.practiceId}`);
    const ended = page.getByRole('region', { name: 'Experiment' });
    await expect(ended.getByText(/^You kept standing, /)).toBeVisible();
    await expect(ended.getByRole('link', { name: 'Another question' })).toHaveAttribute(
      'href',
      `/practices/${ids.practiceId}/ask`,
    );
  },
);

test(
  'before the first take nothing is claimed, and stopping says so in the notebook',
  BOTH_SIZES,
  async ({ page, context, server }) => {
    // Axe looks at it six times.
    test.setTimeout(120_000);
    const ids = await takeUp(context, server.address, 'juggling-cascade', CATCHES);
    await page.goto('/notebook');
    await expect(page.getByRole('heading', { name: 'No question yet' })).toBeVisible();
    await isClean(page);

    const id = await runExperiment(context, server.address, ids, { takes: 0, scored: () => 0 });
    await page.goto(`/experiments/${id}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Do I catch more standing?');
    await expect(page.getByText('Nothing can be told yet', { exact: false })).toBeVisible();
    await expect(page.getByRole('img', { name: /Differences/ })).toHaveCount(0);
    await expect(page.locator('[data-hot]')).toHaveCount(0);
    await isClean(page);
    await page.getByRole('button', { name: 'Stop it' }).click();
    await expect(page.getByText(/^You stopped it, /)).toBeFocused();

    await page.goto('/me');
    await page.getByRole('link', { name: 'Your lab notebook' }).click();
    const entry = page.getByRole('article').filter({ hasText: 'Do I catch more standing?' });
    await expect(
      entry.getByText(/You expected standing \(7 in 10 sure\)\. .* You stopped it, /),
    ).toBeVisible();
    await expect(page.getByText('ten more to go', { exact: false })).toBeVisible();
    await isClean(page);
  },
);

test('where it is too soon to tell nothing is warm, and every level has its row at 320 pixels', async ({
  page,
  context,
  server,
}) => {
  const ids = await takeUp(context, server.address, 'juggling-cascade', CATCHES);
  const levels = ['sitting', 'standing', 'walking'];
  const id = await runExperiment(context, server.address, ids, {
    takes: 12,
    scored: ({ place }) => 28 + ((place * 7) % 11),
    agreed: { levels, draw: { kind: 'fixed', probabilities: [0.34, 0.33, 0.33] }, predictedLevel: null },
  });
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`/experiments/${id}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Too soon to tell /);
  await expect(page.locator('[data-hot]')).toHaveCount(0);
  const words = page.getByRole('region', { name: 'In words' });
  await expect(words.getByText('Too soon', { exact: true })).toHaveCount(2);
  await expect(page.getByText('Whether it comes off is open yet.', { exact: false })).toBeVisible();
  await page.getByText('Walking', { exact: true }).last().click();
  await expect(page.getByRole('radio', { name: 'Walking' })).toBeChecked();
  await page.evaluate("document.documentElement.style.fontSize = '200%'");
  await isClean(page);
});

test('an address of no experiment says so', async ({ page }) => {
  await page.goto('/experiments/018f2b1e-1111-7aaa-8bbb-0123456789ab');
  await expect(page.getByRole('alert')).toContainText('This experiment cannot be shown');
});
