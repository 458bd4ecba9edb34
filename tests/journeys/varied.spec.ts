import { expect, test } from './support/journey.ts';
import { logBefore, takeUp } from './support/take-up.ts';
import { unfold } from './support/unfold.ts';
import { unplug } from './support/unplug.ts';

test('how much of practice varies something stands beside what the learner wishes, also without the network', async ({
  page,
  context,
  server,
}) => {
  const ids = await takeUp(context, server.address, 'bowline', {
    kind: 'count',
    unit: 'knots',
    target: { low: 9, high: null },
  });
  for (const daysAgo of [6, 5, 4, 3]) await logBefore(context, server.address, ids, [3], daysAgo);
  await page.goto(`/practices/${ids.practiceId}`);
  await expect(page.getByText('None of your last four sittings varied anything.')).toBeVisible();
  await unfold(page, 'Your way with it');
  await page.getByRole('button', { name: 'How often, when and how' }).click();
  const wish = page.getByRole('group', { name: 'How much of it should vary something?' });
  await expect(wish.getByRole('radio', { name: 'No wish' })).toBeChecked();
  await unplug(page);
  await wish.getByRole('radio', { name: 'About half' }).check();
  await page.getByRole('button', { name: 'Keep it so' }).click();
  await expect(
    page.getByText(
      'None of your last four sittings varied anything; you want about half. A level, a twist or another order would do.',
    ),
  ).toBeVisible();
  await context.setOffline(false);

  // One take otherwise than those before, and the sitting counts.
  await page.goto(`/practices/${ids.practiceId}/run`);
  await page.getByRole('button', { name: 'This take: as usual' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio').nth(1).check();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Take 2', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Finish' }).first().click();
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(
    page.getByText('One of your last five sittings varied something; you want about half.'),
  ).toBeVisible();
});
