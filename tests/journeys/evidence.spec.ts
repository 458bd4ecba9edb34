import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import { buildEvidencePage, type EvidencePage } from './support/evidence-page.ts';
import { expect, test } from './support/journey.ts';
import {
  areHome,
  type Home,
  listAtHome,
  mediaRows,
  RECORDING,
  record,
  secondsByClock,
  secondsOnDisk,
} from './support/record-media.ts';
import { takeUp } from './support/take-up.ts';
import { unfold } from './support/unfold.ts';

/** Recording on a device, and what becomes of it: without a network, over a reload, and at home in the end. */

test.use({ ...RECORDING, serviceWorkers: 'block' });

let parts: EvidencePage;
test.beforeAll(async () => {
  parts = await buildEvidencePage();
});
test.afterAll(() => parts.remove());

async function open(page: Page, context: BrowserContext, { address }: Home): Promise<string> {
  const { practiceId } = await takeUp(context, address, 'sixty-second-case');
  await parts.serve(context, address);
  await page.goto(`/evidence-page#${practiceId}`);
  await unfold(page, 'Evidence');
  await expect(page.getByText('Nothing recorded yet.')).toBeVisible();
  return practiceId;
}

async function expectPlays(page: Page, kind: 'audio' | 'video'): Promise<void> {
  await page.locator(`section ${kind}`).waitFor();
  const isPlaying = page.evaluate(
    `document.querySelector('section ${kind}').play().then(() => 'plays', (error) => String(error))`,
  );
  expect(await isPlaying).toBe('plays');
}

test('sound is recorded, heard, kept, and heard again from home', async ({ page, context, server }) => {
  const practiceId = await open(page, context, server);
  await record(page, 'Record sound', 2);
  await expect(page.getByLabel('What was recorded')).toBeVisible();
  expect((await new AxeBuilder({ page }).include('[role="dialog"]').analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: 'Keep' }).click();

  await areHome(context, server, practiceId).toEqual([true]);
  const [told] = await listAtHome(context, server, practiceId);
  expect(told).toMatchObject({ kind: 'audio', contentType: 'audio/webm' });
  expect(told?.durationSeconds).toBeGreaterThan(1.5);
  const served = await context.request.get(`${server.address}/api/media/${told?.sha256}`);
  expect((await served.body()).length).toBe(told?.bytes);

  await page.getByRole('button', { name: /Audio \d+:\d\d/ }).click();
  await expectPlays(page, 'audio');
  expect((await new AxeBuilder({ page }).include('section').analyze()).violations).toEqual([]);

  // On another device, or here after the copy went: the bytes come from home.
  await page.evaluate(
    `new Promise((done) => { indexedDB.deleteDatabase('bottega-media').onsuccess = done; })`,
  );
  await page.reload();
  await unfold(page, 'Evidence');
  await page.getByRole('button', { name: /Audio \d+:\d\d/ }).click();
  await expect(page.locator('section audio')).toHaveAttribute('src', `/api/media/${told?.sha256}`);
  await expectPlays(page, 'audio');
});

test('what was recorded without a network goes home after a reload, and is heard until then', async ({
  page,
  context,
  server,
}) => {
  const practiceId = await open(page, context, server);
  await context.setOffline(true);
  await record(page, 'Record video', 2);
  await page.getByRole('button', { name: 'Keep' }).click();
  await expect(page.getByText('kept on this device').or(page.getByText('not home yet'))).toBeVisible();
  await page.getByRole('button', { name: /Video \d+:\d\d/ }).click();
  await expectPlays(page, 'video');

  await page.reload();
  await unfold(page, 'Evidence');
  await expect(page.getByRole('button', { name: /Video \d+:\d\d/ })).toBeVisible();
  expect(await listAtHome(context, server, practiceId)).toEqual([]);
  await context.setOffline(false);
  await areHome(context, server, practiceId).toEqual([true]);
  await expect(page.getByText('not home yet')).toBeHidden();
});

test('an upload that breaks off in the middle goes on from there, also after a reload', async ({
  page,
  context,
  server,
}) => {
  const practiceId = await open(page, context, server);
  const offsets: number[] = [];
  let isCut = true;
  await page.route('**/api/uploads/*', async (route) => {
    if (route.request().method() !== 'PATCH') return route.continue();
    offsets.push(Number(route.request().headers()['upload-offset']));
    // The first piece arrives, and every other is lost while the line is down.
    if (isCut && offsets.length > 1) return route.abort('connectionreset');
    return route.continue();
  });
  const bytes = Buffer.alloc(900_000, 'x');
  bytes.write('%PDF-1.7\n');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await chooser).setFiles({ name: 'score.pdf', mimeType: 'application/pdf', buffer: bytes });
  await expect.poll(() => offsets.length).toBeGreaterThan(1);
  await page.reload();
  await unfold(page, 'Evidence');
  isCut = false;
  await areHome(context, server, practiceId).toEqual([true]);
  expect(offsets.filter((offset) => offset === 0)).toHaveLength(1);
});

