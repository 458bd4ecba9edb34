import type { PendingWrite, Write } from './pending-write.ts';
import type { Note, WriteStore } from './write-store.ts';

/** Behind every place that a device hands out, so that what could not be kept comes after what was. */
export const FIRST_MEMORY_PLACE = 2 ** 50;

type NoteRow = Note & { readonly spaceId: string; readonly keptAt: number };

/** For a browser that keeps nothing: lasts as long as the page. */
export function memoryStore(firstPlace = FIRST_MEMORY_PLACE): WriteStore {
  let writes: readonly PendingWrite[] = [];
  let nextPlace = firstPlace;
  const notes = new Map<string, NoteRow>();
  const putNote = (spaceId: string, note: Note) =>
    note.value === null
      ? notes.delete(note.key)
      : notes.set(note.key, { ...note, spaceId, keptAt: Date.now() });
  const putWrites = (spaceId: string, added: readonly Write[]) => {
    const rows = added.map((write) => ({
      ...write,
      place: nextPlace++,
      spaceId,
      state: 'kept' as const,
      problem: null,
    }));
    writes = [...writes, ...rows];
  };

  return {
    append: async (spaceId, added, more = []) => {
      putWrites(spaceId, added);
      for (const note of more) putNote(spaceId, note);
    },
    all: async () => writes,
    replace: async (removed, changed) => {
      const gone = new Set([...removed, ...changed.map((write) => write.place)]);
      writes = [...writes.filter((write) => !gone.has(write.place)), ...changed].sort(
        (a, b) => a.place - b.place,
      );
    },
    readNote: async (key) => notes.get(key)?.value,
    leftNotes: async () =>
      [...notes.values()].flatMap(({ key, later, keptAt }) => (later ? [{ key, later, keptAt }] : [])),
    takeUpLeft: async (key) => {
      const note = notes.get(key);
      if (note?.later === undefined) return;
      putWrites(note.spaceId, note.later.writes);
      notes.delete(key);
    },
  };
}
