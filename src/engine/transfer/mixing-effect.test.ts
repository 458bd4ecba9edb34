import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Random, random } from '../random.ts';
import { MIXING_PRIOR, type Mixing, mixingEffect, type Probe } from './mixing-effect.ts';
import { mixingSentence } from './mixing-sentence.ts';

/** Two of either order a sitting. */
const EXAMPLE: readonly Probe[] = [
  [10, 12, 9, 11],
  [14, 13, 12, 11],
  [13, 15, 12, 14],
  [16, 17, 15, 14],
].flatMap((values, sitting) =>
  values.map((value, at) => ({
    kind: 'delayed' as const,
    order: at < 2 ? ('mixed' as const) : ('blocked' as const),
    value,
    sitting: `day ${sitting}`,
  })),
);

function sure(mixing: Mixing) {
  if (mixing.kind !== 'effect') throw new Error('too early for this test');
  return mixing;
}

function simulated(chance: Random, effect: number, sittings: number): readonly Probe[] {
  return Array.from({ length: sittings }, (_, sitting) => {
    // The day, and what was learnt since, are common to a sitting.
    const day = 3 * chance.normal() + 0.4 * sitting;
    return (['mixed', 'blocked', 'mixed', 'blocked'] as const).map((order) => ({
      kind: sitting % 2 === 0 ? ('delayed' as const) : ('transfer' as const),
      order,
      value: 20 + 5 * (day + (order === 'mixed' ? effect : 0) + chance.normal()),
      sitting: String(sitting),
    }));
  }).flat();
}

describe('the effect of mixing', () => {
  it('is worked out by hand in the example', () => {
    const { mixed, blocked, sittings, seen, effect, verdict } = sure(mixingEffect(EXAMPLE));
    expect([mixed, blocked, sittings]).toEqual([8, 8, 4]);
    // Differences within sittings 1, 2, 1, 2: b = 1.5. Squares about the means of either order 4 + 1 + 4 + 1, and 4 times 0.25 of the
    // differences about b: 11, on 16 - 4 - 1 = 11 degrees. So s = 1 and g = 1.5, with variance 1/4.
    expect(seen).toBeCloseTo(1.5, 12);
    // Were s known, the mean were (0.35 * 0.25 + 1.5 * 0.16)/0.41 = 0.799, with a standard deviation of 0.312. Summed over a grid of the
    // effect and of sigma, it is 0.7253, between 0.08 and 1.37.
    expect(effect.estimate).toBeCloseTo(0.72528, 4);
    expect(effect.lower).toBeCloseTo(0.08, 1);
    expect(effect.upper).toBeCloseTo(1.37, 1);
    expect(effect.upper - effect.lower).toBeGreaterThan(2 * 1.96 * 0.312);
    expect(effect.upper - effect.lower).toBeLessThan(1.1 * 2 * 1.96 * 0.312);
    expect(effect.estimate).toBeGreaterThan(MIXING_PRIOR.mean);
    expect(effect.estimate).toBeLessThan(seen);
    expect(verdict).toBe('mixed-better');
  });

  it('is what is expected of anybody until there are enough, and says that it is too early', () => {
    const early = mixingEffect(EXAMPLE.slice(0, 8));
    expect(early).toMatchObject({ kind: 'too-early', mixed: 4, blocked: 4, need: 6 });
    if (early.kind !== 'too-early') return;
    expect(early.before.estimate).toBe(0.35);
    expect(early.before.lower).toBeCloseTo(0.35 - 1.96 * 0.4, 3);
    expect(mixingSentence(early)).toBe(
      'Too early to say whether mixing helps you: 4 later takes after mixed practice and 4 after practice in blocks, on days ' +
        'that had both; 6 of each are needed.',
    );
    expect(mixingEffect([])).toMatchObject({ kind: 'too-early', mixed: 0, blocked: 0 });
  });

  it('takes no notice of practice scores, nor of days that had one order alone', () => {
    const practice = EXAMPLE.map(
      (probe): Probe => ({
        ...probe,
        kind: 'practice',
        value: probe.order === 'mixed' ? -100 : 100,
      }),
    );
    const alone: Probe[] = [
      { kind: 'delayed', order: 'mixed', value: -50, sitting: 'alone' },
      { kind: 'transfer', order: 'mixed', value: -60, sitting: 'alone' },
    ];
    expect(mixingEffect([...EXAMPLE, ...practice, ...alone])).toEqual(mixingEffect(EXAMPLE));
  });

  it('does not change with the unit, the day or the order of the probes', () => {
    const shift = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(shift, fc.double({ min: 0.01, max: 50, noNaN: true }), (by, unit) => {
        const other = EXAMPLE.map((probe) => ({
          ...probe,
          value: unit * probe.value + by * probe.sitting.length,
        }));
        const [a, b] = [sure(mixingEffect([...other].reverse())).effect, sure(mixingEffect(EXAMPLE)).effect];
        expect(a.estimate).toBeCloseTo(b.estimate, 6);
        expect(a.lower).toBeCloseTo(b.lower, 6);
      }),
      { numRuns: 25 },
    );
  });

  it('drawn from what is expected lies in nineteen intervals of twenty, and near the truth with many probes', () => {
    const chance = random(21);
    let held = 0;
    const runs = 150;
    for (let run = 0; run < runs; run += 1) {
      const truth = MIXING_PRIOR.mean + MIXING_PRIOR.sd * chance.normal();
      const { effect } = sure(mixingEffect(simulated(chance, truth, 3 + (run % 8))));
      if (effect.lower <= truth && truth <= effect.upper) held += 1;
    }
    expect(held / runs).toBeGreaterThan(0.9);
    expect(held / runs).toBeLessThan(0.99);
    const many = sure(mixingEffect(simulated(chance, -0.5, 400)));
    expect(many.effect.estimate).toBeCloseTo(-0.5, 0);
    expect(many.verdict).toBe('blocked-better');
    expect(mixingSentence(many)).toMatch(
      /^Over 1600 later takes, what you practised in blocks came back better: by between 0\.\d\d and/,
    );
  });

  it('is claimed seldom where there is none', () => {
    const chance = random(22);
    let claimed = 0;
    for (let run = 0; run < 200; run += 1)
      if (sure(mixingEffect(simulated(chance, 0, 6))).verdict !== 'cannot-tell') claimed += 1;
    expect(claimed / 200).toBeLessThan(0.07);
  });

  it('is told with its interval and what it is counted in', () => {
    expect(mixingSentence(mixingEffect(EXAMPLE))).toMatch(
      /^Over 16 later takes, what you practised mixed came back better: by between 0\.\d\d and 1\.\d\d times the usual spread of your takes \(19 in 20\)\.$/,
    );
    const open = mixingEffect(simulated(random(23), 0, 4));
    expect(mixingSentence(open)).toMatch(
      /^Over 16 later takes it cannot be told which comes back better: .* between −/,
    );
  });
});
