import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { v7 } from 'uuid';
import type { Need, NeedBody, NeedList } from '../../src/features/needs/contract.ts';
import { HOUSE_SPACE_ID, idOfName } from '../../src/platform/ids.ts';
import { places } from '../../src/platform/places.ts';
import { axeFaults } from './support/axe-faults.ts';
import { BOTH_SIZES, expect, test } from './support/journey.ts';
import { logBefore, openRunner, takeUp } from './support/take-up.ts';

const BOWLINE = idOfName(HOUSE_SPACE_ID, 'bowline');
const JUGGLING = idOfName(HOUSE_SPACE_ID, 'juggling-cascade');

/** Kept at home already, so many days ago. */
async function keepAtHome(
  context: BrowserContext,
  text: string,
  {
    daysAgo = 1,
    found = [],
    ...more
  }: Partial<NeedBody> & { daysAgo?: number; found?: readonly string[] } = {},
): Promise<string> {
  const id = v7();
  const raisedAt = new Date(Date.now() - daysAgo * 86_400_000).toISOString();
  const body = {
    kind: 'gap',
    text,
    horizon: 'now',
    wantedWithin: 'this-week',
    context: null,
    raisedAt,
    ...more,
  };
  const answer = await context.request.put(`/api/needs/${id}`, { data: body });
  expect(answer.ok()).toBe(true);
  for (const micromasteryId of found) {
    const match = await context.request.put(`/api/needs/${id}/matches/${micromasteryId}`, {
      data: { matchedAt: raisedAt },
    });
    expect(match.ok()).toBe(true);
  }
  return id;
}

async function needsAtHome(context: BrowserContext): Promise<Need[]> {
  const { needs }: NeedList = await (await context.request.get('/api/needs')).json();
  return needs;
}
const saidAtHome = (context: BrowserContext) =>
  expect.poll(async () =>
    (await needsAtHome(context)).map(({ text, horizon, state }) => [text, horizon, state]),
  );

const rowOf = (page: Page, text: string): Locator =>
  page.getByRole('listitem').filter({ has: page.getByText(text, { exact: true }) });
const readyWithoutNetwork = (page: Page) =>
  page.locator('html[data-offline-ready]').waitFor({ state: 'attached' });
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Catch a need' });
const field = (page: Page) => dialog(page).getByRole('textbox');

