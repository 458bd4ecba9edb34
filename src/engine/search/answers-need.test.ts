import { describe, expect, it } from 'vitest';
import { answersNeed } from './answers-need.ts';

const BOWLINE = {
  title: 'The six-second bowline',
  slug: 'bowline',
  verb: 'tie',
  fields: ['ropework', 'sailing'],
};
const as = (...words: string[]) => words.map((word) => ({ typed: word, word }));

describe('answersNeed', () => {
  it('takes a quarter of the words where one of them names the design', () => {
    expect(answersNeed(BOWLINE, ['rope', 'comes', 'loose', 'tent'], as('rope'))).toBe(true);
    expect(answersNeed(BOWLINE, ['rope', 'one', 'two', 'three', 'four'], as('rope'))).toBe(false);
  });

  it('takes no stray word that is only mentioned, and several that are', () => {
    expect(answersNeed(BOWLINE, ['lose', 'weight'], as('weight'))).toBe(false);
    expect(answersNeed(BOWLINE, ['knots', 'weight', 'jam', 'cold'], as('knots', 'weight'))).toBe(true);
  });

  it('counts a word that was guessed as half of one', () => {
    const guess = { typed: 'lead', word: 'load' };
    expect(answersNeed(BOWLINE, ['weight', 'lead', 'pipe'], [...as('weight'), guess])).toBe(false);
    expect(answersNeed(BOWLINE, ['weight', 'load', 'pipe'], as('weight', 'load'))).toBe(true);
  });

  it('takes the only word that was typed, wherever it is', () => {
    expect(answersNeed(BOWLINE, ['weight'], as('weight'))).toBe(true);
  });
});
