import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffWords, type WordSegment } from './diff-words.ts';

/** As a reader sees it: what is gone in brackets, what is new in braces. */
const shown = (segments: readonly WordSegment[]) =>
  segments
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[${text}]` : `{${text}}`))
    .join('');
const without = (kind: WordSegment['kind'], segments: readonly WordSegment[]) =>
  segments
    .filter((each) => each.kind !== kind)
    .map(({ text }) => text)
    .join('');
const turned = (segments: readonly WordSegment[]) =>
  segments.map(({ kind, text }) => `${{ same: 'same', gone: 'new', new: 'gone' }[kind]} ${text}`).sort();
const told = (segments: readonly WordSegment[]) => segments.map(({ kind, text }) => `${kind} ${text}`).sort();

/** Few different words, so that texts have much in common and ties are many. */
const texts = fc.oneof(
  fc
    .array(
      fc.constantFrom(
        'pull',
        'the',
        'rope',
        'it’s',
        'well-tied',
        '.',
        ',',
        ' ',
        ' ',
        ' ',
        '\n\n',
        '🤹🏽‍♀️',
        'é',
        'e\u0301',
      ),
      {
        maxLength: 40,
      },
    )
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

describe('diffWords', () => {
  it.each([
    ['', '', ''],
    ['', 'Pull.', '{Pull.}'],
    ['Pull.', '', '[Pull.]'],
    ['Pull the rope.', 'Pull the rope.', 'Pull the rope.'],
    ['Pull the rope.', 'Pull the wet rope.', 'Pull the {wet }rope.'],
    ['Pull the wet rope.', 'Pull the rope.', 'Pull the [wet ]rope.'],
    ['Pull the rope.', 'Pull the rope, and wait.', 'Pull the rope{, and wait}.'],
    ['Pull the rope.', 'Pulls the rope.', '[Pull]{Pulls} the rope.'],
    ['Pull the old rope.', 'Pull my new rope.', 'Pull [the old]{my new} rope.'],
    ['one two three', 'one three two', 'one {three }two[ three]'],
    ['it’s tied', 'its tied', '[it’s]{its} tied'],
    ['it’s tied', 'it is tied', '[it’s]{it is} tied'],
    [' ', 'a b', '{a} {b}'],
    ['a b', 'x a y b z', '{x }a {y }b{ z}'],
  ])('of “%s” and “%s” is “%s”', (before, after, words) => {
    expect(shown(diffWords(before, after))).toBe(words);
  });

  it('keeps both texts whole, joins neighbours, and says of a change first what is gone', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const segments = diffWords(before, after);
        expect(without('new', segments)).toBe(before);
        expect(without('gone', segments)).toBe(after);
        for (const [index, { kind, text }] of segments.entries()) {
          expect(text).not.toBe('');
          expect(segments[index + 1]?.kind).not.toBe(kind);
          if (kind === 'new') expect([undefined, 'same']).toContain(segments[index + 1]?.kind);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('has nothing gone or new in a text and itself, and turns round with the texts', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        expect(diffWords(before, before).every(({ kind }) => kind === 'same')).toBe(true);
        expect(told(diffWords(after, before))).toEqual(turned(diffWords(before, after)));
      }),
      { numRuns: 400 },
    );
  });

  it('stays within bounds for texts that no field may hold: what differs is then one change', () => {
    const [before, after] = ['a b '.repeat(5_000), 'b c '.repeat(5_000)];
    const segments = diffWords(before, after);
    expect(without('new', segments)).toBe(before);
    expect(segments.length).toBeLessThan(5);
  });
});
