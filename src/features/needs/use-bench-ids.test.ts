import { describe, expect, it } from 'vitest';
import { NO_WISH } from '../../engine/agenda/wish.ts';
import type { PendingWrite } from '../../ui/offline/pending-write.ts';
import { benchIds } from './use-bench-ids.ts';

const BALLS = '11111111-1111-7111-8111-111111111111';
const ROPE = '22222222-2222-7222-8222-222222222222';

const write = (path: string, body: unknown): PendingWrite => ({
  path,
  body,
  place: 1,
  spaceId: 'space',
  state: 'kept',
  problem: null,
});
const practice = (id: string, micromasteryId: string) => write(`/api/practices/${id}`, { micromasteryId });
const attempt = (id: string, practiceId: string) => write(`/api/attempts/${id}`, { practiceId });

describe('benchIds', () => {
  it('knows what this device took up and home has not heard of, with its takes', () => {
    const found = benchIds(undefined, [practice('p', BALLS), attempt('a', 'p'), attempt('b', 'other')]);
    expect([...found]).toEqual([[BALLS, { id: 'p', attempts: 1 }]]);
    expect(benchIds(undefined, []).size).toBe(0);
  });

  it('prefers what lies on the bench, and of several there the one used last', () => {
    const card = (id: string, micromasteryId: string) => ({
      id,
      micromasteryId,
      title: '',
      field: '',
      startedAt: '2026-11-21T12:00:00Z',
      needText: null,
      payoff: null,
      attemptMinutes: 1,
      floor: null,
      variables: [],
      startTakes: 0,
      attempts: 4,
      lastAttemptAt: null,
      lastLine: null,
      micromasteryVersion: 1,
      newestVersion: 1,
      isOwn: false,
      needWithin: null,
      needRaisedAt: null,
      designSittingsAWeek: null,
      wish: NO_WISH,
    });
    const bench = { practices: [card('last', BALLS), card('earlier', BALLS)] };
    const found = benchIds(bench, [practice('new', BALLS), practice('rope', ROPE)]);
    expect(found.get(BALLS)?.id).toBe('last');
    expect(found.get(ROPE)?.id).toBe('rope');
  });
});
