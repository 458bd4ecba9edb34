import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import { v7 } from 'uuid';
import type { AttemptHistory } from '../../src/features/practice/picture-contract.ts';
import type { Support } from '../../src/features/support/contract.ts';
import { BOTH_SIZES, expect, signIn, test } from './support/journey.ts';
import { logBefore, takeUp } from './support/take-up.ts';
import { unfold } from './support/unfold.ts';

const supportAtHome = async (context: BrowserContext, practiceId: string): Promise<Support> =>
  (await context.request.get(`/api/practices/${practiceId}/support`)).json();
const put = async (context: BrowserContext, path: string, data: unknown) => {
  const answer = await context.request.put(path, { data });
  expect(answer.ok(), await answer.text()).toBe(true);
};
const section = (page: Page) => page.getByRole('region', { name: 'Background support' });
/** Before the first take it is one line, and opens when it is asked for. */
async function unfoldSupport(page: Page): Promise<void> {
  await section(page).waitFor();
  const setUp = page.getByRole('button', { name: 'Set it up' });
  if (await setUp.isVisible()) await setUp.click();
  else await unfold(page, 'Background support');
}
async function openPractice(page: Page, practiceId: string): Promise<void> {
  await page.goto(`/practices/${practiceId}`);
  await unfoldSupport(page);
}
const unsaid = (page: Page) => section(page).getByRole('button', { name: /: not said yet$/ });
/** The line of a slot, which opens; its state, which one tap turns; and the choices that it opens to. */
const slotLine = (page: Page, name: string) =>
  section(page).getByRole('button', { name: new RegExp(`^${name}(?!:)`) });
const slotState = (page: Page, name: string, state: string) =>
  section(page).getByRole('button', { name: `${name}: ${state}.` });
const slot = (page: Page, name: string) => section(page).getByRole('group', { name, exact: true });
const isAxeClean = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
};

test(
  'a slot begins with the design’s words, is set in one tap, taken back, and kept',
  BOTH_SIZES,
  async ({ page, context, server }) => {
    const { practiceId } = await takeUp(context, server.address, 'bowline');
    await openPractice(page, practiceId);
    await expect(unsaid(page)).toHaveText('Kit, tools, people, place, time, open mind: not said yet');
    await unsaid(page).press('Enter');
    await expect(slotLine(page, 'Kit')).toBeFocused();
    await expect(slotLine(page, 'Kit')).toContainText('rope');
    await slotState(page, 'Kit', 'Not said').click();
    await expect(slotState(page, 'Kit', 'In place')).toHaveText('In place');
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(slotState(page, 'Kit', 'Not said')).toBeVisible();

    // One tap from one state to the other, by the keyboard too, without opening anything.
    await slotState(page, 'Kit', 'Not said').press('Enter');
    await slotState(page, 'Kit', 'In place').press('Enter');
    await expect(slotState(page, 'Kit', 'Missing')).toBeFocused();
    await slotLine(page, 'Kit').click();
    await expect(slot(page, 'Kit').getByRole('radio', { name: 'Missing' })).toBeChecked();
    await slot(page, 'Kit').getByText('In place').click();
    await slotLine(page, 'Open mind').click();
    await slot(page, 'Open mind').getByText('Not needed').click();
    await page.getByRole('button', { name: 'Say it anew: Kit' }).click();
    await page.getByLabel('What it is: Kit').fill('two metres of rope');
    await page.getByRole('button', { name: 'Keep these words' }).click();
    await expect(slotLine(page, 'Kit')).toContainText('two metres of rope');
    await isAxeClean(page);

    // Whoever leaves before the ten seconds are over has meant it.
    await page.goto('/');
    await expect
      .poll(async () =>
        (await supportAtHome(context, practiceId)).slots.map(({ slot, status, text }) => [
          slot,
          status,
          text,
        ]),
      )
      .toEqual([
        ['kit', 'in-place', 'two metres of rope'],
        ['mindset', 'not-needed', expect.anything()],
      ]);
  },
);

