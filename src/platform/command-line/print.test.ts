import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { places } from '../places.ts';
import { jsonLine, oneLine } from './print.ts';

const HOSTILE = 'a\u001b]0;owned\u0007\u001b[2Jb\u009b31mc\b\u202ed\u0000e';
const steers = (text: string) => /\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u.test(text);
const anything = fc
  .array(fc.oneof(fc.constantFrom('\u001b', '\u009b', '[', ']', '2J', '\u0007', '\n', '\u202e'), fc.string()))
  .map((parts) => parts.join(''));

describe('a text of somebody else', () => {
  it('keeps its letters, and nothing that steers a terminal', () => {
    expect(oneLine(HOSTILE)).toBe('abcde');
    expect(oneLine('  one  two, à 木 🎾 עברית')).toBe('  one  two, à 木 🎾 עברית');
    fc.assert(fc.property(anything, (text) => !steers(oneLine(text))));
  });

  it('is one line where one is meant', () => {
    expect(oneLine('bad row\nTook 5 attempts.\r\u2028\tx')).toBe('bad row Took 5 attempts. x');
  });

  it('is found again in JSON, and steers nothing there', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(JSON.parse(jsonLine({ text }))).toEqual({ text });
        expect(steers(jsonLine({ text }))).toBe(false);
      }),
    );
  });

  it('gets to a terminal in no other way', () => {
    const ways = readdirSync(join(places.root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((path) => /(?<!\.test)\.ts$/.test(path))
      .filter((path) =>
        /std(out|err)\.write\(|\bconsole\./.test(readFileSync(join(places.root, 'src', path), 'utf8')),
      );
    expect(ways.map((path) => path.replaceAll('\\', '/'))).toEqual(['platform/command-line/print.ts']);
  });
});
