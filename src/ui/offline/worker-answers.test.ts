import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  answerFromNetworkFirst,
  changeInTurn,
  changeKept,
  keepAnswer,
  nextMoment,
} from './worker-answers.ts';
import { LATE_ANSWERS } from './worker-messages.ts';

/** Node has no storage of answers: this one keeps what a browser's would, and no more than is asked of it here. */
function answerStorage() {
  const all = new Map<string, Map<string, Response>>();
  const open = async (name: string) => {
    const kept = all.get(name) ?? new Map<string, Response>();
    all.set(name, kept);
    return {
      put: async ({ url }: Request, response: Response) => void kept.set(url, response),
      match: async ({ url }: Request) => kept.get(url)?.clone(),
      keys: async () => [...kept.keys()].map((url) => new Request(url)),
      delete: async ({ url }: Request) => kept.delete(url),
    };
  };
  return { open, keys: async () => [...all.keys()], delete: async (name: string) => all.delete(name) };
}

const NAME = 'bottega-answers-mine';
let storage = answerStorage();
let place = 0;
let request = new Request('http://home/');
const keptNow = async () => (await (await storage.open(NAME)).match(request))?.json();
const keep = (takes: number) => keepAnswer(request, Response.json({ takes }), nextMoment());

let told: string[] = [];

beforeEach(async () => {
  told = [];
  storage = answerStorage();
  await storage.open(NAME);
  place += 1;
  request = new Request(`http://home/api/practices/${place}/picture`);
  vi.stubGlobal('caches', storage);
  vi.stubGlobal(
    'BroadcastChannel',
    class {
      readonly name: string;
      constructor(name: string) {
        this.name = name;
      }
      postMessage(path: string) {
        told.push(`${this.name} ${path}`);
      }
    },
  );
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('of two answers, the later asked for is kept', () => {
  it('whichever comes last', async () => {
    const before = nextMoment();
    await keep(8);
    await keepAnswer(request, Response.json({ takes: 9 }), before);
    expect(await keptNow()).toEqual({ takes: 8 });
    await keep(7);
    expect(await keptNow()).toEqual({ takes: 7 });
  });

  it('and none from before something was sent, which is part of what is kept', async () => {
    await keep(8);
    const before = nextMoment();
    await changeKept(request, () => ({ takes: 9 }));
    await keepAnswer(request, Response.json({ takes: 8 }), before);
    expect(await keptNow()).toEqual({ takes: 9 });
  });
});

it('a kept answer is shown with what is just being made part of it', async () => {
  await keep(8);
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
  const { promise: turn, resolve: go } = Promise.withResolvers<void>();
  void changeInTurn(() => turn.then(() => changeKept(request, () => ({ takes: 9 }))));
  const shown = answerFromNetworkFirst(request, () => {});
  go();
  expect(await (await shown).json()).toEqual({ takes: 9 });
});

it('a kept answer that was shown just before something became part of it is told to be read again, once', async () => {
  await keep(8);
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
  await answerFromNetworkFirst(request, () => {});
  await changeKept(request, () => ({ takes: 9 }));
  await changeKept(request, () => ({ takes: 10 }));
  expect(told).toEqual([`${LATE_ANSWERS} ${new URL(request.url).pathname}`]);
});

describe('a kept answer that was shown since home took long', () => {
  it('is told to be read again also where another way has brought the new one meanwhile', async () => {
    vi.useFakeTimers();
    await keep(9);
    const { promise: slow, resolve: come } = Promise.withResolvers<Response>();
    vi.stubGlobal('fetch', () => slow);
    const work: Promise<unknown>[] = [];
    const shown = answerFromNetworkFirst(request, (one) => work.push(one));
    await vi.advanceTimersByTimeAsync(2_500);
    expect(await (await shown).json()).toEqual({ takes: 9 });
    await keep(8);
    come(Response.json({ takes: 8 }));
    await Promise.all(work);
    expect(told).toEqual([`${LATE_ANSWERS} ${new URL(request.url).pathname}`]);
  });
});
