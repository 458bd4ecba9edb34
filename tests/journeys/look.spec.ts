import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import { v7 } from 'uuid';
import { HOUSE_SPACE_ID, idOfName } from '../../src/platform/ids.ts';
import { designBody } from '../support/practice-facts.ts';
import { axeFaults } from './support/axe-faults.ts';
import { BOTH_SIZES, expect, test } from './support/journey.ts';
import { runExperiment } from './support/run-experiment.ts';
import { logBefore, takeUp } from './support/take-up.ts';
import { unfold } from './support/unfold.ts';

const BOWLINE = idOfName(HOUSE_SPACE_ID, 'bowline');

type Screen = { readonly name: string; readonly path: string; readonly isThere: string };

/** Every screen with something on it, and what shows that it is drawn. */
async function screens(context: BrowserContext, address: string): Promise<readonly Screen[]> {
  const ids = await takeUp(context, address, 'track-stand');
  await logBefore(context, address, ids, [3, 4, 4, 6], 30);
  await logBefore(context, address, ids, [5, 6, 7, 8], 9);
  await logBefore(context, address, ids, [6, 7, 9, 8], 2);
  const few = await takeUp(context, address, 'juggling-cascade', {
    statement: 'I keep three balls in the air.',
    kind: 'count',
    unit: 'catches',
    target: { low: 30, high: null },
    anchors: null,
  });
  await logBefore(context, address, few, [4, 9, 7], 1);
  const ownId = v7();
  for (const version of [1, 2]) {
    const design = designBody({ version, title: `Opening, drawn ${version === 1 ? 'once' : 'twice'}` });
    const body = { design, savedAt: new Date().toISOString() };
    const path = `${address}/api/micromasteries/${ownId}/versions/${version}`;
    expect((await context.request.put(path, { data: body })).ok()).toBe(true);
  }
  const tried = await takeUp(context, address, 'opening-offer');
  const experimentId = await runExperiment(context, address, tried, {
    takes: 4,
    scored: ({ place }) => 5 + place,
    agreed: { smallest: 0.5, reference: 6 },
  });
  return [
    { name: 'bench', path: '/', isThere: 'What have you got?' },
    { name: 'find', path: '/find', isThere: 'Or look around' },
    { name: 'micromastery', path: `/micromasteries/${BOWLINE}`, isThere: 'Rub-pat barrier' },
    { name: 'begin', path: `/micromasteries/${BOWLINE}/practise`, isThere: 'What does it pay you?' },
    { name: 'card', path: `/micromasteries/${BOWLINE}/card`, isThere: 'The six-second bowline' },
    { name: 'practice with much', path: `/practices/${ids.practiceId}`, isThere: 'In words' },
    { name: 'practice with few', path: `/practices/${few.practiceId}`, isThere: 'Three takes so far' },
    { name: 'experiment', path: `/experiments/${experimentId}`, isThere: 'Before you believe it' },
    { name: 'notebook', path: '/notebook', isThere: 'What you expected' },
    { name: 'runner', path: `/practices/${few.practiceId}/run`, isThere: 'Thirty catches' },
    { name: 'canvas', path: '/canvas/new', isThere: 'Design a small thing to do' },
    { name: 'canvas of a fork', path: `/canvas/new?from=${BOWLINE}`, isThere: 'Make it your own' },
    { name: 'versions', path: `/micromasteries/${ownId}/versions`, isThere: 'Versions, side by side' },
    { name: 'field', path: '/fields/ropework', isThere: 'The six-second bowline' },
    { name: 'needs', path: '/needs', isThere: 'Your needs' },
    { name: 'share', path: '/share?text=my+knots+slip', isThere: 'Keep' },
    { name: 'import', path: '/import', isThere: 'Bring in your records' },
    { name: 'me', path: '/me', isThere: 'Who sees what' },
    { name: 'who sees what', path: '/who-sees-what', isThere: 'As others see it' },
    { name: 'nowhere', path: '/nowhere', isThere: 'There is nothing here' },
  ];
}

async function open(page: Page, { path, isThere }: Screen): Promise<void> {
  await page.goto(path);
  await expect(page.getByText(isThere).first()).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
}

/** How far the page can be scrolled sideways, in CSS pixels. */
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Buttons, links and fields, by their words, that lie beyond the left or the right edge of the window. */
const outOfReach = (page: Page) =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>('a[href], button:enabled, summary, input, textarea, select'),
    ].flatMap((control) => {
      const { left, right, width } = control.getBoundingClientRect();
      const isOut = width > 0 && (left < -0.5 || right > document.documentElement.clientWidth + 0.5);
      return isOut && control.checkVisibility({ visibilityProperty: true })
        ? [`${control.textContent || control.tagName}: ${Math.round(left)} to ${Math.round(right)}`]
        : [];
    }),
  );

