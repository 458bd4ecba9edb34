import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Library, Micromastery } from '../../src/features/library/contract.ts';
import { writeMicromasteryFile } from '../../src/features/library/micromastery-file.ts';
import { HOUSE_SPACE_ID, idOfName } from '../../src/platform/ids.ts';
import { browserFlags, findBrowser } from './support/find-browser.ts';
import { expect, test } from './support/journey.ts';

/** One answer in every form that it has: written, drawn, spoken and filmed; on the screen, on paper, without a network. */

test.use({
  launchOptions: {
    executablePath: await findBrowser(),
    args: [
      ...browserFlags(),
      // A tone and a moving picture in place of a microphone and a camera.
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ],
  },
  permissions: ['microphone', 'camera'],
});

const CUBE = `/micromasteries/${idOfName(HOUSE_SPACE_ID, 'drawn-cube')}`;
const AWAY = `sha256-${'ab'.repeat(32)}`;

const pick = (page: Page, form: string) => page.getByText(form, { exact: true }).click();
const wayIn = (page: Page) => page.getByRole('region', { name: 'The way in' });
const forms = (page: Page) => page.getByRole('group', { name: 'In other forms' });
/** Widths of the pictures as they came; 0 where one did not. */
const widths = (page: Page) =>
  page.locator('ol img').evaluateAll((all: HTMLImageElement[]) => all.map((one) => one.naturalWidth));
const save = (page: Page) => page.getByRole('button', { name: /^Save (it|version)/ });

async function expectNoFaults(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    // A colour on its way to another has a contrast that nobody reads by.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  }
}

const ownDesign = async (page: Page): Promise<Micromastery | undefined> => {
  const { micromasteries } = (await (await page.request.get('/api/library')).json()) as Library;
  return micromasteries.find((one) => one.isOwn);
};

/** A picture of its own for each colour. */
async function pngOf(page: Page, colour: string): Promise<Buffer> {
  const blank = await page.context().newPage();
  await blank.setViewportSize({ width: 40, height: 30 });
  await blank.setContent(`<body style="background:${colour}">`);
  const png = await blank.screenshot();
  await blank.close();
  return png;
}

