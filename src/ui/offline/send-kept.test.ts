import { describe, expect, it } from 'vitest';
import { freshApp, type TestPerson } from '../../../tests/support/fresh-app.ts';
import { attemptBody, startPractice } from '../../../tests/support/practice-facts.ts';
import { AttemptList } from '../../features/practice/contract.ts';
import { Problem } from '../../platform/contract.ts';
import { ApiRefusal, Unreachable } from '../api/api-client.ts';
import { newId } from './device.ts';
import { memoryStore } from './memory-store.ts';
import type { Write } from './pending-write.ts';
import { type Home, sendKept, WRITES_PER_CHECK } from './send-kept.ts';
import { settleConflict } from './settle-conflict.ts';
import type { WriteStore } from './write-store.ts';

const { person } = await freshApp({ library: true });
const silent = { onSpace: () => {}, onSent: () => {}, onSetAside: () => {} };

/** The real server as home; `pull` names the requests whose network is pulled, and on which side of the server. */
function homeOf(
  signedIn: () => TestPerson,
  pull: (request: number) => 'before' | 'after' | null = () => null,
) {
  let requests = 0;
  const home: Home = {
    whoAmI: async () => signedIn().spaceId,
    put: async (write) => {
      requests += 1;
      const plug = pull(requests);
      if (plug === 'before') throw new Unreachable('pulled before the request left');
      const response = await signedIn().put(write.path, write.body);
      if (plug === 'after') throw new Unreachable('pulled before the answer came');
      if (!response.ok) throw new ApiRefusal(Problem.parse(await response.json()));
      return [];
    },
  };
  return home;
}

const at = (person: TestPerson) => homeOf(() => person);

async function tapped(ids: Awaited<ReturnType<typeof startPractice>>, values: readonly number[]) {
  const writes = values.map(
    (value, index): Write => ({
      path: `/api/attempts/${newId()}`,
      body: attemptBody(ids, { value, sequence: index + 1 }),
    }),
  );
  return writes;
}

async function valuesAtHome(of: TestPerson, practiceId: string): Promise<(number | null)[]> {
  const list = await of.read(AttemptList, `/api/practices/${practiceId}/attempts?limit=200`);
  return list.attempts.map((attempt) => attempt.value).reverse();
}

async function drain(store: WriteStore, home: Home): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) if ((await sendKept(store, home, silent)) === 'sent') return;
  throw new Error('never came to an end');
}

describe('sending what was kept', () => {
  const values = [3, 1, 4, 1, 5, 9, 2, 6];

  it.each(['before', 'after'] as const)(
    'loses and doubles nothing, whichever request is cut %s the server',
    async (side) => {
      for (let cut = 1; cut <= values.length; cut += 1) {
        const nadia = await person();
        const ids = await startPractice(nadia);
        const store = memoryStore();
        await store.append(nadia.spaceId, await tapped(ids, values));
        const outcome = await sendKept(
          store,
          homeOf(
            () => nadia,
            (request) => (request === cut ? side : null),
          ),
          silent,
        );
        expect(outcome).toBe('unreachable');
        expect((await store.all()).length).toBe(values.length - cut + 1);
        await drain(store, at(nadia));
        expect(await valuesAtHome(nadia, ids.practiceId)).toEqual(values);
        expect(await store.all()).toEqual([]);
      }
    },
  );

  it('sends what was recorded while it was sending', async () => {
    const nadia = await person();
    const ids = await startPractice(nadia);
    const store = memoryStore();
    const [first, second] = await tapped(ids, [1, 2]);
    if (first === undefined || second === undefined) throw new Error('two were tapped');
    await store.append(nadia.spaceId, [first]);
    const onSent = () => void (second.path !== '' && store.append(nadia.spaceId, [second]));
    let isFirst = true;
    await sendKept(store, at(nadia), {
      ...silent,
      onSent: () => {
        if (isFirst) onSent();
        isFirst = false;
      },
    });
    expect(await valuesAtHome(nadia, ids.practiceId)).toEqual([1, 2]);
  });

  it('never sends one person’s under another’s sign-in, even if it changes half-way', async () => {
    const [nadia, ruth] = [await person('Nadia'), await person('Ruth')];
    const ids = await startPractice(nadia);
    const store = memoryStore();
    await store.append(
      nadia.spaceId,
      await tapped(
        ids,
        Array.from({ length: 30 }, (_, index) => index),
      ),
    );
    expect(await sendKept(store, at(ruth), silent)).toBe('sent');
    expect((await store.all()).length).toBe(30);
    let sent = 0;
    const onSent = () => {
      sent += 1;
    };
    const changing = homeOf(() => (sent < WRITES_PER_CHECK ? nadia : ruth));
    await sendKept(store, changing, { ...silent, onSent });
    expect((await store.all()).length).toBe(30 - WRITES_PER_CHECK);
    await drain(store, at(nadia));
    expect((await valuesAtHome(nadia, ids.practiceId)).length).toBe(30);
  });

  it('stops and keeps everything when nobody is signed in', async () => {
    const nadia = await person();
    const ids = await startPractice(nadia);
    const store = memoryStore();
    await store.append(nadia.spaceId, await tapped(ids, [1, 2]));
    const problem = { type: '', code: 'sign-in-needed' as const, title: '', status: 401 };
    const home: Home = { ...at(nadia), put: () => Promise.reject(new ApiRefusal(problem)) };
    expect(await sendKept(store, home, silent)).toBe('sign-in-needed');
    expect((await store.all()).map((write) => write.state)).toEqual(['kept', 'kept']);
  });

  it('sets a refused write aside with its reason; what hangs on it waits, the rest goes on', async () => {
    const nadia = await person();
    const ids = await startPractice(nadia);
    const store = memoryStore();
    const [impossible, good] = await tapped(ids, [2.5, 7]);
    if (impossible === undefined || good === undefined) throw new Error('two were tapped');
    const attemptId = impossible.path.split('/').at(-1);
    const retractedAt = '2026-03-01T08:02:00.000Z';
    const retraction = { path: `/api/retractions/${newId()}`, body: { attemptId, retractedAt } };
    await store.append(nadia.spaceId, [impossible, retraction, good]);
    expect(await sendKept(store, at(nadia), silent)).toBe('sent');
    const left = await store.all();
    expect(left.map((write) => [write.state, write.problem?.code])).toEqual([
      ['refused', 'value-impossible'],
      ['kept', undefined],
    ]);
    expect(await valuesAtHome(nadia, ids.practiceId)).toEqual([7]);
  });

  it('goes on past one that makes home stumble, and tries it again later', async () => {
    const nadia = await person();
    const ids = await startPractice(nadia);
    const store = memoryStore();
    const [bad, good] = await tapped(ids, [1, 2]);
    if (bad === undefined || good === undefined) throw new Error('two were tapped');
    await store.append(nadia.spaceId, [bad, good]);
    const real = at(nadia);
    const fault = { type: '', code: 'fault' as const, title: '', status: 500 };
    const home: Home = {
      ...real,
      put: (write) => (write.path === bad.path ? Promise.reject(new ApiRefusal(fault)) : real.put(write)),
    };
    expect(await sendKept(store, home, silent)).toBe('faulty');
    expect(await valuesAtHome(nadia, ids.practiceId)).toEqual([2]);
    await drain(store, real);
    expect((await valuesAtHome(nadia, ids.practiceId)).length).toBe(2);
  });
});

