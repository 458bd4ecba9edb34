import type { PracticePage } from '../../src/features/practice/contract.ts';
import { expect, test } from './support/journey.ts';
import { logBefore, takeUp } from './support/take-up.ts';

test('a payoff is changed, comes into force, and the one before stays readable', async ({
  page,
  context,
  server,
}) => {
  const { practiceId } = await takeUp(context, server.address, 'track-stand');
  await page.goto(`/practices/${practiceId}`);
  await page.getByRole('button', { name: 'Edit payoff' }).click();
  await page.getByLabel('It pays when').fill('The room goes quiet by itself.');
  await page.getByRole('textbox', { name: 'Target' }).fill('11');
  await page.getByLabel('10 is').fill('every face up');
  await page.getByRole('button', { name: 'Save the payoff' }).click();
  await expect(page.getByText('This is above 10, the most it can be.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Target' }).fill('7,5');
  await page.getByRole('button', { name: 'Save the payoff' }).click();

  await expect(page.getByText('Target 7.5 or more.')).toBeVisible();
  await expect(page.getByText('every face up')).toBeVisible();
  await page.getByText('The payoff before this one').click();
  await expect(page.getByText('I can do it whenever I am asked.')).toBeVisible();
  await expect
    .poll(async () => {
      const found: PracticePage = await (await context.request.get(`/api/practices/${practiceId}`)).json();
      return found.payoffs.map((payoff) => payoff.target.low);
    })
    .toEqual([7.5, 8]);
});

test('three takes: the dots, the start, and no word about a trend', async ({ page, context, server }) => {
  const ids = await takeUp(context, server.address, 'track-stand');
  await logBefore(context, server.address, ids, [4, 6, 5], 3);
  await page.goto(`/practices/${ids.practiceId}`);
  await expect(page.getByRole('heading', { name: 'Three takes so far' })).toBeVisible();
  await expect(page.getByRole('img', { name: /3 takes/ })).toBeVisible();
  await expect(page.getByText('Started at 5; the first 3 ran from 4 to 6.').first()).toBeVisible();
  await expect(page.getByText(/improving|slipping|cannot tell|too soon/i)).toHaveCount(0);
});

test('a take has one number, in the list and in the words, also beside takes without a score', async ({
  page,
  context,
  server,
}) => {
  const ids = await takeUp(context, server.address, 'track-stand');
  await logBefore(context, server.address, ids, [4], 2);
  const { attempts } = await (await context.request.get(`/api/practices/${ids.practiceId}/attempts`)).json();
  const { id: _, remarks: __, ...scored } = attempts[0];
  const answer = await context.request.put(`/api/attempts/${crypto.randomUUID()}`, {
    data: { ...scored, sequence: 2, value: null },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  await logBefore(context, server.address, ids, [9], 1);
  await page.goto(`/practices/${ids.practiceId}`);
  await expect(page.getByRole('button', { name: /^Take 3 .*9$/ })).toBeVisible();
  await expect(page.getByText('Best 9, take 3 on', { exact: false }).first()).toBeVisible();
  await expect(page.getByText('One more take and there is a starting point.').first()).toBeVisible();
});

test('a wrong take is taken back, and can be kept within ten seconds', async ({ page, context, server }) => {
  const ids = await takeUp(context, server.address, 'track-stand');
  await logBefore(context, server.address, ids, [4, 9, 5], 1);
  await page.clock.install();
  await page.goto(`/practices/${ids.practiceId}`);
  await page.getByRole('button', { name: /^Take 2 / }).click();
  await page.getByRole('button', { name: 'Take this one back' }).click();
  await expect(page.getByRole('button', { name: /^Take 2 / })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: /^Take 2 / })).toBeVisible();

  await page.getByRole('button', { name: /^Take 2 / }).click();
  await page.getByRole('button', { name: 'Take this one back' }).click();
  await page.mouse.move(0, 0);
  await page.clock.fastForward(11_000);
  await expect(page.getByText('Started at 4', { exact: false }).first()).toHaveCount(0);
  await expect
    .poll(async () => {
      const answer = await context.request.get(`/api/practices/${ids.practiceId}/attempts`);
      const { attempts } = await answer.json();
      return attempts.length;
    })
    .toBe(2);
});

test('a note is kept with its take', async ({ page, context, server }) => {
  const ids = await takeUp(context, server.address, 'track-stand');
  await logBefore(context, server.address, ids, [6], 1);
  await page.goto(`/practices/${ids.practiceId}`);
  await page.getByRole('button', { name: /^Take 1 / }).click();
  await page.getByLabel('Note').fill('Breathed first');
  await page.getByLabel('Tags').fill('morning, standing');
  await page.getByRole('button', { name: 'Keep the note' }).click();
  await expect(page.getByRole('button', { name: /^Take 1 / })).toContainText(
    'Breathed first, morning, standing',
  );
});

test('sixteen thousand takes open like none, with the numbers behind the drawing', async ({
  page,
  context,
  person,
}) => {
  const rows = Array.from({ length: 16_000 }, (_, index) => {
    const at = new Date(Date.UTC(2014, 0, 1) + Math.floor(index / 12) * 86_400_000 + (index % 12) * 60_000);
    return `${at.toISOString()},${60 + (index % 23) + Math.floor(index / 1000)}`;
  });
  const plan = {
    mapping: { valueColumn: 'wpm', timeColumn: 'at', timeZone: 'UTC' },
    target: { kind: 'new', title: 'Fast typing' },
    measure: { kind: 'rate', unit: 'words a minute', direction: 'up' },
  };
  const answer = await context.request.post(`/api/imports/${crypto.randomUUID()}`, {
    headers: { authorization: `Bearer ${person.key}` },
    multipart: {
      file: { name: 'races.csv', mimeType: 'text/csv', buffer: Buffer.from(['at,wpm', ...rows].join('\n')) },
      plan: JSON.stringify(plan),
    },
    timeout: 60_000,
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  const { run } = await answer.json();
  await page.goto(`/practices/${run.practiceId}`);
  await expect(page.getByText('16,000 takes').first()).toBeVisible();
  await expect(page.getByRole('button', { name: /^Take 16,000/ })).toBeVisible();
  await page.getByText('See the numbers').click();
  await expect(page.getByRole('cell', { name: /^1 to / })).toBeVisible();
  await page.getByRole('button', { name: /^Show \d+ more/ }).click();
  await page.getByRole('button', { name: 'Earlier takes' }).click();
  await expect(page.getByRole('button', { name: /^Take 15,950/ })).toBeVisible();
});

test('without the network a take is in the picture at once, and says that it is kept here', async ({
  page,
  context,
  server,
}) => {
  const ids = await takeUp(context, server.address, 'track-stand');
  await logBefore(context, server.address, ids, [4, 6], 1);
  await page.goto(`/practices/${ids.practiceId}`);
  await expect(page.getByRole('heading', { name: 'Two takes so far' })).toBeVisible();
  await expect(page.locator('html[data-offline-ready]')).toBeAttached();
  await context.setOffline(true);
  await page.getByRole('link', { name: /^Practise, / }).click();
  await page.getByRole('button', { name: 'Log 9 out of 10' }).click();
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('heading', { name: 'Three takes so far' })).toBeVisible();
  await expect(page.getByText('Best 9, take 3', { exact: false }).first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Could not reach home' })).toBeVisible();
  await expect(page.getByText('Your take is safe on this device.', { exact: false })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('Saved', { exact: true })).toBeAttached();
  await expect(page.getByRole('heading', { name: 'Three takes so far' })).toBeVisible();
});
