import { describe, expect, it } from 'vitest';
import { originWords } from './origin-words.ts';

const titles = new Map([['thirty-catches', 'Thirty catches']]);

describe('where a design comes from', () => {
  it('is said once of a fork, whose source the canvas wrote', () => {
    const fork = { lineage: ['thirty-catches@1'], source: '“Thirty catches”, version 1' };
    expect(originWords(fork, titles)).toEqual(['Made from “Thirty catches”, version 1.']);
    expect(originWords(fork, new Map())).toEqual(['Made from “Thirty catches”, version 1.']);
  });

  it('keeps a source that says something else', () => {
    const fork = { lineage: ['thirty-catches@1'], source: 'a course in Turin' };
    expect(originWords(fork, titles)).toEqual([
      'Made from “Thirty catches”, version 1.',
      'From a course in Turin.',
    ]);
    expect(originWords({ lineage: [], source: 'a book' }, titles)).toEqual(['From a book.']);
    expect(originWords({ lineage: [] }, titles)).toEqual([]);
  });

  it('names what nobody knows by its short name', () => {
    expect(originWords({ lineage: ['gone@3'], source: '“Another”, version 1' }, titles)).toEqual([
      'Made from gone@3.',
      'From “Another”, version 1.',
    ]);
  });
});
