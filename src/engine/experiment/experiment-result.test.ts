import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Measure } from '../measure/measure.ts';
import { random } from '../random.ts';
import { type DrawnUnit, experimentResult } from './experiment-result.ts';
import { moreNeeded } from './more-needed.ts';
import { differences, type ExperimentTerms, termsFault } from './terms.ts';

const NO_TARGET = { low: null, high: null };
const catches: Measure = { kind: 'count', unit: 'catches', direction: 'up', target: NO_TARGET };
const seconds: Measure = { kind: 'duration', unit: 's', direction: 'down', target: NO_TARGET };
const points: Measure = { kind: 'rating', unit: '', direction: 'up', target: NO_TARGET };
const held: Measure = { kind: 'pass', unit: '', direction: 'up', target: NO_TARGET };

const terms = (measure: Measure, more: Partial<ExperimentTerms> = {}): ExperimentTerms => ({
  design: {
    levels: ['sitting', 'standing'],
    unit: 'attempt',
    draw: { kind: 'fixed', probabilities: [0.5, 0.5] },
    washout: 0,
  },
  measure,
  smallest: 0.5,
  reference: 40,
  ...more,
});

/** A learner who gets better all the while, `effect` points better standing. */
function ratings(seed: number, effect: number, count: number): DrawnUnit[] {
  const chance = random(seed);
  return Array.from({ length: count }, (_, place) => {
    const level = chance.uniform() < 0.5 ? 'standing' : 'sitting';
    const now = 4 + place / 40 + (level === 'standing' ? effect : 0) + 0.8 * chance.normal();
    return { place, level, probability: 0.5, values: [Math.min(10, Math.max(0, now))] };
  });
}

describe('differences in the measure’s unit', () => {
  it('are what they are on a scale that is the unit itself', () => {
    expect(differences(terms(points)).toUnit(1.5)).toBe(1.5);
  });

  it('are told at the value where the learner began, better always above 0', () => {
    const { toUnit } = differences(terms(seconds));
    // A tenth less time.
    expect(toUnit(-Math.log(0.9))).toBeCloseTo(4, 6);
    expect(toUnit(Math.log(0.9))).toBeCloseTo(-4.44, 1);
    expect(differences(terms(catches)).toUnit(Math.log(1.1))).toBeCloseTo(4.05, 2);
  });

  it('go to the scale and back', () => {
    const measures = fc.constantFrom(catches, seconds, points, held);
    fc.assert(
      fc.property(
        measures,
        fc.double({ min: 0.05, max: 0.9, noNaN: true }),
        fc.double({ min: 2, max: 90, noNaN: true }),
        (measure, share, reference) => {
          const { toUnit, toScale } = differences(terms(measure, { reference }));
          const difference = share * reference;
          expect(toUnit(toScale(difference))).toBeCloseTo(difference, 6);
        },
      ),
    );
  });
});

describe('terms', () => {
  it.each([
    [terms(points, { smallest: 0 }), 'above 0'],
    [terms(seconds, { smallest: 60, reference: 40 }), null],
    [terms({ ...points, direction: 'within' }), 'set a range first'],
    [terms(points, { design: { ...terms(points).design, levels: ['one'] } }), 'two to 6 levels'],
  ])('are refused in words where nothing could be found: %#', (asked, words) => {
    if (words === null) expect(termsFault(asked)).toBeNull();
    else expect(termsFault(asked)).toContain(words);
  });
});

describe('the result of an experiment', () => {
  it('finds what is there, in the unit, with an interval around it', () => {
    const [finding] = experimentResult(terms(points), ratings(3, 1.5, 80)).findings;
    expect(finding).toMatchObject({ level: 'standing', against: 'sitting', verdict: 'better', n: 80 });
    expect(finding?.lower).toBeGreaterThan(0);
    expect(finding?.lower).toBeLessThan(1.5);
    expect(finding?.upper).toBeGreaterThan(1.5);
  });

  it('finds a difference of passes as a difference of shares', () => {
    const chance = random(8);
    const units = Array.from({ length: 150 }, (_, place): DrawnUnit => {
      const level = chance.uniform() < 0.5 ? 'standing' : 'sitting';
      const passed = chance.uniform() < (level === 'standing' ? 0.9 : 0.3);
      return { place, level, probability: 0.5, values: [passed ? 1 : 0] };
    });
    const result = experimentResult(terms(held, { smallest: 0.1, reference: 0.5 }), units);
    expect(result.findings[0]?.verdict).toBe('better');
    expect(result.findings[0]?.lower).toBeLessThan(0.6);
    expect(result.findings[0]?.upper).toBeGreaterThan(0.6);
  });

  it('is the same whatever order the facts came in', () => {
    const units = ratings(5, 0.5, 30);
    expect(experimentResult(terms(points), units.toReversed())).toEqual(
      experimentResult(terms(points), units),
    );
  });

  it('takes one value of a session, and leaves out its first takes', () => {
    const design = { ...terms(points).design, unit: 'session', washout: 1 } as const;
    const units: DrawnUnit[] = [
      { place: 0, level: 'sitting', probability: 0.5, values: [9, 4, 6] },
      { place: 1, level: 'standing', probability: 0.5, values: [2] },
      { place: 2, level: 'standing', probability: 0.5, values: [] },
    ];
    const { n, levels } = experimentResult(terms(points, { design }), units);
    expect(n).toBe(1);
    expect(levels).toEqual([
      { level: 'sitting', n: 1, mean: 5 },
      { level: 'standing', n: 0, mean: null },
    ]);
  });

  it('keeps so many looks at most, evenly, and the last of them is what is told', () => {
    const result = experimentResult(terms(points), ratings(6, 1, 101), 20);
    expect(result.looks.length).toBeLessThanOrEqual(20);
    expect(result.looks.at(-1)).toEqual({ n: 101, findings: result.findings });
    const steps = result.looks.slice(1).map(({ n }, at) => n - (result.looks[at]?.n ?? 0));
    expect(new Set(steps).size).toBe(1);
  });

  it('says how many more settle it, and it is so about four times in five', () => {
    const asked = { told: 0, inside: 0 };
    for (const effect of [0, 0.6, 1.2]) {
      for (let seed = 0; seed < 16; seed += 1) {
        const units = ratings(900 + seed, effect, 160);
        const early = experimentResult(terms(points), units.slice(0, 24));
        const [finding] = early.findings;
        const more = finding === undefined ? null : moreNeeded(finding, 0.5, early);
        if (more === null) continue;
        const { looks } = experimentResult(terms(points), units, 160);
        const settled = looks.find(({ n, findings }) => n > 24 && findings[0]?.verdict !== 'not-enough');
        const took = (settled?.n ?? Number.POSITIVE_INFINITY) - 24;
        asked.told += 1;
        if (more.low <= took && took <= more.high) asked.inside += 1;
      }
    }
    expect(asked.told).toBeGreaterThan(25);
    expect(asked.inside / asked.told).toBeGreaterThan(0.7);
    expect(asked.inside / asked.told).toBeLessThan(0.95);
  });
});
