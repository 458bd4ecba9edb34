import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext } from '@playwright/test';
import { v7 } from 'uuid';
import type { EvidenceBody, ShowingBody } from '../../src/features/evidence/contract.ts';
import { expect, test } from './support/journey.ts';
import { areHome, RECORDING, readList, record } from './support/record-media.ts';
import { attemptsAtHome, logBefore, takeUp } from './support/take-up.ts';
import { unfold } from './support/unfold.ts';

/** Recordings and showings in the app itself: where they come from, and where they are found again. */

test.use(RECORDING);

test('what was recorded without a network goes home by itself, whatever screen is open, and from one tab', async ({
  page,
  context,
  server,
}) => {
  const { practiceId } = await takeUp(context, server.address, 'sixty-second-case');
  await page.goto('/');
  await page.locator('html[data-offline-ready]').waitFor({ state: 'attached' });
  await context.setOffline(true);
  await page.goto(`/practices/${practiceId}/run`);
  await page.getByRole('button', { name: 'Log 6 out of 10', exact: true }).click();
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await record(page, 'Record sound', 1);
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeHidden();

  const begun: string[] = [];
  context.on('request', (request) => {
    const isFirst = request.method() === 'PATCH' && request.headers()['upload-offset'] === '0';
    if (request.url().includes('/api/uploads/') && isFirst) begun.push(request.url());
  });
  await page.goto('/');
  const other = await context.newPage();
  await other.goto('/');
  await expect(other.getByText('The sixty-second case').first()).toBeVisible();
  expect(begun).toEqual([]);
  await context.setOffline(false);
  await areHome(context, server, practiceId).toEqual([true]);
  expect(begun).toHaveLength(1);

  // Where nothing waits, a start of the app fetches nothing for it.
  await other.close();
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await page.reload({ waitUntil: 'networkidle' });
  expect(fetched.filter((path) => path.includes('index-'))).not.toEqual([]);
  expect(fetched.filter((path) => path.includes('uploads'))).toEqual([]);
});

test('a recording of the runner goes home from there once the network is back', async ({
  page,
  context,
  server,
}) => {
  const { practiceId } = await takeUp(context, server.address, 'sixty-second-case');
  await page.goto(`/practices/${practiceId}/run`);
  await page.locator('html[data-offline-ready]').waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Log 6 out of 10', exact: true }).click();
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await context.setOffline(true);
  await record(page, 'Record sound', 1);
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await context.setOffline(false);
  await areHome(context, server, practiceId).toEqual([true]);
});

test('showings are listed with their readings, newest first, also those that home has not heard of', async ({
  page,
  context,
  server,
}) => {
  const ids = await takeUp(context, server.address, 'sixty-second-case');
  await logBefore(context, server.address, ids, [4], 9);
  await page.goto(`/practices/${ids.practiceId}`);
  const evidence = page.getByRole('region', { name: 'Evidence' });
  await unfold(page, 'Evidence');
  await expect(evidence.getByText('One is a session before others,', { exact: false })).toBeVisible();
  await page.locator('html[data-offline-ready]').waitFor({ state: 'attached' });

  const party = await showBefore(context, ids, 8, 40);
  await put(context, `/api/showings/${v7()}`, {
    practiceId: ids.practiceId,
    sessionId: party,
    heldDay: '2026-03-14',
    audience: 1200,
    occasion: 'Spring party',
    quote: 'Again!',
    quotedFrom: 'Ruth',
    toldAt: new Date().toISOString(),
  } satisfies ShowingBody);
  await page.reload();
  await unfold(page, 'Evidence');
  await expect(evidence.getByText('To 1,200 people')).toBeVisible();

  await context.setOffline(true);
  await page.goto(`/practices/${ids.practiceId}/run?work=showing`);
  await page.getByRole('button', { name: 'Log 9 out of 10', exact: true }).click();
  await page.getByRole('button', { name: 'Finish' }).locator('visible=true').click();
  await page.getByLabel('How many were there').fill('1');
  await page.getByRole('button', { name: 'Done' }).click();
  await page.waitForURL(`**/practices/${ids.practiceId}`);
  await unfold(page, 'Evidence');
  const showings = evidence.getByRole('list', { name: 'Showings, newest first' }).getByRole('listitem');
  await expect(showings).toHaveCount(2);
  await expect(showings.first()).toContainText(/^To 1 person.*9/);
  await expect(showings.last()).toContainText('14 Mar 2026, Spring party8“Again!”Ruth');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect((await new AxeBuilder({ page }).include('section').analyze()).violations).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  await context.setOffline(false);
  await expect.poll(async () => (await readList(context, server, ids.practiceId)).showings.length).toBe(2);

  await evidence.getByRole('button', { name: 'Take it back: To 1 person' }).click();
  await expect(showings).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(showings).toHaveCount(2);
  await evidence.getByRole('button', { name: 'Take it back: To 1 person' }).click();
  // Leaving the page carries it out.
  await page.goto('/');
  await expect.poll(async () => (await readList(context, server, ids.practiceId)).showings.length).toBe(1);
});

