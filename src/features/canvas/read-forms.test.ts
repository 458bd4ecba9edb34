import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keysOf, movePicture } from './move-picture.ts';
import { readForms } from './read-forms.ts';

const NONE = { pictures: [], audio: null, video: null };
const picture = (caption: string, media = 'bowline-1.svg') => ({ media, caption });

describe('other forms of an answer', () => {
  it('are none, and stand in nobody’s way, until something is chosen', () => {
    expect(readForms(NONE)).toEqual({ formats: {}, faults: [] });
  });

  it('are kept with their words, which lose only needless blanks', () => {
    const read = readForms({
      pictures: [picture(' Roll  it\nover. ')],
      audio: { media: 'loop.mp3', transcript: 'First.\n\n\n Then  this. ' },
      video: { media: 'loop.mp4', transcript: 'Look.' },
    });
    expect(read).toEqual({
      formats: {
        pictures: [picture('Roll it over.')],
        audio: { media: 'loop.mp3', transcript: 'First.\n\nThen this.' },
        video: { media: 'loop.mp4', transcript: 'Look.' },
      },
      faults: [],
    });
  });

  it('are named and left out without words, each by itself', () => {
    const read = readForms({
      pictures: [picture('Roll.'), picture(' ')],
      audio: { media: 'loop.mp3', transcript: '' },
      video: null,
    });
    expect(read.formats).toEqual({ pictures: [picture('Roll.')] });
    expect(read.faults).toEqual([
      'Picture 2 needs its step in words: write it down, or take it away.',
      'The recording to listen to needs its words as well: write them down, or take it away.',
    ]);
    expect(readForms({ ...NONE, video: { media: 'a.mp4', transcript: ' ' } }).faults[0]).toContain('watch');
  });
});

describe('a step', () => {
  const pictures = fc.array(
    fc.record({ media: fc.constantFrom('a.svg', 'b.svg', 'c.svg'), caption: fc.string() }),
    { maxLength: 12 },
  );

  it('changes places with its neighbour alone, and back again', () => {
    fc.assert(
      fc.property(pictures, fc.nat(11), fc.constantFrom(-1 as const, 1 as const), (all, at, by) => {
        const moved = movePicture(all, at, by);
        expect(moved.toSorted(byText)).toEqual([...all].sort(byText));
        const isMoved = at < all.length && at + by >= 0 && at + by < all.length;
        expect(moved[isMoved ? at + by : at]).toEqual(all[at]);
        expect(isMoved ? movePicture(moved, at + by, by === 1 ? -1 : 1) : moved).toEqual(all);
      }),
    );
  });

  it('has a key of its own, also where two show the same picture', () => {
    fc.assert(
      fc.property(pictures, (all) => {
        expect(new Set(keysOf(all)).size).toBe(all.length);
      }),
    );
  });
});

const byText = (a: object, b: object) => JSON.stringify(a).localeCompare(JSON.stringify(b));
