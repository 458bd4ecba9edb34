import { BOTH_SIZES, expect, test } from './support/journey.ts';
import { takeUp } from './support/take-up.ts';

const csv = (rows: readonly string[]) => ({
  name: 'balance.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['When,Seconds,Surface', ...rows].join('\n')),
});

const GOOD = [
  '2026-01-02 08:00:00,12.5,floor',
  '2026-01-03 08:00:00,14,floor',
  '2026-01-05 08:00:00,19.5,cushion',
];

test('a file is seen before it is taken, and a second time adds nothing', BOTH_SIZES, async ({ page }) => {
  await page.goto('/import');
  await page.getByLabel('Choose a file, or drop it here').setInputFiles(csv(GOOD));
  await expect(page.getByRole('combobox', { name: 'Value of the take' })).toHaveValue('Seconds');
  await page.getByText('To something of my own').click();
  await page.getByLabel('What you practise').fill('Balance on one leg');
  await page.getByRole('combobox', { name: 'What the value is' }).selectOption('duration');
  await page.getByLabel('Counted in').fill('seconds');
  await expect(page.getByText('3 of 3 rows', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: /^Take in 3 takes/ }).click();
  await expect(page.getByText('3 takes were added.')).toBeVisible();
  await page.getByRole('link', { name: 'See where you stand' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Balance on one leg' })).toBeVisible();
  await expect(page.getByText('Started at 0:14', { exact: false }).first()).toBeVisible();
  const practiceId = new URL(page.url()).pathname.split('/').at(-1);

  await page.goto(`/import?practice=${practiceId}`);
  await page.getByLabel('Choose a file, or drop it here').setInputFiles(csv(GOOD));
  await expect(page.getByText('3 are here already and are not taken twice.', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: /^Take it in again/ }).click();
  await expect(page.getByRole('heading', { name: 'Nothing new in it' })).toBeVisible();
  await expect(
    page.getByText('0 takes were added. 3 were taken for the same as ones already here.'),
  ).toBeVisible();
});

test('bad rows are named by line with the reason, and nothing is taken unless the person says so', async ({
  page,
}) => {
  await page.goto('/import');
  await page
    .getByLabel('Choose a file, or drop it here')
    .setInputFiles(csv([...GOOD, '2026-01-06 08:00:00,soon,floor', 'never,20,floor']));
  await page.getByRole('combobox', { name: 'Value of the take' }).selectOption('Seconds');
  await page.getByRole('combobox', { name: 'When it began' }).selectOption('When');
  await page.getByText('To something of my own').click();
  await page.getByRole('combobox', { name: 'What the value is' }).selectOption('duration');
  await page.getByLabel('Counted in').fill('seconds');
  await expect(page.getByRole('heading', { name: '2 rows cannot be taken' })).toBeVisible();
  await expect(page.getByText(/^Line 5:/)).toBeVisible();
  await expect(page.getByText(/^Line 6:/)).toBeVisible();
  await expect(page.getByText('Some rows cannot be taken: see above.')).toBeVisible();
  // Forced, as a press that does not look whether it may.
  await page.getByRole('button', { name: /^Take in 3 takes/ }).click({ force: true });
  await expect(page.getByText('takes were added', { exact: false })).toHaveCount(0);
  await page.getByRole('checkbox', { name: /^Leave these 2 out/ }).check();
  await page.getByRole('button', { name: /^Take in 3 takes/ }).click();
  await expect(page.getByText('3 takes were added. 2 rows were left out.')).toBeVisible();
});

test('a date and a time of day in two columns are read together, as the reader writes them', async ({
  page,
}) => {
  const ROWS = [
    'Game ID,date,time,throws,score,hand',
    '9,2026-03-01,18:05,30,1200,left',
    '4,2026-03-01,18:25,30,1350.5,left',
    '7,2026-03-02,07:40,30,1310,right',
  ];
  const choose = () =>
    page.getByLabel('Choose a file, or drop it here').setInputFiles({
      name: 'throws.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(ROWS.join('\n')),
    });
  const column = (name: string) => page.getByRole('combobox', { name });
  await page.goto('/import');
  await choose();
  await expect(column('When it began')).toHaveValue('date');
  await expect(column('Time of day')).toHaveValue('time');
  await expect(column('Value of the take')).toHaveValue('score');
  const varied = page.getByRole('group', { name: 'What was varied, kept with each take' });
  await expect(varied.getByRole('checkbox', { name: /^hand/ })).toBeChecked();
  await expect(varied.getByRole('checkbox', { name: /^throws/ })).not.toBeChecked();
  await expect(varied.getByRole('checkbox', { name: /^Game ID/ })).not.toBeChecked();
  await page.getByText('To something of my own').click();
  const first = page.getByRole('region', { name: 'First rows' }).getByRole('row').nth(1);
  await expect(first).toContainText('1 Mar 2026, 18:05');
  await expect(first).toContainText('1200 score');

  // Chosen for something else, a column is let go of, and the file is read again.
  await column('Value of the take').selectOption('time');
  await expect(column('Time of day')).toHaveValue('');
  await expect(first).toContainText('1 Mar 2026, 00:00');
  await column('Time of day').selectOption('time');
  await expect(column('Value of the take')).toHaveValue('score');
  await expect(first).toContainText('1 Mar 2026, 18:05');

  // Chosen as the start, a time of day says what it lacks, and which row it stands in.
  await column('When it began').selectOption('time');
  await expect(page.getByText(/^Line 2: a time of day without a date; .*\(“18:05”\)\.$/)).toBeVisible();
  await column('When it began').selectOption('date');
  await column('Time of day').selectOption('time');
  await expect(first).toContainText('1 Mar 2026, 18:05');

  await page.getByLabel('Counted in').fill('points');
  await expect(first).toContainText('1200 points');
  await page.getByRole('button', { name: /^Take in 3 takes/ }).click();
  await expect(page.getByText('3 takes were added.')).toBeVisible();
  await page.getByRole('link', { name: 'See where you stand' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Throws' })).toBeVisible();
  const practiceId = new URL(page.url()).pathname.split('/').at(-1);
  await page.goto(`/import?practice=${practiceId}`);
  await choose();
  await expect(page.getByText('3 are here already and are not taken twice.', { exact: false })).toBeVisible();
});

test('dates that can be read two ways are asked for, and nothing is chosen of where years of records go', async ({
  page,
  context,
  server,
}) => {
  await takeUp(context, server.address, 'juggling-cascade', { kind: 'count', unit: 'catches' });
  await page.goto('/import');
  await page.getByLabel('Choose a file, or drop it here').setInputFiles({
    name: 'races.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('date,wpm\n03/04/2026,61\n05/06/2026,64\n'),
  });
  const take = page.getByRole('button', { name: /^Take in/ });
  await expect(page.getByText('The dates can be read two ways', { exact: false })).toBeVisible();
  await expect(take).toHaveAccessibleDescription('Say how dates are written first.');
  await page.getByLabel('How dates are written').selectOption('day-first');
  await expect(page.getByRole('region', { name: 'First rows' })).toContainText('3 Apr 2026');

  await page.getByText('To a practice').click();
  await expect(take).toHaveAccessibleDescription('Say where it goes first.');
  await page.getByLabel('Practice', { exact: true }).selectOption('Thirty catches');
  await expect(
    page.getByText('The values look like words a minute, and here they would be taken as catches', {
      exact: false,
    }),
  ).toBeVisible();
  await page.getByText('To a new one from the library').click();
  await expect(take).toHaveAccessibleDescription('Say where it goes first.');
  await page.getByText('To something of my own').click();
  await take.click();
  await expect(page.getByText('2 takes were added.')).toBeVisible();
});

test('a file that is no table, and a home that is away, are said in words', async ({ page, context }) => {
  await page.goto('/import');
  await page.getByLabel('Choose a file, or drop it here').setInputFiles({
    name: 'picture.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1]),
  });
  await expect(page.getByRole('heading', { name: 'This file cannot be read' })).toBeVisible();
  await context.setOffline(true);
  await page.locator('input[type=file]').setInputFiles(csv(GOOD));
  await expect(page.getByRole('heading', { name: 'Could not reach home' })).toBeVisible();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Try now' }).click();
  await expect(page.getByText('Which column is what')).toBeVisible();
});
