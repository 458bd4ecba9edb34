import { describe, expect, it } from 'vitest';
import { FACTS, mayRead, mayWrite, ownSpace, RELATIONS, type Relation } from './access.ts';

/** The first row of the table of who sees what, cell by cell: [without a grant, with one]. */
const EXPECTED: Record<Relation, [boolean, boolean]> = {
  self: [true, true],
  grantee: [false, true],
  manager: [false, false],
  lead: [false, false],
  public: [false, false],
};

describe('who sees what', () => {
  for (const fact of FACTS) {
    for (const relation of RELATIONS) {
      it(`${fact}, by ${relation}`, () => {
        expect([mayRead(fact, relation, false), mayRead(fact, relation, true)]).toEqual(EXPECTED[relation]);
      });
    }
  }

  it('only oneself writes', () => {
    expect(RELATIONS.filter(mayWrite)).toEqual(['self']);
  });

  it('nobody acts without having been recognised', () => {
    expect(() => ownSpace(undefined)).toThrow('sign-in-needed');
    expect(ownSpace({ spaceId: 'a', keyId: 'b' })).toBe('a');
  });
});
