import { describe, expect, it } from 'vitest';
import { random } from '../random.ts';
import { ownEffectOf } from './own-effect.ts';
import { type OwnEffect, poolEffects } from './pooled.ts';
import { addAttempt, startTrial } from './trial.ts';

/** A learner who gets better, with days alike: `effect` on the logarithm, drawn with probability `p`. */
function ownEffect(seed: number, { effect = 0.1, attempts = 40, p = 0.5 } = {}) {
  const chance = random(seed);
  const trial = startTrial({ kind: 'rate', better: 'up', levels: ['a', 'b'], smallest: null });
  let day = 0;
  for (let n = 0; n < attempts; n += 1) {
    if (n % 8 === 0) day = 0.05 * chance.normal();
    const isB = chance.uniform() < p;
    const line = 4 + 0.3 * (1 - Math.exp(-n / 15)) + day + (isB ? effect : 0) + 0.1 * chance.normal();
    addAttempt(trial, { value: Math.exp(line), level: isB ? 'b' : 'a', probability: isB ? p : 1 - p });
  }
  const comparison = trial.comparisons.get('b');
  if (comparison === undefined) throw new Error('no comparison');
  return ownEffectOf(comparison);
}

describe('the effect of one learner, for pooling', () => {
  it('is the mean of scored differences, by hand', () => {
    // Before each draw the forecast is 4, whatever came before: with p = 1/2, z = 2 (y - 4) (b: +1, a: -1).
    const weighed = Array.from({ length: 17 }, (_, at) => ({
      value: at % 2 === 0 ? 4.1 : 3.9,
      level: at % 2 === 0 ? (1 as const) : (0 as const),
      probability: 0.5,
      among: null,
      forecast: 4,
      share: 0.5,
      sd: 0.1,
    }));
    const comparison = startTrial({ kind: 'score', better: 'up', levels: ['a', 'b'], smallest: null });
    const [first] = [...comparison.comparisons.values()];
    if (first === undefined) throw new Error('no comparison');
    const own = ownEffectOf({ ...first, weighed });
    if (own.kind !== 'own-effect') throw new Error('too few');
    expect(own.n).toBe(16);
    expect(own.estimate).toBeCloseTo(0.2, 12);
    expect(own.standardError).toBeCloseTo(0, 12);
  });

  it('needs twelve attempts after the first, and four of either level', () => {
    expect(ownEffect(1, { attempts: 12 })).toEqual({ kind: 'too-few-attempts', have: 11, need: 12 });
    expect(ownEffect(1, { attempts: 40, p: 0.02 }).kind).toBe('too-few-attempts');
  });

  it('is right on average while the learner gets better, and as uncertain as it says', () => {
    for (const p of [0.5, 0.25]) {
      const own = Array.from({ length: 150 }, (_, seed) => ownEffect(seed, { p })).flatMap((one) =>
        one.kind === 'own-effect' ? [one] : [],
      );
      const mean = own.reduce((sum, { estimate }) => sum + estimate, 0) / own.length;
      const sd = Math.sqrt(own.reduce((sum, { estimate }) => sum + (estimate - mean) ** 2, 0) / own.length);
      const told = own.reduce((sum, { standardError }) => sum + standardError, 0) / own.length;
      expect(Math.abs(mean - 0.1)).toBeLessThan((3 * sd) / Math.sqrt(own.length));
      expect(told / sd).toBeGreaterThan(0.85);
      expect(told / sd).toBeLessThan(1.2);
    }
  });

  it('is right among three levels that are drawn unequally, in a way that follows what went well', () => {
    const effects = Array.from({ length: 200 }, (_, seed) => {
      const chance = random(500 + seed);
      const trial = startTrial({ kind: 'rate', better: 'up', levels: ['a', 'b', 'c'], smallest: null });
      let rich = 'b';
      for (let n = 0; n < 90; n += 1) {
        const probabilities = { a: 0.25, b: rich === 'b' ? 0.5 : 0.25, c: rich === 'c' ? 0.5 : 0.25 };
        const pick = chance.uniform();
        const level = pick < probabilities.a ? 'a' : pick < probabilities.a + probabilities.b ? 'b' : 'c';
        const noise = 0.1 * chance.normal();
        const line = 4 + 0.3 * (1 - Math.exp(-n / 15)) + (level === 'b' ? 0.1 : 0) + noise;
        addAttempt(trial, { value: Math.exp(line), level, probability: probabilities[level] });
        rich = noise > 0 ? level : rich === 'b' ? 'c' : 'b';
      }
      const comparison = trial.comparisons.get('b');
      if (comparison === undefined) throw new Error('no comparison');
      return ownEffectOf(comparison);
    }).flatMap((one) => (one.kind === 'own-effect' ? [one] : []));
    const held = effects.filter((own) => Math.abs(own.estimate - 0.1) < 1.96 * own.standardError).length;
    const mean = effects.reduce((sum, { estimate }) => sum + estimate, 0) / effects.length;
    expect(effects.length).toBeGreaterThan(190);
    expect(mean).toBeCloseTo(0.1, 2);
    expect(held / effects.length).toBeGreaterThan(0.9);
  });

  it('pooled over eight people of their own effects, holds the common one in nineteen of twenty', () => {
    const chance = random(77);
    let [held, runs] = [0, 0];
    for (let run = 0; run < 80; run += 1) {
      const own = Array.from({ length: 8 }, (_, person) =>
        ownEffect(1000 * (run + 1) + person, {
          effect: 0.1 + 0.06 * chance.normal(),
          attempts: 20 + chance.below(41),
        }),
      ).flatMap((one): OwnEffect[] => (one.kind === 'own-effect' ? [one] : []));
      const pooled = poolEffects(own);
      if (pooled.kind !== 'pooled') continue;
      runs += 1;
      if (pooled.lower <= 0.1 && 0.1 <= pooled.upper) held += 1;
    }
    expect(runs).toBeGreaterThan(75);
    expect(held / runs).toBeGreaterThan(0.87);
    expect(held / runs).toBeLessThan(1);
  });
});
