import type { BrowserContext, Page } from '@playwright/test';
import type { PracticePage } from '../../src/features/practice/contract.ts';
import { HOUSE_SPACE_ID, idOfName } from '../../src/platform/ids.ts';
import { BOTH_SIZES, expect, test } from './support/journey.ts';
import { attemptsAtHome, logBefore, takeUp } from './support/take-up.ts';
import { unfold } from './support/unfold.ts';

const scoresAtHome = async (context: BrowserContext, address: string, practiceId: string) =>
  (await attemptsAtHome(context, address, practiceId)).map((attempt) => attempt.value);

/** What this device would carry out if its page ended now. */
const leftNotes = (page: Page): Promise<number> =>
  page.evaluate(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('bottega');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const reading = opening.result.transaction('notes').objectStore('notes').getAll();
      reading.onsuccess = () => { opening.result.close(); resolve(reading.result.filter(({ later }) => later).length); };
    };
  })`);

test(
  'a payoff is changed, comes into force, and the one before stays readable',
  BOTH_SIZES,
  async ({ page, context, server }) => {
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

    await expect(page.getByText('Target 7.5 or more.', { exact: false })).toBeVisible();
    await page.getByText('How it is counted, and the payoff before this one').click();
    await expect(page.getByText('every face up')).toBeVisible();
    await expect(page.getByText('I can do it whenever I am asked.')).toBeVisible();
    await expect
      .poll(async () => {
        const found: PracticePage = await (await context.request.get(`/api/practices/${practiceId}`)).json();
        return found.payoffs.map((payoff) => payoff.target.low);
      })
      .toEqual([7.5, 8]);
  },
);

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
  await unfold(page, 'Takes', 'In words');
  await expect(page.getByRole('button', { name: /^Take 3 .*9$/ })).toBeVisible();
  await expect(page.getByText('Best 9, take 3 on', { exact: false }).first()).toBeVisible();
  await expect(page.getByText('One more take and there is a starting point.').first()).toBeVisible();
});

test(
  'a wrong take is taken back, and can be kept within ten seconds',
  BOTH_SIZES,
  async ({ page, context, server }) => {
    const ids = await takeUp(context, server.address, 'track-stand');
    await logBefore(context, server.address, ids, [4, 9, 5], 1);
    await page.clock.install();
    await page.goto(`/practices/${ids.practiceId}`);
    await expect(page.getByText('Started at 5;', { exact: false }).first()).toBeVisible();
    await unfold(page, 'Takes');
    await page.getByRole('button', { name: /^Take 2 / }).click();
    await page.getByRole('button', { name: 'Take this one back' }).click();
    await expect(page.getByRole('button', { name: /^Take 2 / })).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('button', { name: /^Take 2 / })).toBeVisible();

    await page.getByRole('button', { name: /^Take 2 / }).click();
    await page.getByRole('button', { name: 'Take this one back' }).click();
    await page.mouse.move(0, 0);
    await page.clock.fastForward(11_000);
    await expect(page.getByText('One more take and there is a starting point.').first()).toBeVisible();
    await expect(page.getByText('Started at', { exact: false })).toHaveCount(0);
    await expect.poll(() => scoresAtHome(context, server.address, ids.practiceId)).toEqual([4, 5]);
  },
);

test('a take that was taken back stays so, however the page is left within ten seconds', async ({
  page,
  context,
  server,
}) => {
  const ids = await takeUp(context, server.address, 'track-stand');
  await logBefore(context, server.address, ids, [4, 9, 5, 7], 1);
  const sent: string[] = [];
  context.on('request', (request) => {
    if (request.url().includes('/api/retractions/')) sent.push(request.url());
  });
  const takeBack = async (number: number) => {
    await page.getByRole('button', { name: new RegExp(`^Take ${number} `) }).click();
    await page.getByRole('button', { name: 'Take this one back' }).click();
    await expect(page.getByText(`Take ${number} no longer counts.`, { exact: true })).toBeVisible();
  };
  await page.goto(`/practices/${ids.practiceId}`);
  await unfold(page, 'Takes');
  await takeBack(2);
  await page.reload();
  await expect.poll(() => scoresAtHome(context, server.address, ids.practiceId)).toEqual([4, 5, 7]);
  await page.reload();
  await expect(page.getByText('3 takes').first()).toBeVisible();
  expect(new Set(sent).size).toBe(1);
  await unfold(page, 'Takes');

  // The page is ended without a word: nothing of it reaches the disk or home any more.
  await takeBack(1);
  await expect.poll(() => leftNotes(page)).toBe(1);
  await page.evaluate(() => {
    IDBDatabase.prototype.transaction = () => {
      throw new Error('ended');
    };
  });
  await context.route('**/api/retractions/*', (route) => route.abort());
  await page.goto('about:blank');
  await context.unroute('**/api/retractions/*');
  await page.goto('/');
  await expect.poll(() => scoresAtHome(context, server.address, ids.practiceId)).toEqual([5, 7]);
  await expect.poll(() => leftNotes(page)).toBe(0);
  expect(new Set(sent).size).toBe(2);
});

test('a take on an older page keeps its number, and stays away once it is taken back', async ({
  page,
  context,
  server,
}) => {
  const ids = await takeUp(context, server.address, 'track-stand');
  const values = Array.from({ length: 55 }, (_, index) => index % 10);
  await logBefore(context, server.address, ids, values, 2);
  await page.clock.install();
  await page.goto(`/practices/${ids.practiceId}/run`);
  await page.locator('html[data-offline-ready]').waitFor({ state: 'attached' });
  await context.route('**/api/attempts/*', (route) => route.abort());
  await page.getByRole('button', { name: 'Log 9 out of 10' }).click();
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  await unfold(page, 'Takes');
  await expect(page.getByRole('button', { name: /^Take 56 / })).toBeVisible();
  await page.getByRole('button', { name: /^Show \d+ more/ }).click();
  await expect(page.getByRole('button', { name: /^Take 6 / })).toBeVisible();
  await page.getByRole('button', { name: 'Earlier takes' }).click();
  await expect(page.getByRole('button', { name: /^Take \d+ / })).toHaveCount(5);
  await expect(page.getByRole('button', { name: /^Take 5 .*4$/ })).toBeVisible();

  await page.getByRole('button', { name: /^Take 2 / }).click();
  await page.getByRole('button', { name: 'Take this one back' }).click();
  // Its ten seconds begin with these words, which wait for the disk: before them there is nothing to wind forward.
  await expect(page.getByText('Take 2 no longer counts.', { exact: true })).toBeVisible();
  await page.mouse.move(0, 0);
  await context.route('**/api/retractions/*', (route) => route.abort());
  await page.clock.fastForward(11_000);
  await expect(page.getByText('Take 2 no longer counts.', { exact: true })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Take \d+ / })).toHaveCount(4);
  await expect(page.getByRole('button', { name: /^Take 4 .*4$/ })).toBeVisible();

  // It stays away while home has it and the page has not been read again.
  await context.route(/before=/, () => {});
  await context.unroute('**/api/attempts/*');
  await context.unroute('**/api/retractions/*');
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect.poll(() => scoresAtHome(context, server.address, ids.practiceId)).toHaveLength(55);
  await expect(page.getByText('Saved', { exact: true })).toBeAttached();
  await expect(page.getByRole('button', { name: /^Take \d+ / })).toHaveCount(4);
});

test('a note is kept with its take', BOTH_SIZES, async ({ page, context, server }) => {
  const ids = await takeUp(context, server.address, 'track-stand');
  await logBefore(context, server.address, ids, [6], 1);
  await page.goto(`/practices/${ids.practiceId}`);
  await unfold(page, 'Takes');
  await page.getByRole('button', { name: /^Take 1 / }).click();
  await page.getByLabel('Note').fill('Breathed first');
  await page.getByLabel('Tags').fill('morning, standing');
  await page.getByRole('button', { name: 'Keep the note' }).click();
  await expect(page.getByRole('button', { name: /^Take 1 / })).toContainText(
    'Breathed first, morning, standing',
  );
  const kept = page.getByRole('status').filter({ hasText: 'Kept.' });
  await expect(kept).toBeFocused();

  // The note that replaces it, too.
  await page.getByLabel('Note').fill('Breathed first. ');
  await expect(kept).toHaveCount(0);
  await page.getByRole('button', { name: 'Keep the note' }).press('Enter');
  await expect(kept).toBeFocused();
  await expect(page.getByRole('button', { name: 'Keep the note' })).toHaveCount(0);
  await expect(page.getByLabel('Note')).toHaveCount(1);
});

test('a long note leaves day and value readable on the smallest phone', async ({ page, context, server }) => {
  const ids = await takeUp(context, server.address, 'track-stand');
  await logBefore(context, server.address, ids, [6], 1);
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(`/practices/${ids.practiceId}`);
  await unfold(page, 'Takes');
  const row = page.getByRole('button', { name: /^Take 1 / });
  await row.click();
  await page
    .getByLabel('Note')
    .fill(`Looked up first, then breathed, ${'and looked up again, '.repeat(9)}unbreakably${'y'.repeat(60)}`);
  await page.getByRole('button', { name: 'Keep the note' }).click();
  await expect(row).toContainText('Looked up first');
  const cut = await row.evaluate((line) =>
    [...line.children].filter((part) => part.scrollWidth > part.clientWidth).map((part) => part.textContent),
  );
  expect(cut).toEqual([]);
  expect(await row.evaluate((line) => line.clientHeight)).toBeLessThan(120);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test('where the picture cannot be read, nobody with takes is told that it begins with the first', async ({
  page,
  context,
  server,
}) => {
  const ids = await takeUp(context, server.address, 'track-stand');
  await logBefore(context, server.address, ids, [4, 6, 5], 3);
  await context.route('**/api/practices/*/picture', (route) => route.abort());
  await page.goto(`/practices/${ids.practiceId}`);
  await expect(page.getByRole('heading', { name: 'Could not reach home' })).toBeVisible();
  await expect(page.getByText('The picture begins with your first take.')).toHaveCount(0);
});

test('after a change of unit the takes before are not denied', async ({ page, context, server }) => {
  const ids = await takeUp(context, server.address, 'track-stand');
  await logBefore(context, server.address, ids, [4, 6, 5], 3);
  await page.goto(`/practices/${ids.practiceId}`);
  await page.getByRole('button', { name: 'Edit payoff' }).click();
  await page.getByLabel('What each take is measured by').selectOption('count');
  await page.getByLabel('Counted in').fill('seconds of quiet');
  await page.getByRole('button', { name: 'Save the payoff' }).click();
  await expect(page.getByRole('heading', { name: 'No takes counted this way yet' })).toBeVisible();
});

test('a bench that is left open knows that a day has passed', async ({ page, context, server }) => {
  const ids = await takeUp(context, server.address, 'track-stand');
  await logBefore(context, server.address, ids, [4], 0);
  await page.clock.install();
  await page.goto('/');
  const since = page.getByText(/^Your last take was/).first();
  await expect(since).toHaveText('Your last take was today.');
  await page.clock.fastForward('24:00:01');
  await expect(since).toHaveText('Your last take was yesterday.');
  // As after a night in which nothing ran.
  const at = await page.evaluate(() => Date.now());
  await page.clock.setSystemTime(at + 86_400_000);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(page.getByText('Two days since your last take.').first()).toBeVisible();
});

test('putting it on the bench goes to what is missing, as starting does', async ({ page }) => {
  await page.goto(`/micromasteries/${idOfName(HOUSE_SPACE_ID, 'bowline')}/practise`);
  await page.getByLabel('What each take is measured by').selectOption('count');
  for (const name of ['Put it on the bench', 'Start now', 'Practise without a target']) {
    await page.getByLabel('What each take is measured by').focus();
    await page.getByRole('button', { name }).click();
    await expect(page.getByLabel('Counted in')).toBeFocused();
    await expect(page.getByLabel('Counted in')).toHaveAccessibleDescription(/Say what is counted/);
  }
  await page.getByLabel('It pays when').fill('My own words for it.');
  await page.getByLabel('Counted in').fill('knots');
  await page.getByRole('textbox', { name: 'Target' }).fill('many');
  await page.getByRole('button', { name: 'Practise without a target' }).click();
  await expect(page.getByText('My own words for it.').first()).toBeVisible();
  await expect(page.getByText('No target yet', { exact: false }).first()).toBeVisible();
});

test(
  'no number of where one stands comes without how sure it is',
  BOTH_SIZES,
  async ({ page, context, server }) => {
    const ids = await takeUp(context, server.address, 'juggling-cascade', {
      kind: 'count',
      unit: 'catches',
      target: { low: 30, high: null },
      anchors: null,
    });
    await logBefore(context, server.address, ids, [36, 42, 40, 41, 38, 40, 39, 41, 40], 1);
    await page.goto('/');
    const numbers = page.getByText(
      'best 42 catches, median 40 of the last 9, four in five between 39 and 41',
    );
    await expect(numbers).toBeVisible();
    for (const path of ['/', `/practices/${ids.practiceId}`]) {
      await page.goto(path);
      await expect(page.getByText('39', { exact: false }).first()).toBeAttached();
      await page.setViewportSize({ width: 320, height: 700 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    }
    const core = page.locator('svg text', { hasText: '39 to 41' });
    await expect(core).toBeVisible();
    await expect(
      page.getByText(/^Now about 40 catches, four in five between 39 and 41 catches/),
    ).toBeAttached();
  },
);

test('who asks for more contrast gets it in the dark too', BOTH_SIZES, async ({ page, context, server }) => {
  const ids = await takeUp(context, server.address, 'track-stand');
  await page.goto(`/practices/${ids.practiceId}`);
  const colours = () =>
    page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body);
      const caption = document.querySelector('.cap');
      return { backgroundColor, color, caption: caption === null ? null : getComputedStyle(caption).color };
    });
  await expect(page.locator('.cap').first()).toBeVisible();
  await page.emulateMedia({ colorScheme: 'dark', contrast: 'more' });
  expect(await colours()).toMatchObject({
    backgroundColor: 'rgb(21, 23, 25)',
    caption: 'rgb(200, 199, 194)',
  });
  await page.evaluate(() => {
    document.documentElement.dataset.theme = 'dark';
  });
  expect(await colours()).toMatchObject({ caption: 'rgb(200, 199, 194)' });
  await page.emulateMedia({ colorScheme: 'dark', contrast: 'no-preference' });
  expect(await colours()).toMatchObject({ caption: 'rgb(162, 165, 165)' });
});

test(
  'sixteen thousand takes open like none, with the numbers behind the drawing',
  BOTH_SIZES,
  async ({ page, context, person }) => {
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
        file: {
          name: 'races.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from(['at,wpm', ...rows].join('\n')),
        },
        plan: JSON.stringify(plan),
      },
      timeout: 60_000,
    });
    expect(answer.ok(), await answer.text()).toBe(true);
    const { run } = await answer.json();
    await page.goto(`/practices/${run.practiceId}`);
    await expect(page.getByText('16,000 takes').first()).toBeVisible();
    await unfold(page, 'Takes');
    await expect(page.getByRole('button', { name: /^Take 16,000/ })).toBeVisible();
    await page.getByText('See the numbers').click();
    await expect(page.getByRole('cell', { name: /^1 to / })).toBeVisible();
    await page.getByRole('button', { name: /^Show \d+ more/ }).click();
    await page.getByRole('button', { name: 'Earlier takes' }).click();
    await expect(page.getByRole('button', { name: /^Take 15,950/ })).toBeVisible();
  },
);

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
  await unfold(page, 'In words', 'Takes');
  await expect(page.getByText('Best 9, take 3', { exact: false }).first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Could not reach home' })).toBeVisible();
  await expect(page.getByText('Your take is safe on this device.', { exact: false })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('Saved', { exact: true })).toBeAttached();
  await expect(page.getByRole('heading', { name: 'Three takes so far' })).toBeVisible();
});
