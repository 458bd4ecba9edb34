import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteRange } from './byte-range.ts';

describe('the part that a Range header asks for', () => {
  it.each([
    ['bytes=0-0', { start: 0, end: 1 }],
    ['bytes=2-5', { start: 2, end: 6 }],
    ['bytes=9-', { start: 9, end: 10 }],
    ['bytes=-3', { start: 7, end: 10 }],
    ['bytes=-30', { start: 0, end: 10 }],
    ['bytes=5-500', { start: 5, end: 10 }],
    ['bytes=10-', 'unsatisfiable'],
    ['bytes=10-20', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=5-2', null],
    ['bytes=-', null],
    ['bytes=0-1,4-5', null],
    ['lines=0-1', null],
    ['bytes=a-b', null],
    ['bytes=99999999999999999999-', null],
    ['', null],
  ] as const)('of ten bytes: %s', (header, expected) => {
    expect(byteRange(header, 10)).toEqual(expected);
  });

  it('is never empty, and never reaches beyond the file', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer(),
        fc.integer(),
        fc.integer({ min: 1, max: 50 }),
        (text, a, b, bytes) => {
          for (const header of [text, `bytes=${a}-${b}`, `bytes=${a}-`, `bytes=-${b}`]) {
            const range = byteRange(header, bytes);
            if (range === null || range === 'unsatisfiable') continue;
            expect(range.start).toBeLessThan(range.end);
            expect(range.start).toBeGreaterThanOrEqual(0);
            expect(range.end).toBeLessThanOrEqual(bytes);
          }
        },
      ),
    );
  });
});