test('a tab that is closed while it records loses a second at most', async ({ page, context, server }) => {
  const practiceId = await open(page, context, server);
  await page.getByRole('button', { name: 'Record sound' }).click();
  await page.getByRole('button', { name: 'Start recording' }).click();
  // What the clock says and the disk has is never far apart; how near, a busy machine decides for a moment.
  await expect.poll(() => secondsOnDisk(page)).toBeGreaterThan(2);
  await expect.poll(async () => (await secondsByClock(page)) - (await secondsOnDisk(page))).toBeLessThan(1.5);
  const onDisk = await secondsOnDisk(page);
  await page.close();

  const again = await context.newPage();
  await again.goto(`${server.address}/evidence-page#${practiceId}`);
  await unfold(again, 'Evidence');
  await expect(again.getByText('was closed before it was kept')).toBeVisible();
  await again.getByRole('button', { name: 'Keep it' }).click();
  await expect(again.getByText('was closed before it was kept')).toBeHidden();
  await areHome(context, server, practiceId).toEqual([true]);
  const [told] = await listAtHome(context, server, practiceId);
  expect(told?.durationSeconds).toBeGreaterThan(onDisk - 0.1);
});

test('what was thrown away is nowhere, and what was closed undecided is offered again', async ({
  page,
  context,
  server,
}) => {
  const practiceId = await open(page, context, server);
  await record(page, 'Record sound', 1);
  await page.getByRole('button', { name: 'Throw away' }).click();
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByText('was closed before it was kept')).toBeHidden();
  await record(page, 'Record sound', 1);
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByText('was closed before it was kept')).toBeVisible();
  await page.getByRole('button', { name: 'Throw it away' }).click();
  await expect(page.getByText('was closed before it was kept')).toBeHidden();
  expect(await listAtHome(context, server, practiceId)).toEqual([]);
});

test('removing can be undone, and then takes the bytes along', async ({ page, context, server }) => {
  const practiceId = await open(page, context, server);
  await record(page, 'Record sound', 1);
  await page.getByRole('button', { name: 'Keep' }).click();
  await areHome(context, server, practiceId).toEqual([true]);
  const [told] = await listAtHome(context, server, practiceId);
  await page.getByRole('button', { name: /Audio \d+:\d\d/ }).click();
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('button', { name: /Audio \d+:\d\d/ })).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: /Audio \d+:\d\d/ })).toBeVisible();

  await page.getByRole('button', { name: /Audio \d+:\d\d/ }).click();
  await page.getByRole('button', { name: 'Remove' }).click();
  // Leaving the page carries it out.
  await page.reload();
  await unfold(page, 'Evidence');
  await areHome(context, server, practiceId).toEqual([]);
  expect((await context.request.get(`${server.address}/api/media/${told?.sha256}`)).status()).toBe(404);
  await expect(page.getByText('Nothing recorded yet.')).toBeVisible();
});