test.describe('a need is caught in passing', () => {
  test(
    'with one key, one field and one key more, from wherever one is',
    BOTH_SIZES,
    async ({ page, context }) => {
      await page.goto('/');
      const find = page.getByRole('link', { name: 'Find one' });
      await find.focus();
      // Without a pause: whoever catches something in passing waits for nothing.
      await page.keyboard.type('cmy knots slip');
      await expect(field(page)).toHaveValue('my knots slip');
      await expect(field(page)).toBeFocused();
      expect(await dialog(page).getByRole('textbox').count()).toBe(1);
      await page.keyboard.press('Enter');

      await expect(dialog(page)).toBeHidden();
      await expect(find).toBeFocused();
      await expect(page.getByRole('status').filter({ hasText: 'Kept.' })).toHaveCount(1);
      await saidAtHome(context).toEqual([['my knots slip', 'now', 'open']]);
      expect(await needsAtHome(context)).toMatchObject([
        { kind: 'gap', wantedWithin: 'this-week', context: null },
      ]);
      await expect(page.getByText('my knots slip')).toBeVisible();
      await page.keyboard.press('c');
      await expect(field(page)).toBeFocused();
      await expect(field(page)).toHaveValue('');
    },
  );

  test('and nothing that is typed before the field is there is lost', async ({ page, context }) => {
    await page.goto('/');
    await expect(page.getByRole('link', { name: 'Find one' })).toBeVisible();
    // Faster than anything is fetched.
    await page.evaluate(() => {
      for (const key of 'csail alone')
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    });
    await expect(field(page)).toHaveValue('sail alone');
    await dialog(page).getByText('Perhaps one day').click();
    await field(page).press('Enter');
    await saidAtHome(context).toEqual([['sail alone', 'possible-future', 'open']]);
    expect(await needsAtHome(context)).toMatchObject([{ kind: 'next', wantedWithin: 'this-year' }]);
  });

  test('never by a letter that is meant for a field, or by one that is switched off', async ({ page }) => {
    await page.goto('/find');
    await page.getByLabel('What is getting in the way now?').press('c');
    await expect(page.getByLabel('What is getting in the way now?')).toHaveValue('c');
    await expect(dialog(page)).toHaveCount(0);
    await page.goto('/me');
    await expect(page.getByRole('heading', { name: 'This device' })).toBeVisible();
    await page.getByRole('group', { name: 'Keys of one letter' }).getByLabel('Off').check({ force: true });
    expect(await isTakenByThePage(page, 'c')).toBe(false);
    await page.goto('/needs');
    await expect(page.getByRole('heading', { name: 'No needs yet' })).toBeVisible();
    await expect(page.getByText('the key c catches one')).toHaveCount(0);
    expect(await isTakenByThePage(page, 'c')).toBe(false);
    // The button does it all the same.
    await page.getByRole('button', { name: 'Catch a need' }).click();
    await expect(field(page)).toBeFocused();
  });

  test('with words: none are asked for, and those that were not kept are there again', async ({
    page,
    context,
  }) => {
    await page.goto('/needs');
    await page.getByRole('button', { name: 'Catch a need' }).click();
    await field(page).press('Enter');
    await expect(dialog(page).getByText('Say it in a few words, and Enter keeps it.')).toBeVisible();
    await field(page).fill('half a thought');
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();
    await expect(page.getByRole('button', { name: 'Catch a need' })).toBeFocused();
    await page.keyboard.press('c');
    await expect(field(page)).toHaveValue('half a thought');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('and the other half');
    await dialog(page).getByRole('button', { name: 'Keep this need' }).click();
    await saidAtHome(context).toEqual([['half a thought\nand the other half', 'now', 'open']]);
  });

  test('not while a take runs, and again while it is paused', async ({ page, context, server }) => {
    await openRunner(page, server, 'sixty-second-case');
    const pause = page.getByRole('button', { name: 'Pause' });
    await expect(pause).toBeVisible();
    await page.keyboard.press('c');
    await page.keyboard.press('p');
    await expect(page.getByText('Paused. The clock stands still.')).toBeVisible();
    await expect(dialog(page)).toHaveCount(0);
    await page.keyboard.press('c');
    await expect(field(page)).toBeFocused();
    // Of these the runner knows every one.
    await page.keyboard.type('pnst7');
    await page.keyboard.press('Enter');
    await expect(dialog(page)).toBeHidden();
    await saidAtHome(context).toEqual([['pnst7', 'now', 'open']]);
    await expect(page.getByText('Paused. The clock stands still.')).toBeVisible();
    await page.keyboard.press('p');
    await expect(pause).toBeVisible();
  });
});

