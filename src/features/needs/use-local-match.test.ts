import { describe, expect, it } from 'vitest';
import { designBody } from '../../../tests/support/practice-facts.ts';
import type { Micromastery } from '../library/contract.ts';
import { fieldsNear } from './near-fields.ts';
import { matchLocally } from './use-local-match.ts';

const design = (title: string, more: Partial<Micromastery> = {}): Micromastery => ({
  ...designBody({ title, fields: ['cooking'], summary: 'You will be able to.' }),
  id: title,
  isOwn: false,
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

describe('matchLocally, of several words', () => {
  it('puts first what covers more of them, and leaves out what needs are put in', () => {
    const library = [
      design('The fifteen-second no', { needs: ['people are angry with me', 'I need to get it done'] }),
      design('The hard thing', { needs: ['a coworker gets angry about bad work'] }),
    ];
    const found = matchLocally(
      library,
      'I need to tell a coworker that his work is bad without him getting angry',
    );
    expect(found.map((card) => card.title)).toEqual(['The hard thing']);
    expect(found[0]?.matches.map(({ typed }) => typed)).toEqual(['coworker', 'work', 'angry']);
  });

  it('finds by a filler alone in titles only', () => {
    const library = [design('Ten names tomorrow'), design('A speech', { needs: ['it is tomorrow'] })];
    expect(matchLocally(library, 'tomorrow').map((card) => card.title)).toEqual(['Ten names tomorrow']);
    expect(matchLocally(library, 'learn spanish tomorrow')).toEqual([]);
  });
});

describe('fieldsNear', () => {
  it('offers the fields that read alike first, then the larger ones', () => {
    expect(fieldsNear(LIBRARY, 'I want to cook')).toEqual(['cooking', 'ropework']);
    expect(fieldsNear(LIBRARY, 'violin')).toEqual(['ropework', 'cooking']);
  });
});
