import { describe, expect, it } from 'vitest';
import type { Measure } from '../../engine/measure/measure.ts';
import {
  differenceUnit,
  findingNumbers,
  intervalWords,
  signedDifference,
  tickWords,
} from './difference-words.ts';

const of = (kind: Measure['kind'], unit = ''): Pick<Measure, 'kind' | 'unit'> => ({ kind, unit });

describe('a difference as a bare number', () => {
  it.each([
    [of('rating'), 1.46, '+1.5'],
    [of('rating'), -0.6, '−0.6'],
    [of('count', 'catches'), 0, '0'],
    [of('count', 'loops agreed'), 1, '+1'],
    [of('duration'), 75, '+1:15'],
    [of('duration'), -4.44, '−4.4'],
    [of('proportion'), 0.12, '+12'],
    [of('score'), 2_000, '+2000'],
  ])('%j of %d: %s', (measure, difference, words) => {
    expect(signedDifference(measure, difference)).toBe(words);
  });

  it('has its unit in the heading', () => {
    expect(differenceUnit(of('count', 'catches'))).toBe('catches');
    expect(differenceUnit(of('score'))).toBe('score');
    expect(differenceUnit(of('rate', 'words'))).toBe('words a minute');
    expect(differenceUnit(of('pass'))).toBe('percentage points');
  });
});

describe('an interval', () => {
  it.each([
    [0.8, 2.1, '0.8 to 2.1'],
    [-0.6, null, '−0.6 or more'],
    [null, 1, 'up to 1'],
    [null, null, null],
  ])('from %s to %s', (lower, upper, words) => {
    expect(intervalWords(of('rating'), { lower, upper })).toBe(words);
  });

  it('goes with every estimate, or there is none', () => {
    const told = (lower: number | null) =>
      findingNumbers(of('rating'), { estimate: 1.5, lower, upper: lower });
    expect(told(0.8)).toBe('+1.5 (0.8 to 0.8)');
    expect(told(null)).toBe('not yet');
  });
});

it('ticks are said as they are, and not rounded as an estimate is', () => {
  expect(tickWords(of('count'), 12.5)).toBe('+12.5');
  expect(tickWords(of('proportion'), -0.025)).toBe('−2.5');
  expect(tickWords(of('duration'), 90)).toBe('+1:30');
  expect(tickWords(of('rating'), 0)).toBe('0');
});
