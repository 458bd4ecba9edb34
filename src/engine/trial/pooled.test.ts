import { describe, expect, it } from 'vitest';
import { random } from '../random.ts';
import { type OwnEffect, poolEffects } from './pooled.ts';

const alike = (estimates: readonly number[], standardError: number): OwnEffect[] =>
  estimates.map((estimate) => ({ estimate, standardError }));

describe('effects of several learners', () => {
  it('are not pooled of fewer than five', () => {
    expect(poolEffects(alike([0.1, 0.2, 0.1, 0.1], 0.1))).toEqual({
      kind: 'too-few-people',
      have: 4,
      need: 5,
    });
    expect(
      poolEffects([...alike([0.1, 0.2, 0.1, 0.1], 0.1), { estimate: Number.NaN, standardError: 1 }]),
    ).toMatchObject({ have: 4 });
  });

  it('that are alike have no spread of their own', () => {
    const pooled = poolEffects(alike([0.1, 0.11, 0.09, 0.1, 0.1], 0.1));
    expect(pooled).toMatchObject({ kind: 'pooled', n: 5, heterogeneity: 0 });
    if (pooled.kind !== 'pooled') return;
    // 2.7764 * 0.1 / sqrt(5)
    expect(pooled.estimate).toBeCloseTo(0.1, 12);
    expect(pooled.upper - pooled.estimate).toBeCloseTo(0.12416, 4);
  });

  it('of equal precision: mean, spread and interval by hand', () => {
    // Mean 3, variance 2.5 on 4 degrees; less the own variance of 0.5: 2 between.
    const pooled = poolEffects(alike([1, 2, 3, 4, 5], Math.sqrt(0.5)));
    if (pooled.kind !== 'pooled') throw new Error('not pooled');
    expect(pooled.estimate).toBeCloseTo(3, 9);
    expect(pooled.heterogeneity).toBeCloseTo(Math.sqrt(2), 6);
    expect(pooled.upper - 3).toBeCloseTo(2.7764 * Math.sqrt(2.5 / 5), 3);
    expect(pooled.nextUpper - 3).toBeCloseTo(3.1824 * Math.sqrt(2 + 0.5), 3);
  });

  it('hold the common effect in nineteen intervals of twenty, also of few and unlike learners', () => {
    const chance = random(11);
    let held = 0;
    const runs = 800;
    for (let run = 0; run < runs; run += 1) {
      const effects = Array.from({ length: 8 }, () => {
        const standardError = 0.02 + 0.08 * chance.uniform();
        return { estimate: 0.05 + 0.06 * chance.normal() + standardError * chance.normal(), standardError };
      });
      const pooled = poolEffects(effects);
      if (pooled.kind === 'pooled' && pooled.lower <= 0.05 && pooled.upper >= 0.05) held += 1;
    }
    expect(held / runs).toBeGreaterThan(0.92);
    expect(held / runs).toBeLessThan(0.985);
  });
});
