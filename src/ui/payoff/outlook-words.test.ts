import { describe, expect, it } from 'vitest';
import type { Measure } from '../../engine/measure/measure.ts';
import { outlookSentences, unlikelySentence } from './outlook-words.ts';
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

const lastOf = (outlook: Partial<Told>) =>
  outlookSentences(CATCHES, { ...OUTLOOK, ...outlook }, { lastAt: LAST }).at(-1);

describe('what comes next, in words', () => {
  it('is too early to say at first, and says how long', () => {
    const few = { kind: 'too-few-attempts', have: 5, need: 8 } as const;
    expect(outlookSentences(CATCHES, few, { lastAt: LAST })).toEqual([
      'Too early to say: three more takes first.',
    ]);
    expect(outlookSentences(CATCHES, { ...few, have: 7 }, { lastAt: LAST })).toEqual([
      'Too early to say: one more take first.',
    ]);
  });

  it('gives the next ten with how sure that is, and what it rests on', () => {
    expect(lastOf({})).toBe(
      'The next ten takes: about 24 catches on the whole, four in five between 20 and 28 catches. From 93 takes, the last on 21 Nov 2026.',
    );
  });

  it('dates the target at the learner’s pace', () => {
    expect(lastOf({ reach })).toBe(
      '25 takes in a row that come to 30 catches on the whole: four in five at your pace from 1 Dec 2026 to 20 Jan 2027.',
    );
    expect(lastOf({ reach: { ...reach, late: null } })).toContain(
      'as likely as not at your pace by 11 Dec 2026.',
    );
  });

  it('dates nothing that is met', () => {
    const met = outlookSentences(CATCHES, { ...OUTLOOK, reach }, { lastAt: LAST, isMet: true });
    expect(met).toHaveLength(1);
  });

  it('tells passes by how many hold', () => {
    const pass: Measure = { ...CATCHES, kind: 'pass', unit: '', target: { low: 1, high: null } };
    const nextTen = { from: 1, to: 10, mean: 0.853, low: 0.551, high: 1 };
    expect(outlookSentences(pass, { ...OUTLOOK, nextTen }, { lastAt: LAST })).toEqual([
      'The next ten takes: about 85% of them hold, four in five between 55% and 100%. From 93 takes, the last on 21 Nov 2026.',
    ]);
  });

  it('counts takes where there is no pace, or a date would pretend to know', () => {
    expect(lastOf({ reach, pacePerDay: null })).toContain('four in five within 50 to 300 takes from now.');
    expect(lastOf({ reach, pacePerDay: 0.1 })).toContain('within 50 to 300 takes from now.');
  });

  it.each([
    [0.02, 'fewer than one chance in twenty'],
    [0.1, 'about one chance in ten'],
    [0.32, 'about three chances in ten'],
  ])('of a far target tells the chance %f and no date', (probability, words) => {
    const far = { early: null, middle: null, late: null, most: 800, probability };
    expect(lastOf({ reach: far })).toBe(
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