/** Words of titles that are broken in their middle, and of lists of answers those that reach out of their column. */
const brokenWords = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('h1, h2, h3, dt')].flatMap((element) => {
      const right = element.getBoundingClientRect().right + 0.5;
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const broken: string[] = [];
      while (texts.nextNode() !== null) {
        const node = texts.currentNode;
        if (node.parentElement?.checkVisibility() !== true || node.parentElement.closest('.vh')) continue;
        for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[\p{L}’']+/gu)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          const boxes = [...range.getClientRects()];
          if (new Set(boxes.map(({ top }) => Math.round(top))).size > 1) broken.push(word);
          if (element.tagName === 'DT' && boxes.some((box) => box.right > right)) broken.push(word);
        }
      }
      return broken;
    }),
  );

/** Words of buttons that stick out of them, by how many CSS pixels. */
const cutButtons = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button:enabled')].flatMap((button) => {
      const box = button.getBoundingClientRect();
      const words = document.createTreeWalker(button, NodeFilter.SHOW_TEXT);
      const cut: string[] = [];
      while (words.nextNode() !== null) {
        const { parentElement } = words.currentNode;
        if (parentElement === null || parentElement.closest('.vh') !== null) continue;
        if (!parentElement.checkVisibility({ visibilityProperty: true })) continue;
        const range = document.createRange();
        range.selectNodeContents(words.currentNode);
        const { left, right } = range.getBoundingClientRect();
        const beyond = Math.max(box.left - left, right - box.right);
        if (beyond > 1) cut.push(`${words.currentNode.textContent}: ${Math.round(beyond)}`);
      }
      return cut;
    }),
  );

/** Clocks in the window that a bar at its foot lies over, even in part. */
const coveredClocks = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('[role="timer"]')].flatMap((clock) => {
      const { left, right, bottom } = clock.getBoundingClientRect();
      const inFront = document.elementFromPoint((left + right) / 2, bottom - 2);
      const isFree = inFront === null || clock.contains(inFront) || inFront.contains(clock);
      return isFree ? [] : [`${clock.textContent} under ${inFront.textContent}`];
    }),
  );

/** The share of a window's height that lies under what is fixed to its foot. */
const coveredShare = (page: Page) =>
  page.evaluate(() => {
    const bars = [...document.querySelectorAll('nav, [data-action-bar]')].filter(
      (bar) => getComputedStyle(bar).position === 'fixed',
    );
    const height = bars.reduce((sum, bar) => sum + bar.getBoundingClientRect().height, 0);
    return height / window.innerHeight;
  });

/** A bar leaves the foot in the frame after the one that made it larger. */
const drawnAgain = (page: Page) =>
  page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(null)))),
  );

test("nothing stands in anybody's way, in the dark too", BOTH_SIZES, async ({ page, context, server }) => {
  test.setTimeout(180_000);
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) refused.push(message.text());
  });
  for (const screen of await screens(context, server.address)) {
    // Without motion, or a colour would be read half way between the two.
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await open(page, screen);
    expect.soft(await axeFaults(page), screen.name).toEqual([]);
    expect.soft(await sideways(page), `${screen.name} scrolls sideways`).toBe(0);
    // Nothing but the colours is another.
    await page.emulateMedia({ colorScheme: 'dark' });
    const { violations } = await new AxeBuilder({ page }).withRules('color-contrast').analyze();
    expect.soft(violations, `${screen.name} in the dark`).toEqual([]);
  }
  expect(refused).toEqual([]);
});

const FOLDED = [
  'In words',
  'Rub and pat',
  'A softer way in',
  'Takes',
  'Evidence',
  'Your way with it',
  'Background support',
];

test('the opened states are clean too', BOTH_SIZES, async ({ page, context, server }) => {
  const all = await screens(context, server.address);
  const practice = all.find((screen) => screen.name === 'practice with much');
  const bench = all.find((screen) => screen.name === 'bench');
  const find = all.find((screen) => screen.name === 'find');
  if (practice === undefined || bench === undefined || find === undefined)
    throw new Error('a screen is missing');
  await open(page, practice);
  await unfold(page, ...FOLDED);
  for (const line of ['More of the numbers', 'How it is counted', 'What fills each petal'])
    await page.getByText(line).click();
  await page
    .getByRole('button', { name: 'Kit, tools, people, place, time, open mind: not said yet' })
    .click();
  await page.getByRole('button', { name: /^Kit(?!:)/ }).click();
  expect.soft(await axeFaults(page), 'practice, unfolded').toEqual([]);
  expect.soft(await sideways(page), 'practice, unfolded').toBe(0);
  await page.getByRole('button', { name: 'Edit payoff' }).click();
  await page.getByRole('textbox', { name: 'Target' }).fill('better');
  await page.getByRole('button', { name: 'Save the payoff' }).click();
  await page.getByRole('button', { name: /^Take 12 / }).click();
  await page.getByText('See the numbers').first().click();
  expect.soft(await axeFaults(page), 'practice, opened').toEqual([]);
  await open(page, bench);
  await page.getByRole('button', { name: 'Choose it yourself' }).click();
  expect.soft(await axeFaults(page), 'bench, choosing').toEqual([]);
  await open(page, find);
  await page.getByLabel('What is getting in the way now?').fill('my knots slip');
  await expect(page.getByRole('heading', { name: 'Small things that would help' })).toBeVisible();
  await expect(page.getByText('The six-second bowline').first()).toBeVisible();
  expect.soft(await axeFaults(page), 'find, matching').toEqual([]);
});

