import { describe, expect, it } from 'vitest';
import { studentCdf } from '../distributions/student.ts';
import { random } from '../random.ts';
import { courseWidth } from './calibration.ts';
import { curveOf, tableOf } from './curve.ts';
import type { CurveState, Started } from './curve-state.ts';
import { learnPrior } from './learn-prior.ts';
import { MODELS } from './learning-models.ts';
import { probabilityOfReaching, REACHING_ATTEMPTS } from './reaching.ts';
import { drawsFor, evenPair, PAIRS } from './reaching-draws.ts';
import { windowMoments } from './window-moments.ts';

const SCORES = { kind: 'score', better: 'up' } as const;
const ONLY_WINDOW = { from: 1, to: REACHING_ATTEMPTS };
const WITHIN = 200;

/** After nine scores about 0, of a learner for whom model `j` alone is believed. */
function believing(j: number): { readonly state: CurveState; readonly started: Started } {
  const chance = random(31);
  const values = Array.from({ length: 9 }, () => ({ value: chance.normal() }));
  const state = curveOf(SCORES, values);
  const { started } = state;
  if (started === null) throw new Error('nine are enough');
  started.bank.weight.fill(0);
  started.bank.weight[j] = 1;
  return { state, started };
}

/** Of a normal distribution: Student's with as many degrees of freedom as make no difference. */
const normalCdf = (x: number) => studentCdf(x, 1e7);

describe('the probability of reaching', () => {
  it('within 25 is that of the one window there is, whatever is not known of level and gain', () => {
    for (const [j, { scatter }] of MODELS.entries()) {
      // For alike attempts the noise of a block is taken as if each block began afresh.
      if (scatter.likeness > 0) continue;
      const { state, started } = believing(j);
      const moments = { mean: 0, noise: 0, course: 0 };
      windowMoments(started.bank, ONLY_WINDOW, moments);
      const stretch = courseWidth(started.calibration, tableOf(SCORES), state.n, REACHING_ATTEMPTS / 2);
      const sd = Math.sqrt(moments.noise + stretch * stretch * moments.course);
      for (const sds of [-1, 0, 0.5, 1, 1.5]) {
        const said = probabilityOfReaching(state, moments.mean + sds * sd, REACHING_ATTEMPTS);
        expect(Math.abs(Number(said) - (1 - normalCdf(sds)))).toBeLessThan(0.05);
      }
    }
  });

  it('knows what comes from others, where their curves turn in a way that nobody could guess', () => {
    // All rates go up by half after the sixth attempt.
    const learner = (seed: number, count: number) => {
      const chance = random(seed);
      return Array.from({ length: count }, (_, i) => ({
        value: (i < 6 ? 40 : 60) * Math.exp(0.05 * chance.normal()),
      }));
    };
    const options = { kind: 'rate', better: 'up' } as const;
    const prior = learnPrior(
      Array.from({ length: 60 }, (_, seed) => learner(seed, 60)),
      options,
    );
    if (prior === null) throw new Error('sixty are enough');
    const [alone, told] = [options, { ...options, prior }].map((own) =>
      Number(probabilityOfReaching(curveOf(own, learner(99, 6)), 56, 50)),
    );
    expect(alone).toBeLessThan(0.2);
    expect(told).toBeGreaterThan(0.8);
  });

  it('is that of many more paths drawn one by one', () => {
    const chance = random(77);
    const values = Array.from({ length: 60 }, (_, i) => ({
      value: Math.log(i + 1) - 10 + 0.5 * chance.normal(),
    }));
    const state = curveOf(SCORES, values);
    for (const target of [-5.7, -5.4, -5.1]) {
      const said = Number(probabilityOfReaching(state, target, WITHIN));
      expect(Math.abs(said - slowly(state, target))).toBeLessThan(0.05);
    }
  });
});

/** 800 paths, attempt by attempt, no two of which share a number. */
function slowly(state: CurveState, target: number): number {
  const { started } = state;
  if (started === null) throw new Error('not started');
  const { bank, calibration } = started;
  const stretch = courseWidth(calibration, tableOf(SCORES), state.n, WITHIN / 2);
  const chance = random(4);
  const paths = 800;
  let reached = 0;
  for (let path = 0; path < paths; path += 1) {
    let share = chance.uniform();
    const j = Math.max(
      0,
      bank.weight.findIndex((weight) => {
        share -= weight;
        return share < 0;
      }),
    );
    if (walks(bank, j, stretch, target, chance)) reached += 1;
  }
  return reached / paths;
}

function walks(
  bank: Started['bank'],
  j: number,
  stretch: number,
  target: number,
  chance: ReturnType<typeof random>,
): boolean {
  const { course, scatter } = MODELS[j] ?? {
    course: { kind: 'steady' },
    scatter: { wander: 0, likeness: 0 },
  };
  const at = (array: Float64Array) => array[j] ?? 0;
  const noise = Math.sqrt(at(bank.squares) / bank.freedom);
  const u = chance.normal();
  const levelSd = Math.sqrt(at(bank.levelVar));
  const slope = at(bank.crossVar) / levelSd;
  const rest = Math.sqrt(Math.max(0, at(bank.gainVar) - slope * slope));
  let level = at(bank.level) + noise * stretch * levelSd * u;
  const gain = at(bank.gain) + noise * stretch * (slope * u + rest * chance.normal());
  let form = 0;
  const sums = [0];
  for (let ahead = 1; ahead <= WITHIN; ahead += 1) {
    level += noise * stretch * Math.sqrt(scatter.wander) * chance.normal();
    form = scatter.likeness * form + noise * chance.normal();
    const along = alongAt(course, bank.n + ahead) - alongAt(course, bank.n);
    sums.push((sums[ahead - 1] ?? 0) + level + gain * along + form);
    const before = sums[ahead - REACHING_ATTEMPTS];
    if (before !== undefined && ((sums[ahead] ?? 0) - before) / REACHING_ATTEMPTS >= target) return true;
  }
  return false;
}

/** Written again from docs/science/curve.md. */
function alongAt(course: (typeof MODELS)[number]['course'], t: number): number {
  if (course.kind === 'steady') return 0;
  if (course.kind === 'linear') return t / 100;
  return course.kind === 'logarithmic' ? Math.log(t + 1) : 1 - Math.exp(-t / course.attempts);
}

describe('the numbers that paths are drawn with', () => {
  it('stay as they were when more blocks are asked for', () => {
    const few = [...drawsFor(10).slice(0, 20 * PAIRS)];
    expect(few).toHaveLength(20 * PAIRS);
    expect([...drawsFor(60).slice(0, 20 * PAIRS)]).toEqual(few);
  });

  it('are standard normal', () => {
    const pairs = Array.from({ length: PAIRS }, (_, pair) => evenPair(pair));
    for (const place of [0, 1] as const) {
      const numbers = pairs.map((pair) => pair[place]);
      const mean = numbers.reduce((sum, x) => sum + x, 0) / PAIRS;
      const square = numbers.reduce((sum, x) => sum + x * x, 0) / PAIRS;
      expect(Math.abs(mean)).toBeLessThan(0.05);
      expect(Math.abs(square - 1)).toBeLessThan(0.06);
    }
    const draws = drawsFor(40).slice(0, 80 * PAIRS);
    expect(Math.abs(draws.reduce((sum, x) => sum + x * x, 0) / draws.length - 1)).toBeLessThan(0.05);
  });
});
