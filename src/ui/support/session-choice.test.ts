import { expect, it } from 'vitest';
import { askedSlots, choiceOf, isTicked, slotText } from './session-choice.ts';

const DESIGN = {
  kit: ['rope'],
  people: ['a friend'],
  place: 'a table',
  time: null,
  mindset: null,
  obstacles: [],
};
const SLOTS = [
  { slot: 'kit', status: 'in-place', text: 'two metres of rope' },
  { slot: 'place', status: 'not-needed', text: null },
  { slot: 'time', status: 'missing', text: null },
] as const;

it('asks about what the learner or the design has named, and not about what is not needed', () => {
  expect(askedSlots(SLOTS, DESIGN)).toEqual(['kit', 'people', 'time']);
  expect(askedSlots([], null)).toEqual([]);
});

it('says a slot in the learner’s words, and in the design’s where they said none', () => {
  expect(slotText(SLOTS, DESIGN, 'kit')).toBe('two metres of rope');
  expect(slotText(SLOTS, DESIGN, 'people')).toBe('a friend');
  expect(slotText(SLOTS, DESIGN, 'time')).toBeNull();
});

it('ticks beforehand what is in place, until the learner says otherwise', () => {
  expect([isTicked(SLOTS, {}, 'kit'), isTicked(SLOTS, {}, 'time')]).toEqual([true, false]);
  expect([isTicked(SLOTS, { kit: false }, 'kit'), isTicked(SLOTS, { time: true }, 'time')]).toEqual([
    false,
    true,
  ]);
});

it('leaves out what the learner never spoke of and left as it was', () => {
  const asked = askedSlots(SLOTS, DESIGN);
  const choice = (ticks: Parameters<typeof choiceOf>[3]) => choiceOf('p', asked, SLOTS, ticks);
  expect(choice({})).toEqual({ practiceId: 'p', inPlace: ['kit'], missing: ['time'] });
  expect(choice({ people: true, kit: false })).toEqual({
    practiceId: 'p',
    inPlace: ['people'],
    missing: ['kit', 'time'],
  });
  expect(choice({ people: false }).missing).toEqual(['people', 'time']);
});
