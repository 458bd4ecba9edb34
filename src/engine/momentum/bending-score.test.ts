import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bendingScore, type ExpectedDay } from './bending-score.ts';

const days = fc.array(fc.constantFrom<ExpectedDay>('kept', 'reserve', 'missed'), { maxLength: 60 });
const scoreOf = (all: readonly ExpectedDay[]) => bendingScore(all).score;

describe('bendingScore', () => {
  it('is the worked example of the page: 1, 0.95 after a miss, 0.9525 after the next day kept', () => {
    expect(bendingScore(['kept'])).toEqual({ score: 1, n: 1 });
    expect(scoreOf(['kept', 'missed'])).toBeCloseTo(0.95, 12);
    expect(scoreOf(['kept', 'missed', 'kept'])).toBeCloseTo(0.9525, 12);
    expect(bendingScore(['reserve', 'reserve'])).toEqual({ score: 1, n: 0 });
  });

  it('loses at most a twentieth to one miss, wherever it lies among whatever days', () => {
    fc.assert(
      fc.property(days, days, (before, after) => {
        const cost = scoreOf([...before, ...after]) - scoreOf([...before, 'missed', ...after]);
        expect(cost).toBeLessThanOrEqual(0.05 + 1e-12);
        expect(cost).toBeGreaterThanOrEqual(-1e-12);
      }),
    );
  });

  it('is never lower for a day that was kept and not missed', () => {
    fc.assert(
      fc.property(days, days, (before, after) => {
        expect(scoreOf([...before, 'kept', ...after])).toBeGreaterThanOrEqual(
          scoreOf([...before, 'missed', ...after]),
        );
      }),
    );
  });
});
