import { expect, it } from 'vitest';
import type { Pair } from '../../features/rub-pat/contract.ts';
import { newId } from './device.ts';
import { overlayPair } from './overlay-pair.ts';

const [practiceId, sessionId, payoffId] = [newId(), newId(), newId()];
const take = (id: string, more: object = {}) => ({
  path: `/api/attempts/${id}`,
  body: {
    ...{ practiceId, sessionId, payoffId, sequence: 1, value: 7, conditions: {}, isTrickRead: true },
    ...{ startedAt: '2026-03-02T08:00:00Z', localDay: '2026-03-02', durationSeconds: null, source: 'runner' },
    ...more,
  },
});
const session = (more: object = {}) => ({
  path: `/api/sessions/${sessionId}`,
  body: {
    ...{ practiceId, deviceId: null, isFloor: false, work: 'part', part: 'words' },
    ...{ startedAt: '2026-03-02T08:00:00Z', ...more },
  },
});
const pairing = (id: string, setAt: string) => ({
  path: `/api/pairings/${id}`,
  body: {
    ...{ practiceId, timing: 'at-once', costLimit: 0.1, leads: false, setAt },
    a: { name: 'words', soloDrill: 'So.', payoffId: null },
    b: { name: 'room', soloDrill: 'So.', payoffId: null },
  },
});

it('has takes and choices that home has not heard of, once, and none that was taken back', () => {
  const [first, second, later, earlier] = [newId(), newId(), newId(), newId()];
  const writes = [
    session(),
    take(first),
    take(second),
    take(newId(), { value: null }),
    { path: `/api/retractions/${newId()}`, body: { attemptId: second, retractedAt: '2026-03-02T08:01:00Z' } },
    pairing(later, '2026-03-02T09:00:00Z'),
    pairing(earlier, '2026-03-01T09:00:00Z'),
  ];
  const once = overlayPair(undefined, practiceId, writes);
  expect(once.takes.map(({ id, work, part }) => [id, work, part])).toEqual([[first, 'part', 'words']]);
  expect(once.pairings.map(({ id }) => id)).toEqual([later, earlier]);
  expect(overlayPair(once, practiceId, writes)).toEqual(once);
  expect(overlayPair(once, newId(), [session(), take(newId())])).toEqual(once);
});

it('knows what a session was from home too, and leaves out the two-minute version', () => {
  const home: Pair = overlayPair(undefined, practiceId, [session(), take(newId())]);
  expect(overlayPair(home, practiceId, [take(newId())]).takes).toHaveLength(2);
  expect(overlayPair(undefined, practiceId, [take(newId())]).takes).toEqual([]);
  expect(overlayPair(undefined, practiceId, [session({ isFloor: true }), take(newId())]).takes).toEqual([]);
});
