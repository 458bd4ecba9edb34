import { expect, it } from 'vitest';
import { keptWords, lossWords } from './kept-words.ts';

const nothing = {
  state: 'saved',
  waiting: 0,
  inPageOnly: 0,
  onDevice: 0,
  conflicts: [],
  refused: [],
} as const;

it('says that everything is at home only where it is', () => {
  expect(keptWords(nothing)).toBe('Everything recorded here is at home too.');
  for (const left of [
    { onDevice: 1, refused: [1] },
    { onDevice: 1, conflicts: [1] },
    { onDevice: 1, waiting: 1 },
    { inPageOnly: 1, waiting: 1 },
  ])
    expect(keptWords({ ...nothing, ...left })).not.toContain('at home too');
});

it('says what was set aside, and that it is safe', () => {
  expect(keptWords({ ...nothing, state: 'refused', onDevice: 1, refused: [1] })).toBe(
    'One entry is safe on this device and not yet at home. One waits for your word.',
  );
  expect(
    keptWords({ ...nothing, state: 'refused', onDevice: 3, waiting: 1, refused: [1], conflicts: [1] }),
  ).toBe('Three entries are safe on this device and not yet at home. Two wait for your word.');
});

it('calls nothing safe that ends with the page', () => {
  const words = keptWords({ ...nothing, state: 'offline', waiting: 2, inPageOnly: 2 });
  expect(words).toBe(
    'Two entries are in this page only: leave it open until home has what you recorded. Bottega goes on trying by itself.',
  );
  expect(keptWords({ ...nothing, state: 'offline', waiting: 3, inPageOnly: 1, onDevice: 2 })).toContain(
    'Two entries are safe on this device',
  );
  expect(lossWords(2)).toBe('Two entries are in this page only, and signing out now would lose them.');
});