test('a plan is read back while it is made, taken over from the design, said anew and dropped', async ({
  page,
  context,
  server,
}) => {
  const { practiceId } = await takeUp(context, server.address, 'bowline');
  await openPractice(page, practiceId);
  await page.getByRole('button', { name: 'Make a plan' }).click();
  await page.getByRole('button', { name: 'Keep the plan' }).click();
  await expect(page.getByText('Say what comes up, such as “the room is taken”.')).toBeVisible();
  await page.getByLabel('If …').fill('If the room is taken,');
  await page.getByLabel('… then I …').fill('I stand in the corridor');
  await expect(page.getByText('If the room is taken, then I stand in the corridor.')).toBeVisible();
  await page.getByRole('button', { name: 'Keep the plan' }).click();
  await expect(section(page).getByText('It has not come up yet.')).toHaveCount(1);

  await section(page).getByText('from the design').click();
  await page.getByRole('button', { name: /^Take it over: If the knot jams/ }).click();
  await expect(page.getByRole('button', { name: /^Take it over: If the knot jams/ })).toHaveCount(0);
  await page.getByRole('button', { name: /^If the room is taken/ }).click();
  await page.getByRole('button', { name: 'Say it anew: If the room is taken' }).click();
  await page.getByLabel('… then I …').fill('use the stairs');
  await page.getByRole('button', { name: 'Keep the plan' }).click();
  await page.getByRole('button', { name: /^If the knot jams/ }).click();
  await page.getByRole('button', { name: 'Drop it: If the knot jams' }).click();
  await expect(page.getByRole('button', { name: 'Drop it: If the knot jams' })).toHaveCount(0);
  // It comes when even a page that is ended keeps its word.
  await expect(page.getByText('The plan is dropped.', { exact: true })).toBeVisible();
  await page.goto('/');
  await expect
    .poll(async () =>
      (await supportAtHome(context, practiceId)).plans.map(({ cue, action }) => [cue, action]),
    )
    .toEqual([['the room is taken', 'use the stairs']]);
});

test('what is at hand opens elsewhere, and no place of this device is taken', async ({
  page,
  context,
  server,
}) => {
  const { practiceId } = await takeUp(context, server.address, 'bowline');
  await openPractice(page, practiceId);
  await page.getByRole('button', { name: 'Lay a link at hand' }).click();
  await page.getByLabel('What it is', { exact: true }).fill('the knot');
  for (const [address, words] of [
    ['C:\\Users\\nadia\\knot.pdf', 'a place on this one device'],
    [' JavaScript:alert(1)', 'Give an address that begins with https://'],
    ['knot.pdf', 'a place on this one device'],
  ] as const) {
    await page.getByLabel('Its address').fill(address);
    await page.getByRole('button', { name: 'Lay it at hand' }).click();
    await expect(section(page).getByText(words, { exact: false })).toBeVisible();
  }
  await page.getByLabel('Its address').fill('example.org/knot');
  await page.getByRole('button', { name: 'Lay it at hand' }).click();
  const link = section(page).getByRole('link', { name: /^the knot/ });
  await expect(link).toHaveAttribute('href', 'https://example.org/knot');
  await expect(link).toHaveAttribute('target', '_blank');
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
});

test('sessions with and without are held side by side, and it is no experiment', async ({
  page,
  context,
  server,
}) => {
  const ids = await takeUp(context, server.address, 'bowline');
  for (let day = 12; day >= 1; day -= 1)
    await logBefore(context, server.address, ids, day % 2 === 0 ? [8, 9] : [3, 4], day);
  const history: AttemptHistory = await (
    await context.request.get(`/api/practices/${ids.practiceId}/history`)
  ).json();
  for (const sessionId of new Set(history.attempts.map((attempt) => attempt.sessionId))) {
    const isWith = history.attempts.some((one) => one.sessionId === sessionId && one.value >= 8);
    await put(context, `/api/support-checks/${v7()}`, {
      sessionId,
      inPlace: isWith ? ['place'] : [],
      missing: isWith ? ['kit'] : ['place', 'kit'],
      checkedAt: new Date().toISOString(),
    });
  }
  await openPractice(page, ids.practiceId);
  await expect(
    page.getByText(
      'Place: about 5 points better in 6 sessions with it in place than in the 6 without; no more and no less.',
    ),
  ).toBeVisible();
  await expect(
    page.getByText('This is not an experiment: other things may have come with it.'),
  ).toBeVisible();
  // What cannot be told is one line, and opens.
  const untold = page.getByText('Kit: too soon to say. In place in 0 sessions, missing in 12');
  await expect(untold).toBeHidden();
  await page.getByText('With and without kit: nothing can be told yet').click();
  await expect(untold).toBeVisible();
});

