import { describe, expect, it } from 'vitest';
import type { Measure } from '../measure/measure.ts';
import { daysBetween, MILLISECONDS_PER_DAY, probability } from '../units.ts';
import type { SessionFinding } from './finding.ts';
import { findingSentence } from './finding-sentence.ts';

const catches: Measure = { kind: 'count', unit: 'catches', direction: 'up', target: { low: 30, high: null } };
const usual = { median: 24, n: 3, held: null, q25: 20, q75: 26, nBefore: 9, heldBefore: null };
const held = { kind: 'target-held', median: 31, n: 6, held: null, daysNeeded: 3 } as const;

const first = {
  kind: 'first-with-condition',
  condition: 'standing',
  n: 3,
  low: 18,
  high: 21,
  best: 21,
  held: null,
} as const;

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
    'Best in seven days: 28 catches. The best of the 12 takes of the seven days before was 26 catches.',
  ],
  [
    {
      kind: 'steadier',
      spread: 1.2,
      spreadBefore: 4,
      n: 6,
      nBefore: 30,
      sessionsBefore: 5,
      fewest: 5,
      chance: probability(0.01),
    },
    'Steadier: takes lay about 1.2 catches from the middle today, and 4 catches over the last 5 sessions of five takes or more.',
  ],
  [
    { ...first, condition: 'left hand first' },
    'First takes with “left hand first”: 3 of them, the best 21 catches.',
  ],
  [{ ...first, best: null }, 'First takes with “standing”: 3 of them, from 18 to 21 catches.'],
  [{ ...first, low: 21 }, 'First takes with “standing”: 3 of them, all at 21 catches.'],
  [{ ...first, n: 1, low: 21 }, 'First take with “standing”: 21 catches.'],
  [
    { kind: 'back-after-gap', days: daysBetween(0, 23.4 * MILLISECONDS_PER_DAY), ...usual },
    '23 days between takes, and it is still there: the middle of 3 takes is 24 catches. Before, the middle half of 9 takes ran from 20 to 26 catches.',
  ],
  [
    { kind: 'early-variety', ways: ['standing', 'sitting'], attempts: 6 },
    '2 ways tried in the first 6 takes: standing, sitting.',
  ],
  [{ kind: 'learned', learned: { what: 'no-attempts' } }, 'No takes this time, and nothing is lost.'],
  [
    { kind: 'learned', learned: { what: 'starting-range', n: 3, low: 12, high: 19, held: null } },
    'This is where you start: 3 takes, from 12 to 19 catches.',
  ],
  [
    { kind: 'learned', learned: { what: 'starting-range', n: 1, low: 12, high: 12, held: null } },
    'The first take is down: 12 catches. One is too few to say more.',
  ],
  [
    { kind: 'learned', learned: { what: 'starting-range', n: 3, low: 5, high: 5, held: null } },
    'This is where you start: 3 takes, all at 5 catches.',
  ],
  [
    { kind: 'learned', learned: { what: 'towards-a-trend', n: 5, more: 3 } },
    '5 takes so far, too few to say more. At least three more before anything can be said about a trend.',
  ],
  [
    {
      kind: 'learned',
      learned: {
        what: 'harder-condition',
        harder: { condition: 'sitting', median: 20, n: 3, held: null },
        easier: { condition: 'standing', median: 24, n: 3, held: null },
      },
    },
    'Today “sitting” was harder than “standing”: a middle of 20 catches over 3 takes, against a middle of 24 catches over 3 takes. One session says little by itself.',
  ],
  [
    { kind: 'learned', learned: { what: 'against-usual', place: 'inside', ...usual } },
    'Where takes usually land: 24, within the 20 to 26 catches before. The middle of 3 takes, set against the middle half of the 9 before. One session says little.',
  ],
  [
    {
      kind: 'learned',
      learned: { what: 'against-usual', place: 'inside', ...usual, median: 5, q25: 5, q75: 5, n: 1 },
    },
    'Where takes usually land: 5 catches. One take, set against the middle half of the 9 before. One session says little.',
  ],
  [
    { kind: 'learned', learned: { what: 'against-usual', place: 'other-side', ...usual, median: 53 } },
    'On the other side of the range: 53, against 20 to 26 catches before. The middle of 3 takes, set against the middle half of the 9 before. One session says little.',
  ],
  [
    { kind: 'learned', learned: { what: 'against-usual', place: 'unjudged', ...usual, median: 53 } },
    'Outside the usual: 53, against 20 to 26 catches before. The middle of 3 takes, set against the middle half of the 9 before. One session says little.',
  ],
  [
    { kind: 'learned', learned: { what: 'against-usual', place: 'better', ...usual, median: 27 } },
    'Better than usual: 27, against 20 to 26 catches before. The middle of 3 takes, set against the middle half of the 9 before. One session says little.',
  ],
  [
    { kind: 'learned', learned: { what: 'against-usual', place: 'worse', ...usual, median: 11 } },
    'Outside the usual: 11, against 20 to 26 catches before. The middle of 3 takes, set against the middle half of the 9 before. One session says little.',
  ],
];

