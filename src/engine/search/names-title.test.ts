import { describe, expect, it } from 'vitest';
import { namesTitle } from './names-title.ts';

const HARD_THING = 'Say the hard thing in three sentences';

describe('namesTitle', () => {
  it('knows most words of a title again, in order or not, whatever else is said', () => {
    expect(namesTitle(HARD_THING, 'say the hard thing')).toBe(true);
    expect(namesTitle(HARD_THING, 'I have to say the hard thing to my employee')).toBe(true);
    expect(namesTitle(HARD_THING, 'it is a hard thing, what he has to say')).toBe(true);
    expect(namesTitle('The six-second bowline', 'a bowline in six seconds')).toBe(true);
  });

  it('takes half of them for none, and words that every need has', () => {
    expect(namesTitle(HARD_THING, 'I say three words')).toBe(false);
    expect(namesTitle('A rolled omelette', 'rolled up')).toBe(false);
    expect(namesTitle('The hard thing', 'a hard thing')).toBe(false);
    expect(namesTitle('Omelette', 'an omelette')).toBe(false);
  });
});