test('all of it works without a network, and on the narrowest screen in the largest letters', async ({
  page,
  context,
  server,
}) => {
  const { practiceId } = await takeUp(context, server.address, 'bowline');
  await openPractice(page, practiceId);
  await page.locator('html[data-offline-ready]').waitFor({ state: 'attached' });
  await expect(unsaid(page)).toBeVisible();
  await context.setOffline(true);
  await page.reload();
  await unfoldSupport(page);
  await unsaid(page).click();
  await slotLine(page, 'Place').click();
  await slot(page, 'Place').getByText('Missing').click();
  await page.getByRole('button', { name: 'Make a plan' }).click();
  await page.getByLabel('If …').fill('it rains');
  await page.getByLabel('… then I …').fill('tie five');
  await page.getByLabel('… then I …').press('Enter');
  await expect(section(page).getByText('If it rains, then I tie five.').first()).toBeVisible();
  for (const direction of ['ltr', 'rtl']) {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.evaluate(`document.documentElement.dir = '${direction}'`);
    await page.evaluate("document.documentElement.style.fontSize = '200%'");
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  }
  // Nothing is sent before the ten seconds are over, or the page is left.
  await page.goto('/');
  await context.setOffline(false);
  await expect
    .poll(async () => {
      const { slots, plans } = await supportAtHome(context, practiceId);
      return [slots.map(({ status }) => status), plans.map(({ cue }) => cue)];
    })
    .toEqual([['missing'], ['it rains']]);
});

const fileAtHand = {
  name: 'the tune.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from('A, then E, then A again.\n'),
};
const pdfAtHand = {
  name: 'score.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\nA, then E.\n%%EOF\n'),
};
async function layAtHand(page: Page, file: typeof fileAtHand): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Lay a file at hand' }).click();
  await (await choosing).setFiles(file);
}
/** Opens the list of a session's start with one tap, and a thing of it with another. */
async function openInSession(page: Page, practiceId: string, name: RegExp): Promise<string | null> {
  await page.goto(`/practices/${practiceId}/run`);
  await page.getByRole('button', { name: /^Set up: / }).click();
  await page.getByRole('button', { name: 'In place and at hand' }).click();
  const opening = page.waitForEvent('popup');
  await page.getByRole('dialog').getByRole('link', { name }).click();
  const opened = await opening;
  const text = await opened.locator('body').textContent();
  await opened.close();
  return text;
}
const mediaAtHome = async (context: BrowserContext, practiceId: string): Promise<number[]> => {
  const { atHand } = await supportAtHome(context, practiceId);
  const answers = atHand.map(({ mediaSha256 }) => context.request.get(`/api/media/${mediaSha256}`));
  return (await Promise.all(answers)).map((answer) => answer.status());
};

test(
  'a file lies at hand: one tap and another from the start of a session, and from home on another device',
  BOTH_SIZES,
  async ({ page, context, server, browser, person }) => {
    const { practiceId } = await takeUp(context, server.address, 'bowline');
    await openPractice(page, practiceId);
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Lay a file at hand' }).press('Enter');
    await (await choosing).setFiles(fileAtHand);
    await expect(section(page).getByRole('link', { name: /^the tune\.txt/ })).toBeVisible();
    await layAtHand(page, pdfAtHand);
    await expect(section(page).getByRole('link', { name: /^score\.pdf/ })).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await isAxeClean(page);
    }
    expect(await openInSession(page, practiceId, /^the tune/)).toContain('A, then E, then A again.');
    await expect.poll(() => mediaAtHome(context, practiceId)).toEqual([200, 200]);

    const elsewhere = await browser.newContext({ baseURL: server.address });
    await signIn(elsewhere, server, person);
    const there = await elsewhere.newPage();
    await there.goto(`/practices/${practiceId}/run`);
    expect(await openInSession(there, practiceId, /^the tune/)).toContain('A, then E, then A again.');
    await there
      .getByRole('dialog')
      .getByRole('link', { name: /^score\.pdf/ })
      .waitFor();
    // A document is put aside by the browser, and shown in no page of ours.
    const score = there.getByRole('dialog').getByRole('link', { name: /^score\.pdf/ });
    await expect(score).toHaveAttribute('href', /^\/api\/media\/[0-9a-f]{64}$/);
    const served = await elsewhere.request.get((await score.getAttribute('href')) ?? '');
    expect(served.headers()['content-disposition']).toMatch(
      /^attachment; filename="bottega-[0-9a-f]{12}\.pdf"$/,
    );

    // Without a network it says what to do, and comes back with it.
    await elsewhere.setOffline(true);
    await expect(
      there.getByText('Not on this device, and home cannot be reached.', { exact: false }),
    ).toHaveCount(2);
    await isAxeClean(there);
    await elsewhere.setOffline(false);
    await expect(there.getByRole('dialog').getByRole('link', { name: /^the tune/ })).toBeVisible();
    await elsewhere.close();
  },
);

