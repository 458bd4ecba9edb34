import { describe, expect, it } from 'vitest';
import {
  DIRECTIONS,
  goodness,
  MEASURE_KINDS,
  type Measure,
  type MeasureKind,
  reaches,
} from '../measure/measure.ts';
import { drawPicture } from '../picture/draw-picture.ts';
import type { AttemptFact } from '../picture/picture.ts';
import { MILLISECONDS_PER_DAY } from '../units.ts';
import { simulateLearner } from './simulate-learner.ts';
import type { SimulatedPractice, SimulationPlan } from './simulated-practice.ts';

/** What is put in is found again in the values, for every kind and direction: else no test of the engine could lean on it. */
const PLAN: SimulationPlan = {
  seed: 1,
  measure: { kind: 'duration', direction: 'down', target: { low: null, high: 60 } },
  weeks: 20,
  sittingsAWeek: 4,
  takesASitting: 6,
  attemptMinutes: 2,
  startAt: Date.UTC(2026, 0, 5),
  timeOfDayMinutes: 19 * 60,
};
/** No chance but that of the schedule. */
const STILL = { sessionSd: 0, noiseSd: 0, warmUp: 0, outlierShare: 0, likeness: 0, dispersion: 0 } as const;

const USUAL_ENDS = [20, 30] as const;
const ENDS: Partial<Readonly<Record<MeasureKind, readonly [low: number, high: number]>>> = {
  proportion: [0.4, 0.6],
  rating: [4, 6],
  pass: [1, 1],
};
const MEASURES: readonly Measure[] = MEASURE_KINDS.flatMap((kind) =>
  DIRECTIONS.filter((direction) => kind !== 'pass' || direction === 'up').map((direction) => {
    const [low, high] = ENDS[kind] ?? USUAL_ENDS;
    const targets = { up: { low, high: null }, down: { low: null, high }, within: { low, high } };
    return { kind, unit: '', direction, target: targets[direction] };
  }),
);

const takesOf = ({ sessions }: SimulatedPractice) => sessions.flatMap(({ takes }) => takes);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const seeds = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** As the picture wants them. */
function factsOf({ sessions }: SimulatedPractice): readonly AttemptFact[] {
  return sessions.flatMap((session, index) =>
    session.takes.map(({ value, startedAt }) => ({
      value,
      at: startedAt,
      sessionId: `session ${index}`,
      dayKey: `day ${Math.floor(startedAt / MILLISECONDS_PER_DAY)}`,
    })),
  );
}

