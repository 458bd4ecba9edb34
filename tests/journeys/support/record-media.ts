import type { BrowserContext, Page } from '@playwright/test';
import type { Evidence, EvidenceList } from '../../../src/features/evidence/contract.ts';
import { browserFlags, findBrowser } from './find-browser.ts';
import { expect } from './journey.ts';

/** A tone and a moving picture in place of a microphone and a camera. */
export const RECORDING = {
  launchOptions: {
    executablePath: await findBrowser(),
    args: [...browserFlags(), '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  },
  permissions: ['microphone', 'camera'],
};

export type Home = { readonly address: string };

export const readList = async (
  context: BrowserContext,
  { address }: Home,
  practiceId: string,
): Promise<EvidenceList> =>
  (await context.request.get(`${address}/api/practices/${practiceId}/evidence`)).json();
export const listAtHome = async (
  context: BrowserContext,
  home: Home,
  practiceId: string,
): Promise<readonly Evidence[]> => (await readList(context, home, practiceId)).evidence;
export const areHome = (context: BrowserContext, home: Home, practiceId: string) =>
  expect.poll(async () => (await listAtHome(context, home, practiceId)).map(({ isHere }) => isHere));

/** Records for at least as long as is said: on a busy machine ten seconds more are soon over, so no length is looked for. */
export async function record(
  page: Page,
  words: 'Record sound' | 'Record video',
  seconds: number,
): Promise<void> {
  await page.getByRole('button', { name: words }).click();
  await page.getByRole('button', { name: 'Start recording' }).click();
  await expect.poll(() => secondsByClock(page)).toBeGreaterThanOrEqual(seconds);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText(' long.')).toBeVisible();
}

/** How long the recording is that lies on this device so far. */
export const secondsOnDisk = async (page: Page): Promise<number> =>
  Math.max(0, ...(await mediaRows(page)).map(({ seconds }) => seconds ?? 0));
export const secondsByClock = async (page: Page): Promise<number> => {
  const [minutes = 0, seconds = 0] = ((await page.getByRole('dialog').getByRole('timer').textContent()) ?? '')
    .split(':')
    .map(Number);
  return minutes * 60 + seconds;
};

type MediaRow = {
  readonly seconds?: number | null;
  readonly state?: 'waiting' | 'home' | 'refused';
  readonly draftId?: string;
};

/** Whatever lies on this device of recordings and files. */
export const mediaRows = (page: Page): Promise<MediaRow[]> =>
  page.evaluate(`(async () => {
    const databases = await indexedDB.databases();
    if (!databases.some(({ name }) => name === 'bottega-media')) return [];
    return new Promise((resolve, reject) => {
      const opening = indexedDB.open('bottega-media');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const rows = [];
        const names = [...opening.result.objectStoreNames];
        const transaction = opening.result.transaction(names);
        for (const name of names)
          transaction.objectStore(name).openCursor().onsuccess = ({ target: { result } }) => {
            if (result === null) return;
            const { bytes, ...row } = result.value;
            rows.push(row);
            result.continue();
          };
        transaction.oncomplete = () => { opening.result.close(); resolve(rows); };
      };
    });
  })()`);
