import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth, wrapText } from './text-width.ts';

describe('textWidth', () => {
  it('knows narrow letters from wide ones, and takes strange ones for wide', () => {
    expect(textWidth('iiii')).toBeLessThan(textWidth('nnnn'));
    expect(textWidth('nnnn')).toBeLessThan(textWidth('mmmm'));
    expect(textWidth('é')).toBe(textWidth('e'));
    expect(textWidth('跳')).toBeGreaterThanOrEqual(13);
  });
});

describe('wrapText', () => {
  it('breaks between words, and cuts what fits in no line', () => {
    expect(wrapText('calm', 100, 2)).toEqual(['calm']);
    expect(wrapText('', 100, 2)).toEqual(['']);
    expect(wrapText('minutes and seconds', 60, 3)).toEqual(['minutes', 'and', 'seconds']);
    expect(wrapText('minutes and seconds', 60, 2)).toEqual(['minutes', 'and…']);
    expect(wrapText('Donaudampfschifffahrt', 60, 2)[0]).toMatch(/^Dona.*…$/);
  });

  it('keeps to the width and to the number of lines', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 40, max: 400 }), (text, width) => {
        const lines = wrapText(text, width, 3);
        expect(lines.length).toBeLessThanOrEqual(3);
        for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
