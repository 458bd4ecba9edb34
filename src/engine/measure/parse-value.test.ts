import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatValue } from './format-value.ts';
import { MEASURE_KINDS, valueFault } from './measure.ts';
import { parseFaultWords, parseValue } from './parse-value.ts';

describe('parseValue', () => {
  it.each([
    ['duration', '1:03', 63],
    ['duration', '63', 63],
    ['duration', '63.4 s', 63.4],
    ['duration', '63,4s', 63.4],
    ['duration', '1:02:03.5', 3723.5],
    ['duration', '0,125 s', 0.125],
    ['duration', '1.234 s', 1.234],
    ['duration', '1,234.5 s', 1234.5],
    ['duration', '1 min 3,5 s', 63.5],
    ['duration', '1 min 3 s', 63],
    ['duration', '2h', 7200],
    ['proportion', '68%', 0.68],
    ['proportion', '68,5 %', 0.685],
    ['proportion', '0.68', 0.68],
    ['proportion', '17/25', 0.68],
    ['rating', '7,5', 7.5],
    ['score', '−2.5', -2.5],
    ['score', '1.234,5', 1234.5],
    ['score', '1,234.5', 1234.5],
    ['score', '1,234,567', 1234567],
    ['score', '0,125', 0.125],
    ['score', '1e3', 1000],
    ['count', '1,234', 1234],
    ['count', '12 345', 12345],
    ['pass', 'Yes', 1],
    ['pass', 'fail', 0],
    ['pass', 'held', 1],
  ] as const)('%s: %s is %d', (kind, text, value) => {
    expect(parseValue(kind, text)).toEqual({ kind: 'value', value });
  });

  it.each([
    ['count', '', 'empty'],
    ['count', 'lots', 'not-a-number'],
    ['count', '12 catches', 'not-a-number'],
    ['count', '2.5', 'not-whole'],
    ['count', '-1', 'below-bounds'],
    ['score', 'NaN', 'not-a-number'],
    ['score', 'Infinity', 'not-a-number'],
    ['score', '0x10', 'not-a-number'],
    ['score', '1,2,3', 'not-a-number'],
    ['rate', '1,234', 'ambiguous'],
    ['duration', '1,234', 'ambiguous'],
    ['duration', '1,234 s', 'ambiguous'],
    ['duration', '1 min 1,234 s', 'ambiguous'],
    ['duration', '1,2,3 s', 'not-a-number'],
    ['proportion', '68', 'above-bounds'],
    ['proportion', '1/0', 'not-a-number'],
    ['proportion', '120%', 'above-bounds'],
    ['duration', '1:75', 'not-a-time'],
    ['duration', '1:3', 'not-a-time'],
    ['duration', '25:00:00', 'above-bounds'],
    ['pass', 'maybe', 'not-yes-or-no'],
  ] as const)('%s: %s is refused as %s', (kind, text, fault) => {
    expect(parseValue(kind, text)).toEqual({ kind: 'fault', fault });
    expect(parseFaultWords(kind, fault).length).toBeGreaterThan(5);
  });

  it.each([
    ['rating', 'above-bounds', 'above 10, the most it can be'],
    ['rating', 'below-bounds', 'below 0, the least it can be'],
    ['duration', 'above-bounds', 'above 24:00:00, the most it can be'],
    ['proportion', 'above-bounds', 'not between 0 and 1, or 0% and 100%'],
    ['proportion', 'below-bounds', 'not between 0 and 1, or 0% and 100%'],
  ] as const)('names the limit of a %s that is %s', (kind, fault, words) => {
    expect(parseFaultWords(kind, fault)).toBe(words);
  });

  it('reads seconds with their unit as it reads them without', () => {
    const pieces = fc.array(fc.constantFrom(...'0123456789', '.', ','), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('');
        if (!/^\d/.test(text)) return;
        for (const unit of [' s', 's', ' sec', ' seconds']) {
          expect(parseValue('duration', `${text}${unit}`)).toEqual(parseValue('duration', text));
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('never throws, and what it takes is a valid value', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MEASURE_KINDS), fc.string({ maxLength: 60 }), (kind, text) => {
        const parsed = parseValue(kind, text);
        if (parsed.kind === 'value') expect(valueFault(kind, parsed.value)).toBeNull();
      }),
    );
    const pieces = fc.array(
      fc.constantFrom(...'0123456789', '.', ',', ':', '%', '/', ' ', '-', 'e', 'h', 'm', 's'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...MEASURE_KINDS), pieces, (kind, parts) => {
        const parsed = parseValue(kind, parts.join(''));
        if (parsed.kind === 'value') expect(valueFault(kind, parsed.value)).toBeNull();
      }),
    );
  });

  it('reads back whole seconds and plain decimals as they were shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_400 }), (seconds) => {
        const shown = formatValue({ kind: 'duration', unit: '' }, seconds);
        expect(parseValue('duration', shown)).toEqual({ kind: 'value', value: seconds });
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), (tenths) => {
        for (const text of [`${tenths / 10}`, `${tenths / 10}`.replace('.', ',')]) {
          expect(parseValue('rating', text)).toEqual({ kind: 'value', value: tenths / 10 });
        }
      }),
    );
  });
});
