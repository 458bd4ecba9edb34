import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { random } from '../random.ts';
import { type Agreement, agreementOf } from './krippendorff.ts';
import { RATING_LEVELS, type Rating } from './rating.ts';

/** Four observers, twelve units, some not rated: the example that Krippendorff works out. */
const OBSERVERS = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
  [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
];

function ratingsOf(observers: readonly (readonly (number | null)[])[]): readonly Rating[] {
  return observers.flatMap((row, rater) =>
    row.flatMap((value, item) => (value === null ? [] : [{ item: `${item}`, rater: `${rater}`, value }])),
  );
}

function told(agreement: Agreement) {
  if (agreement.kind !== 'agreement') throw new Error(`an agreement, and not ${agreement.kind}`);
  return agreement;
}

/** Slowly, by every pair: sum of distances within items against that of all. */
function slowAlpha(ratings: readonly Rating[], distance: (a: number, b: number) => number): number {
  const items = Map.groupBy(ratings, ({ item }) => item);
  const kept = [...items.values()].filter((of) => of.length > 1);
  const all = kept.flat().map(({ value }) => Number(value));
  const within = kept.reduce((sum, of) => {
    const values = of.map(({ value }) => Number(value));
    const pairs = values.flatMap((a, i) => values.flatMap((b, j) => (i === j ? [] : [distance(a, b)])));
    return sum + pairs.reduce((total, one) => total + one, 0) / (values.length - 1);
  }, 0);
  const between = all.flatMap((a, i) => all.flatMap((b, j) => (i === j ? [] : [distance(a, b)])));
  return (
    1 - within / all.length / (between.reduce((sum, one) => sum + one, 0) / (all.length * (all.length - 1)))
  );
}

