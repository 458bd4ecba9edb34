import { describe, expect, it } from 'vitest';
import type { Measure } from '../measure/measure.ts';
import { daysBetween, MILLISECONDS_PER_DAY, probability } from '../units.ts';
import type { SessionFinding } from './finding.ts';
import { findingSentence } from './finding-sentence.ts';

const catches: Measure = { kind: 'count', unit: 'catches', direction: 'up', target: { low: 30, high: null } };
const usual = { median: 24, n: 3, q25: 20, q75: 26, nBefore: 9 };
const held = { kind: 'target-held', median: 31, n: 6, daysNeeded: 3 } as const;

const SENTENCES: readonly (readonly [SessionFinding, string])[] = [
  [{ kind: 'target-reached', value: 31 }, 'The target is reached for the first time: 31 catches.'],
  [
    { ...held, daysHeld: 3, completes: true },
    'The target held on a third day: the middle of 6 takes is 31 catches. The payoff is met.',
  ],
  [
    { ...held, daysHeld: 2, completes: false },
    'The target held: the middle of 6 takes is 31 catches. That is day 2 of 3.',
  ],
  [{ ...held, n: 1, daysHeld: 5, completes: false }, 'The target held again: one take, 31 catches.'],
  [
    { kind: 'personal-best', value: 28, previous: 26, earlier: 22 },
    'Best so far: 28 catches. Before it, the best of 22 takes was 26 catches.',
  ],
  [
    { kind: 'best-of-week', value: 28, previous: 26, others: 12 },
    'Best in seven days: 28 catches. The best of the 12 takes before was 26 catches.',
  ],
  [
    {
      kind: 'steadier',
      spread: 1.2,
      spreadBefore: 4,
      n: 6,
      nBefore: 30,
      sessionsBefore: 5,
      chance: probability(0.01),
    },
    'Steadier: takes lay about 1.2 catches from the middle today, and 4 catches over the 5 sessions before.',
  ],
  [
    { kind: 'first-with-condition', condition: 'left hand first', n: 3, value: 21 },
    'First takes with “left hand first”: 3 of them, the best 21 catches.',
  ],
  [
    { kind: 'first-with-condition', condition: 'standing', n: 1, value: 21 },
    'First take with “standing”: 21 catches.',
  ],
  [
    { kind: 'back-after-gap', days: daysBetween(0, 23.4 * MILLISECONDS_PER_DAY), ...usual },
    '23 days between takes, and it is still there: the middle of 3 takes is 24 catches. Before, the middle half of 9 takes ran from 20 to 26 catches.',
  ],
  [
    { kind: 'early-variety', conditions: ['standing', 'sitting'], attempts: 6 },
    '2 ways tried in the first 6 takes: standing, sitting.',
  ],
  [{ kind: 'learned', learned: { what: 'no-attempts' } }, 'No takes this time, and nothing is lost.'],
  [
    { kind: 'learned', learned: { what: 'starting-range', n: 3, low: 12, high: 19 } },
    '3 takes, from 12 to 19 catches: this is where you start.',
  ],
  [
    { kind: 'learned', learned: { what: 'starting-range', n: 1, low: 12, high: 12 } },
    'The first take is down: 12 catches.',
  ],
  [
    { kind: 'learned', learned: { what: 'towards-a-trend', n: 5, more: 3 } },
    '5 takes so far. Three more before anything can be said about a trend.',
  ],
  [
    {
      kind: 'learned',
      learned: {
        what: 'harder-condition',
        harder: 'sitting',
        harderMedian: 20,
        harderN: 3,
        easier: 'standing',
        easierMedian: 24,
        easierN: 3,
      },
    },
    'Today “sitting” was the harder: 20 catches over 3 takes, against 24 catches over 3 takes with “standing”. One session says little by itself.',
  ],
  [
    { kind: 'learned', learned: { what: 'against-usual', place: 'inside', ...usual } },
    'The middle of 3 takes is 24 catches, where takes usually land: the middle half of 9 takes ran from 20 to 26 catches.',
  ],
  [
    { kind: 'learned', learned: { what: 'against-usual', place: 'better', ...usual, median: 27 } },
    'The middle of 3 takes is 27 catches, better than usual: the middle half of 9 takes ran from 20 to 26 catches. One session says little.',
  ],
  [
    { kind: 'learned', learned: { what: 'against-usual', place: 'worse', ...usual, median: 11 } },
    'The middle of 3 takes is 11 catches. Before, the middle half of 9 takes ran from 20 to 26 catches. One session says little.',
  ],
];

describe('findingSentence', () => {
  it.each(SENTENCES)('%o', (finding, sentence) => {
    expect(findingSentence(catches, finding)).toBe(sentence);
  });

  it('neither gushes nor scolds nor speaks of the person', () => {
    for (const [finding] of SENTENCES) {
      const sentence = findingSentence(catches, finding);
      expect(sentence).not.toMatch(/!|\byou are\b|great|amazing|streak|failed|bad|proven/i);
      expect(sentence.length).toBeLessThan(170);
    }
  });
});
