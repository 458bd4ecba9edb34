import { describe, expect, it } from 'vitest';
import { type FilterBank, feedBank, startBank } from './filter-bank.ts';
import { MODEL_COUNT, MODELS, type Model, progress } from './learning-models.ts';
import { type Window, windowMoments } from './window-moments.ts';

/** A bank that has seen thirty attempts and believes in model `j` alone. */
function believing(j: number): FilterBank {
  const logWeights = new Float64Array(MODEL_COUNT);
  const bank = startBank({ level: 3, levelSd: 1, noiseSd: 0.2, at: 1 }, logWeights);
  for (let t = 1; t <= 30; t += 1)
    feedBank(bank, 3 + 0.1 * Math.log(t) + 0.2 * Math.sin(t), logWeights, 1e-9, 0);
  bank.weight.fill(0);
  bank.weight[j] = 1;
  return bank;
}

const mean = (list: readonly number[]) => list.reduce((sum, x) => sum + x, 0) / list.length;

/** The same moments attempt by attempt: covariances of all pairs in the window, without a closed form. */
function bruteForce(bank: FilterBank, j: number, { course, scatter }: Model, window: Window) {
  const { wander, likeness: phi } = scatter;
  const hs = Array.from({ length: window.to - window.from + 1 }, (_, i) => window.from + i);
  const at = (array: Float64Array) => array[j] ?? 0;
  const form = at(bank.last) - at(bank.level);
  const ahead = (h: number) => progress(course, bank.n + h) - progress(course, bank.n);
  const values = hs.map((h) => at(bank.level) + at(bank.gain) * ahead(h) + form * phi ** h);
  const pairs = hs.flatMap((g) => hs.map((h) => [g, h] as const));
  const unknown = pairs.map(([g, h]) => {
    const [lg, lh] = [1 - phi ** g, 1 - phi ** h];
    const cross = (lg * ahead(h) + lh * ahead(g)) * at(bank.crossVar);
    return (
      lg * lh * at(bank.levelVar) + cross + ahead(g) * ahead(h) * at(bank.gainVar) + wander * Math.min(g, h)
    );
  });
  const noise = pairs.map(([g, h]) => {
    let sum = 0;
    for (let i = 1; i <= Math.min(g, h); i += 1) sum += phi ** (g - i) * phi ** (h - i);
    return sum;
  });
  const unit = at(bank.squares) / bank.freedom;
  return { mean: mean(values), course: unit * mean(unknown), noise: unit * mean(noise) };
}

describe('the moments of a window', () => {
  it('agree with the sum over all pairs of attempts, for every model', () => {
    for (const [j, model] of MODELS.entries()) {
      const bank = believing(j);
      for (const window of [
        { from: 1, to: 1 },
        { from: 1, to: 10 },
        { from: 91, to: 100 },
      ]) {
        const said = { mean: 0, noise: 0, course: 0 };
        windowMoments(bank, window, said);
        const summed = bruteForce(bank, j, model, window);
        expect(said.mean).toBeCloseTo(summed.mean, 4);
        expect(said.noise / summed.noise).toBeCloseTo(1, 9);
        expect(said.course / summed.course).toBeCloseTo(1, 3);
      }
    }
  });

  it('count it as not known where models disagree', () => {
    const bank = believing(0);
    bank.weight.fill(1 / MODEL_COUNT);
    bank.gain.fill(0);
    bank.level.forEach((_, j) => {
      bank.level[j] = j % 2;
    });
    const said = { mean: 0, noise: 0, course: 0 };
    windowMoments(bank, { from: 500, to: 500 }, said);
    expect(said.mean).toBeCloseTo(1 / 2, 6);
    expect(said.course).toBeGreaterThan(1 / 4);
  });
});
