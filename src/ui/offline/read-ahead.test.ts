import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newId } from './device.ts';
import { pathsToReadAhead, pathsTouchedBy } from './kept-paths.ts';
import { createReadAhead } from './read-ahead.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const MORE_THAN_QUIET_MILLISECONDS = 2_000;
const HOUR_MILLISECONDS = 3_600_000;
const practices = Array.from({ length: 12 }, () => ({ id: newId() }));
const [practised] = practices.map(({ id }) => id);

function pageOf() {
  const state = {
    isBusy: false,
    isAway: false,
    allRead: 0,
    atOnce: 0,
    mostAtOnce: 0,
    onRead: () => {},
    slownessMilliseconds: 0,
  };
  const asked: string[] = [];
  const readAhead = createReadAhead({
    read: async (paths) => {
      if (state.isAway) throw new Error('home was not reached');
      state.atOnce += 1;
      state.mostAtOnce = Math.max(state.mostAtOnce, state.atOnce);
      asked.push(...paths);
      state.onRead();
      if (state.slownessMilliseconds > 0)
        await new Promise((resolve) => setTimeout(resolve, state.slownessMilliseconds));
      state.atOnce -= 1;
      return paths.includes('/api/bench') && paths.includes('/api/library')
        ? pathsToReadAhead({ practices })
        : [];
    },
    isBusy: () => state.isBusy,
    onAllRead: () => {
      state.allRead += 1;
    },
    now: Date.now,
  });
  /** What was asked for since the last time, once all is quiet. */
  const settled = async () => {
    await vi.advanceTimersByTimeAsync(MORE_THAN_QUIET_MILLISECONDS);
    return asked.splice(0);
  };
  return { readAhead, state, settled };
}

const attempt = { path: `/api/attempts/${newId()}`, body: { practiceId: practised } };
const touched = pathsTouchedBy(attempt, practised ?? '');

describe('reading ahead', () => {
  it('reads everything once a visit, and after a take only its practice and the bench', async () => {
    const { readAhead, state, settled } = pageOf();
    readAhead.look();
    expect((await settled()).length).toBe(5 + 12 * 10);
    expect(state.allRead).toBe(1);
    for (let take = 0; take < 3; take += 1) {
      readAhead.touch(touched);
      readAhead.look();
      expect((await settled()).toSorted()).toEqual(
        [
          '/api/bench',
          ...['', '/picture', '/history', '/attempts', '/experiments', '/pair'].map(
            (part) => `/api/practices/${practised}${part}`,
          ),
        ].toSorted(),
      );
    }
    readAhead.look();
    readAhead.comeBack();
    expect(await settled()).toEqual([]);
    expect(state.mostAtOnce).toBe(1);
  });

  it('reads several takes that come together once', async () => {
    const { readAhead, settled } = pageOf();
    readAhead.look();
    await settled();
    for (let take = 0; take < 5; take += 1) {
      readAhead.touch(touched);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect((await settled()).length).toBe(7);
  });

  it('waits while writes wait, also in the middle', async () => {
    const { readAhead, state, settled } = pageOf();
    state.isBusy = true;
    readAhead.look();
    readAhead.touch(touched);
    expect(await settled()).toEqual([]);
    state.isBusy = false;
    state.onRead = () => {
      state.isBusy = true;
    };
    readAhead.look();
    expect(await settled()).toEqual(['/api/me']);
    state.onRead = () => {};
    state.isBusy = false;
    readAhead.look();
    expect((await settled()).slice(0, 4)).toEqual([
      '/api/bench',
      '/api/agenda',
      '/api/library',
      '/api/needs',
    ]);
    expect(state.allRead).toBe(1);
  });

  it('asks one thing at a time, also of a home that is slow', async () => {
    const { readAhead, state, settled } = pageOf();
    state.slownessMilliseconds = 5_000;
    readAhead.look();
    for (let take = 0; take < 10; take += 1) {
      readAhead.touch(touched);
      await vi.advanceTimersByTimeAsync(3_000);
    }
    await vi.advanceTimersByTimeAsync(120_000);
    expect(state.mostAtOnce).toBe(1);
    expect(state.allRead).toBe(1);
    expect((await settled()).filter((path) => path === '/api/bench').length).toBe(2);
  });

  it('reads once more what was touched while it was read', async () => {
    const { readAhead, state, settled } = pageOf();
    let isFirst = true;
    state.onRead = () => {
      if (isFirst) readAhead.touch(['/api/needs']);
      isFirst = false;
    };
    readAhead.look();
    const asked = await settled();
    expect(asked.filter((path) => path === '/api/needs').length).toBe(1);
    isFirst = true;
    readAhead.touch(['/api/needs']);
    expect(await settled()).toEqual(['/api/needs', '/api/needs']);
  });

  it('reads everything again an hour later, and when nothing lies here any more', async () => {
    const { readAhead, state, settled } = pageOf();
    readAhead.look();
    await settled();
    await vi.advanceTimersByTimeAsync(HOUR_MILLISECONDS);
    readAhead.comeBack();
    expect((await settled()).length).toBe(125);
    readAhead.forget();
    readAhead.look();
    expect((await settled()).length).toBe(125);
    expect(state.allRead).toBe(3);
  });

  it('asks nothing of a home that is away until it answers again, and then goes on', async () => {
    const { readAhead, state, settled } = pageOf();
    readAhead.look();
    await settled();
    state.isAway = true;
    readAhead.touch(touched);
    await settled();
    state.isAway = false;
    readAhead.look();
    expect(await settled()).toEqual([]);
    readAhead.comeBack();
    expect((await settled()).length).toBe(7);
  });
});
