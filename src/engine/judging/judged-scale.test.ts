import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Random, random } from '../random.ts';
import { fitBradleyTerry, winProbability } from './bradley-terry.ts';
import { type Comparison, gatherMeetings } from './comparison.ts';
import { type JudgedScale, judgedScale } from './judged-scale.ts';

function wins(winner: string, loser: string, n: number): readonly Comparison[] {
  return Array.from({ length: n }, () => ({ winner, loser }));
}

/** docs/science/judging.md */
const THREE = [
  ...wins('a', 'b', 16),
  ...wins('b', 'a', 4),
  ...wins('b', 'c', 16),
  ...wins('c', 'b', 4),
  ...wins('a', 'c', 19),
  ...wins('c', 'a', 1),
];

function scaleOf(comparisons: readonly Comparison[]) {
  const scale = judgedScale(comparisons);
  if (scale.kind !== 'scale') throw new Error(`a scale, and not ${scale.kind}`);
  return scale;
}

/** Comparisons of pieces drawn at random; the truth is by name. */
function simulate(chance: Random, truth: readonly number[], n: number): readonly Comparison[] {
  return Array.from({ length: n }, () => {
    const one = chance.below(truth.length);
    const other = (one + 1 + chance.below(truth.length - 1)) % truth.length;
    const isFirst = chance.uniform() < winProbability(truth[one] ?? 0, truth[other] ?? 0);
    return isFirst ? { winner: `${one}`, loser: `${other}` } : { winner: `${other}`, loser: `${one}` };
  });
}