test('a photo says what else it tells, and is kept without it when asked', async ({
  page,
  context,
  server,
}) => {
  const practiceId = await open(page, context, server);
  await page.getByRole('button', { name: 'Add a photo' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose one' }).click();
  const drawn: string = await page.evaluate(`(() => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 40;
    canvas.getContext('2d').fillRect(5, 5, 20, 20);
    return canvas.toDataURL('image/jpeg').split(',')[1];
  })()`);
  await (await chooser).setFiles({ name: 'stance.jpg', mimeType: 'image/jpeg', buffer: withPlace(drawn) });
  await expect(page.getByText('This photo says where it was taken.')).toBeVisible();
  expect((await new AxeBuilder({ page }).include('[role="dialog"]').analyze()).violations).toEqual([]);
  await page.getByLabel('Keep the picture alone').check();
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await areHome(context, server, practiceId).toEqual([true]);
  const [told] = await listAtHome(context, server, practiceId);
  const kept = await (await context.request.get(`${server.address}/api/media/${told?.sha256}`)).body();
  expect(kept.includes(Buffer.from('Exif'))).toBe(false);
  expect(kept.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
  await page.getByRole('button', { name: 'Photo' }).last().click();
  await expect(page.getByRole('img', { name: 'Photo' })).toBeVisible();
});

/** The same picture, with a block of tags that says where it was taken. */
function withPlace(base64: string): Buffer {
  const picture = Buffer.from(base64, 'base64');
  const tag = [0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26];
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, ...tag, 0, 0, 0, 0];
  const block = [...Buffer.from('Exif\0\0'), ...tiff];
  const head = Buffer.from([0xff, 0xe1, 0, block.length + 2, ...block]);
  return Buffer.concat([picture.subarray(0, 2), head, picture.subarray(2)]);
}

test.describe('where recording is not possible', () => {
  test('a browser that is not allowed to listen says what to do', async ({ page, context, server }) => {
    await open(page, context, server);
    await page.evaluate(`navigator.mediaDevices.getUserMedia = () =>
      Promise.reject(new DOMException('Permission denied', 'NotAllowedError'))`);
    await page.getByRole('button', { name: 'Record sound' }).click();
    await page.getByRole('button', { name: 'Start recording' }).click();
    await expect(page.getByRole('alert')).toContainText('Allow it beside the address of this page');
  });

  test('a file of another kind is refused with what may be chosen', async ({ page, context, server }) => {
    await open(page, context, server);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await (await chooser).setFiles({
      name: 'page.html',
      mimeType: 'text/html',
      buffer: Buffer.from('<script>'),
    });
    await expect(page.getByRole('alert')).toContainText('Choose a PDF, a picture, an MP3 or plain text.');
  });

  test('what home does not take stays here, and says why', async ({ page, context, server }) => {
    const practiceId = await open(page, context, server);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await (await chooser).setFiles({
      name: 'score.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('no PDF at all'),
    });
    await expect(page.getByText('Home does not take it')).toBeVisible();
    await page.getByRole('button', { name: 'File, score.pdf' }).click();
    await expect(page.getByRole('alert')).toContainText('It is safe on this device.');
    await areHome(context, server, practiceId).toEqual([false]);
  });
});

test('nothing of one person is sent or shown under the sign-in of another', async ({
  page,
  context,
  server,
}) => {
  const practiceId = await open(page, context, server);
  await context.setOffline(true);
  await record(page, 'Record sound', 1);
  await page.getByRole('button', { name: 'Keep' }).click();
  await expect(page.getByRole('button', { name: /Audio \d+:\d\d/ })).toBeVisible();
  await context.setOffline(false);
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/uploads')) sent.push(request.headers()['bottega-space'] ?? '');
  });
  const ruth = await server.newPerson('Ruth Achterberg');
  await page.evaluate(`localStorage.setItem('bottega.space', '${ruth.spaceId}')`);
  await context.request.post(`${server.address}/api/sign-in`, { data: { key: ruth.key } });
  await page.reload();
  await unfold(page, 'Evidence');
  await expect(page.getByRole('heading', { name: 'Evidence' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(sent.filter((spaceId) => spaceId === ruth.spaceId)).toEqual([]);
  const list = await listAtHome(context, server, practiceId);
  expect(list).toEqual([]);
});

test('signing out takes the copies along that home has, and leaves what it has not', async ({
  page,
  context,
  server,
  person,
}) => {
  const practiceId = await open(page, context, server);
  await record(page, 'Record sound', 1);
  await page.getByRole('button', { name: 'Keep' }).click();
  await areHome(context, server, practiceId).toEqual([true]);
  await page.route('**/api/uploads*', (route) => route.abort());
  await record(page, 'Record sound', 2);
  await page.getByRole('button', { name: 'Keep' }).click();
  await expect.poll(async () => (await mediaRows(page)).flatMap(({ state = [] }) => state)).toHaveLength(2);
  await page.goto('/me');
  await page.getByRole('button', { name: 'Sign out' }).click();
  const key = page.getByLabel('Key');
  await expect(key).toBeVisible();
  const rows = await mediaRows(page);
  expect(rows.flatMap(({ state = [] }) => state)).toEqual(['waiting']);
  // Nor are its pieces left without it.
  expect(new Set(rows.map(({ draftId }) => draftId)).size).toBe(1);

  await page.unroute('**/api/uploads*');
  await key.fill(person.key);
  await key.press('Enter');
  await expect(page.getByRole('link', { name: `${person.name}, your own page` })).toBeVisible();
  await areHome(context, server, practiceId).toEqual([true, true]);
});

test('whoever erases everything leaves no recording on this device', async ({
  page,
  context,
  server,
  person,
}) => {
  const practiceId = await open(page, context, server);
  await record(page, 'Record sound', 1);
  await page.getByRole('button', { name: 'Keep' }).click();
  await areHome(context, server, practiceId).toEqual([true]);
  expect(await mediaRows(page)).not.toEqual([]);
  await page.goto('/me');
  await page.getByRole('button', { name: 'Erase everything of yours' }).click();
  await page.getByLabel(`To erase it, type your name: ${person.name}`).fill(person.name);
  await page.getByRole('button', { name: 'Erase it all' }).click();
  await expect(page.getByLabel('Key')).toBeVisible();
  expect(await mediaRows(page)).toEqual([]);
  const left = await page.evaluate(() =>
    Object.keys(localStorage).filter((key) => key.startsWith('bottega')),
  );
  expect(left).toEqual([]);
});
