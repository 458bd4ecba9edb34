import { expect, it } from 'vitest';
import { deckOf, drawnFrom } from './deck-of.ts';

const AUTHOR = [
  { name: 'eyes shut', instruction: 'Shut both.' },
  { name: 'gloves', instruction: 'Wear gloves.' },
];
const card = (name: string, instruction: string | null, isAside = false) => ({
  ...{ id: name, practiceId: 'p', name, instruction, isAside },
  setAt: '2026-03-01T08:00:00Z',
});

it('is the author’s cards and the learner’s own, which are told apart', () => {
  const deck = deckOf(AUTHOR, [card('hum', 'Hum a tune.'), card('gloves', 'Wear two pairs.')]);
  expect(new Map(deck.map(({ name, instruction, isOwn }) => [name, [instruction, isOwn]]))).toEqual(
    new Map([
      ['eyes shut', ['Shut both.', false]],
      ['hum', ['Hum a tune.', true]],
      ['gloves', ['Wear two pairs.', true]],
    ]),
  );
});

it('is drawn from without what is put aside, the author’s or one’s own', () => {
  const deck = deckOf(AUTHOR, [card('gloves', null, true), card('hum', 'Hum.', true), card('sing', 'Sing.')]);
  expect(drawnFrom(deck)).toEqual(['eyes shut', 'sing']);
  expect(deck).toHaveLength(4);
});

it('has no card that its author gave up, though it was put aside', () => {
  expect(deckOf(AUTHOR, [card('upside down', null, true)]).map(({ name }) => name)).toEqual([
    'eyes shut',
    'gloves',
  ]);
});
