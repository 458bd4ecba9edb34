import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import { v7 } from 'uuid';
import type { Support } from '../../src/features/support/contract.ts';
import { BOTH_SIZES, expect, test } from './support/journey.ts';
import { takeUp } from './support/take-up.ts';

const KNOTS = { kind: 'count', unit: 'knots', target: { low: null, high: null } } as const;

async function put(context: BrowserContext, path: string, data: object): Promise<void> {
  const answer = await context.request.put(path, { data: { ...data, setAt: new Date().toISOString() } });
  expect(answer.ok(), await answer.text()).toBe(true);
}

/** Rope in place, a link at hand and one plan, at home already. */
async function layAround(context: BrowserContext, practiceId: string): Promise<void> {
  const slot = { practiceId, slot: 'kit', status: 'in-place', text: 'two metres of rope' };
  await put(context, `/api/support-slots/${v7()}`, slot);
  const thing = { label: 'the film', address: 'https://example.org/film', mediaSha256: null };
  await put(context, `/api/at-hand/${v7()}`, { practiceId, replacesId: null, ...thing, isDropped: false });
  const plan = { cue: 'the room is taken', action: 'use the stairs' };
  await put(context, `/api/if-then-plans/${v7()}`, {
    practiceId,
    replacesId: null,
    ...plan,
    isDropped: false,
  });
}

const supportAtHome = async (context: BrowserContext, practiceId: string): Promise<Support> =>
  (await context.request.get(`/api/practices/${practiceId}/support`)).json();
const isAxeClean = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
};

test(
  'what is in place, at hand and planned is read back under “Set up”, before the first take and after it',
  BOTH_SIZES,
  async ({ page, context, server }) => {
    const { practiceId } = await takeUp(context, server.address, 'bowline', KNOTS);
    await layAround(context, practiceId);
    await page.goto(`/practices/${practiceId}/run`);
    const setUp = page.getByRole('button', { name: 'Set up: the whole' });
    const door = page.getByRole('button', { name: 'In place and at hand' });
    const log = page.getByRole('button', { name: 'Log 0 knots' });
    await expect(log).toBeInViewport({ ratio: 1 });
    await setUp.click();
    await expect(door).toContainText('Kit (two metres of rope)');
    await expect(door).toContainText('the film');
    await expect(door).toContainText('If the room is taken, then I use the stairs.');
    await isAxeClean(page);

    await door.click();
    await page.getByRole('checkbox', { name: /^Kit/ }).uncheck();
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await log.click();
    await expect(page.getByText('Take 2', { exact: true })).toBeVisible();
    await expect
      .poll(async () => (await supportAtHome(context, practiceId)).checks.map(({ missing }) => missing))
      .toEqual([['kit']]);

    await setUp.click();
    await door.click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('link', { name: /^the film/ })).toBeVisible();
    await expect(dialog.getByText('If the room is taken, then I use the stairs.')).toBeVisible();
    await expect(dialog.getByRole('checkbox', { name: /^Kit/ })).not.toBeChecked();
    // Whoever only looked something up has said nothing anew.
    await dialog.getByRole('button', { name: 'Go on', exact: true }).click();
    await expect(log).toBeInViewport({ ratio: 1 });
    expect((await supportAtHome(context, practiceId)).checks).toHaveLength(1);
  },
);

test(
  'what got in the way is tagged in the note or the look back, counts for its plan, or gets one',
  BOTH_SIZES,
  async ({ page, context, server, isMobile }) => {
    const { practiceId } = await takeUp(context, server.address, 'bowline', KNOTS);
    await layAround(context, practiceId);
    await page.goto(`/practices/${practiceId}/run`);
    await page.getByRole('button', { name: 'Log 0 knots' }).click();
    await page.getByRole('button', { name: isMobile ? 'Note' : 'Write a note', exact: true }).click();
    const note = page.getByRole('dialog');
    await note.getByRole('group', { name: 'What got in the way?' }).getByText('the room is taken').click();
    await expect(note.getByLabel('Tags')).toHaveValue('the room is taken');
    await isAxeClean(page);
    await note.getByRole('button', { name: 'Keep the note' }).click();
    await page.getByRole('button', { name: 'Finish', exact: true }).click();

    const way = page.getByRole('region', { name: 'What got in the way?' });
    await way.getByRole('button', { name: /^It came up and I did it: If the room is taken/ }).click();
    await way.getByRole('button', { name: 'tired', exact: true }).click();
    await way.getByRole('button', { name: 'Make a plan for next time: if tired …' }).click();
    await expect(way.getByLabel('If …')).toHaveValue('tired');
    await way.getByLabel('… then I …').fill('tie one knot and stop');
    await way.getByRole('button', { name: 'Keep the plan' }).click();
    await way.getByLabel('Or in your words').fill('the dog');
    await way.getByRole('button', { name: 'Note it' }).click();
    await expect(way.getByRole('button', { name: 'the dog', exact: true })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await isAxeClean(page);
    await page.getByRole('button', { name: 'Done', exact: true }).click();

    await expect
      .poll(async () =>
        (await supportAtHome(context, practiceId)).plans.map(({ cue, uses }) => [
          cue,
          uses.done,
          uses.cameUp,
        ]),
      )
      .toEqual([
        ['the room is taken', 1, 1],
        ['tired', 0, 0],
      ]);
    const history = await (await context.request.get(`/api/practices/${practiceId}/attempts`)).text();
    for (const tag of ['the room is taken', 'tired', 'the dog']) expect(history).toContain(`"${tag}"`);
  },
);