const pass: Measure = { kind: 'pass', unit: 'held', direction: 'up', target: { low: 1, high: null } };
const passes = { n: 3, median: 1, held: 2, q25: 0, q75: 1, nBefore: 9, heldBefore: 4 };

const PASS_SENTENCES: readonly (readonly [SessionFinding, string])[] = [
  [{ kind: 'target-reached', value: 1 }, 'The target is reached for the first time.'],
  [
    { kind: 'target-held', ...passes, daysHeld: 1, daysNeeded: 3, completes: false },
    'The target held: 2 of 3 takes held. That is day 1 of 3.',
  ],
  [
    { kind: 'target-held', ...passes, n: 1, held: 1, daysHeld: 4, daysNeeded: 3, completes: false },
    'The target held again: one take, held.',
  ],
  [
    { kind: 'personal-best', value: 1, previous: 0, earlier: 5 },
    'The first take that is “held”: the 5 takes before were “not yet”.',
  ],
  [
    { kind: 'best-of-week', value: 1, previous: 0, others: 4 },
    'The first take in seven days that is “held”: the 4 takes of the seven days before were “not yet”.',
  ],
  [{ ...first, held: 2 }, 'First takes with “standing”: 2 of 3 held.'],
  [{ ...first, n: 1, high: 0, held: 0 }, 'First take with “standing”: not yet.'],
  [
    { kind: 'back-after-gap', days: daysBetween(0, 23.4 * MILLISECONDS_PER_DAY), ...passes },
    '23 days between takes, and it is still there: 2 of 3 takes held. Before, 4 of 9 takes held.',
  ],
  [
    { kind: 'learned', learned: { what: 'starting-range', n: 1, low: 0, high: 0, held: 0 } },
    'The first take is down: not yet. One is too few to say more.',
  ],
  [
    { kind: 'learned', learned: { what: 'starting-range', n: 3, low: 0, high: 1, held: 2 } },
    'This is where you start: 2 of 3 takes held.',
  ],
  [
    { kind: 'learned', learned: { what: 'against-usual', place: 'unjudged', ...passes } },
    '2 of 3 takes held, against 4 of 9 before. One session says little.',
  ],
];

describe('findingSentence', () => {
  it.each(PASS_SENTENCES)('of passes, %o', (finding, sentence) => {
    expect(findingSentence(pass, finding)).toBe(sentence);
  });

  it('says that takes were all the same rather than 0 catches apart', () => {
    const same = { spread: 0, spreadBefore: 4, n: 6, nBefore: 30, sessionsBefore: 2, fewest: 5 };
    expect(findingSentence(catches, { kind: 'steadier', ...same, chance: probability(0.01) })).toBe(
      'Steadier: takes were all the same today, and lay about 4 catches from the middle over the last 2 sessions of five takes or more.',
    );
  });

  it.each(SENTENCES)('%o', (finding, sentence) => {
    expect(findingSentence(catches, finding)).toBe(sentence);
  });

  it('neither gushes nor scolds nor speaks of the person', () => {
    for (const [, sentence] of [...SENTENCES, ...PASS_SENTENCES]) {
      expect(sentence).not.toMatch(/!|\byou are\b|great|amazing|streak|failed|bad|proven/i);
      expect(sentence.length).toBeLessThan(170);
    }
  });
});
