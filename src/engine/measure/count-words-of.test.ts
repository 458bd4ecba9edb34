import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWordsOf } from './count-words-of.ts';

const TEXTS: readonly [text: string, words: number][] = [
  ['', 0],
  ['  \n ', 0],
  ['… — !', 0],
  ['Look at the room.', 4],
  ["I don’t know, she doesn't either.", 6],
  ['one\ntwo\tthree', 3],
  ['well-known', 2],
  ['3.5 metres', 2],
  ['Élève naïf à l’école', 4],
  ['שלום עולם', 2],
];

describe('countWordsOf', () => {
  it.each(TEXTS)('counts %j as %d', (text, words) => {
    expect(countWordsOf(text)).toBe(words);
  });

  it.each(TEXTS)('counts %j as %2$d by its letters too', (text, words) => {
    expect(countWordsOf(text, null)).toBe(words);
  });

  it('parts what is written without blanks', () => {
    expect(countWordsOf('สวัสดีชาวโลก')).toBeGreaterThan(1);
    expect(countWordsOf('我们今天练习')).toBeGreaterThan(1);
  });

  it('is the sum of its parts where a line lies between', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        expect(countWordsOf(`${one}\n\n${other}`)).toBe(countWordsOf(one) + countWordsOf(other));
      }),
    );
  });
});
