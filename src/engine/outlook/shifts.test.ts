import { describe, expect, it } from 'vitest';
import type { Measure } from '../measure/measure.ts';
import type { AttemptFact } from '../picture/picture.ts';
import { random } from '../random.ts';
import { followPractice } from './outlook.ts';
import { shiftsIn } from './shifts.ts';

const WORDS: Measure = { kind: 'rate', unit: 'words', direction: 'up', target: { low: 80, high: null } };

/** Ten words' worth of scatter about 60, times `factor` from place 80 on; numbered from 101. */
function takes(factor: number, seed = 7): AttemptFact[] {
  const chance = random(seed);
  return Array.from({ length: 140 }, (_, place) => ({
    number: 101 + place,
    value: 60 * (place >= 80 ? factor : 1) * Math.exp(0.08 * chance.normal()),
    at: place * 60_000,
    sessionId: 's',
    dayKey: 'd',
  }));
}

const shiftsOf = (attempts: readonly AttemptFact[], measure = WORDS) =>
  shiftsIn(measure, attempts, followPractice(measure, attempts));

describe('where attempts began to lie elsewhere', () => {
  it('is found near the place, by the number that people call it', () => {
    const [shift] = shiftsOf(takes(1.35));
    expect(shift).toMatchObject({ direction: 'better' });
    expect(Math.abs((shift?.number ?? 0) - 181)).toBeLessThanOrEqual(4);
    expect(shift?.index).toBe((shift?.number ?? 0) - 101);
    expect(shift?.at).toBe((shift?.index ?? 0) * 60_000);
    expect(shift?.n).toBe((shift?.seenNumber ?? 0) - (shift?.number ?? 0) + 1);
  });

  it('is better where less is better and less it was', () => {
    const laps: Measure = { ...WORDS, kind: 'duration', unit: '', direction: 'down' };
    expect(shiftsOf(takes(0.72), laps)[0]?.direction).toBe('better');
    expect(shiftsOf(takes(0.72))[0]?.direction).toBe('worse');
  });

  it('has no better side for a range', () => {
    const range: Measure = { ...WORDS, direction: 'within', target: { low: 50, high: 70 } };
    expect(shiftsOf(takes(1.35), range)[0]?.direction).toBe('elsewhere');
  });

  it('is hardly ever found where nothing changes', () => {
    const found = Array.from({ length: 20 }, (_, round) => shiftsOf(takes(1, round + 1)).length);
    // 2,800 takes: six would be the most that is promised.
    expect(found.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(6);
  });

  it('is not looked for under eight attempts', () => {
    expect(shiftsOf(takes(1.35).slice(0, 7))).toEqual([]);
  });
});
