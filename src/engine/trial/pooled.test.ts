import { describe, expect, it } from 'vitest';
import { random } from '../random.ts';
import { type OwnEffect, poolEffects } from './pooled.ts';

const alike = (estimates: readonly number[], standardError: number): OwnEffect[] =>
  estimates.map((estimate) => ({ estimate, standardError }));

/** Cases and others with the vaccine, cases and others without. */
const BCG: readonly (readonly [number, number, number, number])[] = [
  [4, 119, 11, 128],
  [6, 300, 29, 274],
  [3, 228, 11, 209],
  [62, 13536, 248, 12619],
  [33, 5036, 47, 5761],
  [180, 1361, 372, 1079],
  [8, 2537, 10, 619],
  [505, 87886, 499, 87892],
  [29, 7470, 45, 7232],
  [17, 1699, 65, 1600],
  [186, 50448, 141, 27197],
  [5, 2493, 3, 2338],
  [27, 16886, 29, 17825],
];

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

  it('give what is printed of six trials of aspirin: DerSimonian & Kacker 2007, tables 3 and 4', () => {
    // Events and numbers of either arm; logarithms of the odds ratios and their variances.
    const events = [5, 5, 12, 69, 9, 313];
    const people = [156, 303, 565, 1570, 103, 4659];
    const events2 = [8, 17, 9, 94, 11, 352];
    const people2 = [74, 303, 477, 1565, 105, 4650];
    const effects = events.map((a, at) => {
      const [b, c] = [(people[at] ?? 0) - a, events2[at] ?? 0];
      const d = (people2[at] ?? 0) - c;
      return {
        estimate: Math.log((a * d) / (b * c)),
        standardError: Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d),
      };
    });
    const pooled = poolEffects(effects);
    if (pooled.kind !== 'pooled') throw new Error('not pooled');
    expect(pooled.heterogeneity).toBeCloseTo(0.3681, 4);
    expect(pooled.estimate).toBeCloseTo(-0.3811, 4);
    // Standard error 0.2060; Student's t at five degrees 2.5706. Where weights and misfit agree, Hartung and Knapp's is the same.
    expect(pooled.upper - pooled.estimate).toBeCloseTo(2.5706 * 0.206, 3);
    expect(pooled.heterogeneityLower).toBeLessThan(0.3681);
    expect(pooled.heterogeneityUpper).toBeGreaterThan(0.3681);
  });

  it('give the interval of the heterogeneity that is printed of thirteen trials of a vaccine', () => {
    // Log odds ratios and variances as in van Houwelingen et al. 2002; Q-profile of the variance: 0.1302 to 1.1812.
    const trials = BCG.map(([a, b, c, d]) => ({
      estimate: Math.log((a * d) / (b * c)),
      standardError: Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d),
    }));
    const pooled = poolEffects(trials);
    if (pooled.kind !== 'pooled') throw new Error('not pooled');
    expect(pooled.heterogeneityLower ** 2).toBeCloseTo(0.1302, 3);
    expect(pooled.heterogeneityUpper ** 2).toBeCloseTo(1.1812, 3);
    expect(pooled.shareBetween).toBeGreaterThan(0.9);
  });

  it('hold the heterogeneity in nineteen intervals of twenty', () => {
    const chance = random(12);
    let held = 0;
    for (let run = 0; run < 400; run += 1) {
      const pooled = poolEffects(
        Array.from({ length: 10 }, () => {
          const standardError = 0.02 + 0.05 * chance.uniform();
          return { estimate: 0.06 * chance.normal() + standardError * chance.normal(), standardError };
        }),
      );
      if (pooled.kind === 'pooled' && pooled.heterogeneityLower <= 0.06 && pooled.heterogeneityUpper >= 0.06)
        held += 1;
    }
    expect(held / 400).toBeGreaterThan(0.92);
    expect(held / 400).toBeLessThan(0.98);
  });

  it('hold the effect of one more learner in nineteen prediction intervals of twenty', () => {
    const chance = random(13);
    let held = 0;
    for (let run = 0; run < 500; run += 1) {
      const pooled = poolEffects(
        Array.from({ length: 12 }, () => ({
          estimate: 0.1 * chance.normal() + 0.05 * chance.normal(),
          standardError: 0.05,
        })),
      );
      const next = 0.1 * chance.normal();
      if (pooled.kind === 'pooled' && pooled.nextLower <= next && next <= pooled.nextUpper) held += 1;
    }
    expect(held / 500).toBeGreaterThan(0.92);
    expect(held / 500).toBeLessThan(0.98);
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
