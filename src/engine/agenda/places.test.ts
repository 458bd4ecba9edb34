import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeForNew, placesOf, roomIn } from './places.ts';
import type { Place } from './plan.ts';

const LIMITS = { focus: 1, keepAlive: 2 };
const practice = (id: string, touchedAt: number) => ({ id, touchedAt });

describe('where practices stand', () => {
  it('is what was said; else what was touched last is in focus, and the rest is kept alive', () => {
    const all = [practice('a', 1), practice('b', 3), practice('c', 2)];
    expect([...placesOf(all, new Map(), LIMITS)]).toEqual([
      ['b', 'focus'],
      ['c', 'keep-alive'],
      ['a', 'keep-alive'],
    ]);
    const said = new Map<string, Place>([
      ['a', 'focus'],
      ['b', 'parked'],
    ]);
    expect(Object.fromEntries(placesOf(all, said, LIMITS))).toEqual({
      a: 'focus',
      b: 'parked',
      c: 'keep-alive',
    });
  });

  it('parks nothing by itself, leaves nothing out, and does not hang on the order', () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 30 });
    const place = fc.constantFrom<Place>('focus', 'keep-alive', 'parked');
    fc.assert(
      fc.property(
        ids,
        fc.array(fc.nat(5)),
        fc.dictionary(fc.string({ minLength: 1, maxLength: 3 }), place),
        (all, at, said) => {
          const practices = all.map((id, index) => practice(id, at[index] ?? 0));
          const words = new Map(Object.entries(said));
          const places = placesOf(practices, words, LIMITS);
          expect([...places.keys()].toSorted()).toEqual(all.toSorted());
          for (const [id, where] of places) if (where === 'parked') expect(words.get(id)).toBe('parked');
          const turned = placesOf(practices.toReversed(), words, LIMITS);
          expect(Object.fromEntries(turned)).toEqual(Object.fromEntries(places));
        },
      ),
    );
  });
});

describe('room', () => {
  it.each<[Place[], Place]>([
    [[], 'focus'],
    [['focus'], 'keep-alive'],
    [['focus', 'keep-alive', 'keep-alive'], 'parked'],
    [['keep-alive', 'keep-alive', 'keep-alive'], 'focus'],
    [['parked', 'parked', 'focus', 'keep-alive'], 'keep-alive'],
  ])('with %o a new one goes to %s', (standing, expected) => {
    const places = new Map(standing.map((place, index) => [String(index), place]));
    expect(placeForNew(places, LIMITS)).toBe(expected);
  });

  it('is less than none where there are more than wanted', () => {
    const places = new Map<string, Place>([
      ['a', 'keep-alive'],
      ['b', 'keep-alive'],
      ['c', 'keep-alive'],
    ]);
    expect(roomIn(places, LIMITS)).toEqual({ focus: 1, 'keep-alive': -1 });
  });
});
