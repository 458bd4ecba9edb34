import { describe, expect, it } from 'vitest';
import { random } from '../random.ts';
import { DEFAULT_TABLE } from './default-prior.ts';
import { learnPrior } from './learn-prior.ts';
import { type Prior, SPREAD_TERMS, spreadOf } from './prior.ts';

const LAPS = { kind: 'duration', better: 'down' } as const;

/** Seconds by a power law that is the learner's own, with noise of a tenth. */
function learner(seed: number, slope: number): readonly { readonly value: number }[] {
  const chance = random(seed);
  return Array.from({ length: 40 }, (_, i) => ({
    value: 30 * (i + 1) ** -slope * Math.exp(0.1 * chance.normal()),
  }));
}

function priorOf(learners: readonly (readonly { readonly value: number }[])[]): Prior {
  const prior = learnPrior(learners, LAPS);
  if (prior === null) throw new Error('twenty are enough');
  return prior;
}

/** How far, in logarithms, the spreads of a prior lie from those that hold where nothing is known of others. */
function fromUsual({ table }: Prior): number {
  const { ns, hs, spreads } = table;
  const away = spreads.map((spread, place) => {
    const cell = Math.floor(place / SPREAD_TERMS);
    const n = ns[Math.floor(cell / hs.length)] ?? 1;
    const h = hs[cell % hs.length] ?? 1;
    return Math.abs(Math.log(spread / spreadOf(DEFAULT_TABLE, n, h, place % SPREAD_TERMS)));
  });
  return away.reduce((sum, one) => sum + one, 0) / away.length;
}

describe('spreads learnt from others', () => {
  it('move from the usual ones as far as the number of learners warrants', () => {
    const few = Array.from({ length: 20 }, (_, i) => learner(700 + i, 0.3));
    const same = Array.from({ length: 10 }, () => few).flat();
    // 20 learners move them by 20/(20 + 30) of the way in logarithms, 200 that showed the same by 200/(200 + 30).
    const part = 20 / 50 / (200 / 230);
    const moved = fromUsual(priorOf(few)) / fromUsual(priorOf(same));
    expect(Math.abs(moved - part)).toBeLessThan(0.15);
  });
});

describe('a prior, from learners simulated with known values', () => {
  const prior = priorOf(Array.from({ length: 100 }, (_, i) => learner(100 + i, 0.3)));

  it('finds where they begin and how much their attempts scatter', () => {
    expect(Math.abs(prior.level.median + Math.log(30))).toBeLessThan(0.03);
    expect(Math.abs(prior.noiseSd / 0.1 - 1)).toBeLessThan(0.25);
  });

  it('is of as many learners and attempts as it was given, and its weights are probabilities', () => {
    expect(prior.learners).toBe(100);
    expect(prior.attempts).toBe(4000);
    expect(prior.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 3);
  });
});
