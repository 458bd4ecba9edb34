import { describe, expect, it } from 'vitest';
import { FIRST_MEMORY_PLACE, memoryStore } from './memory-store.ts';
import { orderedStore } from './ordered-store.ts';
import type { WriteStore } from './write-store.ts';

const write = (name: string) => ({ path: `/api/needs/${name}`, body: { text: name } });

/** A disk that keeps like the device's own, and takes nothing while it is full. */
function diskOf() {
  const disk = memoryStore(1);
  const state = { isFull: false };
  const unlessFull = <Parts extends unknown[]>(change: (...parts: Parts) => Promise<void>) => {
    return (...parts: Parts) => (state.isFull ? Promise.reject(new Error('no room left')) : change(...parts));
  };
  const taking: WriteStore = { ...disk, append: unlessFull(disk.append), replace: unlessFull(disk.replace) };
  return { disk, taking, state };
}

function storeOn(taking: WriteStore | null) {
  const keeping: boolean[] = [];
  const store = orderedStore({
    openDisk: async () => taking,
    onKeeping: (isKeeping) => keeping.push(isKeeping),
  });
  return { store, isKeeping: () => keeping.at(-1) };
}

describe('what was asked first is kept first', () => {
  it('of a note with writes and a note alone, in one task, the later is on the disk in the end', async () => {
    const { disk, taking } = diskOf();
    const { store } = storeOn(taking);
    const logged = store.append('a', [write('take')], [{ key: 'running', value: { phase: 'running' } }]);
    const finished = store.append('a', [], [{ key: 'running', value: { phase: 'ended' } }]);
    await Promise.all([logged, finished]);
    expect(await disk.readNote('running')).toEqual({ phase: 'ended' });
  });

  it('also where the disk takes its time over the first', async () => {
    const { disk, taking } = diskOf();
    const spinningUp = Promise.withResolvers<void>();
    const slow: WriteStore = {
      ...taking,
      append: async (spaceId, writes, notes) => {
        if (writes.length > 0) await spinningUp.promise;
        await disk.append(spaceId, writes, notes);
      },
    };
    const { store } = storeOn(slow);
    const logged = store.append('a', [write('take')], [{ key: 'running', value: 1 }]);
    const finished = store.append('a', [], [{ key: 'running', value: 2 }]);
    const read = store.readNote('running');
    spinningUp.resolve();
    await Promise.all([logged, finished]);
    expect(await disk.readNote('running')).toBe(2);
    expect(await read).toBe(2);
  });
});

describe('a disk that fails for a while', () => {
  it('hides nothing that it keeps later', async () => {
    const { disk, taking, state } = diskOf();
    const { store, isKeeping } = storeOn(taking);
    state.isFull = true;
    expect(await store.append('a', [], [{ key: 'running', value: 'third take' }])).toBe(false);
    expect(isKeeping()).toBe(false);
    state.isFull = false;
    expect(await store.append('a', [write('end')], [{ key: 'running', value: null }])).toBe(true);
    expect(isKeeping()).toBe(true);
    expect(await store.readNote('running')).toBeUndefined();
    expect(await disk.readNote('running')).toBeUndefined();
  });

  it('brings back no note that was taken away meanwhile', async () => {
    const { disk, taking, state } = diskOf();
    const { store } = storeOn(taking);
    await store.append('a', [], [{ key: 'running', value: 'second take' }]);
    state.isFull = true;
    expect(await store.append('a', [write('end')], [{ key: 'running', value: null }])).toBe(false);
    expect(await store.readNote('running')).toBeUndefined();
    state.isFull = false;
    const [end] = await store.all();
    expect(end?.place).toBe(FIRST_MEMORY_PLACE);
    // Home has it now, so nothing stands before the note any more.
    await store.replace([FIRST_MEMORY_PLACE], []);
    expect(await disk.readNote('running')).toBeUndefined();
  });

  it('keeps what comes after in order, behind what it could not take', async () => {
    const { disk, taking, state } = diskOf();
    const { store } = storeOn(taking);
    await store.append('a', [write('one')], []);
    state.isFull = true;
    await store.append('a', [write('two')], []);
    state.isFull = false;
    expect(await store.append('a', [write('three')], [{ key: 'running', value: 3 }])).toBe(false);
    expect((await store.all()).map((one) => one.path.split('/').at(-1))).toEqual(['one', 'two', 'three']);
    // A note never lies on the disk ahead of the writes that it speaks of.
    expect(await disk.readNote('running')).toBeUndefined();
    await store.replace([FIRST_MEMORY_PLACE, FIRST_MEMORY_PLACE + 1], []);
    expect(await disk.readNote('running')).toBe(3);
    expect(await store.append('a', [write('four')], [])).toBe(true);
  });
});

it('without a disk everything lasts as long as the page', async () => {
  const { store, isKeeping } = storeOn(null);
  expect(await store.append('a', [write('one')], [{ key: 'running', value: 1 }])).toBe(false);
  expect(isKeeping()).toBe(false);
  expect(await store.readNote('running')).toBe(1);
  expect((await store.all()).length).toBe(1);
  expect(await store.leftNotes()).toEqual([]);
});
