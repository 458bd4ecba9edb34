import { describe, expect, it } from 'vitest';
import type { Measure } from '../../engine/measure/measure.ts';
import { basisSentence, nextSentence, reachSentence, unlikelySentence } from './outlook-words.ts';
import type { Payload } from './picture-words.ts';

type Told = Extract<NonNullable<Payload['outlook']>, { kind: 'outlook' }>;

const CATCHES: Measure = { kind: 'count', unit: 'catches', direction: 'up', target: { low: 30, high: null } };
const LAST = Date.UTC(2026, 10, 21, 12);
const OUTLOOK: Told = {
  kind: 'outlook',
  n: 93,
  level: 0.8,
  band: [],
  nextTen: { from: 1, to: 10, mean: 24, low: 20, high: 28 },
  reach: null,
  pacePerDay: 5,
};
const reach = { early: 50, middle: 100, late: 300, most: 800, probability: 0.97 };

const reachOf = (outlook: Partial<Told>) => reachSentence(CATCHES, { ...OUTLOOK, ...outlook }, LAST);

describe('what comes next, in words', () => {
  it('gives the next ten with their span, and what that rests on', () => {
    expect(nextSentence(CATCHES, OUTLOOK)).toBe(
      'The next ten takes, if practice goes on as it has: about 24 catches on the whole, between 20 and 28 catches.',
    );
    expect(basisSentence(OUTLOOK, LAST)).toBe(
      'What comes next is reckoned from 93 takes, the last on 21 Nov 2026, and redrawn with each.',
    );
  });

  it('dates the target at the learner’s pace', () => {
    expect(reachOf({ reach })).toBe(
      '25 takes in a row that come to 30 catches on the whole: likely at your pace from 1 Dec 2026 to 20 Jan 2027.',
    );
    expect(reachOf({ reach: { ...reach, late: null } })).toContain(
      'as likely as not at your pace by 11 Dec 2026.',
    );
  });

  it('tells passes by how many hold', () => {
    const pass: Measure = { ...CATCHES, kind: 'pass', unit: '', target: { low: 1, high: null } };
    const nextTen = { from: 1, to: 10, mean: 0.853, low: 0.551, high: 1 };
    expect(nextSentence(pass, { ...OUTLOOK, nextTen })).toBe(
      'The next ten takes, if practice goes on as it has: about 85% of them hold, between 55% and 100%.',
    );
  });

  it('counts takes where there is no pace, or a date would pretend to know', () => {
    expect(reachOf({ reach, pacePerDay: null })).toContain('likely within 50 to 300 takes from now.');
    expect(reachOf({ reach, pacePerDay: 0.1 })).toContain('within 50 to 300 takes from now.');
  });

  it.each([
    [0.02, 'fewer than one chance in twenty'],
    [0.1, 'about one chance in ten'],
    [0.32, 'about three chances in ten'],
  ])('of a far target tells the chance %f and no date', (probability, words) => {
    const far = { early: null, middle: null, late: null, most: 800, probability };
    expect(reachOf({ reach: far })).toBe(
      `25 takes in a row that come to 30 catches on the whole: ${words} within the next 800. That is too far off to date.`,
    );
  });
});

describe('a take that may be a slip', () => {
  const take = { index: 6, number: 7, value: 10, usual: { low: 97, high: 101 }, perhaps: 100 };

  it('is told with where the others lie, and what it may have been', () => {
    expect(unlikelySentence(CATCHES, take)).toBe(
      'Take 7, 10 catches, lies far from those around it, from 97 to 101 catches. Was it 100 catches?',
    );
    expect(unlikelySentence(CATCHES, { ...take, perhaps: null })).toMatch(/97 to 101 catches\.$/);
  });
});
