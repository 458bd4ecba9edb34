import { describe, expect, it } from 'vitest';
import { answersOrBeside, fitsNeed } from './answers-need.ts';

const BOWLINE = {
  title: 'The six-second bowline',
  slug: 'bowline',
  verb: 'tie',
  fields: ['ropework', 'sailing'],
};
const as = (...words: string[]) => words.map((word) => ({ typed: word, word }));

describe('fitsNeed', () => {
  it('takes a quarter of the words where one of them names the design', () => {
    expect(fitsNeed(BOWLINE, ['rope', 'comes', 'loose', 'tent'], as('rope'))).toBe('answer');
    expect(fitsNeed(BOWLINE, ['rope', 'one', 'two', 'three', 'four'], as('rope'))).toBeNull();
  });

  it('takes no stray word that is only mentioned, and several that are', () => {
    expect(fitsNeed(BOWLINE, ['lose', 'weight'], as('weight'))).toBeNull();
    expect(fitsNeed(BOWLINE, ['knots', 'weight', 'jam', 'cold'], as('knots', 'weight'))).toBe('answer');
  });

  it('counts a word that was guessed as half of one', () => {
    const guess = { typed: 'lead', word: 'load' };
    expect(fitsNeed(BOWLINE, ['weight', 'lead', 'pipe'], [...as('weight'), guess])).toBeNull();
    expect(fitsNeed(BOWLINE, ['weight', 'load', 'pipe'], as('weight', 'load'))).toBe('answer');
  });

  it('takes the only word that was typed, wherever it is', () => {
    expect(fitsNeed(BOWLINE, ['weight'], as('weight'))).toBe('answer');
  });

  it('puts beside a need what is of the same thing, where another deed is wanted', () => {
    expect(fitsNeed(BOWLINE, ['mend', 'sailing', 'shoe'], as('sailing'))).toBe('beside');
    expect(fitsNeed(BOWLINE, ['tie', 'sailing', 'shoe'], as('sailing'))).toBe('answer');
    expect(fitsNeed(BOWLINE, ['fix', 'rope', 'sailing'], as('rope', 'sailing'))).toBe('answer');
    expect(fitsNeed(BOWLINE, ['fix', 'sailing'], as('sailing'))).toBe('beside');
    expect(fitsNeed({ ...BOWLINE, verb: 'cut' }, ['cut', 'hair'], as('cut'))).toBe('beside');
    expect(fitsNeed({ ...BOWLINE, verb: 'cut' }, ['cut', 'rope'], as('cut', 'rope'))).toBe('answer');
  });
});

describe('answersOrBeside', () => {
  it('shows what stands beside only where nothing answers, and few of it', () => {
    const beside = (id: number) => ({ id, fit: 'beside' as const });
    const all = [beside(1), { id: 2, fit: 'answer' as const }, { id: 3, fit: null }];
    expect(answersOrBeside(all).map(({ id }) => id)).toEqual([2]);
    expect(answersOrBeside([1, 2, 3, 4].map(beside)).map(({ id }) => id)).toEqual([1, 2, 3]);
  });
});
