import { describe, expect, it } from 'vitest';
import { attemptBody, practiceBody, sessionBody } from '../../../tests/support/practice-facts.ts';
import type { AttemptBody } from '../../features/practice/contract.ts';
import type { PendingWrite } from './pending-write.ts';
import { comparableIds, comparableTakes, kindOfSession, unsentOf } from './unsent-takes.ts';

const write = (path: string, body: unknown): PendingWrite => ({
  path: `/api/${path}`,
  body,
  place: 1,
  spaceId: 'mine',
  state: 'kept',
  problem: null,
});
const attempt = (id: string, more: Partial<AttemptBody> = {}) =>
  write(`attempts/${id}`, attemptBody({ practiceId: 'own', sessionId: 's', payoffId: 'p' }, more));
const otherAttempt = write(
  'attempts/other',
  attemptBody({ practiceId: 'other', sessionId: 't', payoffId: 'p' }),
);

describe('what this device has not sent of a practice', () => {
  it('is every take of it in order, scored or not, and none of another practice', () => {
    const pending = [attempt('a'), otherAttempt, attempt('b', { value: null })];
    expect(unsentOf(pending, 'own').attempts.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('says what was taken back, also of takes that home has', () => {
    const back = write('retractions/r', { attemptId: 'home', retractedAt: '2026-03-01T09:00:00.000Z' });
    expect([...unsentOf([back], 'own').retracted]).toEqual(['home']);
  });

  it('says what its sessions were; one of an app of before was a run of the whole', () => {
    const { work, part, ...before } = sessionBody('own');
    const pending = [
      write('sessions/s1', sessionBody('own', { work: 'part', part: 'the left hand' })),
      write('sessions/s2', before),
    ];
    expect(unsentOf(pending, 'own').sessions).toEqual([
      { sessionId: 's1', work: 'part', part: 'the left hand' },
      { sessionId: 's2', work, part },
    ]);
    expect(kindOfSession({})).toEqual({ work: 'whole', part: null });
  });

  it('knows whether home has heard of the practice', () => {
    const begun = [write('practices/own', practiceBody())];
    expect(unsentOf(begun, 'own').isOnlyHere).toBe(true);
    expect(unsentOf(begun, 'other').isOnlyHere).toBe(false);
  });
});

describe('takes that can be compared', () => {
  const payoffs = [
    { id: 'raised', kind: 'count', unit: 'catches' },
    { id: 'p', kind: 'count', unit: 'catches' },
    { id: 'old', kind: 'count', unit: 'throws' },
  ] as const;

  it('are in the measure in force, under whichever of its targets', () => {
    expect([...comparableIds(payoffs)]).toEqual(['raised', 'p']);
    expect([...comparableIds(payoffs, payoffs[2])]).toEqual(['old']);
    expect([...comparableIds([])]).toEqual([]);
  });

  it('are scored, and read as the engine reads them', () => {
    const pending = [
      attempt('a', { value: 3, conditions: { hand: 'left' }, startedAt: '2026-03-01T08:00:00.000Z' }),
      attempt('b', { value: null }),
      attempt('c', { payoffId: 'old' }),
    ];
    const takes = comparableTakes(unsentOf(pending, 'own'), comparableIds(payoffs));
    expect(takes).toMatchObject([
      {
        id: 'a',
        value: 3,
        at: Date.parse('2026-03-01T08:00:00.000Z'),
        sessionId: 's',
        dayKey: '2026-03-01',
        conditions: ['hand: left'],
      },
    ]);
  });
});
