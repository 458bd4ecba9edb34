import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { JOTTED, jot, jottedKeys } from './jotted.ts';
import { memoryStore } from './memory-store.ts';
import { forgetDrafts } from './own-drafts.ts';
import { takeUpJotted } from './take-up-jotted.ts';

/** A browser's storage, whose own names are its keys. */
class Shelf {
  [key: string]: unknown;
  getItem(key: string) {
    return this[key] ?? null;
  }
  setItem(key: string, value: string) {
    this[key] = value;
  }
  removeItem(key: string) {
    delete this[key];
  }
}

const drop = { path: '/api/if-then-plans/1', body: { isDropped: true } };
const take = { path: '/api/attempts/2', body: { value: 6 } };
const paths = async (disk: ReturnType<typeof memoryStore>) => (await disk.all()).map(({ path }) => path);

beforeEach(() => {
  vi.stubGlobal('localStorage', new Shelf());
  vi.stubGlobal('sessionStorage', new Shelf());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('what a page jotted down', () => {
  it('is struck when the disk has it', () => {
    const strike = jot('a', [drop], []);
    expect(jottedKeys()).toHaveLength(1);
    strike();
    expect(jottedKeys()).toEqual([]);
  });

  it('is taken up by the next page of the tab, in its order, with its notes, for whom it was', async () => {
    jot('a', [drop], [{ key: 'running', value: { takes: 0 } }]);
    jot('b', [take], [{ key: 'running', value: { takes: 1 } }]);
    const disk = memoryStore(1);
    await takeUpJotted(disk);
    expect((await disk.all()).map(({ path, spaceId, state }) => [path, spaceId, state])).toEqual([
      [drop.path, 'a', 'kept'],
      [take.path, 'b', 'kept'],
    ]);
    expect(await disk.readNote('running')).toEqual({ takes: 1 });
    expect(jottedKeys()).toEqual([]);
    await takeUpJotted(disk);
    expect(await paths(disk)).toHaveLength(2);
  });

  it('is not put there a second time where the disk had it', async () => {
    const disk = memoryStore(1);
    await disk.append('a', [drop], [{ key: 'running', value: 'newer' }]);
    jot('a', [drop], [{ key: 'running', value: 'older' }]);
    await takeUpJotted(disk);
    expect(await paths(disk)).toEqual([drop.path]);
    expect(await disk.readNote('running')).toBe('newer');
  });

  it('is left to another tab as long as that may be at it', async () => {
    vi.useFakeTimers({ now: 0 });
    jot('a', [drop], []);
    sessionStorage.setItem('bottega.tab', 'another');
    const disk = memoryStore(1);
    await takeUpJotted(disk);
    expect(await paths(disk)).toEqual([]);
    vi.setSystemTime(61_000);
    await takeUpJotted(disk);
    expect(await paths(disk)).toEqual([drop.path]);
  });

  it('stays where the disk takes nothing', async () => {
    jot('a', [drop], []);
    await takeUpJotted({ all: async () => [], append: () => Promise.reject(new Error('no room left')) });
    expect(jottedKeys()).toHaveLength(1);
  });

  it('goes where it was cut off', async () => {
    localStorage.setItem(`${JOTTED}1/a`, '{"writes":[');
    const disk = memoryStore(1);
    await takeUpJotted(disk);
    expect([jottedKeys(), await paths(disk)]).toEqual([[], []]);
  });

  it('stays when somebody else signs in, and what they had begun goes', () => {
    jot('a', [drop], []);
    localStorage.setItem('bottega.tricks-read/a', '[]');
    forgetDrafts('b');
    expect(Object.keys(localStorage)).toEqual(jottedKeys());
    expect(jottedKeys()).toHaveLength(1);
  });

  it('is bounded, one and all', () => {
    jot('a', [{ ...drop, body: 'x'.repeat(60_000) }], []);
    expect(jottedKeys()).toEqual([]);
    for (let count = 0; count < 50; count += 1) jot('a', [drop], []);
    expect(jottedKeys()).toHaveLength(40);
  });
});

it('is nothing where storage is forbidden', async () => {
  vi.stubGlobal('localStorage', undefined);
  expect(() => jot('a', [drop], [])()).not.toThrow();
  await takeUpJotted(memoryStore(1));
});
