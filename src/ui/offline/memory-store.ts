import type { PendingWrite } from './pending-write.ts';
import type { Note, WriteStore } from './write-store.ts';

/** Behind every place that a device hands out, so that what could not be kept comes after what was. */
export const FIRST_MEMORY_PLACE = 2 ** 50;

/** For a browser that keeps nothing: lasts as long as the page. */
export function memoryStore(): WriteStore {
  let writes: readonly PendingWrite[] = [];
  let nextPlace = FIRST_MEMORY_PLACE;
  const notes = new Map<string, unknown>();
  const put = ({ key, value }: Note) => (value === null ? notes.delete(key) : notes.set(key, value));

  return {
    append: async (spaceId, added, more = []) => {
      const rows = added.map((write) => ({
        ...write,
        place: nextPlace++,
        spaceId,
        state: 'kept' as const,
        problem: null,
      }));
      writes = [...writes, ...rows];
      more.forEach(put);
    },
    all: async () => writes,
    replace: async (removed, changed) => {
      const gone = new Set([...removed, ...changed.map((write) => write.place)]);
      writes = [...writes.filter((write) => !gone.has(write.place)), ...changed].sort(
        (a, b) => a.place - b.place,
      );
    },
    readNote: async (key) => notes.get(key),
    writeNote: async (note) => {
      put(note);
    },
  };
}
