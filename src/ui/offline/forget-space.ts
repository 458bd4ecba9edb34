/*
 * What a device keeps of one space, taken away. It looks through the stores as they are, so that one which is added later
 * needs nothing here: each row says whose it is.
 */

/** Facts that wait to be sent; recordings and files. */
const DATABASES = ['bottega', 'bottega-media'];
const ANSWERS = 'bottega-answers-';

/**
 * Takes away what waits to be sent for a space, its recordings and files, what its pages had in hand, and the answers that
 * were kept for it. Of other people on this device nothing goes. Never rejects: a browser that keeps nothing has nothing
 * to take away.
 */
export async function forgetSpace(spaceId: string): Promise<void> {
  for (const name of DATABASES) await forgetRows(name, spaceId).catch(() => {});
  if ('caches' in globalThis) await caches.delete(ANSWERS + spaceId).catch(() => false);
}

async function forgetRows(name: string, spaceId: string): Promise<void> {
  const database = await openExisting(name);
  if (database === null) return;
  const names = [...database.objectStoreNames];
  const left = names.length === 0 ? 0 : await deleteRows(database, names, spaceId);
  database.close();
  if (left === 0) indexedDB.deleteDatabase(name);
}

/** Null where there is none: asking for it would make one, in a form that nobody else expects. */
function openExisting(name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    let isNew = false;
    opening.onupgradeneeded = () => {
      isNew = true;
      opening.transaction?.abort();
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => (isNew ? resolve(null) : reject(opening.error));
  });
}

/** Answers how many rows of others are left. */
function deleteRows(database: IDBDatabase, names: readonly string[], spaceId: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(names, 'readwrite', { durability: 'strict' });
    let left = 0;
    for (const name of names) {
      const reading = transaction.objectStore(name).openCursor();
      reading.onsuccess = () => {
        const cursor = reading.result;
        if (cursor === null) return;
        if (isOf(cursor.value, spaceId)) cursor.delete();
        else left += 1;
        cursor.continue();
      };
    }
    transaction.oncomplete = () => resolve(left);
    transaction.onabort = () => reject(transaction.error ?? new Error('the device kept it'));
  });
}

function isOf(row: unknown, spaceId: string): boolean {
  return typeof row === 'object' && row !== null && 'spaceId' in row && row.spaceId === spaceId;
}
