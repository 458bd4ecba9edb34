import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NEED_LETTERS } from './caught-contract.ts';
import { readShare } from './shared-words.ts';

const NOTHING = { title: '', text: '', url: '' };
const PAGE = 'https://example.org/knots';

describe('what a phone shares', () => {
  it('is the text, with title and address as where it comes up', () => {
    expect(readShare({ title: 'Knots for sailors', text: 'my knots slip', url: PAGE })).toEqual({
      text: 'my knots slip',
      context: `Knots for sailors ${PAGE}`,
      left: [],
    });
  });

  it('is the title where there is no text', () => {
    expect(readShare({ ...NOTHING, title: 'Knots for sailors', url: PAGE })).toEqual({
      text: 'Knots for sailors',
      context: PAGE,
      left: [],
    });
  });

  it('has its address among the text where the other app has no place for it', () => {
    const text = `“A bowline holds.”\n ${PAGE}#bowline`;
    expect(readShare({ ...NOTHING, text })).toEqual({
      text: '“A bowline holds.”',
      context: `${PAGE}#bowline`,
      left: [],
    });
    expect(readShare({ title: 'Knots', text: PAGE, url: '' })).toEqual({
      text: 'Knots',
      context: PAGE,
      left: [],
    });
    expect(readShare({ title: '', text: `see ${PAGE}`, url: PAGE })).toEqual({
      text: 'see',
      context: PAGE,
      left: [],
    });
  });

  it.each([
    [`tie it as in ${PAGE}.`, 'tie it as in'],
    [`a knot that holds (${PAGE}).`, 'a knot that holds'],
    [`${PAGE}, for the night shift`, 'for the night shift'],
  ])('leaves the stops of the sentence behind: %s', (text, said) => {
    expect(readShare({ ...NOTHING, text })).toEqual({ text: said, context: PAGE, left: [] });
  });

  it('keeps an address in the text that is another than the one that was shared', () => {
    const shared = { title: '', text: 'as on https://example.org/ropes', url: PAGE };
    expect(readShare(shared)).toEqual({ text: shared.text, context: PAGE, left: [] });
  });

  it('says what did not fit', () => {
    const long = readShare({ ...NOTHING, text: 'a'.repeat(1240) });
    expect(long.text).toHaveLength(NEED_LETTERS);
    expect(long.left).toEqual(['What came has 1,240 characters. The first 500 are here: keep what matters.']);

    const tracked = readShare({ ...NOTHING, text: 'knots', url: `${PAGE}?from=${'x'.repeat(500)}` });
    expect([tracked.context, tracked.left]).toEqual([PAGE, [expect.stringContaining('behind its “?”')]]);

    const endless = readShare({ title: 'Knots', text: 'tie one', url: `${PAGE}/${'x'.repeat(500)}` });
    expect([endless.context, endless.left]).toEqual(['Knots', ['The address was too long and is left out.']]);

    const talkative = readShare({ title: 'k'.repeat(600), text: 'tie one', url: PAGE });
    expect([talkative.context, talkative.left]).toEqual([`${'k'.repeat(120)} … ${PAGE}`, []]);
  });

  it('is empty where nothing came', () => {
    expect(readShare(NOTHING)).toEqual({ text: '', context: '', left: [] });
    expect(readShare({ title: ' \n', text: '\0', url: ' ' })).toMatchObject({ text: '', context: '' });
  });

  it('always fits, and is cut only with a word about it', () => {
    const anything = fc.string({ maxLength: 560, unit: 'binary' });
    fc.assert(
      fc.property(anything, anything, anything, (title, text, url) => {
        const read = readShare({ title, text, url });
        expect(read.text.length).toBeLessThanOrEqual(NEED_LETTERS);
        expect(read.context.length).toBeLessThanOrEqual(NEED_LETTERS);
        expect([read.text, read.context].every((part) => part.isWellFormed())).toBe(true);
        if (text.trim().length > NEED_LETTERS && !/https?:/i.test(text)) expect(read.left).not.toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