describe('an order from comparisons', () => {
  it('is the worked example', () => {
    const { items, reliability, spread, n } = scaleOf(THREE);
    expect(items.map(({ item, place }) => [item, place])).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]);
    expect(items.map(({ ability }) => ability)).toEqual([
      expect.closeTo(1.324, 3),
      expect.closeTo(0, 3),
      expect.closeTo(-1.324, 3),
    ]);
    const [first] = items;
    expect([first?.standardError, first?.lower, first?.upper]).toEqual([
      expect.closeTo(0.311, 3),
      expect.closeTo(0.752, 3),
      expect.closeTo(2.0546, 3),
    ]);
    expect([first?.n, first?.wins, n]).toEqual([40, 35, 60]);
    expect([reliability.value, reliability.lower, reliability.upper, spread]).toEqual([
      expect.closeTo(0.949, 3),
      expect.closeTo(0.803, 3),
      expect.closeTo(0.991, 3),
      expect.closeTo(1.586, 3),
    ]);
  });

  it('has its abilities where every piece wins as often as expected, but for what the prior takes', () => {
    const meetings = gatherMeetings(THREE);
    const { abilities, spread } = fitBradleyTerry(meetings);
    meetings.items.forEach((item, place) => {
      const won = THREE.filter(({ winner }) => winner === item).length;
      const expected = THREE.reduce((sum, { winner, loser }) => {
        if (item !== winner && item !== loser) return sum;
        const other = meetings.items.indexOf(item === winner ? loser : winner);
        return sum + winProbability(abilities[place] ?? 0, abilities[other] ?? 0);
      }, 0);
      expect(won - expected).toBeCloseTo((abilities[place] ?? 0) / spread ** 2, 6);
    });
  });

  it('takes a tie for half a win of each', () => {
    const tied = [...wins('a', 'b', 30), ...wins('b', 'c', 30), { winner: 'a', loser: 'b', isTie: true }];
    const other = [...wins('a', 'b', 30), ...wins('b', 'c', 30), { winner: 'b', loser: 'a', isTie: true }];
    expect(scaleOf(tied)).toEqual(scaleOf(other));
    expect(scaleOf(tied).items.map(({ wins: won }) => won)).toEqual([30.5, 30.5, 0]);
  });

  it('gives a piece that always won a finite place', () => {
    const { items } = scaleOf([...wins('a', 'b', 40), ...wins('b', 'c', 40), ...wins('a', 'c', 40)]);
    expect(items.every(({ ability, lower, upper }) => [ability, lower, upper].every(Number.isFinite))).toBe(
      true,
    );
    expect(items.map(({ item }) => item)).toEqual(['a', 'b', 'c']);
  });

  it.each<[string, readonly Comparison[], Partial<JudgedScale>]>([
    ['two pieces', wins('a', 'b', 50), { kind: 'too-few-items', have: 2, need: 3 }],
    [
      'nine comparisons',
      [...wins('a', 'b', 5), ...wins('b', 'c', 4)],
      { kind: 'too-few-comparisons', have: 9, need: 10 },
    ],
    [
      'pieces never compared with the others',
      [...wins('a', 'b', 9), ...wins('b', 'e', 1), ...wins('c', 'd', 9)],
      {
        kind: 'not-connected',
        groups: [
          ['a', 'b', 'e'],
          ['c', 'd'],
        ],
      },
    ],
    ['nothing', [], { kind: 'too-few-items', have: 0, need: 3 }],
    ['a piece against itself', wins('a', 'a', 20), { kind: 'too-few-items', have: 1, need: 3 }],
  ])('says of %s what is missing', (_, comparisons, expected) => {
    expect(judgedScale(comparisons)).toEqual(expected);
  });

  it('withholds the order under 0.8, and tells the reliability', () => {
    const chance = random(4);
    const alike = simulate(
      chance,
      Array.from({ length: 12 }, () => 0.3 * chance.normal()),
      60,
    );
    const scale = judgedScale(alike);
    if (scale.kind !== 'not-reliable-enough') throw new Error('withheld');
    expect(scale.reliability.value).toBeLessThan(0.8);
    expect(scale.items).toBe(12);
  });

  it('tells how many comparisons it would take, by Spearman and Brown', () => {
    const chance = random(8);
    const scale = judgedScale(simulate(chance, [-1, -0.7, -0.4, 0, 0, 0.4, 0.7, 1], 120));
    if (scale.kind !== 'not-reliable-enough') throw new Error('withheld');
    const { value } = scale.reliability;
    const more = (scale.aboutComparisons ?? 0) / scale.n;
    expect((more * value) / (1 + (more - 1) * value)).toBeCloseTo(0.8, 2);
  });

  it('does not depend on the order of the comparisons, and changes sign where all are turned round', () => {
    const forth = scaleOf(THREE);
    const back = scaleOf(THREE.toReversed());
    forth.items.forEach(({ ability }, place) => {
      expect(back.items[place]?.ability).toBeCloseTo(ability, 6);
    });
    const turned = scaleOf(THREE.map(({ winner, loser }) => ({ winner: loser, loser: winner })));
    expect(turned.items.map(({ ability }) => ability)).toEqual(
      forth.items.map(({ ability }) => expect.closeTo(ability, 6)),
    );
    expect(turned.items.map(({ item }) => item)).toEqual(['c', 'b', 'a']);
  });

  it('never gives a number that is none', () => {
    const names = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const comparison = fc.record({ winner: names, loser: names, isTie: fc.boolean() });
    fc.assert(
      fc.property(fc.array(comparison, { maxLength: 30 }), (comparisons) => {
        expect(
          JSON.stringify(judgedScale(comparisons), (_, value) => (Number.isNaN(value) ? 'NaN' : value)),
        ).not.toContain('NaN');
      }),
      { numRuns: 40 },
    );
  });

  it('holds the abilities that were put in nineteen times in twenty, and its reliability the squared correlation', () => {
    const chance = random(20);
    let [held, all, heldReliability] = [0, 0, 0];
    const rounds = 12;
    for (let round = 0; round < rounds; round += 1) {
      const truth = Array.from({ length: 15 }, () => 1.5 * chance.normal());
      const middle = truth.reduce((sum, value) => sum + value, 0) / truth.length;
      const { items, reliability } = scaleOf(simulate(chance, truth, 300));
      let [product, own, real] = [0, 0, 0];
      for (const { item, ability, lower, upper } of items) {
        const value = (truth[Number(item)] ?? 0) - middle;
        all += 1;
        if (lower <= value && value <= upper) held += 1;
        product += value * ability;
        own += ability ** 2;
        real += value ** 2;
      }
      const likeness = product ** 2 / (own * real);
      if (reliability.lower <= likeness && likeness <= reliability.upper) heldReliability += 1;
    }
    expect(held / all).toBeGreaterThan(0.93);
    expect(heldReliability / rounds).toBeGreaterThan(0.75);
  });

  it('sees the judge who turns the order round', () => {
    const chance = random(3);
    const truth = [-2, -1, 0, 1, 2];
    const agreed = simulate(chance, truth, 200).map((one) => ({ ...one, judge: 'agrees' }));
    const turned = simulate(chance, truth, 30).map(({ winner, loser }) => ({
      winner: loser,
      loser: winner,
      judge: 'turns',
    }));
    const few = wins('4', '0', 3).map((one) => ({ ...one, judge: 'hardly judged' }));
    const { judges } = scaleOf([...agreed, ...turned, ...few]);
    expect(judges.map(({ judge, n }) => [judge, n])).toEqual([
      ['agrees', 200],
      ['turns', 30],
    ]);
    const [agrees, turns] = judges;
    expect(agrees?.infit).toBeLessThan(agrees?.usualHigh ?? 0);
    expect(turns?.infit).toBeGreaterThan(turns?.usualHigh ?? Number.POSITIVE_INFINITY);
  });
});
