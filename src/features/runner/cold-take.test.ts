import { describe, expect, it } from 'vitest';
import { coldTake } from './cold-take.ts';
import { beginSession, logTake, type RunningSession, retractTake } from './running-session.ts';

const AT = { epoch: Date.parse('2026-03-01T08:00:00Z'), steady: 0 };
const LOG = {
  payoffId: 'payoff',
  value: 3,
  isTrickRead: false,
  deviceId: 'device',
  localDay: () => '2026-03-01',
};
const begin = (more: Partial<RunningSession> = {}): RunningSession => ({
  ...beginSession({ practiceId: 'practice', isFloor: false, minutes: null }, AT),
  ...more,
});
const withTakes = (session: RunningSession, count: number): RunningSession =>
  count === 0 ? session : withTakes(logTake(session, LOG, AT).session, count - 1);

describe('a cold take', () => {
  it('is one of the first three of the whole, counted from the first that is on record', () => {
    expect([0, 1, 2, 3].map((takes) => coldTake(0, withTakes(begin(), takes)))).toEqual([1, 2, 3, null]);
    expect([0, 1].map((takes) => coldTake(2, withTakes(begin(), takes)))).toEqual([3, null]);
    expect(coldTake(16_000, begin())).toBeNull();
  });

  it('is not done by a take without a score', () => {
    const unscored = logTake(begin(), { ...LOG, value: null }, AT).session;
    expect(coldTake(0, unscored)).toBe(1);
  });

  it('is to be done again where it was taken back', () => {
    const session = withTakes(begin(), 2);
    const last = session.takes.at(-1)?.attemptId ?? '';
    expect(coldTake(0, retractTake(session, last, AT).session)).toBe(2);
  });

  it.each(['part', 'showing'] as const)('is none where a %s is done: that starts nothing', (work) => {
    expect(coldTake(0, begin({ work }))).toBeNull();
  });
});
