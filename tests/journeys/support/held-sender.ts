import type { BrowserContext, Page } from '@playwright/test';

/** Another tab is at its sending, and does not come to an end: nothing is asked or sent from here. Answers how it ends. */
export async function holdSender(context: BrowserContext, address: string): Promise<() => Promise<void>> {
  const other = await context.newPage();
  // Of this origin, and no page of the app.
  await other.goto(`${address}/health`);
  await other.evaluate(`new Promise((granted) => {
    void navigator.locks.request('bottega-send', () => {
      granted();
      return new Promise(() => {});
    });
  })`);
  return () => other.close();
}

/** The space of each fact that waits on this device to be sent. */
export const waitingSpaces = (page: Page): Promise<readonly string[]> =>
  page.evaluate(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('bottega');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const spaces = [];
      const names = [...opening.result.objectStoreNames];
      const transaction = opening.result.transaction(names);
      for (const name of names)
        transaction.objectStore(name).getAll().onsuccess = ({ target }) =>
          spaces.push(...target.result.filter(({ path }) => path !== undefined).map(({ spaceId }) => spaceId));
      transaction.oncomplete = () => { opening.result.close(); resolve(spaces); };
    };
  })`);