test('a file is laid at hand without a network, opens there, and goes home when it is back', async ({
  page,
  context,
  server,
}) => {
  const { practiceId } = await takeUp(context, server.address, 'bowline');
  await openPractice(page, practiceId);
  await page.locator('html[data-offline-ready]').waitFor({ state: 'attached' });
  await context.setOffline(true);
  await layAtHand(page, fileAtHand);
  await expect(section(page).getByText('Offline, kept on this device')).toBeVisible();
  await isAxeClean(page);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  expect(await openInSession(page, practiceId, /^the tune/)).toContain('A, then E, then A again.');
  await page.goto('/');
  await context.setOffline(false);
  await expect.poll(() => mediaAtHome(context, practiceId)).toEqual([200]);
});

test('a file of which home has only heard says on which device it is', async ({ page, context, server }) => {
  const { practiceId } = await takeUp(context, server.address, 'bowline');
  await put(context, `/api/at-hand/${v7()}`, {
    ...{ practiceId, replacesId: null, label: 'the map', address: null, mediaSha256: 'a'.repeat(64) },
    ...{ isDropped: false, setAt: new Date().toISOString() },
  });
  await openPractice(page, practiceId);
  await expect(
    section(page).getByText('Still on the device that laid it at hand.', { exact: false }),
  ).toBeVisible();
});

test('what is no file to keep is not laid at hand, or says why home does not take it', async ({
  page,
  context,
  server,
}) => {
  const { practiceId } = await takeUp(context, server.address, 'bowline');
  await openPractice(page, practiceId);
  const script = Buffer.from('<!doctype html><script>document.title = "run"</script>');
  await layAtHand(page, { name: 'page.html', mimeType: 'text/html', buffer: script });
  await expect(section(page).getByRole('alert')).toContainText(
    'Choose a PDF, a picture, an MP3 or plain text.',
  );
  await layAtHand(page, { name: 'page.pdf', mimeType: 'application/pdf', buffer: script });
  await expect(section(page).getByText('Home does not take it')).toBeVisible();
  await expect(section(page).getByRole('alert')).toContainText('It is safe on this device.');
  const { atHand } = await supportAtHome(context, practiceId);
  for (const { mediaSha256 } of atHand)
    expect((await context.request.get(`/api/media/${mediaSha256}`)).status()).toBe(404);
});

test('a file that is taken back at once, or put away, is not on this device any more', async ({
  page,
  context,
  server,
}) => {
  const { practiceId } = await takeUp(context, server.address, 'bowline');
  const keptHere = () =>
    page.evaluate(`new Promise((resolve, reject) => {
      const opening = indexedDB.open('bottega-media');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const counting = opening.result.transaction('pieces').objectStore('pieces').count();
        counting.onsuccess = () => { opening.result.close(); resolve(counting.result); };
      };
    })`);
  await openPractice(page, practiceId);
  await layAtHand(page, fileAtHand);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(section(page).getByRole('link', { name: /^the tune/ })).toBeHidden();
  await expect.poll(keptHere).toBe(0);

  await layAtHand(page, fileAtHand);
  // The next thing said carries out the one before.
  await unsaid(page).click();
  await slotState(page, 'Kit', 'Not said').click();
  await expect.poll(() => mediaAtHome(context, practiceId)).toEqual([200]);
  await page.getByRole('button', { name: 'Put it away: the tune.txt' }).click();
  await slotState(page, 'Kit', 'In place').click();
  await expect.poll(async () => (await supportAtHome(context, practiceId)).atHand).toEqual([]);
  await expect.poll(keptHere).toBe(0);
});