test('no screen scrolls sideways at 320 pixels, nor with text at 200%, nor read from right to left', async ({
  page,
  context,
  server,
}) => {
  test.setTimeout(180_000);
  const all = await screens(context, server.address);
  for (const screen of all) {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(page, screen);
    expect.soft(await sideways(page), `${screen.name} at 320`).toBe(0);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    await drawnAgain(page);
    expect.soft(await sideways(page), `${screen.name} at 200%`).toBe(0);
    // A phone of 390 whose scroll bar takes its place.
    await page.setViewportSize({ width: 375, height: 844 });
    await drawnAgain(page);
    expect.soft(await sideways(page), `${screen.name} at 200% on a phone scrolls sideways`).toBe(0);
    expect.soft(await outOfReach(page), `${screen.name} at 200% on a phone`).toEqual([]);
    expect.soft(await cutButtons(page), `${screen.name} at 200% on a phone cuts words`).toEqual([]);
    expect.soft(await brokenWords(page), `${screen.name} at 200% on a phone breaks words`).toEqual([]);
    expect.soft(await coveredClocks(page), `${screen.name} at 200% on a phone`).toEqual([]);
    expect.soft(await coveredShare(page), `${screen.name} at 200% on a phone`).toBeLessThan(0.2);
    await page.evaluate(() => {
      document.documentElement.style.removeProperty('font-size');
      document.documentElement.dir = 'rtl';
    });
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await drawnAgain(page);
      expect.soft(await sideways(page), `${screen.name} from right to left at ${width}`).toBe(0);
      expect.soft(await outOfReach(page), `${screen.name} from right to left at ${width}`).toEqual([]);
    }
  }
});

test('the look back on a phone holds its words with text at 200%', async ({ page, context, server }) => {
  const counted = { kind: 'count', unit: 'catches', target: { low: 30, high: null }, anchors: null } as const;
  const ids = await takeUp(context, server.address, 'juggling-cascade', counted);
  await logBefore(context, server.address, ids, [4, 9, 7, 8, 6, 9], 1);
  await page.goto(`/practices/${ids.practiceId}/run`);
  await page.getByRole('button', { name: 'Log 0 catches' }).click();
  await page.getByRole('button', { name: 'Finish' }).click();
  await expect(page.getByRole('button', { name: 'Done' })).toBeVisible();
  await page.setViewportSize({ width: 375, height: 844 });
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  await drawnAgain(page);
  expect(await sideways(page)).toBe(0);
  expect(await outOfReach(page)).toEqual([]);
  expect(await cutButtons(page)).toEqual([]);
  expect(await brokenWords(page)).toEqual([]);
  expect(await coveredShare(page)).toBeLessThan(0.2);
});

test('read from right to left, the words of each petal stand on its side of the figure', async ({
  page,
  context,
  server,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const practice = (await screens(context, server.address)).find(({ name }) => name === 'practice with much');
  if (practice === undefined) throw new Error('a screen is missing');
  for (const direction of ['ltr', 'rtl']) {
    await open(page, practice);
    await page.evaluate((dir) => document.documentElement.setAttribute('dir', dir), direction);
    const figure = await page
      .getByRole('region', { name: 'Six elements' })
      .locator('svg')
      .first()
      .boundingBox();
    const payoff = await page
      .getByRole('link', { name: /Payoff$/ })
      .first()
      .boundingBox();
    if (figure === null || payoff === null) throw new Error('it is not drawn');
    expect(payoff.x, direction).toBeGreaterThan(figure.x + figure.width / 2);
  }
});

test('the letters of a chart grow with the text of the page', async ({ page, context, server }) => {
  const ids = await takeUp(context, server.address, 'track-stand');
  await logBefore(context, server.address, ids, [4, 6, 5, 7], 3);
  await page.goto(`/practices/${ids.practiceId}`);
  const letters = page
    .getByRole('img', { name: /4 takes/ })
    .locator('text')
    .last();
  const height = () => letters.evaluate((text) => text.getBoundingClientRect().height);
  await expect(letters).toBeVisible();
  const usual = await height();
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  // As much as a drawing of the narrowest kind finds room for.
  await expect.poll(height).toBeGreaterThan(1.3 * usual);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});
