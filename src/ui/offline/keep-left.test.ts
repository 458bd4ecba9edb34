import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepLeft } from './keep-left.ts';
import { memoryStore } from './memory-store.ts';
import { orderedStore } from './ordered-store.ts';

const end = { path: '/api/sessions/s/end', body: { endedAt: '2026-03-01T08:20:00.000Z', line: 'Slower.' } };
const RUN = '/practices/p/run';
const LOCK = 'bottega-run-p';

async function leftBehind(phase: 'ended' | 'running' = 'ended') {
  const disk = memoryStore(1);
  const store = orderedStore({ openDisk: async () => disk, onKeeping: () => {} });
  const later = phase === 'ended' ? { later: { writes: [end], at: RUN, lock: LOCK } } : {};
  await store.append('nadia', [], [{ key: 'running/nadia/p', value: { phase }, ...later }]);
  return { disk, store };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  vi.setTimerTickMode('nextTimerAsync');
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('what a page that is gone owed home', () => {
  it('is kept at the next start, once, for whoever owed it', async () => {
    const { disk, store } = await leftBehind();
    expect(await keepLeft(store, '/')).toBe(1);
    expect(await disk.all()).toMatchObject([{ ...end, spaceId: 'nadia', state: 'kept' }]);
    expect(await disk.readNote('running/nadia/p')).toBeUndefined();
    expect(await keepLeft(store, '/')).toBe(0);
    expect((await disk.all()).length).toBe(1);
  });

  it('is kept once, also by two tabs that start together', async () => {
    const { disk, store } = await leftBehind();
    const other = orderedStore({ openDisk: async () => disk, onKeeping: () => {} });
    await Promise.all([keepLeft(store, '/'), keepLeft(other, '/find')]);
    expect((await disk.all()).length).toBe(1);
  });

  it('is left to the screen that goes on with it, where the app starts there', async () => {
    const { disk, store } = await leftBehind();
    expect(await keepLeft(store, RUN)).toBe(0);
    expect(await disk.readNote('running/nadia/p')).toEqual({ phase: 'ended' });
  });

  it('is left to another tab that still has it in hand', async () => {
    const { disk, store } = await leftBehind();
    await navigator.locks.request(LOCK, async () => {
      expect(await keepLeft(store, '/')).toBe(0);
    });
    expect(await disk.all()).toEqual([]);
    expect(await keepLeft(store, '/')).toBe(1);
  });

  it('is left to a page that was only loading anew, and asks for it again', async () => {
    const { disk, store } = await leftBehind();
    vi.setTimerTickMode('manual');
    const keeping = keepLeft(store, '/');
    while ((await navigator.locks.query()).held?.length !== 1) await new Promise(setImmediate);
    const asked = navigator.locks.request(LOCK, () => disk.readNote('running/nadia/p'));
    vi.setTimerTickMode('nextTimerAsync');
    expect(await keeping).toBe(0);
    expect(await asked).toEqual({ phase: 'ended' });
  });

  it('waits half an hour where no browser can say whether a tab still has it in hand', async () => {
    vi.useRealTimers();
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.stubGlobal('navigator', {});
    const { disk, store } = await leftBehind();
    vi.setSystemTime(Date.now() + 29 * 60_000);
    expect(await keepLeft(store, '/')).toBe(0);
    vi.setSystemTime(Date.now() + 2 * 60_000);
    expect(await keepLeft(store, '/')).toBe(1);
    expect((await disk.all()).length).toBe(1);
  });

  it('is nothing where the note says so', async () => {
    const { disk, store } = await leftBehind('running');
    expect(await keepLeft(store, '/')).toBe(0);
    expect(await disk.readNote('running/nadia/p')).toEqual({ phase: 'running' });
  });

  it('stays for another start where the disk fails', async () => {
    const { store } = await leftBehind();
    const failing = { ...store, takeUpLeft: () => Promise.reject(new Error('no room left')) };
    expect(await keepLeft(failing, '/')).toBe(0);
    expect(await keepLeft({ ...store, leftNotes: () => Promise.reject(new Error('closed')) }, '/')).toBe(0);
    expect(await keepLeft(store, '/')).toBe(1);
  });
});
