import { describe, expect, it } from 'vitest';
import { initialsOf } from '../shell/initials.ts';
import { firstSentence } from './first-sentence.ts';
import { minutesWords } from './minutes-words.ts';

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