describe('an id that home keeps otherwise', () => {
  const chance = { newId, now: () => new Date('2026-03-01T09:00:00Z') };

  async function conflicted() {
    const nadia = await person();
    const ids = await startPractice(nadia);
    const store = memoryStore();
    const id = newId();
    await nadia.put(`/api/attempts/${id}`, attemptBody(ids, { value: 5 }));
    const remark = {
      attemptId: id,
      replacesId: null,
      feel: null,
      text: 'wobbly',
      tags: [],
      writtenAt: '2026-03-01T08:03:00.000Z',
    };
    await store.append(nadia.spaceId, [
      { path: `/api/attempts/${id}`, body: attemptBody(ids, { value: 8, sequence: 2 }) },
      { path: `/api/remarks/${newId()}`, body: remark },
      { path: `/api/attempts/${newId()}`, body: attemptBody(ids, { value: 9, sequence: 3 }) },
    ]);
    await sendKept(store, at(nadia), silent);
    const [write] = await store.all();
    if (write === undefined) throw new Error('the conflict was not kept');
    return { nadia, ids, store, write };
  }

  it('is kept for the person with what home has, and others go on', async () => {
    const { nadia, ids, store, write } = await conflicted();
    expect(write.state).toBe('conflict');
    expect(write.problem?.stored).toMatchObject({ value: 5 });
    expect((await store.all()).length).toBe(2);
    expect(await valuesAtHome(nadia, ids.practiceId)).toEqual([5, 9]);
  });

  it.each([
    ['mine', [8, 9], ['wobbly']],
    ['home', [5, 9], []],
    ['both', [5, 8, 9], ['wobbly']],
  ] as const)('keeps %s', async (choice, expected, notes) => {
    const { nadia, ids, store, write } = await conflicted();
    const { removed, put, append } = settleConflict(await store.all(), write, choice, chance);
    await store.replace(removed, put);
    await store.append(nadia.spaceId, append);
    await drain(store, at(nadia));
    expect(await valuesAtHome(nadia, ids.practiceId)).toEqual(expected);
    const list = await nadia.read(AttemptList, `/api/practices/${ids.practiceId}/attempts`);
    expect(list.attempts.flatMap((attempt) => attempt.remarks.map((remark) => remark.text))).toEqual(notes);
    expect(await store.all()).toEqual([]);
  });

  it('is no conflict where it means the same: a session ended in two tabs without a line', async () => {
    const nadia = await person();
    const ids = await startPractice(nadia);
    const store = memoryStore();
    const path = `/api/sessions/${ids.sessionId}/end`;
    await store.append(nadia.spaceId, [
      { path, body: { endedAt: '2026-03-01T08:20:00.000Z', line: 'Look up sooner.' } },
      { path, body: { endedAt: '2026-03-01T08:21:00.000Z', line: null } },
    ]);
    expect(await sendKept(store, at(nadia), silent)).toBe('sent');
    expect(await store.all()).toEqual([]);
  });
});
