import { describe, expect, it } from 'vitest';
import type { Measure } from '../measure/measure.ts';
import type { AttemptFact } from '../picture/picture.ts';
import { random } from '../random.ts';
import { drawOutlook } from './outlook.ts';

const DAY = 86_400_000;
const WORDS: Measure = { kind: 'rate', unit: 'words', direction: 'up', target: { low: 80, high: null } };

/** Three takes a day, from `low` towards `high`. */
function takes(count: number, low: number, high: number, seed = 1): AttemptFact[] {
  const chance = random(seed);
  return Array.from({ length: count }, (_, index) => ({
    value: (low + (high - low) * (1 - Math.exp(-index / 40))) * Math.exp(0.06 * chance.normal()),
    at: Math.floor(index / 3) * DAY + (index % 3) * 60_000,
    sessionId: `s${Math.floor(index / 3)}`,
    dayKey: `d${Math.floor(index / 3)}`,
  }));
}

const outlookOf = (attempts: readonly AttemptFact[], measure = WORDS) => {
  const outlook = drawOutlook(measure, attempts);
  if (outlook.kind !== 'outlook') throw new Error('too few');
  return outlook;
};

describe('where the attempts are heading', () => {
  it('is not said under eight', () => {
    expect(drawOutlook(WORDS, takes(7, 60, 60))).toEqual({ kind: 'too-few-attempts', have: 7, need: 8 });
    expect(drawOutlook(WORDS, takes(8, 60, 60)).kind).toBe('outlook');
  });

  it('is wider for one attempt than for the mean of ten, and holds where they lie', () => {
    const { nextTen, band } = outlookOf(takes(60, 60, 60));
    const [first] = band;
    expect(nextTen.high - nextTen.low).toBeLessThan((first?.high ?? 0) - (first?.low ?? 0));
    expect(nextTen.low).toBeLessThan(60);
    expect(nextTen.high).toBeGreaterThan(60);
  });

  it('tells what is near from what is out of reach', () => {
    const attempts = takes(60, 50, 75);
    const near = outlookOf(attempts, { ...WORDS, target: { low: 70, high: null } }).reach;
    const far = outlookOf(attempts, { ...WORDS, target: { low: 200, high: null } }).reach;
    expect(near?.probability).toBeGreaterThan(0.8);
    expect(near?.middle).toBeLessThanOrEqual(100);
    expect(far).toMatchObject({ early: null, middle: null, late: null });
    expect(far?.probability).toBeLessThan(0.1);
  });

  it('has its tenth before its half, and its half before its nine tenths', () => {
    const reach = outlookOf(takes(80, 50, 75), { ...WORDS, target: { low: 74, high: null } }).reach;
    const known = [reach?.early, reach?.middle, reach?.late].flatMap((one) => one ?? []);
    expect(known).toEqual(known.toSorted((a, b) => a - b));
  });

  it('knows no date without a target, or for a range', () => {
    const none = { low: null, high: null };
    expect(outlookOf(takes(30, 60, 60), { ...WORDS, target: none }).reach).toBeNull();
    const range: Measure = { ...WORDS, direction: 'within', target: { low: 50, high: 60 } };
    expect(outlookOf(takes(30, 60, 60), range).reach).toBeNull();
  });

  it('goes by the pace of the last four weeks', () => {
    expect(outlookOf(takes(150, 60, 60)).pacePerDay).toBeCloseTo(3, 0);
    expect(outlookOf(takes(9, 60, 60).map((one) => ({ ...one, at: 1000 }))).pacePerDay).toBeNull();
  });
});
