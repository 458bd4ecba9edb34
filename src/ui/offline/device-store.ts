import { Dexie, type Table } from 'dexie';
import type { PendingWrite } from './pending-write.ts';
import type { Note, WriteStore } from './write-store.ts';

type Row = Omit<PendingWrite, 'place'> & { place?: number };

/** On this device's disk. Rejects where a browser forbids it (private windows) or has no room left. */
export async function deviceStore(): Promise<WriteStore> {
  const db = new Dexie('bottega', { chromeTransactionDurability: 'strict' });
  db.version(1).stores({ writes: '++place', notes: 'key' });
  await db.open();
  const writes: Table<Row, number> = db.table('writes');
  const notes: Table<Note, string> = db.table('notes');
  const put = async ({ key, value }: Note) => {
    await (value === null ? notes.delete(key) : notes.put({ key, value }));
  };

  return {
    append: (spaceId, added, more = []) =>
      db.transaction('rw', writes, notes, async () => {
        await writes.bulkAdd(added.map((write) => ({ ...write, spaceId, state: 'kept', problem: null })));
        for (const note of more) await put(note);
      }),
    all: async () => (await writes.orderBy('place').toArray()).map(withPlace),
    replace: (removed, changed) =>
      db.transaction('rw', writes, async () => {
        await writes.bulkDelete([...removed]);
        await writes.bulkPut([...changed]);
      }),
    readNote: async (key) => (await notes.get(key))?.value,
    readNotes: (prefix) => notes.where('key').startsWith(prefix).toArray(),
    writeNote: put,
  };
}

function withPlace(row: Row): PendingWrite {
  return { ...row, place: row.place ?? 0 };
}
