import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { openArchive } from '../../src/features/archive/archive-file.ts';
import { sourceOf } from '../../src/features/archive/read-zip-file.ts';
import { Me } from '../../src/platform/people/contract.ts';
import { BOTH_SIZES, expect, signIn, test } from './support/journey.ts';
import { keptRows } from './support/kept-on-device.ts';
import { logBefore, takeUp } from './support/take-up.ts';

const keptElsewhere = (page: Page) =>
  page.evaluate(async () => ({
    answers: (await caches.keys()).filter((name) => name.startsWith('bottega-answers-')),
    local: Object.keys(localStorage).filter((key) => key.startsWith('bottega')),
    session: Object.keys(sessionStorage).filter((key) => key.startsWith('bottega')),
  }));

const settingsOf = async (page: Page) => Me.parse(await (await page.request.get('/api/me')).json()).settings;

test(
  'everything of mine can be taken along and erased, and nothing is left at home or on the device',
  BOTH_SIZES,
  async ({ page, context, server, person }) => {
    const ids = await takeUp(context, server.address, 'track-stand');
    await logBefore(context, server.address, ids, [4, 6, 5], 3);
    await page.goto('/');
    await expect(page.locator('html[data-offline-ready]')).toBeAttached();
    await page.goto('/me');
    await page.getByRole('button', { name: 'Erase everything of yours' }).click();
    await expect(page.getByRole('heading', { name: 'What will be gone' })).toBeVisible();
    const gone = page.locator('form').getByText('At home: 1 practice, 1 session, 3 takes.', { exact: false });
    await expect(gone).toBeVisible();

    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Take it with you first' }).click();
    const archive = openArchive(sourceOf(await readFile(await (await downloading).path())));
    expect(archive.manifest.counts).toMatchObject({ practices: 1, attempts: 3 });

    await page.getByRole('button', { name: 'Erase it all' }).click();
    await expect(page.getByText('Type your name first')).toBeVisible();
    const name = page.getByLabel(`To erase it, type your name: ${person.name}`);
    await name.fill('Somebody Else');
    await page.getByRole('button', { name: 'Erase it all' }).click();
    await expect(
      page.getByText('This is not your name as it is shown here.', { exact: false }),
    ).toBeVisible();
    await expect(name).toHaveValue('Somebody Else');
    expect((await page.request.get('/api/me')).status()).toBe(200);

    await name.fill(person.name);
    await name.press('Enter');
    await expect(page.getByLabel('Key')).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: 'Everything of yours is erased' })).toBeVisible();
    expect((await page.request.get('/api/me')).status()).toBe(401);
    expect((await page.request.post('/api/sign-in', { data: { key: person.key } })).status()).toBe(401);
    expect(await keptRows(page)).toEqual([]);
    expect(await keptElsewhere(page)).toEqual({ answers: [], local: [], session: [] });
  },
);

test('what waits on the device is named before, and goes as well; what waits for somebody else stays', async ({
  page,
  context,
  server,
}) => {
  const ruth = await server.newPerson('Ruth Achterberg');
  const keepNeed = async (text: string) => {
    await page.goto('/find');
    await page.getByLabel('What comes next?').fill(text);
    await page.getByRole('button', { name: 'Keep this need' }).click();
    await expect.poll(async () => JSON.stringify(await keptRows(page))).toContain(text);
  };
  await page.route('**/api/needs/*', (route) => route.abort());
  await keepNeed('lead the stand-up');
  await signIn(context, server, ruth);
  await keepNeed('draw a straight line');

  await page.goto('/me');
  await page.getByRole('button', { name: 'Erase everything of yours' }).click();
  await expect(
    page.getByText('One entry is on this device and not yet at home, and goes too.', { exact: false }),
  ).toBeVisible();
  await page.getByLabel('To erase it, type your name: Ruth Achterberg').fill('Ruth Achterberg');
  await page.getByRole('button', { name: 'Erase it all' }).click();
  await expect(page.getByLabel('Key')).toBeVisible();
  const left = JSON.stringify(await keptRows(page));
  expect(left).toContain('lead the stand-up');
  expect(left).not.toContain('draw a straight line');
});

test('the person of this machine goes on with an empty bench', async ({ page, server }) => {
  await page.context().clearCookies();
  await page.goto(server.link);
  await expect(page.getByRole('heading', { name: 'Nothing on the bench yet' })).toBeVisible();
  const before = Me.parse(await (await page.request.get('/api/me')).json());
  await page.goto('/me');
  await page.getByRole('button', { name: 'Erase everything of yours' }).click();
  await page.getByLabel('To erase it, type your name: Me').fill('Me');
  await page.getByRole('button', { name: 'Erase it all' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Everything of yours is erased' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Nothing on the bench yet' })).toBeVisible();
  const after = Me.parse(await (await page.request.get('/api/me')).json());
  expect(after.spaceId).not.toBe(before.spaceId);
});

