import type { Page } from '@playwright/test';
import { v7 } from 'uuid';
import { BOTH_SIZES, expect, test } from './support/journey.ts';
import { attemptsAtHome, logBefore, takeUp } from './support/take-up.ts';
import { unfold } from './support/unfold.ts';

/** Pairs of words on the drawing that lie over each other, and words that leave it, as the browser drew them. */
function unreadable(page: Page): Promise<string[]> {
  return page.getByRole('img', { name: /takes/ }).evaluate((drawing) => {
    const frame = drawing.getBoundingClientRect();
    const texts = [...drawing.querySelectorAll('text')].flatMap((text) => {
      const lines = [...text.querySelectorAll('tspan')];
      return lines.length > 0 ? lines : [text];
    });
    // A line of letters is less high than its box.
    const boxes = texts.map((text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      return { said: text.textContent, left, right, top: top + 3, bottom: bottom - 3 };
    });
    const out = boxes.filter((box) => box.left < frame.left - 1 || box.right > frame.right + 1);
    const over = boxes.flatMap((a, index) =>
      boxes
        .slice(index + 1)
        .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
        .map((b) => `${a.said} over ${b.said}`),
    );
    return [...out.map((box) => `${box.said} outside`), ...over];
  });
}

test(
  'the words on a drawing with many gaps and a long unit can all be read',
  BOTH_SIZES,
  async ({ page, context, server }) => {
    const ids = await takeUp(context, server.address, 'track-stand', {
      kind: 'rate',
      unit: 'silently caught clubs and other things',
      target: { low: 7, high: null },
      anchors: null,
    });
    let daysAgo = 1200;
    for (let session = 0; session < 14; session += 1) {
      await logBefore(context, server.address, ids, [5 + (session % 4), 7], daysAgo);
      daysAgo -= 20 + session * 9;
    }
    await page.goto(`/practices/${ids.practiceId}`);
    await expect(page.getByText('target 7', { exact: true })).toBeVisible();
    await expect(page.getByText(/\d+ (?:days|months) away/).first()).toBeVisible();
    await expect.poll(() => unreadable(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    await expect(page.getByText('target 7', { exact: true })).toBeVisible();
    await expect.poll(() => unreadable(page)).toEqual([]);
  },
);

test(
  'where one started is marked with the way in, and the first success has its time',
  BOTH_SIZES,
  async ({ page, context, server }) => {
    const success = /^The first take that reached its target came .+ after you took this up\.$/;
    const ids = await takeUp(context, server.address, 'track-stand');
    const seconds = (count: number): number => count / 86_400;
    await logBefore(context, server.address, ids, [5], seconds(50));
    await logBefore(context, server.address, ids, [6], seconds(40));
    await page.goto(`/practices/${ids.practiceId}`);
    await expect(page.getByRole('heading', { name: 'Two takes so far' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'In words' })).toBeVisible();
    await expect(page.getByText(success)).toHaveCount(0);

    await logBefore(context, server.address, ids, [9], seconds(30));
    await page.reload();
    await unfold(page, 'In words');
    await expect(page.getByText(success)).toBeVisible();
    await expect(page.getByText('The way in had been read.').first()).toBeVisible();
  },
);

test('what comes next is said from eight takes on, and drawn after the last', async ({
  page,
  context,
  server,
}) => {
  const ids = await takeUp(context, server.address, 'juggling-cascade', {
    kind: 'count',
    unit: 'catches',
    target: { low: 30, high: null },
    anchors: null,
  });
  await logBefore(context, server.address, ids, [8, 9, 11, 10], 4);
  await page.goto(`/practices/${ids.practiceId}`);
  const words = page.getByRole('region', { name: 'In words' });
  await unfold(page, 'In words');
  await expect(words).toContainText(
    'Too early to say what comes next, or whether this is a plateau: four more takes first.',
  );
  await logBefore(context, server.address, ids, [12, 11, 13, 12, 14, 13], 2);
  await page.reload();
  await expect(words).toContainText(
    /The next ten takes, if practice goes on as it has: about [\d.]+ catches on the whole, between [\d.]+ and [\d.]+ catches\./,
  );
  await expect(words).toContainText('25 takes in a row that come to 30 catches on the whole');
  await expect(words).toContainText('What comes next is reckoned from 10 takes, the last on ');
  await expect(
    page.getByText('The paler shade is where each of the next takes is likely to lie.'),
  ).toBeVisible();
  // What the spans hold stands there once, for all of them.
  await expect(page.locator('main :is(p, li):not(.vh)').filter({ hasText: /four in five/i })).toHaveText(
    /Four in five spans hold what is true; of a trend, a plateau, or with and without, nineteen in twenty\.$/,
  );
  await expect.poll(() => unreadable(page)).toEqual([]);

  // A 13 that was typed as 130 is shown, and left to the learner.
  await expect(page.getByText('Was this a slip?')).toHaveCount(0);
  await logBefore(context, server.address, ids, [130], 1);
  await page.reload();
  await expect(page.getByRole('region', { name: 'Was this a slip?' })).toContainText('Was it 13 catches?');
  await expect(words).toContainText('reckoned from 11 takes, the last on ');
  // It is not what the others are drawn by: its number stands at the edge.
  await expect(page.getByRole('img', { name: /Take 11, 130 catches, lies beyond the axis/ })).toBeVisible();
  await expect(page.getByText('best 130, take 11', { exact: true })).toBeVisible();
  await expect.poll(() => unreadable(page)).toEqual([]);

  // One press, with the undo of everywhere; offline it is out of sight as well.
  const slips = page.getByRole('region', { name: 'Was this a slip?' });
  await slips.getByRole('button', { name: 'Take it back (take 11)' }).click();
  await expect(slips).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await context.setOffline(true);
  await slips.getByRole('button', { name: 'Take it back (take 11)' }).click();
  await expect(slips).toHaveCount(0);
  await context.setOffline(false);
  await page.goto('/');
  await page.goto(`/practices/${ids.practiceId}`);
  await expect(words).toContainText('reckoned from 10 takes, the last on ');
  await expect(slips).toHaveCount(0);
});

test('a plateau is told with how sure that is, and a change by where it began', async ({
  page,
  context,
  server,
}) => {
  const ids = await takeUp(context, server.address, 'juggling-cascade', {
    kind: 'count',
    unit: 'catches',
    target: { low: 90, high: null },
    anchors: null,
  });
  const words = page.getByRole('region', { name: 'In words' });
  await logBefore(context, server.address, ids, [40, 39, 41, 40, 42, 40], 40);
  await page.goto(`/practices/${ids.practiceId}`);
  await expect(words).toContainText('whether this is a plateau: two more takes first.');
  for (let daysAgo = 39; daysAgo > 25; daysAgo -= 1)
    await logBefore(
      context,
      server.address,
      ids,
      daysAgo % 2 === 0 ? [40, 39, 41, 40, 42, 40] : [41, 40, 39, 40, 38, 41],
      daysAgo,
    );
  await page.reload();
  await expect(words).toContainText(
    /A plateau since about take \d+, .+: over 50 takes about .+, between .+ and .+\. Less than .+ catches counts as none here\./,
  );
  await expect(page.getByText('An upright line is where')).toHaveCount(0);

  await logBefore(context, server.address, ids, [60, 58, 61, 62, 59, 60], 3);
  await page.reload();
  await expect(words).toContainText(
    /From take 91, .+, takes came out better than was forecast of them; seen with take \d+/,
  );
  await expect(page.getByText('An upright line is where takes began to lie elsewhere')).toBeVisible();
  await expect.poll(() => unreadable(page)).toEqual([]);
});

test(
  'a slip is mended in one press, stays where it was, and no fact is changed',
  BOTH_SIZES,
  async ({ page, context, server }) => {
    const ids = await takeUp(context, server.address, 'juggling-cascade', {
      kind: 'count',
      unit: 'catches',
      target: { low: 80, high: null },
      anchors: null,
    });
    await logBefore(context, server.address, ids, [74, 72, 75, 73, 76, 740, 74, 75, 73], 2);
    const before = await attemptsAtHome(context, server.address, ids.practiceId);
    const slip = before[5];
    const said = { attemptId: slip?.id, replacesId: null, feel: 7, text: 'loud', tags: [] };
    const remark = { ...said, writtenAt: new Date().toISOString() };
    expect((await context.request.put(`/api/remarks/${v7()}`, { data: remark })).ok()).toBe(true);
    await page.goto(`/practices/${ids.practiceId}`);
    await page.locator('html[data-offline-ready]').waitFor({ state: 'attached' });
    const slips = page.getByRole('region', { name: 'Was this a slip?' });
    await slips.getByRole('button', { name: 'Mend it to 74 (take 6)' }).click();
    await expect(page.getByText('Take 6 is 74 catches now.', { exact: true })).toBeVisible();
    await expect(slips).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(slips).toBeVisible();

    // Without the network, too: the value stands in its place of the list and of the drawing.
    await context.setOffline(true);
    await slips.getByRole('button', { name: 'Mend it to 74 (take 6)' }).click();
    await unfold(page, 'Takes');
    await page.getByRole('button', { name: /^Show \d+ more$/ }).click();
    await expect(page.getByRole('button', { name: /^Take 6 .*loud.*74$/ })).toBeVisible();
    await page.goto('/');
    await page.goto(`/practices/${ids.practiceId}`);
    await expect(page.getByRole('img', { name: /Best 76 catches, take 5/ })).toBeVisible();
    await unfold(page, 'Takes');
    await page.getByRole('button', { name: /^Show \d+ more$/ }).click();
    await expect(page.getByRole('button', { name: /^Take 6 .*loud.*74$/ })).toBeVisible();
    await context.setOffline(false);

    const after = () => attemptsAtHome(context, server.address, ids.practiceId);
    await expect
      .poll(async () => (await after()).map(({ value }) => value))
      .toEqual([74, 72, 75, 73, 76, 74, 74, 75, 73]);
    const [mended] = (await after()).slice(5, 6);
    // All but its value as it was, with what was said of it.
    expect({ ...mended, id: slip?.id, value: 740, remarks: [] }).toEqual(slip);
    expect(mended?.remarks).toMatchObject([{ text: 'loud', feel: 7 }]);
    await expect(slips).toHaveCount(0);
  },
);

test('a slip of long ago is mended with what home knows of it', async ({ page, context, server }) => {
  const ids = await takeUp(context, server.address, 'juggling-cascade', {
    kind: 'count',
    unit: 'catches',
    target: { low: 80, high: null },
    anchors: null,
  });
  const values = Array.from({ length: 70 }, (_, index) => (index === 3 ? 7.4e3 : 72 + (index % 5)));
  await logBefore(context, server.address, ids, values, 2);
  await page.goto(`/practices/${ids.practiceId}`);
  const slips = page.getByRole('region', { name: 'Was this a slip?' });
  await context.route('**/api/attempts/*', (route) => route.abort());
  await slips.getByRole('button', { name: 'Mend it to 74 (take 4)' }).click();
  await expect(page.getByText('This device does not have all of that take', { exact: false })).toBeVisible();
  await context.unroute('**/api/attempts/*');
  await slips.getByRole('button', { name: 'Mend it to 74 (take 4)' }).click();
  await expect(page.getByText('Take 4 is 74 catches now.', { exact: true })).toBeVisible();
  await page.goto('/');
  await expect
    .poll(async () => (await attemptsAtHome(context, server.address, ids.practiceId))[3]?.value)
    .toBe(74);
});
