import { describe, expect, it } from 'vitest';
import { otherWords } from './other-words.ts';

describe('otherWords', () => {
  it('knows what else is said for a word, and never the same with another ending', () => {
    expect(otherWords('graphs')).toContain('chart');
    expect(otherWords('graphs')).not.toContain('graph');
    expect(otherWords('loaf')).toContain('bread');
  });

  it('knows none for most words, and few for any', () => {
    expect(otherWords('violin')).toEqual([]);
    for (const word of ['manager', 'boss', 'story', 'stage', 'interview'])
      expect(otherWords(word).length).toBeLessThanOrEqual(12);
  });
});
