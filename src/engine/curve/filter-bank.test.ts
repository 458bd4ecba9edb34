import { describe, expect, it } from 'vitest';
import { type FilterBank, feedBank, startBank } from './filter-bank.ts';
import { MODEL_COUNT, MODELS } from './learning-models.ts';
import { windowMoments } from './window-moments.ts';

/** The worked example of docs/science/curve.md: begun at 0 ± 0.2, with a noise of 0.1. */
function exampleAfter(attempts: readonly number[]): FilterBank {
  const bank = startBank(
    { level: 0, levelSd: 0.2, noiseSd: 0.1, at: 1 },
    new Float64Array(MODEL_COUNT).fill(-Math.log(MODEL_COUNT)),
  );
  for (const z of attempts) feedBank(bank, z, new Float64Array(MODEL_COUNT), 1e-12, 0);
  return bank;
}

/** The plain one: noise that is not alike, a level that does not wander. */
function plainModel(course: (typeof MODELS)[number]['course']['kind']): number {
  return MODELS.findIndex(
    (model) => model.course.kind === course && model.scatter.wander === 0 && model.scatter.likeness === 0,
  );
}

function momentsOf(bank: FilterBank, model: number, from: number, to: number) {
  bank.weight.fill(0);
  bank.weight[model] = 1;
  const moments = { mean: 0, noise: 0, course: 0 };
  windowMoments(bank, { from, to }, moments);
  return moments;
}

describe('one filter', () => {
  it('takes the first attempt of the worked example as it was reckoned by hand', () => {
    const bank = exampleAfter([0.15]);
    const j = plainModel('logarithmic');
    expect(bank.level[j]).toBeCloseTo(0.1253, 4);
    expect(bank.gain[j]).toBeCloseTo(0.1385, 4);
    expect(bank.levelVar[j]).toBeCloseTo(0.8356, 4);
    expect(bank.crossVar[j]).toBeCloseTo(0.2565, 4);
    expect(bank.gainVar[j]).toBeCloseTo(1.85, 3);
    expect(bank.squares[j]).toBeCloseTo(0.0433, 4);
    expect(bank.freedom).toBeCloseTo(4.96, 10);
  });

  it('forecasts from there the second attempt of the worked example', () => {
    const { mean, noise, course } = momentsOf(exampleAfter([0.15]), plainModel('logarithmic'), 1, 1);
    expect(mean).toBeCloseTo(0.1815, 4);
    expect(noise).toBeCloseTo(0.00873, 5);
    expect(course).toBeCloseTo(0.01177, 5);
  });

  it('forecasts the mean of four attempts, of a learner who does not learn, as reckoned by hand', () => {
    const { mean, noise, course } = momentsOf(exampleAfter([0.15, 0.12]), plainModel('steady'), 1, 4);
    expect(mean).toBeCloseTo(0.12, 10);
    expect(noise).toBeCloseTo(0.001847, 6);
    expect(course).toBeCloseTo(0.003283, 6);
  });

  it('takes a far attempt in no farther than three standard deviations', () => {
    const [far, farther] = [exampleAfter([5]), exampleAfter([50])];
    for (let j = 0; j < MODEL_COUNT; j += 1) expect(farther.level[j]).toBe(far.level[j]);
  });
});
