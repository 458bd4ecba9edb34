import { describe, expect, it } from 'vitest';
import type { Measure } from '../measure/measure.ts';
import { random } from '../random.ts';
import { unlikelyTakes } from './unlikely-takes.ts';

const LAPS: Measure = {
  kind: 'duration',
  unit: 'seconds',
  direction: 'down',
  target: { low: null, high: 60 },
};
const COUNT: Measure = { kind: 'count', unit: 'catches', direction: 'up', target: { low: 30, high: null } };

const facts = (values: readonly number[]) =>
  values.map((value, index) => ({ value, at: index * 1000, sessionId: 's', dayKey: 'd', number: index + 1 }));

function laps(count: number, seed = 1): number[] {
  const chance = random(seed);
  return Array.from({ length: count }, () => 80 * Math.exp(0.08 * chance.normal()));
}

describe('takes that are likely to be slips of the finger', () => {
  it('are a lap of a hundredth of a second, and a 10 that was a 100', () => {
    const [lap] = unlikelyTakes(LAPS, facts([...laps(10), 0.01, ...laps(3, 2)]));
    expect(lap).toMatchObject({ number: 11, value: 0.01, perhaps: null });
    const [tenfold] = unlikelyTakes(COUNT, facts([98, 103, 99, 101, 97, 104, 10, 100]));
    expect(tenfold).toMatchObject({ number: 7, value: 10, perhaps: 100 });
    expect(tenfold?.usual.low).toBeGreaterThan(90);
  });

  it('may have been meant ten or a hundred times smaller, as far as the kind can take that value', () => {
    const around = [74, 72, 75, 73, 76, 71, 74, 75];
    const perhaps = (measure: Measure, slip: number) =>
      unlikelyTakes(measure, facts([...around, slip])).map((one) => one.perhaps);
    expect(perhaps(COUNT, 740)).toEqual([74]);
    expect(perhaps(COUNT, 7400)).toEqual([74]);
    // Nobody catches 74 and a half; a rate of 74.3 is one, and exactly that.
    expect(perhaps(COUNT, 745)).toEqual([null]);
    expect(perhaps({ ...COUNT, kind: 'rate' }, 743)).toEqual([74.3]);
    expect(perhaps({ ...COUNT, kind: 'rate' }, 7.43)).toEqual([74.3]);
  });

  it('are named by their id, to be taken back by', () => {
    const named = facts([...laps(10), 0.01]).map((fact, index) => ({ ...fact, id: `take ${index}` }));
    expect(unlikelyTakes(LAPS, named).map(({ id }) => id)).toEqual(['take 10']);
  });

  it('are told latest first, and five at most', () => {
    const values = laps(80).map((value, index) => (index % 10 === 9 ? value / 100 : value));
    const found = unlikelyTakes(LAPS, facts(values));
    expect(found.map(({ number }) => number)).toEqual([80, 70, 60, 50, 40]);
  });

  it('are not the bad days and leaps of a learner', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const chance = random(seed);
      const values = Array.from({ length: 60 }, (_, index) =>
        Math.exp(Math.log(index < 30 ? 60 : 45) + (index % 12 === 0 ? 0.5 : 0) + 0.1 * chance.normal()),
      );
      expect(unlikelyTakes(LAPS, facts(values))).toEqual([]);
    }
  });

  it('are none where all were alike, of few takes, or where any value is within reach', () => {
    expect(unlikelyTakes(COUNT, facts([5, 5, 5, 5, 5, 5, 5, 6, 5]))).toEqual([]);
    expect(unlikelyTakes(COUNT, facts([100, 100, 100, 1]))).toEqual([]);
    expect(unlikelyTakes({ ...COUNT, kind: 'rating' }, facts([8, 8, 8, 8, 8, 8, 8, 0]))).toEqual([]);
  });
});
