import type { PendingWrite, Write } from './pending-write.ts';
import type { LeftNote, Note, WriteStore } from './write-store.ts';

/*
 * IndexedDB as it comes: two stores and six transactions need no library, which would be a fifth of all the script that
 * a phone loads first.
 */

const NAME = 'bottega';
const VERSION = 1;
const WRITES = 'writes';
const NOTES = 'notes';

/** On this device's disk. Rejects where a browser forbids it (private windows) or has no room left. */
export async function deviceStore(): Promise<WriteStore> {
  const database = reopening();
  await database();
  const change = (work: (stores: Stores) => void) =>
    inTransaction(database, 'readwrite', (stores) => {
      work(stores);
      return null;
    });
  const read = <T>(work: (stores: Stores) => IDBRequest<T>) =>
    inTransaction(database, 'readonly', (stores) => work(stores));

  return {
    append: async (spaceId, added, notes = []) => {
      await change((stores) => {
        for (const write of added) stores.writes.add(rowOf(spaceId, write));
        for (const note of notes) putNote(stores.notes, spaceId, note);
      });
    },
    all: async () => (await read<PendingWrite[]>(({ writes }) => writes.getAll())).result,
    replace: async (removed, put) => {
      await change(({ writes }) => {
        for (const place of removed) writes.delete(place);
        for (const write of put) writes.put(write);
      });
    },
    readNote: async (key) => (await read<NoteRow | undefined>(({ notes }) => notes.get(key))).result?.value,
    leftNotes: async () => {
      const { result } = await read<NoteRow[]>(({ notes }) => notes.getAll());
      return result.flatMap(({ key, later, keptAt }): LeftNote[] => (later ? [{ key, later, keptAt }] : []));
    },
    takeUpLeft: async (key) => {
      await change((stores) => takeUpLeft(stores, key));
    },
  };
}

/** Without a place: the disk gives the next one. */
function rowOf(spaceId: string, write: Write): Omit<PendingWrite, 'place'> {
  return { ...write, spaceId, state: 'kept', problem: null };
}

type NoteRow = Note & { readonly spaceId: string; readonly keptAt: number };

function putNote(notes: IDBObjectStore, spaceId: string, note: Note): void {
  if (note.value === null) notes.delete(note.key);
  else notes.put({ ...note, spaceId, keptAt: Date.now() } satisfies NoteRow);
}

/** Read and changed in one transaction, so that of two tabs that start together only one finds it. */
function takeUpLeft({ writes, notes }: Stores, key: string): void {
  const reading: IDBRequest<NoteRow | undefined> = notes.get(key);
  reading.onsuccess = () => {
    const left = reading.result;
    if (left?.later === undefined) return;
    for (const write of left.later.writes) writes.add(rowOf(left.spaceId, write));
    notes.delete(key);
  };
}

type Stores = { readonly writes: IDBObjectStore; readonly notes: IDBObjectStore };

/** Resolves when the transaction is on the disk, with the request that `work` gave; all of it happens, or nothing. */
async function inTransaction<Request extends IDBRequest | null>(
  database: () => Promise<IDBDatabase>,
  mode: IDBTransactionMode,
  work: (stores: Stores) => Request,
): Promise<Request> {
  const transaction = begin(await database(), mode) ?? begin(await database(), mode);
  if (transaction === null) throw new Error('the device’s database was closed');
  return new Promise((resolve, reject) => {
    const request = work({ writes: transaction.objectStore(WRITES), notes: transaction.objectStore(NOTES) });
    transaction.oncomplete = () => resolve(request);
    transaction.onabort = () => reject(transaction.error ?? new Error('the device kept nothing'));
  });
}

/** Null where the system has closed the connection in the meantime, as phones do with pages in the background. */
function begin(database: IDBDatabase, mode: IDBTransactionMode): IDBTransaction | null {
  try {
    return database.transaction([WRITES, NOTES], mode, { durability: 'strict' });
  } catch {
    database.dispatchEvent(new Event('close'));
    return null;
  }
}

/** The connection, opened anew whenever it was closed. */
function reopening(): () => Promise<IDBDatabase> {
  let opened: Promise<IDBDatabase> | null = null;
  return () => {
    opened ??= open().then((database) => {
      const forget = () => {
        opened = null;
      };
      database.addEventListener('close', forget);
      // A newer version of the app, in another tab, changes the database: it need not wait for this one.
      database.addEventListener('versionchange', () => {
        database.close();
        forget();
      });
      return database;
    });
    opened.catch(() => {
      opened = null;
    });
    return opened;
  };
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(NAME, VERSION);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore(WRITES, { keyPath: 'place', autoIncrement: true });
      opening.result.createObjectStore(NOTES, { keyPath: 'key' });
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
    opening.onblocked = () => reject(new Error('another tab holds an older database'));
  });
}
