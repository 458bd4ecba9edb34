import { describe, expect, it } from 'vitest';
import { saysDistress } from './distress-words.ts';

describe('words of distress', () => {
  it.each([
    'I want to die',
    'i dont want to be here anymore',
    'I can’t take this any more.',
    'Sometimes I think they’d be better off without me',
    'thinking about killing myself',
    'No reason to live',
    'I feel so worthless after today',
    'I’m hopeless',
    'suicidal again',
    'I felt like self-harm',
    'I WANT TO HURT MYSELF',
    'I hate myself',
    'life is not worth living',
    'there is nothing left\nto live for',
  ])('are heard: “%s”', (text) => {
    expect(saysDistress(text)).toBe(true);
  });

  it.each([
    '',
    'I cut myself on the thumb with the second onion',
    'hurt myself a little at the rope, taped it',
    'killed it on stage',
    'dying to show it to Ruth',
    'the third ball dies too early',
    'I want to dice an onion',
    'a hopeless knot, then it held',
    'my lines look dead',
    'ready to dive',
    'suicide squeeze drill, six of ten',
    'cannot live stream from here',
    'I do not want to live in a mess',
    'no point in hurrying the lift',
    'we want to end the meeting early',
    'I cannot go on stage without shaking',
    'my worthless first draft',
    'I hate my first sentence',
    'this is killing my back',
  ])('are not heard in “%s”', (text) => {
    expect(saysDistress(text)).toBe(false);
  });

  it('are heard at the end of a long text too', () => {
    expect(saysDistress(`${'the third ball came down early. '.repeat(60)}I want to die.`)).toBe(true);
  });
});
