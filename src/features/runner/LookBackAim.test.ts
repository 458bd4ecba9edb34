import { describe, expect, it } from 'vitest';
import { payoffBody } from '../../../tests/support/practice-facts.ts';
import { aimTakesWords } from './LookBackAim.tsx';

const payoff = { ...payoffBody('practice'), id: 'payoff' };

describe('what the takes say beside what the learner saw', () => {
  it('puts the middle of the session against the usual, each with its number of takes', () => {
    expect(aimTakesWords(payoff, [12, 14, 13], { low: 9, high: 12, n: 9, held: null })).toBe(
      'What the takes say: The middle of 3 takes is 13 catches. Before, the middle half of 9 takes ran from 9 to 12 catches. One session says little.',
    );
  });

  it('says so where there is no usual yet, and nothing of no takes', () => {
    expect(aimTakesWords(payoff, [12], null)).toContain('Too few takes before it to say what is usual.');
    expect(aimTakesWords(payoff, [], null)).toBeNull();
  });

  it('tells passes by how many held', () => {
    const pass = { ...payoff, kind: 'pass', unit: 'held' } as const;
    expect(aimTakesWords(pass, [1, 0, 1], { low: 0, high: 1, n: 9, held: 4 })).toContain(
      '2 of 3 takes held. Before, 4 of 9 takes held.',
    );
  });
});