test('what was taken along is taken in again elsewhere, seen before and with equal counts, and never twice', async ({
  page,
  context,
  server,
}) => {
  await context.clearCookies();
  await page.goto(server.link);
  await expect(page.getByRole('heading', { name: 'Nothing on the bench yet' })).toBeVisible();
  const ids = await takeUp(context, server.address, 'track-stand');
  await logBefore(context, server.address, ids, [4, 6, 5], 3);
  await page.goto('/me');
  const records = page.getByRole('region', { name: 'Your records' });
  const numbers = 'At home: 1 practice, 1 session, 3 takes.';
  await expect(records.getByText(numbers, { exact: false })).toBeVisible();
  const downloading = page.waitForEvent('download');
  await records.getByRole('link', { name: 'Take everything with you' }).click();
  const archive = await readFile(await (await downloading).path());

  await page.getByRole('button', { name: 'Erase everything of yours' }).click();
  await page.getByLabel('To erase it, type your name: Me').fill('Me');
  await page.getByRole('button', { name: 'Erase it all' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing on the bench yet' })).toBeVisible();
  await page.goto('/me');
  await expect(records.getByText('Nothing is at home yet.')).toBeVisible();

  const choose = async (name: string, buffer: Buffer) => {
    const choosing = page.waitForEvent('filechooser');
    await records.getByRole('button', { name: 'Take in an archive' }).click();
    await (await choosing).setFiles({ name, mimeType: 'application/zip', buffer });
  };
  await choose('picture.zip', Buffer.from('no archive at all'));
  await expect(records.getByRole('alert')).toContainText('This is not an archive of Bottega');

  await choose('mine.zip', archive);
  await expect(records.getByText('1 practice, 1 session, 3 takes', { exact: false })).toBeVisible();
  await expect(records.getByText('Nothing is at home yet.')).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await records.getByRole('button', { name: 'Take it in' }).click();
  await expect(records.getByRole('heading', { name: 'It is here now' })).toBeVisible();
  await expect(
    records.getByText(
      'As many of each as the archive holds: 1 micromastery, 1 practice, 1 session, 3 takes',
      {
        exact: false,
      },
    ),
  ).toBeVisible();
  await expect(records.getByText(numbers, { exact: false })).toBeVisible();

  await choose('mine.zip', archive);
  await records.getByRole('button', { name: 'Take it in' }).click();
  await expect(
    records.getByText('All of it was here already, the same in every part', { exact: false }),
  ).toBeVisible();
  await expect(records.getByText(numbers, { exact: false })).toBeVisible();

  // Its manifest can be read, and home refuses the rest in words.
  const broken = Buffer.from(archive);
  broken.fill(0, broken.indexOf('data/attempts.jsonl') + 19, broken.indexOf('data/retractions.jsonl') - 30);
  await choose('broken.zip', broken);
  await records.getByRole('button', { name: 'Take it in' }).click();
  await expect(records.getByRole('alert')).toContainText('Nothing was taken in');

  await page.route('**/api/imports', (route) => route.abort());
  await choose('mine.zip', archive);
  await records.getByRole('button', { name: 'Take it in' }).click();
  await expect(records.getByRole('alert')).toContainText('An archive is taken whole or not at all');
  await page.unroute('**/api/imports');
  await page.goto('/');
  await expect(page.getByRole('list', { name: 'The plan' })).toContainText('track stand');
});

test('without the network nothing is erased, and it says so', async ({ page, person }) => {
  await page.goto('/me');
  await page.getByRole('button', { name: 'Erase everything of yours' }).click();
  await page.getByLabel(`To erase it, type your name: ${person.name}`).fill(person.name);
  await page.route('**/api/erase', (route) => route.abort());
  await page.getByRole('button', { name: 'Erase it all' }).click();
  await expect(
    page.getByText('Could not reach home, and only home can erase.', { exact: false }),
  ).toBeVisible();
  expect((await page.request.get('/api/me')).status()).toBe(200);
});

test('each setting is in the person’s hand, holds at once and offline, and goes back in one tap', async ({
  page,
  context,
}) => {
  await page.goto('/me');
  const settings = page.getByRole('region', { name: 'As you want it' });
  await settings.getByLabel('Minutes you usually have').fill('900');
  await settings.getByLabel('Minutes you usually have').press('Enter');
  await expect(settings.getByText('Give it a whole number from 1 to 240.')).toBeVisible();
  await settings.getByLabel('Minutes you usually have').fill('20');
  await settings.getByLabel('Minutes you usually have').press('Enter');
  await expect(settings.getByRole('button', { name: 'As it was: twelve minutes' })).toBeVisible();
  const choose = async (group: string, label: string) =>
    settings.getByRole('group', { name: group }).getByText(label, { exact: true }).click();
  await choose('Practices in focus at once', '3');
  await settings.getByLabel('Practices kept alive beside them').fill('4');
  await choose('Days of the week in reserve', '1');
  await choose('Quiet hours', 'On');
  await settings.getByLabel('From', { exact: true }).fill('22:30');
  await choose('A limit for the week', 'On');
  await settings.getByLabel('Minutes a week, at the most').fill('90');
  await settings.getByLabel('Minutes a week, at the most').press('Enter');
  await choose('The bench suggests what to practise', 'No');
  await choose('Related practices are taken in turn', 'No');
  await choose('A session asks for one thing to change', 'No');
  await choose('A session begins with what is in place', 'No');
  await choose('Scores are read aloud while you practise', 'Yes');
  await choose('It is asked how sure you are', 'Before every take');
  await choose('A look back asks how it was', 'Yes');
  await choose('A twist is drawn', 'Every fifth');
  await choose('A ghost of your own past to race', 'Your best');
  await choose('How an answer is shown first', 'Checklist');
  await expect
    .poll(() => settingsOf(page))
    .toEqual({
      usualMinutes: 20,
      weeklyMinutes: 90,
      mixes: false,
      focusLimit: 3,
      keepAliveLimit: 4,
      reserveDaysAWeek: 1,
      quietHours: { from: '22:30', to: '07:00' },
      saysWhatIsNext: false,
      asksForAim: false,
      asksForSupport: false,
      asksHowSure: 'every-take',
      asksHowItWas: true,
      plays: true,
      twistEvery: 5,
      ghost: 'best',
      speaksScores: true,
      answerFormat: 'checklist',
    });

  await expect(page.locator('html[data-offline-ready]')).toBeAttached();
  await context.setOffline(true);
  await choose('Quiet hours', 'Off');
  await settings.getByRole('button', { name: 'As it was: twelve minutes' }).click();
  await expect(settings.getByLabel('Minutes you usually have')).toHaveValue('12');
  await expect(settings.getByLabel('From', { exact: true })).toHaveCount(0);
  await page.reload();
  await expect(settings.getByLabel('Minutes you usually have')).toHaveValue('12');
  await expect(settings.getByLabel('From', { exact: true })).toHaveCount(0);
  await context.setOffline(false);
  await expect
    .poll(() => settingsOf(page))
    .toMatchObject({ usualMinutes: 12, quietHours: null, focusLimit: 3 });
});

test(
  'who sees what stands on a page of its own, and a browser or a key is ended there',
  BOTH_SIZES,
  async ({ page, server, person, browser }) => {
    const other = await browser.newContext();
    await signIn(other, server, person);
    await page.goto('/me');
    await page.getByRole('link', { name: 'Who sees what, what is kept where' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Who sees what' })).toBeVisible();
    await expect(page.getByText('Nobody sees anything of yours.', { exact: false })).toBeVisible();
    await expect(
      page.getByText('Your practices, payoffs, sessions and takes').filter({ visible: true }),
    ).toBeVisible();
    await expect(page.getByText('What you erase stays in backups of before', { exact: false })).toBeVisible();

    const keys = page.getByRole('list', { name: 'Browsers and keys' }).getByRole('listitem');
    await expect(keys).toHaveCount(3);
    await expect(keys.filter({ hasText: 'This browser' })).toHaveCount(1);
    expect((await other.request.get(`${server.address}/api/me`)).status()).toBe(200);
    await keys
      .filter({ hasText: 'Signed in' })
      .filter({ hasNotText: 'This browser' })
      .getByRole('button', { name: 'End' })
      .click();
    await expect(keys).toHaveCount(2);
    expect((await other.request.get(`${server.address}/api/me`)).status()).toBe(401);
    await keys.filter({ hasText: 'journey' }).getByRole('button', { name: 'End journey' }).click();
    await expect(keys).toHaveCount(1);
    expect((await page.request.get('/api/me')).status()).toBe(200);
    await other.close();
  },
);
