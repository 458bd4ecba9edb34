import { describe, expect, it } from 'vitest';
import { groupSessions } from '../picture/sessions.ts';
import { type Practice, simulateAttempts } from '../picture/simulate.ts';
import { findSteadier } from './steadier.ts';

/** How often the last session of a made-up practice is called steadier, its noise shrunk to `scale`. */
function called(practice: Practice, scale: number, rounds: number): number {
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

const even: Practice = { attempts: 60, perSession: 6, likeness: 0, dayShock: 0, level: () => 0 };

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

  it('says the same of the same session each time', () => {
    const sessions = groupSessions(simulateAttempts(even, 3));
    const today = (sessions.at(-1)?.attempts ?? []).map((attempt) => ({
      ...attempt,
      value: attempt.value / 8,
    }));
    const before = sessions.slice(0, -1).flatMap((session) => session.attempts);
    expect(findSteadier(today, before)).not.toBeNull();
    expect(findSteadier(today, before)).toEqual(findSteadier(today, before));
  });
});
