import { describe, expect, it } from 'vitest';
import { groupSessions } from '../picture/sessions.ts';
import { type AttemptsPlan, simulateAttempts } from '../simulate/simulate-attempts.ts';
import { distancesFromMedian, findSteadier } from './steadier.ts';

/** How often the last session of a made-up practice is called steadier, its noise shrunk to `scale`. */
function called(practice: AttemptsPlan, scale: number, rounds: number): number {
  let count = 0;
  for (let round = 0; round < rounds; round += 1) {
    const sessions = groupSessions(simulateAttempts(practice, round));
    const today = (sessions.at(-1)?.attempts ?? []).map((attempt) => ({
      ...attempt,
      value: attempt.value * scale,
    }));
    const before = sessions.slice(0, -1).flatMap((session) => session.attempts);
    if (findSteadier(today, before) !== null) count += 1;
  }
  return count / rounds;
}

const even: AttemptsPlan = { attempts: 60, perSession: 6, likeness: 0, dayShock: 0, level: () => 0 };

describe('distancesFromMedian', () => {
  it('makes up for a median that lies too near its own few attempts', () => {
    const stretch = Math.sqrt(5 / 4);
    expect(distancesFromMedian([3, 1, 5, 2, 4])).toEqual(
      [0, 2, 2, 1, 1].map((distance) => distance * stretch),
    );
  });
});

describe('findSteadier', () => {
  it.each([
    ['independent attempts', even],
    ['good and bad days', { ...even, dayShock: 3 }],
    ['likeness between neighbours', { ...even, likeness: 0.5, dayShock: 1 }],
  ])('is wrong about one session in twenty at most: %s', (_, practice) => {
    // 5% in the long run; 150 rounds may stray three standard errors above it.
    expect(called(practice, 1, 150)).toBeLessThan(0.105);
  });

  it('finds a spread that fell to a quarter', () => {
    expect(called(even, 0.25, 100)).toBeGreaterThan(0.8);
  });

  it('tells plain distances, and how many of the sessions before were long enough', () => {
    const session = (day: number, values: readonly number[]) =>
      values.map((value) => ({ value, at: day, sessionId: `s${day}`, dayKey: `d${day}` }));
    const before = [1, 2, 3].flatMap((day) => session(day, day === 2 ? [1, 90, 5] : [1, 9, 5, 2, 8, 5]));
    expect(findSteadier(session(4, [6, 6.2, 6.1, 5.9, 6]), before)).toMatchObject({
      spread: expect.closeTo(0.08, 9),
      spreadBefore: expect.closeTo(14 / 6, 9),
      n: 5,
      nBefore: 12,
      sessionsBefore: 2,
      fewest: 5,
    });
  });

  it('says the same of the same session each time', () => {
    const before = groupSessions(simulateAttempts({ ...even, attempts: 30 }, 3)).flatMap(
      ({ attempts }) => attempts,
    );
    const today = [0, 0.4, -0.1, 0.05, 0.2, -0.05].map((value) => ({
      value,
      at: 0,
      sessionId: 'today',
      dayKey: 'today',
    }));
    const found = findSteadier(today, before);
    expect(found?.chance).toBeGreaterThan(0.002);
    expect(findSteadier(today, before)).toEqual(found);
  });
});
