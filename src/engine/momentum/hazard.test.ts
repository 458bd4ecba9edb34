import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { random } from '../random.ts';
import { HAZARD_FEATURES, hazardFeatures, type SessionOutlook } from './hazard-features.ts';
import { type HazardModel, type HazardRow, logistic } from './hazard-model.ts';
import { learnHazard } from './learn-hazard.ts';
import { stoppingHazard } from './stopping-hazard.ts';

function learnt(rows: readonly HazardRow[], names: readonly string[], penalty = 1): HazardModel {
  const model = learnHazard(rows, { names, penalty });
  if (model.kind !== 'hazard-model') throw new Error('too few rows for this test');
  return model;
}

function simulated(seed: number, { persons = 400, each = 10, frailty = 0 } = {}): readonly HazardRow[] {
  const chance = random(seed);
  return Array.from({ length: persons }, (_, person) => {
    const own = frailty * chance.normal();
    return Array.from({ length: each }, () => {
      const features = [chance.normal(), chance.normal()];
      const logOdds = -0.5 + 0.8 * (features[0] ?? 0) + own;
      return { person: String(person), features, stopped: chance.uniform() < logistic(logOdds) };
    });
  }).flat();
}

describe('learnHazard', () => {
  it('gives the odds of the worked example: three of ten stopped, whatever else', () => {
    const rows = Array.from({ length: 10 }, (_, place) => ({
      person: String(place),
      features: [],
      stopped: place < 3,
    }));
    const model = learnt(rows, []);
    expect(model.coefficients[0]).toBeCloseTo(Math.log(3 / 7), 2);
    expect(stoppingHazard(model, []).probability).toBeCloseTo(0.3, 2);
  });

  it('comes back to the coefficients that the rows were drawn with', () => {
    const { coefficients, spreads } = learnt(simulated(1), ['a', 'b'], 0.1);
    expect((coefficients[1] ?? 0) / (spreads[0] ?? 1)).toBeCloseTo(0.8, 0);
    expect(Math.abs((coefficients[1] ?? 0) - 0.8)).toBeLessThan(0.12);
    expect(Math.abs(coefficients[2] ?? 1)).toBeLessThan(0.12);
  });

  it('says how many rows it needs', () => {
    expect(learnHazard(simulated(1).slice(0, 29), { names: ['a', 'b'] })).toEqual({
      kind: 'too-few-rows',
      have: 29,
      need: 30,
    });
  });

  it('stays finite where a feature tells everything, never changes or is not known', () => {
    const rows = Array.from({ length: 80 }, (_, place) => ({
      person: String(place % 8),
      features: [place < 40 ? 0 : 1, 3, Number.NaN],
      stopped: place < 40,
    }));
    const model = learnt(rows, ['all', 'constant', 'unknown']);
    expect([...model.coefficients, ...model.covariance].every(Number.isFinite)).toBe(true);
    expect(stoppingHazard(model, [0, 3, 1]).probability).toBeGreaterThan(0.9);
    const same = learnt(
      rows.map((row) => ({ ...row, stopped: false })),
      ['all', 'constant', 'unknown'],
    );
    expect(stoppingHazard(same, [0, 3, 1]).probability).toBeLessThan(0.05);
  });

  it('finds how much persons differ, and tells a person’s own hazard by their past', () => {
    expect(learnt(simulated(2), ['a', 'b']).frailtyVariance).toBeLessThan(0.15);
    const model = learnt(simulated(3, { frailty: 1 }), ['a', 'b']);
    expect(model.frailtyVariance).toBeGreaterThan(0.4);
    const past = Array.from({ length: 8 }, () => ({ features: [0, 0], stopped: false }));
    const [new1, steady] = [stoppingHazard(model, [0, 0]), stoppingHazard(model, [0, 0], past)];
    expect(steady.probability).toBeLessThan(new1.probability);
    expect(steady.own).toBe(8);
  });
});

const outlook: SessionOutlook = {
  sessionsSoFar: 9,
  gapsDays: [2, 2, 3, 2],
  daysSince: 6,
  byWeekday: [7, 0, 0, 0, 0, 0, 0],
  weekday: 0,
  surprise: -1.5,
  isPlateau: true,
  distance: null,
};

describe('hazardFeatures', () => {
  it('sets a gap against one’s own, and a day against one’s own week', () => {
    const found = hazardFeatures(outlook);
    expect(found).toHaveLength(HAZARD_FEATURES.length);
    expect(found[2]).toBeCloseTo(Math.log(3), 12);
    expect(found[3]).toBeCloseTo(Math.log(2), 12);
    expect(found[4]).toBeCloseTo(Math.log((8 / 14) * 7), 12);
    expect(found.slice(5, 8)).toEqual([0, 1.5, 1]);
    expect(found[8]).toBeNaN();
  });

  it('makes a probability of anything', () => {
    const model = learnt(simulated(4), ['a', 'b']);
    const any = fc.array(fc.oneof(fc.double(), fc.constant(Number.NaN)), { maxLength: 4 });
    fc.assert(
      fc.property(any, (features) => {
        const { probability, lower, upper } = stoppingHazard(model, features);
        expect(lower).toBeLessThanOrEqual(probability);
        expect(upper).toBeGreaterThanOrEqual(probability);
        expect(probability).toBeGreaterThan(0);
        expect(probability).toBeLessThan(1);
      }),
    );
  });
});