test('the 201st recording and the 201st showing can be seen and taken away too', async ({
  page,
  context,
  server,
}) => {
  const { practiceId } = await takeUp(context, server.address, 'sixty-second-case');
  const many = Array.from({ length: 201 }, (_, index) => index);
  for (const index of many) {
    await put(context, `/api/evidence/${v7()}`, evidenceBody(practiceId, index));
    await put(context, `/api/showings/${v7()}`, {
      ...{ practiceId, sessionId: null, heldDay: '2026-03-14', audience: index + 1, occasion: null },
      ...{ quote: null, quotedFrom: null, toldAt: new Date().toISOString() },
    } satisfies ShowingBody);
  }
  await page.goto(`/practices/${practiceId}`);
  const evidence = page.getByRole('region', { name: 'Evidence' });
  const files = evidence.getByRole('button', { name: /File, score-/ });
  await unfold(page, 'Evidence');
  // The first few, and a way to the rest.
  await expect(files).toHaveCount(3);
  await evidence.getByRole('button', { name: 'Show 197 more recordings' }).click();
  await evidence.getByRole('button', { name: 'Show 198 more showings' }).click();
  await expect(files).toHaveCount(200);
  await expect(evidence.getByText('To 1 person', { exact: true })).toHaveCount(0);
  // Without the network what is there stays, and it is said what becomes of the rest.
  await page.locator('html[data-offline-ready]').waitFor({ state: 'attached' });
  await context.setOffline(true);
  await evidence.getByRole('button', { name: 'Show more recordings' }).click();
  await expect(evidence.getByText('no further recordings can be shown yet', { exact: false })).toBeVisible();
  await expect(files).toHaveCount(200);
  await context.setOffline(false);

  await evidence.getByRole('button', { name: 'Show more recordings' }).click();
  await expect(files).toHaveCount(201);
  await expect(evidence.getByRole('button', { name: 'Show more recordings' })).toHaveCount(0);
  await evidence.getByRole('button', { name: 'Show more showings' }).click();
  await expect(evidence.getByText('To 1 person', { exact: true })).toBeVisible();
  await evidence.getByRole('button', { name: 'File, score-0.pdf' }).click();
  await evidence.getByRole('button', { name: 'Remove' }).click();
  await expect(files).toHaveCount(200);
  // Leaving the page carries it out.
  await page.goto('/');
  await expect.poll(async () => (await readList(context, server, practiceId)).next).toBeNull();
});

test('a recording says which take it is of, and is there also when every take was taken back', async ({
  page,
  context,
  server,
}) => {
  const ids = await takeUp(context, server.address, 'sixty-second-case');
  await logBefore(context, server.address, ids, [4, 7.4], 9);
  const [first, second] = await attemptsAtHome(context, server.address, ids.practiceId);
  await put(context, `/api/evidence/${v7()}`, {
    ...evidenceBody(ids.practiceId, 1),
    ...{ attemptId: second?.id, kind: 'audio', contentType: 'audio/webm', name: null, durationSeconds: 64 },
  });
  await page.goto(`/practices/${ids.practiceId}`);
  const evidence = page.getByRole('region', { name: 'Evidence' });
  await unfold(page, 'Evidence');
  await expect(evidence.getByRole('button', { name: 'Take 2 Audio 1:04 7.4' })).toBeVisible();

  for (const take of [first, second])
    await put(context, `/api/retractions/${v7()}`, {
      attemptId: take?.id,
      retractedAt: new Date().toISOString(),
    });
  await page.reload();
  await expect(page.getByText('None yet. The first one is only a look.')).toBeVisible();
  await unfold(page, 'Evidence');
  await expect(evidence.getByRole('button', { name: 'Audio 1:04' })).toBeVisible();
});

/** Told and never sent: its row is all that is looked at. */
function evidenceBody(practiceId: string, index: number): EvidenceBody {
  return {
    ...{ practiceId, attemptId: null, sessionId: null, kind: 'file', name: `score-${index}.pdf` },
    ...{ contentType: 'application/pdf', bytes: 1000, durationSeconds: null },
    sha256: index.toString(16).padStart(64, '0'),
    madeAt: new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString(),
  };
}

/** A session before others at home, with one take; answers its id. */
async function showBefore(
  context: BrowserContext,
  { practiceId, payoffId }: { readonly practiceId: string; readonly payoffId: string },
  value: number,
  daysAgo: number,
): Promise<string> {
  const sessionId = v7();
  const startedAt = new Date(Date.now() - daysAgo * 86_400_000).toISOString();
  const session = { practiceId, deviceId: null, isFloor: false, startedAt, work: 'showing', part: null };
  await put(context, `/api/sessions/${sessionId}`, session);
  await put(context, `/api/attempts/${v7()}`, {
    ...{ practiceId, sessionId, payoffId, value, startedAt, sequence: 1, localDay: startedAt.slice(0, 10) },
    ...{ durationSeconds: 40, conditions: {}, isTrickRead: true, source: 'runner' },
  });
  return sessionId;
}

async function put(context: BrowserContext, path: string, data: unknown): Promise<void> {
  const answer = await context.request.put(path, { data });
  expect(answer.ok(), await answer.text()).toBe(true);
}