describe('agreement of raters', () => {
  it.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
  ] as const)('is the published alpha of %s ratings, %d', (level, expected) => {
    const { alpha, lower, upper, n, ratings, verdict } = told(agreementOf(ratingsOf(OBSERVERS), level));
    expect(alpha).toBeCloseTo(expected, 3);
    expect([n, ratings]).toEqual([11, 40]);
    expect(lower).toBeLessThan(alpha);
    expect(upper).toBeGreaterThan(alpha);
    expect(verdict).toBe('cannot-tell');
  });

  it('agrees with going through every pair', () => {
    const cell = fc.option(fc.integer({ min: 1, max: 5 }), { freq: 4 });
    const observers = fc.array(fc.array(cell, { minLength: 8, maxLength: 8 }), {
      minLength: 2,
      maxLength: 4,
    });
    fc.assert(
      fc.property(observers, (rows) => {
        const ratings = ratingsOf(rows);
        const nominal = agreementOf(ratings, 'nominal');
        const interval = agreementOf(ratings, 'interval');
        if (nominal.kind !== 'agreement' || interval.kind !== 'agreement') return;
        expect(nominal.alpha).toBeCloseTo(
          slowAlpha(ratings, (a, b) => (a === b ? 0 : 1)),
          8,
        );
        expect(interval.alpha).toBeCloseTo(
          slowAlpha(ratings, (a, b) => (a - b) ** 2),
          8,
        );
      }),
      { numRuns: 12 },
    );
  });

  it('knows places in an order by their order alone', () => {
    const stretched = ratingsOf(OBSERVERS).map((rating) => ({ ...rating, value: Number(rating.value) ** 5 }));
    expect(agreementOf(stretched, 'ordinal')).toEqual(agreementOf(ratingsOf(OBSERVERS), 'ordinal'));
  });

  it('is told by the end of the interval, and not by its middle', () => {
    const chance = random(5);
    const rated = (noise: number) =>
      Array.from({ length: 120 }, (_, item) => {
        const truth = chance.normal();
        return ['x', 'y', 'z'].map((rater) => ({
          item: `${item}`,
          rater,
          value: truth + noise * chance.normal(),
        }));
      }).flat();
    const verdictAt = (noise: number) => told(agreementOf(rated(noise), 'interval')).verdict;
    expect([0.1, 0.5, 2].map(verdictAt)).toEqual(['agree', 'tentative', 'disagree']);
  });

  it.each(RATING_LEVELS)('says what is missing of %s ratings', (level) => {
    expect(agreementOf(ratingsOf(OBSERVERS.map((row) => row.slice(0, 4))), level)).toEqual({
      kind: 'too-few-items',
      have: 4,
      need: 5,
    });
    const same = ratingsOf([0, 1].map(() => Array.from({ length: 6 }, () => 3)));
    expect(agreementOf(same, level)).toEqual({ kind: 'no-variation', n: 6, ratings: 12 });
    expect(agreementOf([], level)).toEqual({ kind: 'too-few-items', have: 0, need: 5 });
  });

  it('takes complete agreement on a few items for what it is', () => {
    const same = (items: number) =>
      ratingsOf([0, 1].map(() => Array.from({ length: items }, (_, item) => item % 3)));
    const [few, many] = [20, 300].map((items) => told(agreementOf(same(items), 'nominal')));
    // Of twenty items that never differ, 17 in a hundred may (Clopper & Pearson); of all pairs 68 in a hundred are not alike.
    expect(few).toMatchObject({ alpha: 1, upper: 1, verdict: 'tentative' });
    expect(few?.lower).toBeCloseTo(
      1 - (1 - 0.025 ** (1 / 20)) / (1 - (2 * 14 * 13 + 12 * 11) / (40 * 39)),
      6,
    );
    expect(many).toMatchObject({ verdict: 'agree' });
  });

  it('reaches as far as leaving out one item at a time does, where drawing anew does not', () => {
    const chance = random(8);
    const ratings = Array.from({ length: 8 }, (_, item) => {
      const truth = chance.normal();
      return ['v', 'w', 'x', 'y', 'z'].map((rater) => ({
        item: `${item}`,
        rater,
        value: truth + 0.5 * chance.normal(),
      }));
    });
    const onLine = (of: readonly (readonly Rating[])[]) => {
      const alpha = slowAlpha(of.flat(), (a, b) => (a - b) ** 2);
      return Math.log((1 + 4 * alpha) / (1 - alpha));
    };
    const others = ratings.map((_, left) => onLine(ratings.filter((__, place) => place !== left)));
    const mean = others.reduce((sum, one) => sum + one, 0) / 8;
    const squares = others.reduce((sum, one) => sum + (one - mean) ** 2, 0);
    // 2.3646 is the 97.5% point of Student's t with seven degrees of freedom.
    const end = Math.exp(onLine(ratings) + 2.3646 * Math.sqrt((7 / 8) * squares));
    expect(told(agreementOf(ratings.flat(), 'interval')).upper).toBeCloseTo((end - 1) / (end + 4), 4);
  });

  it.each([
    ['nominal', 12, 0.95],
    ['nominal', 20, 0.8],
    ['interval', 12, 0.8],
    ['interval', 20, 0.95],
  ] as const)(
    'holds the alpha of %s ratings of %d items, %d, about nineteen times in twenty',
    (level, items, alpha) => {
      const chance = random(100 * items + 7);
      let held = 0;
      const rounds = 60;
      for (let round = 0; round < rounds; round += 1) {
        const ratings = Array.from({ length: items }, (_, item) => {
          const truth = level === 'nominal' ? chance.below(3) : chance.normal();
          return ['x', 'y', 'z'].map((rater) => {
            const noise = Math.sqrt((1 - alpha) / alpha);
            const named = () => (chance.uniform() < Math.sqrt(alpha) ? truth : chance.below(3));
            return {
              item: `${item}`,
              rater,
              value: level === 'nominal' ? named() : truth + noise * chance.normal(),
            };
          });
        }).flat();
        const found = agreementOf(ratings, level);
        if (found.kind !== 'agreement' || (found.lower <= alpha && alpha <= found.upper)) held += 1;
      }
      expect(held / rounds).toBeGreaterThan(0.88);
    },
  );

  it('counts one rating a rater and item, the last', () => {
    const twice = [
      ...ratingsOf(OBSERVERS).map((rating) => ({ ...rating, value: 9 })),
      ...ratingsOf(OBSERVERS),
    ];
    expect(agreementOf(twice, 'interval')).toEqual(agreementOf(ratingsOf(OBSERVERS), 'interval'));
  });

  it('holds the true alpha about nineteen times in twenty', () => {
    const chance = random(11);
    let held = 0;
    const rounds = 40;
    // Of x = t + e with variances 1 and 0.25, alpha is the intraclass correlation: 1/1.25.
    for (let round = 0; round < rounds; round += 1) {
      const ratings = Array.from({ length: 40 }, (_, item) => {
        const truth = chance.normal();
        return ['x', 'y', 'z'].map((rater) => ({
          item: `${item}`,
          rater,
          value: truth + 0.5 * chance.normal(),
        }));
      }).flat();
      const { lower, upper } = told(agreementOf(ratings, 'interval'));
      if (lower <= 0.8 && 0.8 <= upper) held += 1;
    }
    expect(held / rounds).toBeGreaterThan(0.85);
  });
});
