import { FIRST_MEMORY_PLACE, memoryStore } from './memory-store.ts';
import type { PendingWrite, Write } from './pending-write.ts';
import type { LeftNote, Note, WriteStore } from './write-store.ts';

export type OrderedStore = {
  /** False where it could be kept in memory only. */
  append(spaceId: string, writes: readonly Write[], notes: readonly Note[]): Promise<boolean>;
  all(): Promise<readonly PendingWrite[]>;
  replace(removed: readonly number[], put: readonly PendingWrite[]): Promise<void>;
  readNote(key: string): Promise<unknown>;
  leftNotes(): Promise<readonly LeftNote[]>;
  takeUpLeft(key: string): Promise<void>;
};

type Outlet = {
  /** Null where this browser lets nothing be kept. */
  readonly openDisk: () => Promise<WriteStore | null>;
  /** Called after every change that was meant for the disk: whether the disk took it. */
  readonly onKeeping: (isKeeping: boolean) => void;
};

/** In memory, also that a note is gone: the disk may hold an older one. */
type UnkeptNote = { readonly spaceId: string; readonly note: Note };

/**
 * The disk with memory behind it, read and changed in the order in which it was asked: what was said last is what lies
 * there in the end. What the disk does not take stays in memory, and so does what comes after it, which may hang on it;
 * notes go to the disk again as soon as nothing in memory comes before them.
 */
export function orderedStore({ openDisk, onKeeping }: Outlet): OrderedStore {
  const memory = memoryStore();
  const unkept = new Map<string, UnkeptNote>();
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  }

  async function appendToDisk(spaceId: string, writes: readonly Write[], notes: readonly Note[]) {
    try {
      const disk = await openDisk();
      await disk?.append(spaceId, writes, notes);
      onKeeping(disk !== null);
      return disk !== null;
    } catch {
      onKeeping(false);
      return false;
    }
  }

  async function moveNotesToDisk(): Promise<void> {
    if ((await memory.all()).length > 0) return;
    for (const [key, { spaceId, note }] of unkept) {
      if (!(await appendToDisk(spaceId, [], [note]))) return;
      unkept.delete(key);
    }
  }

  return {
    append: (spaceId, writes, notes) =>
      inTurn(async () => {
        if (writes.length + notes.length === 0) return true;
        const isBehind = (await memory.all()).length > 0;
        if (!isBehind && (await appendToDisk(spaceId, writes, notes))) {
          for (const { key } of notes) unkept.delete(key);
          return true;
        }
        await memory.append(spaceId, writes);
        for (const note of notes) unkept.set(note.key, { spaceId, note });
        return false;
      }),
    all: () => inTurn(async () => [...((await (await openDisk())?.all()) ?? []), ...(await memory.all())]),
    replace: (removed, put) =>
      inTurn(async () => {
        const gone = partOf(removed, (place) => place);
        const changed = partOf(put, (write) => write.place);
        if (gone.onDisk.length + changed.onDisk.length > 0)
          await (await openDisk())?.replace(gone.onDisk, changed.onDisk);
        await memory.replace(gone.inMemory, changed.inMemory);
        await moveNotesToDisk();
      }),
    readNote: (key) =>
      inTurn(async () => {
        const note = unkept.get(key)?.note;
        if (note !== undefined) return note.value ?? undefined;
        // Unreadable is as good as gone: whoever asks begins anew.
        return (await openDisk())?.readNote(key).catch(() => undefined);
      }),
    leftNotes: () => inTurn(async () => (await (await openDisk())?.leftNotes()) ?? []),
    takeUpLeft: (key) => inTurn(async () => (await openDisk())?.takeUpLeft(key)),
  };
}

function partOf<Item>(items: readonly Item[], placeOf: (item: Item) => number) {
  const isInMemory = (item: Item) => placeOf(item) >= FIRST_MEMORY_PLACE;
  return {
    onDisk: items.filter((item) => !isInMemory(item)),
    inMemory: items.filter(isInMemory),
  };
}
