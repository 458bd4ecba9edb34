import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caughtNeed, fitting, HORIZONS, NEED_LETTERS } from './caught-contract.ts';
import { NeedBody } from './contract.ts';

const RAISED_AT = '2026-03-02T10:00:00.000Z';

describe('a need that is caught in passing', () => {
  it.each([
    ['now', 'gap'],
    ['next-rung', 'next'],
    ['possible-future', 'next'],
  ] as const)('of the horizon %s is a %s, unless it is said otherwise', (horizon, kind) => {
    expect(caughtNeed({ text: 'sail alone', horizon, raisedAt: RAISED_AT })).toMatchObject({
      kind,
      context: null,
    });
    const said = { kind: 'gap', wantedWithin: 'ten-minutes', context: 'on board' } as const;
    expect(caughtNeed({ text: 'sail alone', horizon, raisedAt: RAISED_AT, ...said })).toMatchObject(said);
  });
});

describe('what of a text a need can hold', () => {
  it('is what the contract takes, whatever came', () => {
    const anything = fc
      .array(
        fc.oneof(fc.constantFrom('\ud83c', '\udfbe', '\0', ' ', '🎾', 'עברית', 'a'.repeat(250)), fc.string()),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(anything, fc.constantFrom(...HORIZONS), (text, horizon) => {
        const fits = fitting(text);
        const need = caughtNeed({ text: fits, horizon, raisedAt: RAISED_AT });
        expect(NeedBody.safeParse(need)).toEqual(
          fits === '' ? expect.anything() : { success: true, data: need },
        );
      }),
    );
  });

  it('ends before a character that would be cut in half', () => {
    expect(fitting(`${'a'.repeat(NEED_LETTERS - 1)}🎾`)).toBe('a'.repeat(NEED_LETTERS - 1));
    expect(fitting(`${'a'.repeat(NEED_LETTERS - 2)}🎾b`)).toBe(`${'a'.repeat(NEED_LETTERS - 2)}🎾`);
    expect(fitting('  my knots\nslip ')).toBe('my knots\nslip');
  });
});
