import { describe, expect, it } from 'vitest';
import { EXAMPLE_DESIGN } from '../../features/library/contract.ts';
import { initialsOf } from '../shell/initials.ts';
import { firstSentence, wholeSentence } from './first-sentence.ts';
import { minutesWords } from './minutes-words.ts';
import { NOTHING_IN_PLACE, sixTexts } from './six-texts.ts';

describe('firstSentence', () => {
  it.each([
    ['Fix the last line first. Then walk backwards.', 'Fix the last line first.'],
    ['Open with “what would make it wrong?” Then wait.', 'Open with “what would make it wrong?”'],
    ['Say two things: one, and another.', 'Say two things.'],
    ['No end', 'No end'],
  ])('of %j is %j', (text, sentence) => {
    expect(firstSentence(text)).toBe(sentence);
  });

  it('ends at a word where the sentence is too long', () => {
    expect(firstSentence('one two three four five.', 12)).toBe('one two …');
  });
});

describe('wholeSentence', () => {
  it('is all of the first sentence or nothing', () => {
    expect(wholeSentence('one two three four five. Six.', 24)).toBe('one two three four five.');
    expect(wholeSentence('one two three four five. Six.', 23)).toBeNull();
    expect(wholeSentence('Say two things: one, and another.', 40)).toBe('Say two things.');
  });
});

describe('minutesWords', () => {
  it.each([
    [0.1, '6 seconds'],
    [0.25, '15 seconds'],
    [0.5, 'half a minute'],
    [1, 'a minute'],
    [1.5, '1.5 minutes'],
    [2, 'two minutes'],
    [45, '45 minutes'],
  ])('%d is %s', (minutes, words) => {
    expect(minutesWords(minutes)).toBe(words);
  });
});

describe('initialsOf', () => {
  it.each([
    ['Nadia Brandt', 'NB'],
    ['Me', 'M'],
    ['  Ana María de la Cruz ', 'AC'],
    ['Żaneta', 'Ż'],
  ])('of %j are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});

describe('background support in a line', () => {
  const EMPTY = { kit: [], people: [], place: null, time: null, mindset: null, obstacles: [] };
  // biome-ignore lint/suspicious/noThenProperty: an if-then plan is plain text
  const PLAN = { if: 'it rains', then: 'I go under the roof' };
  it.each([
    [{ ...EMPTY, place: 'A table.', obstacles: [PLAN] }, 'A table.'],
    [{ ...EMPTY, tools: ['a metronome'] }, 'a metronome'],
    [{ ...EMPTY, obstacles: [PLAN] }, 'If it rains, then I go under the roof'],
    [EMPTY, 'Not written yet.'],
    [null, 'Not written yet.'],
  ])('of %j is %s', (support, line) => {
    const design = { ...EXAMPLE_DESIGN, id: '', isOwn: true, support };
    const texts = sixTexts({ design, fills: NOTHING_IN_PLACE, payoff: null, isTrickHidden: false });
    expect(texts.find(({ name }) => name === 'Background support')?.summary).toBe(line);
  });
});