async function addPicture(page: Page, name: string, buffer: Buffer): Promise<void> {
  await forms(page).getByRole('button', { name: 'Add a picture' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose one' }).click();
  await (await chooser).setFiles({ name, mimeType: 'image/png', buffer });
  await page.getByRole('dialog').getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function begin(page: Page, title: string): Promise<void> {
  await page.goto('/canvas/new');
  await page.getByLabel('What will you be able to do?').fill(title);
  await page.getByLabel('The greater field').fill('camp craft');
  await page.getByLabel('The way in').fill('Fold the tip of your tongue back before you blow.');
  await expect(forms(page)).toBeVisible();
}

test('an answer of the library is read in the form that the reader picks, also without a network', async ({
  page,
  context,
}) => {
  await page.goto(CUBE);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect(wayIn(page).getByText('Draw the nearest corner first')).toBeVisible();
  await pick(page, 'Checklist');
  await expect(wayIn(page).getByRole('listitem')).toHaveCount(6);
  await expect(wayIn(page).getByText('Draw it in pen as a Y with an upright stem.')).toBeVisible();
  await pick(page, 'Pictures');
  await expect(wayIn(page).getByText('Draw the nearest corner as a Y')).toBeVisible();
  await wayIn(page).getByRole('listitem').last().scrollIntoViewIfNeeded();
  await expect.poll(() => widths(page)).toEqual([320, 320, 320, 320]);
  await expectNoFaults(page);

  // The reader’s choice, and what it needs, are there for the next time.
  await expect(page.locator('html')).toHaveAttribute('data-offline-ready', '', { timeout: 30_000 });
  await context.setOffline(true);
  await page.reload();
  await wayIn(page).getByRole('listitem').last().scrollIntoViewIfNeeded();
  await expect.poll(() => widths(page)).toEqual([320, 320, 320, 320]);
  await page.goto(`/micromasteries/${idOfName(HOUSE_SPACE_ID, 'paper-crane')}`);
  await wayIn(page).getByRole('listitem').last().scrollIntoViewIfNeeded();
  await expect.poll(() => widths(page)).toEqual([320, 320, 320, 320, 320]);
});

test('pictures of the library are drawings to everybody, and run nothing', async ({ page, server }) => {
  const answer = await page.request.get('/library/drawn-cube-1.svg');
  expect(answer.headers()).toMatchObject({
    'content-type': expect.stringContaining('image/svg+xml'),
    'cache-control': 'public, max-age=604800',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining("default-src 'self'"),
  });
  expect((await page.request.get(`${server.address}/library/none.svg`)).status()).toBe(404);
  expect((await page.request.get(`${server.address}/library/..%2fbowline.md`)).status()).toBe(404);
});

test('the card prints the steps in pictures, on one page', async ({ page }) => {
  await page.goto(`${CUBE}/card`);
  await expect.poll(() => widths(page)).toEqual([320, 320, 320, 320]);
  await expect(page.getByRole('heading', { name: 'Step by step' })).toBeVisible();
  for (const format of ['A4', 'Letter']) {
    const pdf = await page.pdf({ format });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    expect(pdf.toString('latin1')).not.toContain('/Count 2');
  }
  // Where there is none, the checklist is.
  await page.goto(`/micromasteries/${idOfName(HOUSE_SPACE_ID, 'bowline')}/card`);
  await expect(page.getByText('Look whether the end stands up through a new loop.')).toBeVisible();
});

test('pictures and sound are added to a design without a network, shown from this device, and go home later', async ({
  page,
  context,
  server,
}) => {
  const [red, blue] = [await pngOf(page, 'firebrick'), await pngOf(page, 'steelblue')];
  await page.goto('/find');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await begin(page, 'Whistle with two fingers');
  await context.setOffline(true);
  await addPicture(page, 'red.png', red);
  // The keyboard goes on where the words belong, and that they are missing is said once it is to be saved.
  const words = forms(page).getByLabel('Step 1 in words');
  await expect(words).toBeFocused();
  await expect(forms(page).getByText('Say in words what the step is.')).toHaveCount(0);
  await save(page).click();
  await expect(forms(page).getByText('Say in words what the step is.')).toBeVisible();
  await expect(page.getByRole('alert').getByText('Picture 1 needs its step in words')).toBeVisible();
  await words.fill('Blow.');
  await addPicture(page, 'blue.png', blue);
  await forms(page).getByLabel('Step 2 in words').fill('Fold the tongue.');
  const up = forms(page).getByRole('button', { name: 'Move up step 2' });
  await up.focus();
  await page.keyboard.press('Enter');
  await expect(forms(page).getByLabel('Step 1 in words')).toHaveValue('Fold the tongue.');
  await expect(forms(page).getByText('Step 2 is step 1 now.')).toBeAttached();
  await expect(forms(page).getByRole('button', { name: 'Move down step 1' })).toBeFocused();
  await expect.poll(() => widths(page)).toEqual([80, 80]);

  await forms(page).getByRole('button', { name: 'Record sound' }).click();
  await page.getByRole('button', { name: 'Start recording' }).click();
  await expect(page.getByRole('timer')).toHaveText('0:01');
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(forms(page).getByLabel('What is said', { exact: true })).toBeFocused();
  await page.reload();
  await expect(forms(page).getByLabel('Step 2 in words')).toHaveValue('Blow.');
  await expect(forms(page).getByText('Write down what is said: whoever cannot hear it')).toBeVisible();
  await forms(page).getByLabel('What is said', { exact: true }).fill('One rising note.');
  await save(page).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Whistle with two fingers' })).toBeVisible();
  await pick(page, 'Pictures');
  await expect.poll(() => widths(page)).toEqual([80, 80]);
  await expect(wayIn(page).getByRole('listitem').first()).toContainText('Fold the tongue.');
  await pick(page, 'Listen');
  await wayIn(page).locator('audio').waitFor();
  const isPlaying = page.evaluate(
    `document.querySelector('audio').play().then(() => 'plays', (error) => String(error))`,
  );
  expect(await isPlaying).toBe('plays');
  await page.getByText('In words', { exact: true }).click();
  await expect(page.getByText('One rising note.')).toBeVisible();

  await context.setOffline(false);
  await expect.poll(async () => (await ownDesign(page))?.formats?.pictures?.length).toBe(2);
  const { formats } = (await ownDesign(page)) ?? {};
  const names = [...(formats?.pictures ?? []), ...(formats?.audio ? [formats.audio] : [])];
  expect(names).toHaveLength(3);
  for (const { media } of names) {
    const path = `${server.address}/api/media/${media.slice('sha256-'.length)}`;
    await expect.poll(async () => (await page.request.get(path)).status(), { timeout: 20_000 }).toBe(200);
  }

  // On another device, or here once the copies are gone, they come from home.
  await page.evaluate(
    `new Promise((done) => { indexedDB.deleteDatabase('bottega-media').onsuccess = done; })`,
  );
  await page.reload();
  await pick(page, 'Pictures');
  await expect.poll(() => widths(page)).toEqual([80, 80]);
  await page.getByRole('link', { name: 'Print', exact: false }).first().click();
  await expect.poll(() => widths(page)).toEqual([80, 80]);
});

test('a file of another home is read with its words, and what is missing is named', async ({ page }) => {
  const answer = await page.request.get('/api/library');
  const { micromasteries } = (await answer.json()) as Library;
  const bowline = micromasteries.find(({ slug }) => slug === 'bowline');
  if (bowline === undefined) throw new Error('the library has a bowline');
  const { id: _, isOwn: __, ...design } = bowline;
  const formats = {
    pictures: [
      { media: 'drawn-cube-1.svg', caption: 'A corner.' },
      { media: AWAY, caption: 'Roll it over.' },
    ],
    audio: { media: AWAY, transcript: 'Say it aloud.' },
    video: { media: 'none.mp4', transcript: 'Hands and rope.' },
  };
  const file = writeMicromasteryFile({ ...design, formats });
  await page.goto('/canvas/new');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Begin from a file' }).click();
  await (await choosing).setFiles({
    name: 'bowline.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from(file),
  });
  await expect(forms(page).getByText('This picture is missing: it is not at this home.')).toHaveCount(1);
  await expect(forms(page).getByText('This recording is missing')).toBeVisible();
  await expect(forms(page).getByText('This video is missing')).toBeVisible();
  await save(page).click();
  await expect(page.getByRole('link', { name: 'Design it anew' })).toBeVisible();
  await pick(page, 'Pictures');
  await expect(wayIn(page).getByRole('listitem').last()).toContainText('This picture is missing');
  await expect(wayIn(page).getByRole('listitem').last()).toContainText('Roll it over.');
  await expect.poll(() => widths(page)).toEqual([320]);
  await pick(page, 'Listen');
  await expect(wayIn(page).getByText('This recording is missing')).toBeVisible();
  await pick(page, 'Watch');
  await expect(wayIn(page).getByText('This video is missing')).toBeVisible();
  await page.getByText('In words', { exact: true }).click();
  await expect(page.getByText('Hands and rope.')).toBeVisible();
});

test('what is no picture or no sound is refused beside its button, and a choice can be taken back', async ({
  page,
}) => {
  await begin(page, 'Skip a flat stone');
  const chooser = page.waitForEvent('filechooser');
  await forms(page).getByRole('button', { name: 'Choose a sound file' }).click();
  await (await chooser).setFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('hush') });
  await expect(forms(page).getByRole('alert')).toContainText('is of a kind that is not kept here');
  await addPicture(page, 'red.png', await pngOf(page, 'firebrick'));
  await expectNoFaults(page);
  await forms(page).getByRole('button', { name: 'Take it away: step 1' }).click();
  await expect(forms(page).getByRole('button', { name: 'Add a picture' })).toBeFocused();
  await addPicture(page, 'blue.png', await pngOf(page, 'steelblue'));
  const sideways = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await sideways()).toBe(0);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  expect(await sideways()).toBe(0);
  await save(page).click();
  await expect(page.getByRole('alert').getByText('Picture 1 needs its step in words')).toBeVisible();
});

test('a recording for a design that was left without a word is offered again', async ({ page }) => {
  await begin(page, 'Hum one note');
  await forms(page).getByRole('button', { name: 'Record sound' }).click();
  await page.getByRole('button', { name: 'Start recording' }).click();
  await expect(page.getByRole('timer')).toHaveText('0:02');
  await page.reload();
  await forms(page).getByRole('button', { name: 'Keep it' }).click();
  await forms(page).getByLabel('What is said', { exact: true }).fill('Hm.');
  await save(page).click();
  await expect.poll(async () => (await ownDesign(page))?.formats?.audio?.transcript).toBe('Hm.');
});
