import type { Page } from '@playwright/test';

/** How much of a person this browser still keeps: rows in its databases, stored answers, and what the app noted. */
export type KeptOnDevice = {
  readonly rows: number;
  readonly answers: readonly string[];
  readonly notes: readonly string[];
};

export const NOTHING_KEPT: KeptOnDevice = { rows: 0, answers: [], notes: [] };

export async function keptOnDevice(page: Page): Promise<KeptOnDevice> {
  return page.evaluate(async () => {
    const settled = <Value>(asked: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
    let rows = 0;
    for (const { name } of await indexedDB.databases()) {
      const database = await settled(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames)
        rows += await settled(database.transaction(store).objectStore(store).count());
      database.close();
    }
    const names = [...Object.keys(localStorage), ...Object.keys(sessionStorage)];
    return {
      rows,
      answers: (await caches.keys()).filter((name) => name.startsWith('bottega-answers-')),
      notes: names.filter((name) => name.startsWith('bottega')),
    };
  });
}

/** Every row of every store of this browser's own database; none where there is no database. */
export const keptRows = (page: Page) =>
  page.evaluate(async () => {
    const databases = await indexedDB.databases();
    if (!databases.some(({ name }) => name === 'bottega')) return [];
    return new Promise<unknown[]>((resolve, reject) => {
      const opening = indexedDB.open('bottega');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const database = opening.result;
        const names = [...database.objectStoreNames];
        const rows: unknown[] = [];
        const transaction = database.transaction(names, 'readonly');
        for (const name of names) {
          const reading = transaction.objectStore(name).getAll();
          reading.onsuccess = () => rows.push(...reading.result);
        }
        transaction.oncomplete = () => {
          database.close();
          resolve(rows);
        };
      };
    });
  });
