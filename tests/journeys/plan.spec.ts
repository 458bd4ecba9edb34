import type { Page } from '@playwright/test';
import type { Agenda } from '../../src/features/agenda/contract.ts';
import { HOUSE_SPACE_ID, idOfName } from '../../src/platform/ids.ts';
import { expect, test } from './support/journey.ts';
import { logBefore, takeUp } from './support/take-up.ts';

const plan = (page: Page) => page.getByRole('list', { name: 'The plan' });
const first = (page: Page) => plan(page).getByRole('listitem').first();

async function agendaAtHome(page: Page, address: string): Promise<Agenda> {
  return (await (await page.request.get(`${address}/api/agenda`)).json()) as Agenda;
}

/** A bench with three practices, none of them tried yet. */
async function openThree(page: Page, address: string): Promise<void> {
  for (const slug of ['bowline', 'juggling-cascade', 'drawn-cube'])
    await takeUp(page.context(), address, slug);
  await page.goto('/');
}

test('something else is one tap, is respected after a reload, and can be said by name', async ({
  page,
  server,
}) => {
  await openThree(page, server.address);
  const offered = (await first(page).locator('.skillname').textContent()) ?? '';
  await page.getByRole('button', { name: `Something else instead of ${offered}` }).click();
  await expect(first(page).locator('.skillname')).not.toHaveText(offered);
  await expect.poll(async () => (await agendaAtHome(page, server.address)).answers.length).toBe(1);
  await page.reload();
  await expect(first(page).locator('.skillname')).not.toHaveText(offered);

  await page.getByRole('button', { name: 'Choose it yourself' }).click();
  await page.getByRole('list', { name: 'On your bench' }).getByRole('button', { name: offered }).click();
  await expect(plan(page).locator('.skillname').filter({ hasText: offered })).toBeVisible();
});

test('something else on a later line moves that line alone, within the minutes, and says when nothing else fits', async ({
  page,
  server,
}) => {
  await openThree(page, server.address);
  await page.getByLabel('Or any other number').fill('14');
  await expect(page.getByRole('link', { name: 'Start 14 minutes' })).toBeVisible();
  const names = plan(page).locator('.skillname');
  const lines = plan(page).getByRole('listitem');
  const times = () => lines.allInnerTexts().then((all) => all.map((text) => /\d+–\d+/.exec(text)?.[0]));
  const [kept = '', away = ''] = await names.allTextContents();
  const before = await times();
  await page.getByRole('button', { name: `Something else instead of ${away}` }).click();
  await expect(names.nth(1)).not.toHaveText(away);
  await expect(names.nth(0)).toHaveText(kept);
  expect(await times()).toEqual(before);
  const third = (await names.nth(1).textContent()) ?? '';
  await expect.poll(async () => (await agendaAtHome(page, server.address)).answers.length).toBe(1);
  await page.reload();
  await page.getByLabel('Or any other number').fill('14');
  await expect(names.nth(1)).toHaveText(third);

  await page.getByRole('button', { name: `Something else instead of ${third}` }).click();
  await expect(
    page.getByText(`Nothing else fits in place of ${third}, so the rest has those minutes.`),
  ).toBeVisible();
  await expect(names).toHaveText([kept, 'One line']);
  await expect(plan(page).getByText(/–14/)).toBeVisible();
});

test('any minutes give a plan that fits, and it leads from one practice to the next', async ({
  page,
  server,
}) => {
  const context = page.context();
  for (const slug of ['bowline', 'juggling-cascade'])
    await takeUp(context, server.address, slug, {
      kind: 'count',
      unit: 'tries',
      target: { low: null, high: null },
    });
  await page.goto('/');
  await page.getByLabel('Or any other number').fill('500');
  await expect(page.getByText('A whole number of minutes, from 1 to 240.')).toBeVisible();
  // By way of the five that is offered too.
  await page.getByLabel('Or any other number').fill('');
  await page.getByLabel('Or any other number').pressSequentially('50');
  await expect(page.getByRole('link', { name: 'Start 50 minutes' })).toBeVisible();
  await page.getByLabel('Or any other number').fill('31');
  await expect(page.getByRole('link', { name: 'Start 31 minutes' })).toBeVisible();
  await expect(plan(page).getByText(/–31/)).toBeVisible();
  await page.getByRole('link', { name: 'Start 31 minutes' }).click();
  await page.getByRole('button', { name: 'Log 0 tries' }).click();
  await page.getByRole('button', { name: 'Finish' }).click();
  const on = page.getByRole('button', { name: /^On to / });
  const next = ((await on.textContent()) ?? '').replace('On to ', '');
  await on.click();
  await expect(page.getByText(next, { exact: true }).first()).toBeVisible();
  await expect(page.getByText('Take 1', { exact: true })).toBeVisible();
});

test('few are in flight: a fourth goes to the parking lot unless one gives way, and nothing is lost', async ({
  page,
  server,
}) => {
  for (const slug of ['bowline', 'juggling-cascade', 'drawn-cube'])
    await takeUp(page.context(), server.address, slug);
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'In focus' })).toBeVisible();
  await page.goto(`/micromasteries/${idOfName(HOUSE_SPACE_ID, 'typing-burst')}`);
  await page.getByRole('link', { name: 'Practise this' }).click();
  await expect(
    page.getByRole('heading', { name: 'You have three in flight, as many as you wanted at once' }),
  ).toBeVisible();
  await page
    .getByRole('button', { name: /^Park / })
    .first()
    .click();
  await page.getByRole('button', { name: 'Put it on the bench' }).click();
  await expect(page.getByRole('radio', { name: 'In focus' })).toBeVisible();
  await page.goto('/');
  await page.getByRole('button', { name: 'One is parked' }).click();
  await expect
    .poll(async () =>
      (await agendaAtHome(page, server.address)).placings.map(({ place }) => place).toSorted(),
    )
    .toContain('parked');
});

test('a pause is begun and ended in a tap, and a gap begins softly', async ({ page, server }) => {
  const ids = await takeUp(page.context(), server.address, 'bowline', { kind: 'count', unit: 'knots' });
  await logBefore(page.context(), server.address, ids, [1, 2, 3], 20);
  await page.goto('/');
  await expect(page.getByText('20 days since your last take. Today starts with the easy one.')).toBeVisible();
  await expect(first(page)).toContainText('Begin softly');
  await page.getByRole('button', { name: 'Pause for a while' }).click();
  await page.getByRole('button', { name: 'Pause from today' }).click();
  await expect(page.getByText('Nothing is planned, and nothing is missed.')).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'End the pause today' }).click();
  await expect(plan(page)).toBeVisible();
});
