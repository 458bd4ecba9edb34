import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deckFault, joinedDeck, type TwistCard } from './deck.ts';
import { type CardDraw, cardsDrawnOtherwise, drawCard } from './draw-card.ts';

const card = (id: string, weight = 1, needs: readonly string[] = []): TwistCard => ({ id, weight, needs });
const NOTHING: ReadonlySet<string> = new Set();

function drawn(
  deck: readonly TwistCard[],
  count: number,
  { seed = 's', inPlace = NOTHING, earlier = [] as readonly CardDraw[] } = {},
): readonly CardDraw[] {
  const draws = [...earlier];
  for (let n = 0; n < count; n += 1) {
    const answer = drawCard(deck, draws, inPlace, seed);
    if (answer.kind !== 'drawn') throw new Error(answer.kind);
    draws.push(answer.draw);
  }
  return draws;
}

const ids = (draws: readonly CardDraw[]) => draws.map((draw) => draw.card);

/** Decks that can be drawn from. */
const decks = fc
  .array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 9 })
  .map((weights) => weights.map((weight, at) => card(`card ${at}`, weight)))
  .filter((deck) => deckFault(deck) === null);
const seeds = fc.string({ maxLength: 12 });

describe('a deck', () => {
  it.each([
    [[card('a')], 'two cards or more'],
    [[card('a'), card('a')], 'a name of its own'],
    [[card('a'), card(' ')], 'a name of its own'],
    [[card('a'), card('b', 0)], 'from once to 10 times'],
    [[card('a'), card('b', 1.5)], 'from once to 10 times'],
    [[card('a'), card('b', 2)], 'more often than all others together'],
    [Array.from({ length: 101 }, (_, at) => card(`c${at}`)), 'at most 100'],
  ])('is refused in words: %#', (deck, words) => {
    expect(deckFault(deck)).toContain(words);
    expect(drawCard(deck, [], NOTHING, 's').kind).toBe('deck-fault');
  });

  it('is the author’s with the learner’s own, and theirs stands where both have one', () => {
    const joined = joinedDeck([card('a'), card('b')], [card('b', 2), card('c')]);
    expect(joined).toEqual([card('a'), card('b', 2), card('c')]);
  });
});

describe('a draw', () => {
  it('is the one of the worked example', () => {
    const deck = [card('backwards'), card('eyes shut'), card('left hand', 2), card('twice as slow')];
    expect(ids(drawn(deck, 10, { seed: 'bench' }))).toEqual(EXAMPLE);
  });

  it('goes through the deck, each card as often as it weighs, before any comes again', () => {
    fc.assert(
      fc.property(decks, seeds, (deck, seed) => {
        const all = deck.reduce((sum, { weight }) => sum + weight, 0);
        const draws = drawn(deck, 2 * all, { seed });
        for (const round of [0, 1]) {
          const inRound = draws.slice(round * all, (round + 1) * all);
          expect(new Set(inRound.map((draw) => draw.round))).toEqual(new Set([round]));
          for (const { id, weight } of deck)
            expect(inRound.filter((draw) => draw.card === id).length).toBe(weight);
        }
      }),
    );
  });

  it('never gives a card twice in a row, whatever is in place', () => {
    const steps = fc.array(fc.subarray(['kit', 'place', 'person']), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(decks, seeds, steps, (deck, seed, places) => {
        const needy = deck.map((one, at) => ({ ...one, needs: NEEDS[at % NEEDS.length] ?? [] }));
        const draws: CardDraw[] = [];
        for (const inPlace of places) {
          const answer = drawCard(needy, draws, new Set(inPlace), seed);
          if (answer.kind !== 'drawn') continue;
          const { needs } = needy.find(({ id }) => id === answer.draw.card) ?? card('');
          expect(needs.every((need) => inPlace.some((one) => one === need))).toBe(true);
          expect(answer.draw.card).not.toBe(draws.at(-1)?.card);
          draws.push(answer.draw);
        }
        expect(cardsDrawnOtherwise(draws, seed)).toEqual([]);
      }),
    );
  });

  it('is the same in whatever order the cards are listed, and differs with the seed', () => {
    fc.assert(
      fc.property(decks, seeds, (deck, seed) => {
        expect(drawn([...deck].reverse(), 12, { seed })).toEqual(drawn(deck, 12, { seed }));
      }),
    );
    const deck = Array.from({ length: 8 }, (_, at) => card(`c${at}`));
    expect(ids(drawn(deck, 8, { seed: 'one' }))).not.toEqual(ids(drawn(deck, 8, { seed: 'two' })));
  });

  it('favours no card beyond its weight', () => {
    const deck = [card('a'), card('b'), card('c', 2)];
    const first = Array.from({ length: 4000 }, (_, seed) => ids(drawn(deck, 1, { seed: String(seed) }))[0]);
    expect(first.filter((id) => id === 'c').length / 4000).toBeCloseTo(0.5, 1);
    expect(first.filter((id) => id === 'a').length / 4000).toBeCloseTo(0.25, 1);
  });

  it('waits for what a card needs, and says when nothing else can come', () => {
    const deck = [card('a'), card('b', 1, ['partner']), card('c', 1, ['partner'])];
    const answer = drawCard(deck, [], NOTHING, 's');
    expect(answer).toMatchObject({ kind: 'drawn', draw: { card: 'a' } });
    expect(drawCard(deck, drawn(deck, 1), NOTHING, 's')).toEqual({ kind: 'nothing-to-draw', inPlace: 1 });
    expect(drawCard(deck.slice(1), [], NOTHING, 's')).toEqual({ kind: 'nothing-to-draw', inPlace: 0 });
    const later = drawn(deck, 3, { inPlace: new Set(['partner']) });
    expect(ids(later).toSorted()).toEqual(['a', 'b', 'c']);
  });

  it('that was changed afterwards is found', () => {
    const deck = [card('a'), card('b'), card('c'), card('d')];
    const draws = drawn(deck, 8);
    const other = draws.map((draw, at) => {
      const [swap = ''] = draw.offered.map((one) => one.card).filter((id) => id !== draw.card);
      return at === 4 ? { ...draw, card: swap } : draw;
    });
    expect(draws[4]?.offered.length).toBeGreaterThan(1);
    expect(cardsDrawnOtherwise(draws, 's')).toEqual([]);
    expect(cardsDrawnOtherwise(other, 's')).toContain(4);
    expect(cardsDrawnOtherwise(draws, 'another seed').length).toBeGreaterThan(0);
  });
});

const NEEDS: readonly (readonly string[])[] = [[], ['kit'], [], ['place', 'person']];
/** Two rounds of five, each with every card as often as it weighs. */
const EXAMPLE: readonly string[] = [
  ...['left hand', 'twice as slow', 'backwards', 'left hand', 'eyes shut'],
  ...['backwards', 'left hand', 'eyes shut', 'twice as slow', 'left hand'],
];
