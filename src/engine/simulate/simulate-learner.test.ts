import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIRECTIONS, MEASURE_KINDS, type MeasureKind, valueFault } from '../measure/measure.ts';
import { targetFault } from '../measure/target-fault.ts';
import { MILLISECONDS_PER_DAY } from '../units.ts';
import { simulateLearner } from './simulate-learner.ts';
import type { SimulatedMeasure, SimulatedPractice, SimulationPlan } from './simulated-practice.ts';

const START = Date.UTC(2026, 0, 5, 6, 30);
const WEEK = 7 * MILLISECONDS_PER_DAY;

const PLAN: SimulationPlan = {
  seed: 1,
  measure: { kind: 'duration', direction: 'down', target: { low: null, high: 6 } },
  weeks: 12,
  sittingsAWeek: 4,
  takesASitting: 6,
  attemptMinutes: 1,
  startAt: START,
  timeOfDayMinutes: 8 * 60,
};

const takesOf = ({ sessions }: SimulatedPractice) => sessions.flatMap(({ takes }) => takes);

/** Targets as learners set them, inside what each kind can take. */
const ENDS: Readonly<Record<MeasureKind, readonly [number, number]>> = {
  count: [10, 30],
  duration: [15, 45],
  proportion: [0.4, 0.6],
  rate: [40, 60],
  rating: [4, 6],
  pass: [0, 1],
  score: [-5, 8],
};

const measures: fc.Arbitrary<SimulatedMeasure> = fc
  .record(
    {
      kind: fc.constantFrom(...MEASURE_KINDS),
      direction: fc.constantFrom(...DIRECTIONS),
      hasTarget: fc.boolean(),
      most: fc.constantFrom(1, 3, 10, 100),
      step: fc.constantFrom(0.25, 0.7, 1, 5),
    },
    { requiredKeys: ['kind', 'direction', 'hasTarget'] },
  )
  .map(({ kind, direction, hasTarget, ...limits }) => {
    const [low, high] = ENDS[kind];
    const ends = { up: { low, high: null }, down: { low: null, high }, within: { low, high } }[direction];
    return { kind, direction, target: hasTarget ? ends : { low: null, high: null }, ...limits };
  });

const gaps = fc.record({ fromWeek: fc.nat(6), weeks: fc.integer({ min: 1, max: 5 }) });
const plans: fc.Arbitrary<SimulationPlan> = fc
  .record({
    seed: fc.nat(),
    measure: measures,
    weeks: fc.integer({ min: 0, max: 9 }),
    sittingsAWeek: fc.constantFrom(0, 1, 3, 7, 16, 70),
    takesASitting: fc.constantFrom(1, 4, 12),
    attemptMinutes: fc.constantFrom(0.1, 0.5, 5, 120),
    startAt: fc.integer({ min: START - 100 * WEEK, max: START + 100 * WEEK }),
    timeOfDayMinutes: fc.nat(1439),
    gap: fc.option(gaps),
  })
  .map(({ gap, ...plan }) => (gap === null ? plan : { ...plan, gap }));

