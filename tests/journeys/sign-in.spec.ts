import type { BrowserContext, Page } from '@playwright/test';
import type { NeedList } from '../../src/features/needs/contract.ts';
import type { Bench } from '../../src/features/practice/contract.ts';
import type { JourneyPerson } from './support/bottega-server.ts';
import { holdSender, waitingSpaces } from './support/held-sender.ts';
import { test as base, expect } from './support/journey.ts';

const GAP = 'What is getting in the way now?';
/** Among those that Find shows before anything was typed. */
const CUBE = 'A cube that sits on the table';

async function signInByKey(page: Page, { name, key }: JourneyPerson): Promise<void> {
  await page.getByLabel('Key').fill(key);
  await page.getByLabel('Key').press('Enter');
  await expect(page.getByRole('link', { name: `${name}, your own page` })).toBeVisible();
}

const needsAtHome = (context: BrowserContext, address: string) =>
  expect.poll(async () => {
    const { needs }: NeedList = await (await context.request.get(`${address}/api/needs`)).json();
    return needs.map(({ text }) => text);
  });

/** A need in hand, and words that were typed: what a person leaves on a page. */
async function lookForNeed(page: Page, text: string, title: string): Promise<void> {
  await page.getByRole('link', { name: 'Find', exact: true }).click();
  // The first bench asks the same.
  await page.waitForURL('**/find');
  await page.getByLabel(GAP).fill(text);
  await page.getByRole('link', { name: `Look at ${title}` }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** What was begun or read here, by whomever. */
const begunHere = (page: Page) =>
  page.evaluate(() => {
    const names = [...Object.keys(localStorage), ...Object.keys(sessionStorage)];
    const ofTheDevice = [
      'bottega.theme',
      'bottega.one-letter-keys',
      'bottega.device',
      'bottega.space',
      'bottega.tab',
    ];
    return names.filter((name) => name.startsWith('bottega') && !ofTheDevice.includes(name));
  });

/** Nobody is signed in yet. */
const test = base.extend({ page: async ({ context }, use) => use(await context.newPage()) });

test('a key opens the bench, and a wrong one is refused in words', async ({ page, server }) => {
  const { key } = await server.newPerson('Tunde Okafor');
  await page.goto('/');
  await expect(
    page.getByText('Open the link that Bottega printed at its start.', { exact: false }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('Paste the key first.')).toBeVisible();
  await page.getByLabel('Key').fill('btg_nothing');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('This key is not known here', { exact: false })).toBeVisible();
  await page.getByLabel('Key').fill(key);
  await page.getByLabel('Key').press('Enter');
  await expect(page.getByRole('heading', { name: 'Nothing on the bench yet' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Tunde Okafor, your own page' })).toBeVisible();
  // The form is gone, and the keyboard goes on from the heading of what came.
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();

  await page.getByRole('link', { name: 'Tunde Okafor, your own page' }).click();
  await expect(
    page.getByText('Only you see your needs, practices, takes and notes.', { exact: false }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByLabel('Key')).toBeVisible();
});

/** Of the machine's own person, who may have practised in an earlier journey. */
const ownBench = (page: Page) => page.getByRole('link', { name: 'Me, your own page' });

test('the printed link opens the bench, and an old one says why not', async ({ page, server }) => {
  await page.goto('/open?token=old');
  await expect(page.getByText('This link has ended', { exact: false })).toBeVisible();
  await page.goto(server.link);
  await expect(ownBench(page)).toBeVisible();
});

test('the link opens the bench again once the app lies on the device, also after signing out', async ({
  page,
  server,
}) => {
  await page.goto(server.link);
  await expect(page.locator('html[data-offline-ready]')).toBeAttached();
  await page.goto(server.link);
  await expect(ownBench(page)).toBeVisible();
  await page.goto('/me');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByLabel('Key')).toBeVisible();
  await page.goto(server.link);
  await expect(ownBench(page)).toBeVisible();
});

test('a sign-in that ended elsewhere asks again, and keeps the address', async ({
  page,
  server,
  context,
}) => {
  await page.goto(server.link);
  await expect(ownBench(page)).toBeVisible();
  await context.clearCookies();
  await page.goto('/find');
  await expect(page.getByLabel('Key')).toBeVisible();
  const { key } = await server.newPerson('Ruth Achterberg');
  await page.getByLabel('Key').fill(key);
  await page.getByLabel('Key').press('Enter');
  await expect(page.getByRole('heading', { name: 'What do you need to be able to do?' })).toBeVisible();
});

test('an address that leads nowhere says so', async ({ page, server }) => {
  await page.goto(server.link);
  await page.goto('/nowhere');
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  await page.getByRole('link', { name: 'Go to the bench' }).click();
  await expect(page).toHaveURL(`${server.address}/`);
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('There is nothing here');
});

test('signing out leaves nothing of one person’s words to the next, in any tab', async ({
  page,
  server,
  context,
}) => {
  await page.goto('/');
  await signInByKey(page, await server.newPerson('Nadia Brandt'));
  await lookForNeed(page, 'juggle three balls and not be laughed at', 'Thirty catches');
  await needsAtHome(context, server.address).toEqual(['juggle three balls and not be laughed at']);
  const other = await context.newPage();
  await other.goto(`${server.address}/find`);
  await other.getByLabel(GAP).fill('say no to my manager');
  expect([await begunHere(page), await begunHere(other)]).not.toContainEqual([]);

  await page.getByRole('link', { name: 'Nadia Brandt, your own page' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByLabel('Key')).toBeVisible();
  // The other tab as well shows nothing more of theirs.
  await expect(other.getByLabel('Key')).toBeVisible();
  expect([await begunHere(page), await begunHere(other)]).toEqual([[], []]);

  await signInByKey(page, await server.newPerson('Ruth Achterberg'));
  await page.getByRole('link', { name: 'Find', exact: true }).click();
  await expect(page.getByLabel(GAP)).toHaveValue('');
  await other.goto(`${server.address}/find`);
  await expect(other.getByLabel(GAP)).toHaveValue('');
});

test('whoever signs in on a page that was another’s records as themselves at once, with nothing of theirs in hand', async ({
  page,
  server,
  context,
}) => {
  const ruth = await server.newPerson('Ruth Achterberg');
  await page.goto('/');
  await signInByKey(page, await server.newPerson('Nadia Brandt'));
  await lookForNeed(page, 'draw a cube on the table', CUBE);
  await needsAtHome(context, server.address).toEqual(['draw a cube on the table']);
  const letGo = await holdSender(context, server.address);
  await page.bringToFront();
  await context.clearCookies();
  await page.getByRole('link', { name: 'Nadia Brandt, your own page' }).click();
  await signInByKey(page, ruth);

  await page.getByRole('link', { name: 'Find', exact: true }).click();
  await expect(page.getByLabel(GAP)).toHaveValue('');
  await page.getByRole('link', { name: `Look at ${CUBE}` }).click();
  await page.getByRole('link', { name: 'Practise this' }).click();
  await page.getByRole('button', { name: 'Start now' }).click();
  await page.waitForURL('**/run');
  const spaces = await waitingSpaces(page);
  expect(spaces.length).toBeGreaterThanOrEqual(2);
  expect([...new Set(spaces)]).toEqual([ruth.spaceId]);
  await letGo();
  await expect
    .poll(async () => {
      const { practices }: Bench = await (await context.request.get(`${server.address}/api/bench`)).json();
      return practices.map(({ title }) => title);
    })
    .toEqual([CUBE]);
  await expect.poll(() => waitingSpaces(page)).toEqual([]);
});
