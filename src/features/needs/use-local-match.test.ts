import { describe, expect, it } from 'vitest';
import type { Micromastery } from '../library/contract.ts';
import { matchLocally } from './use-local-match.ts';
import { fieldsNear } from './use-near-fields.ts';

const design = (title: string, more: Partial<Micromastery> = {}): Micromastery => ({
  id: title,
  slug: 'a-design',
  title,
  verb: 'do',
  summary: 'You will be able to.',
  needs: [],
  fields: ['cooking'],
  entryTrick: null,
  rubPat: null,
  support: null,
  payoff: null,
  repeat: null,
  twists: [],
  experiments: [],
  links: [],
  safety: null,
  licence: 'CC BY 4.0',
  version: 1,
  lineage: [],
  ...more,
});

const LIBRARY = [
  design('The six-second bowline', {
    fields: ['ropework'],
    needs: ['my knots slip when there is weight on them'],
  }),
  design('Knots for gifts', { fields: ['ropework', 'wrapping'] }),
  design('A rolled omelette'),
];

describe('matchLocally', () => {
  it('puts a word of the title before one of the needs, and leaves out what has none', () => {
    expect(matchLocally(LIBRARY, 'knots').map((card) => card.title)).toEqual([
      'Knots for gifts',
      'The six-second bowline',
    ]);
    expect(matchLocally(LIBRARY, 'violin')).toEqual([]);
  });

  it('finds another ending, and says which word it was found by', () => {
    expect(matchLocally(LIBRARY, 'slipping')[0]?.matches).toEqual([
      { typed: 'slipping', word: 'slip', isNear: false },
    ]);
  });

  it('is not moved by words that every need has', () => {
    expect(matchLocally(LIBRARY, 'when there is my on them')).toEqual([]);
  });
});

describe('fieldsNear', () => {
  it('offers the fields that read alike first, then the larger ones', () => {
    expect(fieldsNear(LIBRARY, 'I want to cook')).toEqual(['cooking', 'ropework']);
    expect(fieldsNear(LIBRARY, 'violin')).toEqual(['ropework', 'cooking']);
  });
});
