import { describe, expect, it } from 'vitest';
import { needWords } from './need-words.ts';

describe('needWords', () => {
  it.each([
    [
      'I need to tell a coworker that his work is bad without him getting angry',
      ['tell', 'coworker', 'work', 'angry'],
    ],
    ['feedback to a colleague review talk next week', ['feedback', 'colleague', 'review', 'talk']],
    ["I can't juggle, juggle, JUGGLE!", ['juggle']],
    ['learn spanish', ['spanish']],
  ])('%s', (need, words) => {
    expect(needWords(need)).toEqual({ words, isFiller: false });
  });

  it('keeps fillers where nothing else was typed, and never grammar', () => {
    expect(needWords('I want to get better')).toEqual({ words: ['want', 'get', 'better'], isFiller: true });
    expect(needWords('what is it about').words).toEqual([]);
  });
});
