import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDecimal } from './read-decimal.ts';

describe('readDecimal', () => {
  it.each([
    ['7', 7],
    ['7.5', 7.5],
    ['7,5', 7.5],
    [' ,5 ', 0.5],
    ['7,', 7],
    ['-3', -3],
    ['−3,25', -3.25],
    ['+4', 4],
    ['-0', 0],
    ['1 234,5', 1234.5],
    ['1\u202f234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ["1'234.5", 1234.5],
    ['1,234,567', 1_234_567],
    ['1.234.567', 1_234_567],
    ['1,234', 1.234],
  ])('reads %j', (text, value) => {
    expect(readDecimal(text)).toBe(value);
  });

  it.each([
    '',
    ' ',
    '-',
    '.',
    ',',
    'better',
    '7 out of 10',
    '1e3',
    '0x10',
    '1..2',
    '1,23,4',
    '12 34',
    '--1',
    'NaN',
  ])('does not take %j for a number', (text) => {
    expect(readDecimal(text)).toBeNull();
  });

  it('reads back every number that is written with a point or a comma', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 4 }), (digits, places) => {
        const value = digits / 10 ** places;
        const written = value.toFixed(places);
        expect(readDecimal(written)).toBe(value === 0 ? 0 : value);
        expect(readDecimal(written.replace('.', ','))).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});