describe('what is true of a simulated learner', () => {
  it('is flat without learning, whatever the measure', () => {
    for (const measure of MEASURES) {
      const { truth } = simulateLearner({ ...PLAN, measure, parameters: { gain: 0 } });
      expect(new Set(truth.takes.map(({ skill }) => skill)).size).toBe(1);
      expect(new Set(truth.takes.map(({ typicalValue }) => typicalValue)).size).toBe(1);
    }
  });

  it.each(MEASURES)('rises with practice, and so do values: $kind, $direction', (measure) => {
    const gains = seeds(40).map((seed) => {
      const practice = simulateLearner({ ...PLAN, measure, seed });
      const skills = practice.truth.takes.map(({ skill }) => skill);
      expect(skills.at(-1)).toBeGreaterThan(skills[0] ?? 0);
      const good = takesOf(practice).map(({ value }) => goodness(measure, value));
      return mean(good.slice(-50)) - mean(good.slice(0, 10));
    });
    expect(mean(gains)).toBeGreaterThan(0);
    expect(gains.filter((gain) => gain > 0).length).toBeGreaterThan(gains.length * 0.75);
  });

  it.each(MEASURES.filter(({ kind }) => kind !== 'pass'))(
    'leads most learners to their target in the end, and not all: $kind, $direction',
    (measure) => {
      const reaching = seeds(200).filter((seed) => {
        // Who has nothing left to gain is at the end from the first take on.
        const { truth } = simulateLearner({ ...PLAN, measure, seed, weeks: 2, parameters: { gain: 0 } });
        return reaches(measure.target, truth.takes[0]?.typicalValue ?? Number.NaN);
      });
      expect(reaching.length).toBeGreaterThan(110);
      expect(reaching.length).toBeLessThan(175);
    },
  );

  it('follows the curve that its page gives as an example', () => {
    const parameters = { ...STILL, asymptote: -Math.log(60), gain: Math.log(2), learningTakes: 40 };
    const measure = { ...PLAN.measure, step: 0.001 };
    const practice = simulateLearner({ ...PLAN, measure, parameters: { ...parameters, halfLifeDays: 1e12 } });
    const values = takesOf(practice).map(({ value }) => value);
    expect(values[0]).toBe(120);
    expect(values[40]).toBeCloseTo(77.427, 3);
    expect(values[120]).toBeCloseTo(62.107, 3);
  });

  it('has the noise of its takes as like each other as it says, and as wide', () => {
    const parameters = { ...STILL, gain: 0, noiseSd: 0.2, likeness: 0.6 };
    const { sessions, truth } = simulateLearner({ ...PLAN, weeks: 200, parameters });
    const noise = sessions
      .flatMap(({ takes }) => takes.map(({ value }) => value))
      .map((value, index) => Math.log((truth.takes[index]?.typicalValue ?? 1) / value));
    const variance = mean(noise.map((each) => each ** 2));
    expect(Math.sqrt(variance)).toBeCloseTo(0.2, 1.5);
    const pairs = noise.slice(1).map((each, index) => each * (noise[index] ?? 0));
    expect(mean(pairs) / variance).toBeGreaterThan(0.55);
    expect(mean(pairs) / variance).toBeLessThan(0.65);
  });

  it('has good and bad days that all takes of a session share', () => {
    const parameters = { ...STILL, gain: 0, sessionSd: 0.2 };
    const measure = { ...PLAN.measure, step: 0.001 };
    const { sessions } = simulateLearner({ ...PLAN, measure, weeks: 200, parameters });
    const days = sessions.map(({ takes }) => {
      const [first] = takes;
      for (const { value } of takes) expect(value).toBe(first?.value);
      return Math.log(first?.value ?? Number.NaN);
    });
    expect(Math.sqrt(mean(days.map((day) => (day - mean(days)) ** 2)))).toBeCloseTo(0.2, 1.5);
  });

  it('passes as often as its probability says', () => {
    const measure: Measure = { kind: 'pass', unit: '', direction: 'up', target: { low: 1, high: null } };
    const parameters = { ...STILL, gain: 0, asymptote: Math.log(0.6 / 0.4) };
    const practice = simulateLearner({ ...PLAN, measure, weeks: 100, parameters });
    expect(practice.truth.takes[0]?.typicalValue).toBeCloseTo(0.6, 10);
    expect(mean(takesOf(practice).map(({ value }) => value))).toBeCloseTo(0.6, 1.5);
  });

  it('counts with the spread that a count of its size has', () => {
    const measure: Measure = {
      kind: 'count',
      unit: 'slips',
      direction: 'down',
      target: { low: null, high: 20 },
    };
    const parameters = { ...STILL, gain: 0, asymptote: -Math.log(20), dispersion: 0.4 };
    const values = takesOf(simulateLearner({ ...PLAN, measure, weeks: 200, parameters })).map(
      ({ value }) => value,
    );
    const variance = mean(values.map((value) => (value - mean(values)) ** 2));
    expect(variance / mean(values)).toBeGreaterThan(0.36);
    expect(variance / mean(values)).toBeLessThan(0.48);
  });

  it('feels better where it went better, and says so as often as it should', () => {
    const feels = (feelShare: number) =>
      takesOf(simulateLearner({ ...PLAN, weeks: 100, parameters: { gain: 0, feelShare } }));
    expect(feels(0).every(({ feel }) => feel === null)).toBe(true);
    const said = feels(1).flatMap(({ feel, value }) => (feel === null ? [] : [{ feel, value }]));
    expect(said).toHaveLength(feels(1).length);
    const middle = mean(said.map(({ value }) => value));
    const [fast, slow] = [
      said.filter(({ value }) => value < middle),
      said.filter(({ value }) => value > middle),
    ];
    expect(mean(fast.map(({ feel }) => feel)) - mean(slow.map(({ feel }) => feel))).toBeGreaterThan(1);
  });

  it('has as many outliers as it says, and most are slips', () => {
    const parameters = { ...STILL, gain: 0, noiseSd: 0.1, outlierShare: 0.05, outlierSize: 10 };
    const practice = simulateLearner({ ...PLAN, weeks: 200, parameters });
    const { takes: truths } = practice.truth;
    const outliers = takesOf(practice).filter((_, index) => truths[index]?.isOutlier);
    expect(outliers.length / truths.length).toBeCloseTo(0.05, 1.8);
    const slips = outliers.filter(({ value }, index) => value > (truths[index]?.typicalValue ?? 0));
    expect(slips.length / outliers.length).toBeGreaterThan(0.7);
    expect(slips.length / outliers.length).toBeLessThan(0.9);
  });

  it('begins each session cold, and is warm by the tenth take', () => {
    const parameters = { ...STILL, gain: 0, warmUp: 0.1 };
    const plan = { ...PLAN, takesASitting: 20, measure: { ...PLAN.measure, step: 0.001 }, parameters };
    for (const { takes } of simulateLearner(plan).sessions.filter(({ takes }) => takes.length >= 10)) {
      const [first = 0, second = 0] = takes.map(({ value }) => value);
      const typical = takes.at(-1)?.value ?? 0;
      expect(Math.log(first / typical)).toBeGreaterThan(0.095);
      expect(second).toBeLessThan(first);
      expect(Math.log((takes[9]?.value ?? 0) / typical)).toBeLessThan(0.01);
    }
  });

  it('loses some of what was learnt over a gap, and has it back within a few takes', () => {
    const parameters = { ...STILL, halfLifeDays: 200, relearningTakes: 5, missedShare: 0 };
    const plan: SimulationPlan = { ...PLAN, weeks: 40, gap: { fromWeek: 12, weeks: 20 }, parameters };
    const { sessions, truth } = simulateLearner(plan);
    const gapTo = PLAN.startAt + 32 * 7 * MILLISECONDS_PER_DAY;
    const before = sessions.filter(({ startedAt }) => startedAt < gapTo).flatMap(({ takes }) => takes).length;
    const skill = (index: number) => truth.takes[index]?.skill ?? Number.NaN;
    const start = truth.parameters.asymptote - truth.parameters.gain;
    const kept = (skill(before) - start) / (skill(before - 1) - start);
    expect(kept).toBeGreaterThan(0.58);
    expect(kept).toBeLessThan(0.63);
    expect(skill(before + 20)).toBeGreaterThan(start + (skill(before - 1) - start) * 0.98);
    // Practice itself forgets next to nothing: what a day takes is back within its takes.
    expect(skill(before - 1)).toBeGreaterThan(start + truth.parameters.gain * 0.9);
  });

  it('shows each level of a condition with the effect that it was given', () => {
    const levels = [
      { name: 'standing', effect: 0.1 },
      { name: 'sitting', effect: 0 },
    ];
    const conditions = [{ variable: 'posture', levels }];
    const logs: Record<'standing' | 'sitting', number[]> = { standing: [], sitting: [] };
    for (const seed of seeds(30)) {
      const practice = simulateLearner({ ...PLAN, seed, conditions });
      for (const [index, take] of takesOf(practice).entries()) {
        const truth = practice.truth.takes[index];
        const level = take.condition.posture === 'standing' ? 'standing' : 'sitting';
        expect(truth?.effect).toBe(level === 'standing' ? 0.1 : 0);
        logs[level].push(-Math.log(take.value) - (truth?.skill ?? 0) - (truth?.warmUp ?? 0));
      }
    }
    expect(mean(logs.standing) - mean(logs.sitting)).toBeCloseTo(0.1, 2);
    const still = { ...STILL, gain: 0 };
    const exact = simulateLearner({
      ...PLAN,
      measure: { ...PLAN.measure, step: 0.001 },
      conditions,
      parameters: still,
    });
    for (const [index, { value }] of takesOf(exact).entries())
      expect(value).toBeCloseTo(exact.truth.takes[index]?.typicalValue ?? Number.NaN, 2);
    const share = logs.standing.length / (logs.standing.length + logs.sitting.length);
    expect(share).toBeCloseTo(0.5, 1.5);
  });

  it('changes nothing but the values where an effect is put in, so that the same seed can be compared with itself', () => {
    const measure = { kind: 'score', direction: 'up', target: { low: 60, high: null } } as const;
    const posture = (effect: number) => ({
      ...PLAN,
      measure,
      conditions: [
        {
          variable: 'posture',
          levels: [
            { name: 'a', effect },
            { name: 'b', effect: 0 },
          ],
        },
      ],
    });
    const [without, withEffect] = [simulateLearner(posture(0)), simulateLearner(posture(0.2))];
    const bare = (practice: SimulatedPractice) => takesOf(practice).map(({ value, ...rest }) => rest);
    expect(bare(withEffect)).toEqual(bare(without));
    for (const [index, { value, condition }] of takesOf(withEffect).entries()) {
      const before = takesOf(without)[index]?.value ?? 0;
      if (condition.posture === 'a') expect(value / before).toBeCloseTo(Math.exp(0.2), 1);
      else expect(value).toBe(before);
    }
  });

  it('is seen by the picture: a trend in most who learn fast, seldom one where nothing is learnt', () => {
    const measure: Measure = {
      kind: 'rate',
      unit: 'words',
      direction: 'up',
      target: { low: 40, high: null },
    };
    const called = (parameters: SimulationPlan['parameters']) =>
      seeds(60).filter((seed) => {
        const practice = simulateLearner({ ...PLAN, weeks: 4, measure, seed, parameters: parameters ?? {} });
        return drawPicture(measure, factsOf(practice)).trend.kind === 'improving';
      }).length;
    expect(called({ learningTakes: 60, gain: 0.9 })).toBeGreaterThan(45);
    expect(called({ gain: 0 })).toBeLessThan(6);
  });
});