test.describe('the page of needs', () => {
  test('says what will be there, as long as nothing is', async ({ page }) => {
    await page.goto('/needs');
    await expect(page.getByRole('heading', { name: 'No needs yet' })).toBeVisible();
    await page.getByRole('link', { name: 'Say what you need' }).click();
    await expect(page).toHaveURL('/find');
  });

  test('has all of them by how far off they are, and what became of each', async ({
    page,
    context,
    server,
  }) => {
    await keepAtHome(context, 'my knots slip', { context: 'on the night shift', found: [BOWLINE, JUGGLING] });
    await keepAtHome(context, 'lead the stand-up', { kind: 'next', horizon: 'next-rung', daysAgo: 9 });
    await keepAtHome(context, 'sail alone', { kind: 'next', horizon: 'possible-future', found: [BOWLINE] });
    await logBefore(context, server.address, await takeUp(context, server.address, 'bowline'), [4, 5], 1);

    await page.goto('/');
    await page.getByRole('link', { name: 'All your needs' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Your needs' })).toBeFocused();
    await expect(page.getByText('Of the 2 answers you looked at, 1 became a practice')).toBeVisible();
    const now = page.getByRole('region', { name: 'Now', exact: true });
    await expect(now.getByText('on the night shift')).toBeVisible();
    await expect(now.getByText(/^caught \d+ \w{3}/)).toBeVisible();
    await expect(now.getByText('Practised, two takes. One more shows where you start.')).toBeVisible();
    await expect(now.getByText('Looked at.')).toBeVisible();
    const next = page.getByRole('region', { name: 'It comes next' });
    await expect(next.getByText('Nothing found for it yet.')).toBeVisible();

    await page.getByRole('radio', { name: 'It comes next' }).click({ force: true });
    await expect(page.getByRole('radio', { name: 'It comes next' })).toBeChecked();
    await expect(page.getByText('my knots slip')).toHaveCount(0);
    await expect(next).toBeVisible();
    await next.getByRole('link', { name: 'Find what would help: lead the stand-up' }).click();
    await expect(page.getByLabel('What comes next?')).toHaveValue('lead the stand-up');
    await expect(page.getByText('It is kept on your bench.')).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('radio', { name: 'It comes next' })).toBeChecked();
    await expect(page.getByText('my knots slip')).toHaveCount(0);
    await page.getByText('All', { exact: true }).click();
    await now.getByRole('link', { name: 'The six-second bowline' }).click();
    await expect(page).toHaveURL(/\/practices\//);
    expect(await needsAtHome(context)).toHaveLength(3);
  });

  test('lets each be said anew, and takes that back', async ({ page, context }) => {
    await keepAtHome(context, 'my knots slip', { context: 'at sea' });
    await page.goto('/needs');
    await page.getByRole('button', { name: 'Edit: my knots slip' }).click();
    const words = page.getByLabel('What you need to be able to do');
    await expect(words).toBeFocused();
    await words.fill('  ');
    await page.getByRole('button', { name: 'Save the need' }).click();
    await expect(page.getByText('A need has words.')).toBeVisible();
    await words.fill('tie a knot that holds');
    await page.getByLabel('Where does it come up?').fill('');
    await page.getByRole('radio', { name: 'Perhaps one day' }).last().check({ force: true });
    await page.getByRole('radio', { name: 'This year' }).check({ force: true });
    await page.getByRole('button', { name: 'Save the need' }).click();

    const later = page.getByRole('region', { name: 'Perhaps one day' });
    await expect(later.getByText('tie a knot that holds')).toBeVisible();
    // It stands elsewhere now, and the keyboard goes on there.
    await expect(page.getByRole('button', { name: 'Edit: tie a knot that holds' })).toBeFocused();
    await saidAtHome(context).toEqual([['tie a knot that holds', 'possible-future', 'open']]);
    expect(await needsAtHome(context)).toMatchObject([
      { wantedWithin: 'this-year', context: null, kind: 'gap' },
    ]);

    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(
      page.getByRole('region', { name: 'Now', exact: true }).getByText('my knots slip'),
    ).toBeVisible();
    await saidAtHome(context).toEqual([['my knots slip', 'now', 'open']]);
    expect(await needsAtHome(context)).toMatchObject([{ context: 'at sea' }]);
  });

  test(
    'keeps what is answered and what is let go of, and takes it up again',
    BOTH_SIZES,
    async ({ page, context }) => {
      for (const text of ['my knots slip', 'juggle for the children', 'sleep on a boat'])
        await keepAtHome(context, text);
      await page.goto('/needs');
      await page.getByRole('button', { name: 'It is answered: my knots slip' }).click();
      await expect(rowOf(page, 'my knots slip').getByText('Answered', { exact: true })).toBeVisible();
      await page.getByRole('button', { name: 'Let go: sleep on a boat' }).click();
      await expect(page.getByText('Let go of. It is kept at the end.').first()).toBeAttached();
      await expect(page.getByText('sleep on a boat')).toHaveCount(0);
      await expect(page.getByText('Let go of, 1')).toBeVisible();
      await saidAtHome(context).toEqual([
        ['juggle for the children', 'now', 'open'],
        ['my knots slip', 'now', 'answered'],
        ['sleep on a boat', 'now', 'let-go'],
      ]);

      await page.goto('/');
      await expect(page.getByText('juggle for the children')).toBeVisible();
      await expect(page.getByText('my knots slip')).toHaveCount(0);
      await page.getByRole('link', { name: 'All your needs' }).click();
      await page.getByText('Let go of, 1').click();
      await page.getByRole('button', { name: 'Take up again: sleep on a boat' }).click();
      await expect(page.getByText('Let go of, 1')).toHaveCount(0);
      await expect(page.getByRole('button', { name: 'Let go: sleep on a boat' })).toBeVisible();
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect(page.getByText('Let go of, 1')).toBeVisible();
      await page.getByRole('button', { name: 'Open it again: my knots slip' }).click();
      await saidAtHome(context).toEqual([
        ['juggle for the children', 'now', 'open'],
        ['my knots slip', 'now', 'open'],
        ['sleep on a boat', 'now', 'let-go'],
      ]);
    },
  );

  test('works without a network, and home hears of it all', async ({ page, context }) => {
    await keepAtHome(context, 'my knots slip');
    await keepAtHome(context, 'sleep on a boat');
    await page.goto('/needs');
    await expect(page.getByText('my knots slip')).toBeVisible();
    await readyWithoutNetwork(page);
    await context.setOffline(true);
    await page.reload();
    await page.getByRole('button', { name: 'Let go: sleep on a boat' }).click();
    await expect(page.getByText('Let go of, 1')).toBeVisible();
    await page.keyboard.press('c');
    await field(page).fill('caught at sea');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Edit: caught at sea' }).click();
    await page.getByLabel('What you need to be able to do').fill('caught at sea, in fog');
    await page.getByRole('button', { name: 'Save the need' }).click();
    await page.reload();
    await expect(page.getByText('caught at sea, in fog')).toBeVisible();
    await expect(page.getByText('Let go of, 1')).toBeVisible();
    await context.setOffline(false);
    await saidAtHome(context).toEqual([
      ['caught at sea, in fog', 'now', 'open'],
      ['my knots slip', 'now', 'open'],
      ['sleep on a boat', 'now', 'let-go'],
    ]);
  });

  test.describe('with very many', () => {
    // The page's own requests are held up here, not those of its worker.
    test.use({ serviceWorkers: 'block' });

    test('reads them to their end, and changes the last one in place', async ({ page, context }) => {
      for (let n = 0; n < 205; n += 1) await keepAtHome(context, `need number ${n}`, { daysAgo: n });
      await page.goto('/needs');
      const rows = page.getByRole('button', { name: /^Let go: need number/ });
      await expect(rows).toHaveCount(20);
      await page.getByRole('button', { name: 'Show 180 more' }).click();
      await expect(rows).toHaveCount(200);
      await page.getByRole('button', { name: 'Read further ones' }).click();
      await expect(page.getByRole('button', { name: 'Read further ones' })).toHaveCount(0);
      await page.getByRole('button', { name: 'Show 5 more' }).click();
      await expect(rows).toHaveCount(205);
      await page.route('**/api/needs?*', () => {
        // Never answered: what is seen from here on is what the page itself knows.
      });
      await page.route('**/api/needs', () => {
        // Nor this.
      });
      const sent = page.waitForResponse('**/api/need-revisions/*');
      const readAgain = page.waitForRequest('**/api/needs');
      await page.getByRole('button', { name: 'Let go: need number 204' }).click();
      expect((await sent).status()).toBe(200);
      await readAgain;
      await expect(rows).toHaveCount(204);
      await expect(page.getByText('Let go of, 1')).toBeVisible();
    });
  });
});

test.describe('a phone shares', () => {
  const share = (parts: Record<string, string>) => `/share?${new URLSearchParams(parts)}`;

  test('into a page that the phone is told of', async ({ server, request }) => {
    const manifest = await (await request.get(`${server.address}/manifest.webmanifest`)).json();
    expect(manifest.share_target).toEqual({
      action: '/share',
      method: 'GET',
      params: { title: 'title', text: 'text', url: 'url' },
    });
    const built = JSON.parse(await readFile(join(places.webBuild, 'manifest.webmanifest'), 'utf8'));
    expect(built).toEqual(manifest);
  });

  test('what it likes, and one tap keeps it, also without a network', async ({ page, context }) => {
    await page.goto('/');
    await readyWithoutNetwork(page);
    await context.setOffline(true);
    await page.goto(
      share({ title: 'Knots for sailors', text: 'my knots slip', url: 'https://example.org/knots' }),
    );
    await expect(page.getByLabel('What do you need to be able to do?')).toHaveValue('my knots slip');
    await expect(page.getByLabel('Where does it come up?')).toHaveValue(
      'Knots for sailors https://example.org/knots',
    );
    await page.getByRole('button', { name: 'Keep this need' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Kept.' })).toBeFocused();
    await expect(page).toHaveURL('/share');
    await context.setOffline(false);
    await saidAtHome(context).toEqual([['my knots slip', 'now', 'open']]);
    expect(await needsAtHome(context)).toMatchObject([
      { context: 'Knots for sailors https://example.org/knots' },
    ]);

    await page.getByRole('link', { name: 'Find what would help' }).click();
    await page.getByRole('link', { name: 'Look at The six-second bowline' }).click();
    await expect
      .poll(async () => (await needsAtHome(context)).map((need) => need.micromasteryIds))
      .toEqual([[BOWLINE]]);
  });

  test('more than a need can hold, and is told what was left out', async ({ page, context }) => {
    await page.goto(share({ text: `${'a word '.repeat(200)}https://example.org/?${'x'.repeat(600)}` }));
    await expect(page.getByText('What came has 1,399 characters. The first 500 are here')).toBeVisible();
    await expect(page.getByText('what came behind its “?” is left out')).toBeVisible();
    await page.getByRole('button', { name: 'Keep this need' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Kept.' })).toBeVisible();
    await expect.poll(async () => (await needsAtHome(context)).map(({ text }) => text.length)).toEqual([500]);
  });

  test('nothing, or nonsense, and nothing is kept by itself', async ({ page, context }) => {
    await page.goto('/share');
    await expect(page.getByText('Nothing came with it.')).toBeVisible();
    await page.getByRole('button', { name: 'Keep this need' }).click();
    await expect(page.getByText('Say it in a few words first.')).toBeVisible();
    await page.goto('/share?text=%F0%9F%00%00&url=javascript:alert(1)&title=%3Cb%3Ehi%3C/b%3E');
    await expect(page.getByRole('heading', { name: 'Keep this as a need?' })).toBeVisible();
    await page.getByRole('link', { name: 'Leave it' }).click();
    await expect(page.getByRole('heading', { name: 'No needs yet' })).toBeVisible();
    expect(await needsAtHome(context)).toEqual([]);
  });
});

test(
  'needs stand in nobody’s way, in the dark, in any script, on a narrow screen and with large text',
  BOTH_SIZES,
  async ({ page, context }) => {
    test.setTimeout(120_000);
    await keepAtHome(context, 'my knots slip', { context: 'on the night shift', found: [BOWLINE] });
    await keepAtHome(context, 'x'.repeat(500), { horizon: 'next-rung', context: 'y'.repeat(500) });
    await keepAtHome(context, 'לקשור קשר שמחזיק 31 ק״ג', {
      horizon: 'possible-future',
      context: 'על הסיפון',
    });
    const states: readonly (readonly [string, () => Promise<unknown>])[] = [
      ['the page', () => page.goto('/needs')],
      [
        'editing',
        async () => {
          await page.goto('/needs');
          await page.getByRole('button', { name: 'Edit: my knots slip' }).click();
        },
      ],
      [
        'what was shared',
        () => page.goto('/share?title=Knots&text=my+knots+slip&url=https://example.org/knots'),
      ],
      [
        'catching one',
        async () => {
          await page.goto('/needs');
          await page.getByRole('button', { name: 'Catch a need' }).click();
          await expect(field(page)).toBeFocused();
        },
      ],
    ];
    const size = page.viewportSize() ?? { width: 390, height: 844 };
    for (const [name, open] of states) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      await open();
      await page.getByRole('textbox').or(page.getByText('my knots slip')).first().waitFor();
      expect.soft(await axeFaults(page), name).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect.soft(await axeFaults(page), `${name}, in the dark`).toEqual([]);
      expect.soft(await sideways(page), name).toBe(0);
      await page.setViewportSize({ width: 320, height: 640 });
      expect.soft(await sideways(page), `${name} at 320`).toBe(0);
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
      expect.soft(await sideways(page), `${name} at 320 and 200%`).toBe(0);
      await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
      expect.soft(await sideways(page), `${name} from right to left`).toBe(0);
    }
  },
);

/** Whether anything on the page did something with a key that was pressed on no field. */
const isTakenByThePage = (page: Page, key: string) =>
  page.evaluate((pressed) => {
    const event = new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
    return event.defaultPrevented;
  }, key);

/** How far the page can be scrolled sideways, in CSS pixels. */
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
