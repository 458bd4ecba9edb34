import { describe, expect, it } from 'vitest';
import type { Measure } from '../measure/measure.ts';
import { type AttemptsPlan, simulateAttempts } from '../simulate/simulate-attempts.ts';
import { estimateGain, shiftRank } from './gain.ts';

const score: Measure = { kind: 'score', unit: 'points', direction: 'up', target: { low: null, high: null } };
const plain: AttemptsPlan = { attempts: 30, perSession: 3, likeness: 0.3, dayShock: 0.5, level: () => 0 };

describe('shiftRank', () => {
  it('follows the table of Mann and Whitney: for 3 and 9 at 95%, U of 2 is rare enough', () => {
    expect(shiftRank(3, 9, 0.95)).toBe(3);
    expect(shiftRank(5, 8, 0.95)).toBe(7);
  });
});

describe('estimateGain', () => {
  it('waits for eight attempts and five sessions', () => {
    const few = simulateAttempts({ ...plain, attempts: 7, perSession: 1 }, 1);
    expect(estimateGain(score, few, 9, 0.8)).toEqual({ kind: 'too-few-attempts', have: 7, need: 8 });
    const oneDay = simulateAttempts({ ...plain, perSession: 30 }, 1);
    expect(estimateGain(score, oneDay, 9, 0.8)).toEqual({ kind: 'too-few-sessions', have: 1, need: 5 });
    expect(estimateGain({ ...score, kind: 'pass' }, oneDay, 9, 0.8)).toEqual({ kind: 'not-for-pass' });
  });

  it('is positive for better in either direction', () => {
    const falling = simulateAttempts({ ...plain, level: (index) => -index / 2 }, 4);
    const up = estimateGain(score, falling, 9, 0.8);
    const down = estimateGain({ ...score, direction: 'down' }, falling, 9, 0.8);
    if (up.kind !== 'gain' || down.kind !== 'gain') throw new Error('not reached');
    expect(down.difference).toBeGreaterThan(10);
    expect(down.low).toBeGreaterThan(0);
    expect(up.difference).toBeCloseTo(-down.difference, 10);
    expect(up.high).toBeLessThan(0);
  });

  it('covers the true gain four times in five, good and bad days included', () => {
    const level = (index: number) => 3 * (1 - Math.exp(-index / 15));
    const mean = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, offset) => level(from + offset)).reduce((a, b) => a + b) /
      (to - from);
    const truth = mean(21, 30) - mean(0, 3);
    let covered = 0;
    const rounds = 400;
    for (let round = 0; round < rounds; round += 1) {
      const gain = estimateGain(score, simulateAttempts({ ...plain, level }, round), 9, 0.8);
      if (gain.kind === 'gain' && gain.low <= truth && truth <= gain.high) covered += 1;
    }
    expect(covered / rounds).toBeGreaterThan(0.78);
  });
});