describe('simulateLearner', () => {
  it('makes the same practice of the same seed, and another one of another', () => {
    expect(simulateLearner(PLAN)).toEqual(simulateLearner({ ...PLAN }));
    expect(takesOf(simulateLearner({ ...PLAN, seed: 2 }))).not.toEqual(takesOf(simulateLearner(PLAN)));
  });

  it('draws only targets that fit and values that their kind can take', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { most = Number.POSITIVE_INFINITY } = plan.measure;
        expect(targetFault(plan.measure)).toBeNull();
        for (const { value, feel, durationSeconds } of takesOf(simulateLearner(plan))) {
          expect(valueFault(plan.measure.kind, value)).toBeNull();
          expect(value).toBeLessThanOrEqual(most);
          expect(Object.is(value, -0)).toBe(false);
          if (plan.measure.kind === 'rating' && plan.measure.step === undefined) expect(value % 1).toBe(0);
          if (plan.measure.kind === 'duration') expect(durationSeconds).toBeGreaterThanOrEqual(value);
          if (feel !== null) expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).toContain(feel);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('keeps sessions and takes in the order of time, none before the start, in the gap or after the end', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const practice = simulateLearner(plan);
        const gapFrom = plan.startAt + (plan.gap?.fromWeek ?? 0) * WEEK;
        const gapTo = gapFrom + (plan.gap?.weeks ?? 0) * WEEK;
        let freeFrom = plan.startAt;
        for (const { startedAt, endedAt, takes } of practice.sessions) {
          expect(startedAt).toBeGreaterThanOrEqual(freeFrom);
          expect(takes[0]?.startedAt).toBe(startedAt);
          freeFrom = startedAt;
          for (const take of takes) {
            expect(take.startedAt).toBeGreaterThanOrEqual(freeFrom);
            freeFrom = take.startedAt + take.durationSeconds * 1000;
          }
          expect(endedAt).toBeGreaterThanOrEqual(Math.floor(freeFrom));
          expect(endedAt <= gapFrom || startedAt >= gapTo).toBe(true);
          freeFrom = endedAt;
        }
        expect(freeFrom).toBeLessThanOrEqual(Math.max(plan.startAt, plan.startAt + plan.weeks * WEEK));
        expect(practice.truth.takes).toHaveLength(takesOf(practice).length);
      }),
      { numRuns: 80 },
    );
  });

  it('sits down about as often as planned, at the usual time, with about as many takes', () => {
    const plan = { ...PLAN, weeks: 100, parameters: { missedShare: 0, floorShare: 0 } };
    const { sessions } = simulateLearner(plan);
    expect(sessions.length).toBeGreaterThan(395);
    expect(sessions.length).toBeLessThanOrEqual(400);
    const takes = sessions.reduce((sum, session) => sum + session.takes.length, 0) / sessions.length;
    expect(takes).toBeGreaterThan(5.5);
    expect(takes).toBeLessThan(7);
    const minutes = sessions.map(({ startedAt }) => (startedAt % MILLISECONDS_PER_DAY) / 60_000).sort();
    expect(minutes[200]).toBeGreaterThan(8 * 60 - 10);
    expect(minutes[200]).toBeLessThan(8 * 60 + 10);
    const missing = simulateLearner({ ...plan, parameters: { missedShare: 0.3, floorShare: 0.5 } });
    expect(missing.sessions.length).toBeLessThan(300);
    const floors = missing.sessions.filter(({ isFloor }) => isFloor);
    expect(floors.length).toBeGreaterThan(missing.sessions.length / 3);
    expect(floors.every(({ takes: few }) => few.length <= 4)).toBe(true);
  });

  it('writes scores that are aimed at zero as people do, on both sides of it', () => {
    const measure: SimulatedMeasure = {
      kind: 'score',
      direction: 'up',
      target: { low: 0, high: null },
      step: 1,
    };
    const practice = simulateLearner({ ...PLAN, measure, parameters: { noiseSd: 2 } });
    const values = takesOf(practice).map(({ value }) => value);
    expect(practice.truth.scale).toBe('linear');
    expect(Math.min(...values)).toBeLessThan(0);
    expect(Math.max(...values)).toBeGreaterThan(0);
    expect(values).toContain(0);
    expect(values.some((value) => Object.is(value, -0))).toBe(false);
  });

  it('makes the two-minute version last no longer than that, but for a value that is a longer time itself', () => {
    const plan = { ...PLAN, attemptMinutes: 15, parameters: { floorShare: 1 } };
    const count = { kind: 'count', direction: 'up', target: { low: 9, high: null } } as const;
    for (const { durationSeconds } of takesOf(simulateLearner({ ...plan, measure: count })))
      expect(durationSeconds).toBeLessThanOrEqual(120);
    const long = { kind: 'duration', direction: 'down', target: { low: null, high: 600 } } as const;
    for (const { durationSeconds, value } of takesOf(simulateLearner({ ...plan, measure: long })))
      expect(durationSeconds).toBeCloseTo(value, 0);
  });

  it('has bounds that no plan goes beyond', () => {
    const most = simulateLearner({
      ...PLAN,
      weeks: 1e9,
      sittingsAWeek: 1e9,
      takesASitting: 1e9,
      attemptMinutes: 0.01,
    });
    expect(takesOf(most).length).toBeLessThanOrEqual(20_200);
    expect(Math.max(...most.sessions.map(({ takes }) => takes.length))).toBe(200);
    expect(simulateLearner({ ...PLAN, weeks: -1 }).sessions).toEqual([]);
  });
});
