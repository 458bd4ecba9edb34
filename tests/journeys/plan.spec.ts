import type { Page } from '@playwright/test';
import { v7 } from 'uuid';
import type { Agenda } from '../../src/features/agenda/contract.ts';
import { HOUSE_SPACE_ID, idOfName } from '../../src/platform/ids.ts';
import { expect, test } from './support/journey.ts';
import { logBefore, type TakenUp, takeUp } from './support/take-up.ts';
import { unfold } from './support/unfold.ts';

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
  for (const wrong of ['0', '-3', 'abc', '99999', '12.5']) {
    await page.getByLabel('Or any other number').fill('');
    await page.getByLabel('Or any other number').pressSequentially(wrong);
    await expect(page.getByText('A whole number of minutes, from 1 to 240.')).toBeVisible();
    await expect(page.getByRole('link', { name: /^Start \d+ minutes?$/ })).toBeHidden();
  }
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
  await unfold(page, 'Your way with it');
  await expect(page.getByRole('radio', { name: 'In focus' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Choose another place' })).toHaveCount(0);
  await page.goto('/');
  await page.getByRole('button', { name: 'One is parked' }).click();
  await expect
    .poll(async () =>
      (await agendaAtHome(page, server.address)).placings.map(({ place }) => place).toSorted(),
    )
    .toContain('parked');
});

test('what is put on a full bench says at once that it is parked, and leads to where that is chosen', async ({
  page,
  server,
}) => {
  for (const slug of ['bowline', 'juggling-cascade', 'drawn-cube'])
    await takeUp(page.context(), server.address, slug);
  await page.goto(`/micromasteries/${idOfName(HOUSE_SPACE_ID, 'typing-burst')}`);
  await page.getByRole('link', { name: 'Practise this' }).click();
  await expect(page.getByRole('button', { name: /^Park / })).toHaveCount(3);
  await page.getByRole('button', { name: 'Put it on the bench' }).click();
  const said = page.getByRole('status').filter({ hasText: 'It waits in the parking lot, since three' });
  await expect(said).toBeVisible();
  await said.getByRole('link', { name: 'Choose another place' }).click();
  await expect(page.getByRole('heading', { name: 'Your way with it' })).toBeInViewport();
  await expect(page.getByRole('radio', { name: 'Parked' })).toBeChecked();
  await page.getByText('In focus', { exact: true }).click();
  await page
    .getByRole('button', { name: /^Park / })
    .first()
    .click();
  await expect(page.getByRole('radio', { name: 'In focus' })).toBeChecked();
  await expect(said).toHaveCount(0);
});

test('four hours are practised in sittings apart, and what is left is said', async ({ page, server }) => {
  for (const slug of ['bowline', 'juggling-cascade']) await takeUp(page.context(), server.address, slug);
  await page.goto('/');
  await page.getByLabel('Or any other number').fill('240');
  await expect(page.getByText(/^This is enough for today; \d+ minutes are left\.$/)).toBeVisible();
  const names = plan(page).locator('.skillname');
  const [a = '', b = '', again = '', other = ''] = await names.allTextContents();
  expect([again, other]).toEqual([a, b]);
  await expect(plan(page).getByRole('listitem').nth(2)).toContainText(
    'A second sitting, with something else between.',
  );
  const lengths = (
    await plan(page)
      .getByText(/^\d+–\d+/)
      .allTextContents()
  ).map((text) => {
    const [from, to] = text.split('–').map((number) => Number.parseInt(number, 10));
    return (to ?? 0) - (from ?? 0);
  });
  expect(Math.max(...lengths)).toBe(45);
  const planned = lengths.reduce((sum, length) => sum + length, 0);
  await expect(page.getByRole('link', { name: `Start ${planned} minutes` })).toBeVisible();
  await expect(page.getByText(`${240 - planned} minutes are left`)).toBeVisible();
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

const COUNTED = { kind: 'count', unit: 'knots', target: { low: 1, high: null } } as const;
/** Days ago: some minutes, and this week also where it has only just begun in Rome. */
function aMomentAgo(): number {
  const [hours = 0, minutes = 0] = new Date()
    .toLocaleTimeString('en-GB', { timeZone: 'Europe/Rome', hour: '2-digit', minute: '2-digit' })
    .split(':')
    .map(Number);
  return Math.min(0.01, (hours * 60 + minutes) / 1440 / 3);
}

test('the week has as many minutes as the learner gives it, and what they do not reach is named', async ({
  page,
  server,
}) => {
  const context = page.context();
  const ids = await takeUp(context, server.address, 'bowline', COUNTED);
  for (const slug of ['juggling-cascade', 'drawn-cube']) await takeUp(context, server.address, slug);
  await logBefore(context, server.address, ids, [1, 2, 3], 2 * aMomentAgo());

  await page.goto('/me');
  const settings = page.getByRole('region', { name: 'As you want it' });
  await settings
    .getByRole('group', { name: 'A limit for the week' })
    .getByText('On', { exact: true })
    .click();
  await settings.getByLabel('Minutes a week, at the most').fill('2');
  await settings.getByLabel('Minutes a week, at the most').press('Enter');
  await expect(settings.getByText('Give it a whole number from 5 to 2400.')).toBeVisible();
  await settings.getByLabel('Minutes a week, at the most').fill('14');
  await settings.getByLabel('Minutes a week, at the most').press('Enter');

  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Start 11 minutes' })).toBeVisible();
  await expect(
    page.getByText('11 of this week’s 14 minutes are left, and the plan holds to them.'),
  ).toBeVisible();
  await expect(page.getByText('Let go until Monday:')).toBeVisible();
  await expect(
    page.getByText('what is left of its minutes goes to what has waited longer').first(),
  ).toBeVisible();

  await logBefore(context, server.address, ids, [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15], aMomentAgo());
  await page.reload();
  await expect(page.getByText('The 14 minutes that you gave this week are practised.')).toBeVisible();
  await expect(page.getByRole('link', { name: /^Start / })).toHaveCount(0);
  await page.getByRole('button', { name: 'Plan all the same' }).click();
  await expect(page.getByRole('link', { name: 'Start 12 minutes' })).toBeVisible();
});

test('a practice can be wanted by a day, which the plan goes by and says', async ({ page, server }) => {
  const context = page.context();
  await takeUp(context, server.address, 'juggling-cascade');
  const { practiceId } = await takeUp(context, server.address, 'bowline', COUNTED);
  const dayIn = (days: number) =>
    new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Rome' });
  await page.goto(`/practices/${practiceId}`);
  await unfold(page, 'Your way with it');
  await page.getByRole('button', { name: 'How often, when and how' }).click();
  await page.getByLabel('By when').fill(dayIn(-2));
  await page.getByRole('button', { name: 'Keep it so' }).click();
  await expect(page.getByText('This day has passed: choose a later one, or leave it empty.')).toBeVisible();
  await page.getByLabel('By when').fill(dayIn(9));
  await page.getByRole('button', { name: 'Keep it so' }).click();
  await expect(page.getByText('; to be met by ')).toBeVisible();
  // It is shown at once; the form goes when it is kept on this device, and from then on a reload finds it.
  await expect(page.getByLabel('By when')).toHaveCount(0);
  await page.reload();
  await unfold(page, 'Your way with it');
  await expect(page.getByText('; to be met by ')).toBeVisible();

  await page.goto('/');
  await expect(first(page)).toContainText(
    'You want this in nine days, and its target has held on no day of the three that it takes.',
  );
});

test('related practices that have held their target are taken in turn, unless the learner wants it otherwise', async ({
  page,
  server,
}) => {
  const context = page.context();
  const taken: TakenUp[] = [];
  // Short enough that the plan has each of them in one go, where they are not taken in turn.
  for (const slug of ['first-five-minutes', 'hand-over-once'])
    taken.push(await takeUp(context, server.address, slug, COUNTED));
  for (const ids of taken) {
    await logBefore(context, server.address, ids, [3], 12);
    const wish = { sittingsAWeek: 7, cue: null, trickOrder: 'as-designed', setAt: new Date().toISOString() };
    await context.request.put(`${server.address}/api/wishes/${v7()}`, {
      data: { practiceId: ids.practiceId, ...wish },
    });
  }
  await page.goto('/');
  await page.getByLabel('Or any other number').fill('57');
  await expect(page.getByRole('link', { name: 'Start 57 minutes' })).toBeVisible();
  const names = plan(page).locator('.skillname');
  await expect(names).toHaveCount(5);
  const [a = '', b = '', again = '', other = ''] = await names.allTextContents();
  expect([again, other]).toEqual([a, b]);
  await expect(plan(page).getByRole('listitem').nth(2)).toContainText(
    `In turn with “${b}”: it may carry over better later, and scores look worse meanwhile.`,
  );

  await page.goto('/me');
  await page
    .getByRole('region', { name: 'As you want it' })
    .getByRole('group', { name: 'Related practices are taken in turn' })
    .getByText('No', { exact: true })
    .click();
  await page.goto('/');
  await page.getByLabel('Or any other number').fill('57');
  await expect(page.getByRole('link', { name: 'Start 57 minutes' })).toBeVisible();
  await expect(names).toHaveText([a, b, 'One line']);
});

test('on a phone the last line of the plan is scrolled clear of the bar that starts it', async ({
  page,
  context,
  server,
}) => {
  await takeUp(context, server.address, 'bowline');
  for (const size of [
    { width: 390, height: 844 },
    { width: 320, height: 568 },
  ]) {
    await page.setViewportSize(size);
    await page.goto('/');
    const last = page.getByRole('list', { name: 'The plan' }).getByRole('listitem').last();
    await last.evaluate((line) => line.scrollIntoView({ block: 'end' }));
    const bar = page.locator('[data-action-bar]');
    const clear = async () => {
      const [line, start] = await Promise.all([last.boundingBox(), bar.boundingBox()]);
      return (start?.y ?? 0) - (line?.y ?? 0) - (line?.height ?? 0);
    };
    await expect.poll(clear).toBeGreaterThanOrEqual(16);
  }
});
