import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchItems } from './match-items.ts';

const plain = (...texts: readonly string[]) => texts.map((text) => ({ name: null, text }));
const items = fc.array(
  fc.record({
    name: fc.option(fc.constantFrom('a', 'b', 'c', 'd')),
    text: fc.constantFrom('one', 'one two', 'two one', 'one two three', 'four', 'four five', ''),
  }),
  { maxLength: 12 },
);

describe('matchItems', () => {
  it('knows an item by its name, however much the rest of it changed', () => {
    const before = [{ name: 'eyes shut', text: 'Do not look.' }];
    const after = [
      { name: 'gloves', text: 'Do not look.' },
      { name: 'eyes shut', text: 'Tie it blind.' },
    ];
    expect(matchItems(before, after)).toEqual({
      pairs: [{ before: 0, after: 1, isMoved: false }],
      removed: [],
      added: [0],
    });
  });

  it('knows an item that was put in other words, the likest first, and no item that is another one', () => {
    const before = plain('a soft rope 2 m long', 'a timer');
    const after = plain('a soft rope', 'a soft rope 3 m long', 'somebody who counts');
    expect(matchItems(before, after)).toEqual({
      pairs: [{ before: 0, after: 1, isMoved: false }],
      removed: [1],
      added: [0, 2],
    });
  });

  it('says of the fewest items that they moved', () => {
    const moved = (before: string, after: string) =>
      matchItems(plain(...before), plain(...after))
        .pairs.filter(({ isMoved }) => isMoved)
        .map(({ before: place }) => before[place])
        .join('');
    expect(moved('abcde', 'abcde')).toBe('');
    expect(moved('abcde', 'eabcd')).toBe('e');
    expect(moved('abcde', 'bcdea')).toBe('a');
    expect(moved('abcde', 'xbycz')).toBe('');
    expect(moved('abcde', 'edcba')).toHaveLength(4);
  });

  it('uses each place of both lists once, and turns round with them', () => {
    fc.assert(
      fc.property(items, items, (before, after) => {
        const { pairs, removed, added } = matchItems(before, after);
        const places = (count: number) => Array.from({ length: count }, (_, place) => place);
        const ascending = (a: number, b: number) => a - b;
        expect([...pairs.map((pair) => pair.before), ...removed].sort(ascending)).toEqual(
          places(before.length),
        );
        expect([...pairs.map((pair) => pair.after), ...added].sort(ascending)).toEqual(places(after.length));
        const back = matchItems(after, before);
        const turned = back.pairs.map((pair) => ({ ...pair, before: pair.after, after: pair.before }));
        expect(turned.sort((a, b) => a.after - b.after)).toEqual(pairs);
        expect([back.added, back.removed]).toEqual([removed, added]);
      }),
      { numRuns: 400 },
    );
  });

  it('matches a list with itself, item by item', () => {
    fc.assert(
      fc.property(items, (list) => {
        const { pairs } = matchItems(list, list);
        expect(pairs).toEqual(list.map((_, place) => ({ before: place, after: place, isMoved: false })));
      }),
    );
  });

  it('stays within bounds for lists that no design may hold', () => {
    const many = (from: number) =>
      plain(...Array.from({ length: 300 }, (_, index) => `item ${from + index}`));
    expect(matchItems(many(0), many(150)).pairs).toHaveLength(150);
  });
});
