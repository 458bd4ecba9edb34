import type { NeedList } from '../../src/features/needs/contract.ts';
import type { Bench, PracticePage } from '../../src/features/practice/contract.ts';
import { BOTH_SIZES, expect, test } from './support/journey.ts';
import { unfold } from './support/unfold.ts';

test(
  'from an empty bench to the first take and its honest picture',
  BOTH_SIZES,
  async ({ page, context }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { name: 'Nothing on the bench yet' })).toBeVisible();
    await expect(page).toHaveTitle('Bench · Bottega');
    await page.getByRole('link', { name: 'Find one' }).click();

    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await expect(page).toHaveTitle('Find · Bottega');
    await page.getByLabel('What is getting in the way now?').fill('I drop the balls when I jugle three');
    await page.getByRole('link', { name: 'Look at Thirty catches' }).click();

    await expect(page.getByRole('heading', { level: 1, name: 'Thirty catches' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'The way in' })).toBeVisible();
    await page.getByRole('link', { name: 'Practise this' }).click();

    await page.getByLabel('It pays when').fill('I juggle at my sister’s wedding.');
    await page.getByLabel('Target').fill('twelve');
    await page.getByRole('button', { name: 'Start now' }).click();
    await expect(page.getByText('Give it a number, such as 30.')).toBeVisible();
    await expect(page.getByLabel('Target')).toBeFocused();
    await page.getByLabel('Target').fill('12');
    await page.getByRole('button', { name: 'Start now' }).click();

    const tap = page.getByRole('button', { name: /Tap for each one/ });
    for (const _ of [1, 2, 3]) await tap.click();
    await page.getByRole('button', { name: 'Log 3 catches' }).click();
    await page.getByRole('button', { name: 'Finish' }).click();
    await page.getByLabel('One line for next time').fill('Throw higher.');
    await page.getByRole('button', { name: 'Done' }).click();

    await expect(page.getByRole('heading', { name: 'One take so far' })).toBeVisible();
    await expect(page.getByText('I juggle at my sister’s wedding.').first()).toBeVisible();
    await unfold(page, 'Takes');
    await expect(page.getByRole('button', { name: /^Take 1 / })).toContainText('3');
    await expect(page.getByText(/improving|slipping|cannot tell/i)).toHaveCount(0);

    const { needs }: NeedList = await (await context.request.get('/api/needs')).json();
    expect(needs).toMatchObject([
      { kind: 'gap', text: 'I drop the balls when I jugle three', wantedWithin: 'ten-minutes' },
    ]);
    const { practices }: Bench = await (await context.request.get('/api/bench')).json();
    expect(needs[0]?.micromasteryIds).toEqual(practices.map((card) => card.micromasteryId));
    expect(practices).toMatchObject([
      {
        title: 'Thirty catches',
        needText: 'I drop the balls when I jugle three',
        attempts: 1,
        lastLine: 'Throw higher.',
      },
    ]);

    await page.getByRole('link', { name: 'Bottega' }).click();
    await expect(page.getByRole('heading', { name: 'What have you got?' })).toBeVisible();
    await expect(page.getByText('“Throw higher.”')).toBeVisible();
    await expect(page.getByText('3 catches, your only take')).toBeVisible();
  },
);

test(
  'trying the way in once needs no form, and is counted without a target',
  BOTH_SIZES,
  async ({ page, context }) => {
    await page.goto('/find');
    await page.getByLabel('What comes next?').fill('juggle three balls');
    await page.getByRole('button', { name: 'Try it once now, 2 minutes' }).click();
    await page.getByRole('button', { name: /Tap for each one/ }).click();
    await page.getByRole('button', { name: 'Log 1 catch' }).click();
    await page.getByRole('button', { name: 'Finish' }).click();
    await page.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByRole('region', { name: 'Your payoff' })).toContainText(
      'No target yet: it is counted, and never “reached”.',
    );
    // What was asked for is taken up: Find asks anew.
    await page.goto('/find');
    await expect(page.getByLabel('What comes next?')).toHaveValue('');

    const { practices }: Bench = await (await context.request.get('/api/bench')).json();
    const [card] = practices;
    const found: PracticePage = await (await context.request.get(`/api/practices/${card?.id}`)).json();
    expect(found.payoffs[0]?.target).toEqual({ low: null, high: null });
    const { needs }: NeedList = await (await context.request.get('/api/needs')).json();
    expect(needs).toMatchObject([{ kind: 'next', text: 'juggle three balls', horizon: 'next-rung' }]);
  },
);
