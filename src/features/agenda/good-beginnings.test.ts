import { describe, expect, it } from 'vitest';
import { EXAMPLE_DESIGN, type Micromastery } from '../library/contract.ts';
import { goodBeginnings } from './good-beginnings.ts';

const repeat = { attemptMinutes: 2, perWeek: 3, floor: 'Once.', rhythm: 'Daily.' };
const unit = (id: string, more: Partial<Micromastery> = {}): Micromastery => ({
  ...EXAMPLE_DESIGN,
  id,
  isOwn: false,
  title: id,
  fields: [id],
  entryTrick: { text: 'Open with the end.', limit: null, tryFirst: false },
  repeat,
  ...more,
});
const needing = (kit: string[], people: string[] = []) => ({
  kit,
  people,
  place: null,
  time: null,
  mindset: null,
  obstacles: [],
});
const ids = (all: readonly Micromastery[]) => goodBeginnings(all).map(({ id }) => id);

describe('goodBeginnings', () => {
  it('are three at most, those first that need the least', () => {
    const all = [
      unit('a', { support: needing(['rope'], ['a friend']) }),
      unit('b', { support: needing(['rope']) }),
      unit('c'),
      unit('d'),
    ];
    expect(ids(all)).toEqual(['c', 'd', 'b']);
    expect(ids(all.slice(0, 2))).toEqual(['b', 'a']);
  });

  it('leave out what is too long, has no way in, asks for a try first, or is one’s own', () => {
    const long = { ...repeat, attemptMinutes: 6 };
    const trick = { text: 'Guess.', limit: null, tryFirst: true };
    expect(
      ids([
        unit('long', { repeat: long }),
        unit('of no length', { repeat: null }),
        unit('without', { entryTrick: null }),
        unit('first', { entryTrick: trick }),
        unit('own', { isOwn: true }),
        unit('good'),
      ]),
    ).toEqual(['good']);
  });

  it('are of different fields', () => {
    expect(
      ids([unit('a', { fields: ['cooking', 'eggs'] }), unit('b', { fields: ['eggs'] }), unit('c')]),
    ).toEqual(['a', 'c']);
  });
});
