import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOTH, longSolo, type Paired, type PairTake, pairOf, partCalled } from './pair-takes.ts';

const counted = { kind: 'count', unit: 'catches', better: 'up', isOwn: false } as const;
const parts: Paired = {
  a: { names: ['throws', 'old throws'], measure: counted },
  b: { names: ['catching'], measure: counted },
};
const quiet = { kind: 'count', unit: 'quiet', better: 'up', isOwn: true } as const;
const ownB: Paired = { ...parts, b: { ...parts.b, measure: quiet } };

function session(
  sessionId: string,
  part: string | null,
  values: readonly number[],
  more: Partial<PairTake> = {},
): PairTake[] {
  const work = part === null ? 'whole' : 'part';
  return values.map((value) => ({
    ...{ sessionId, value, kind: 'count', unit: 'catches', of: 'whole', work, part },
    ...more,
  }));
}

describe('what takes say of two parts', () => {
  it('are their sessions alone and those of both, with a take of the whole counting for each', () => {
    const takes = [
      ...session('1', 'old throws', [8, 9]),
      ...session('2', 'throws', [10]),
      ...session('3', 'catching', [7]),
      ...session('4', null, [1, 2]),
      ...session('5', BOTH.part, [5, 6]),
    ];
    expect(pairOf(takes, parts)).toMatchObject({
      a: { alone: [[8, 9], [10]], together: [[5, 6]] },
      b: { alone: [[7]], together: [[5, 6]] },
      sessionIds: ['5'],
      soloSince: { a: 0, b: 0 },
    });
  });

  it('are each in its own measure, and in none that a part has no longer', () => {
    const takes = [
      ...session('1', 'catching', [7]),
      ...session('2', 'catching', [3, 4], { of: 'b', unit: 'quiet' }),
      ...session('3', BOTH.part, [5]),
      ...session('3', BOTH.part, [2], { of: 'b', unit: 'quiet' }),
      ...session('3', BOTH.part, [9], { of: 'a', unit: 'quiet' }),
    ];
    const { a, b } = pairOf(takes, ownB);
    expect([a.together, b.alone, b.together]).toEqual([[[5]], [[3, 4]], [[2]]]);
  });

  it('goes by the name that a part has now', () => {
    const swapped = { a: { names: ['catching', 'throws'] }, b: { names: ['throws', 'catching'] } };
    expect(['throws', 'catching', BOTH.part, 'else', null].map((name) => partCalled(swapped, name))).toEqual([
      'b',
      'a',
      'both',
      null,
      null,
    ]);
  });

  it('warns of a third session in a row on one part alone where both run at once', () => {
    const solo = (count: number) =>
      pairOf(Array.from({ length: count }, (_, at) => session(String(at), 'throws', [8])).flat(), parts);
    expect([2, 3].map((count) => longSolo('at-once', solo(count)))).toEqual([null, 'a']);
    expect(longSolo('in-turn', solo(9))).toBeNull();
    const joined = pairOf(
      [
        ...session('1', 'throws', [8]),
        ...session('2', 'throws', [8]),
        ...session('3', BOTH.part, [8]),
        ...session('4', 'throws', [8]),
      ],
      parts,
    );
    expect(longSolo('at-once', joined)).toBeNull();
  });

  it('never counts a take twice for one part, nor one that was not made', () => {
    const take = fc.record({
      sessionId: fc.constantFrom('1', '2', '3', '4'),
      value: fc.integer({ min: 0, max: 9 }),
      of: fc.constantFrom('whole', 'a', 'b'),
    });
    const kinds = new Map([
      ['1', 'throws'],
      ['2', 'catching'],
      ['3', BOTH.part],
      ['4', null],
    ]);
    fc.assert(
      fc.property(fc.array(take, { maxLength: 30 }), (made) => {
        const takes = made.flatMap(({ sessionId, value, of }) =>
          session(sessionId, kinds.get(sessionId) ?? null, [value], {
            of,
            unit: of === 'b' ? 'quiet' : 'catches',
          }),
        );
        const { a, b } = pairOf(takes, ownB);
        const countOf = ({ alone, together }: typeof a) => alone.flat().length + together.flat().length;
        expect(countOf(a)).toBe(
          takes.filter(({ of, sessionId }) => of === 'whole' && '13'.includes(sessionId)).length,
        );
        expect(countOf(b)).toBe(
          takes.filter(({ of, sessionId }) => of === 'b' && '23'.includes(sessionId)).length,
        );
        expect(a.together.length).toBe(b.together.length);
      }),
    );
  });
});
