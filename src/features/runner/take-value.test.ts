import { describe, expect, it } from 'vitest';
import { beginSession, type CurrentTake } from './running-session.ts';
import { loggedWords, logWords, takeValue } from './take-value.ts';
import { clockText } from './use-ticking.ts';

const fresh = beginSession(
  { practiceId: 'p', isFloor: false, minutes: null },
  { epoch: 0, steady: 0 },
).current;
const take = (more: Partial<CurrentTake>): CurrentTake => ({ ...fresh, ...more });
const value = (number: number) => ({ kind: 'value', value: number });

describe('the value of a take', () => {
  it.each([
    ['count', { hits: 7 }, 0, value(7)],
    ['count', { hits: 7, typed: '31' }, 0, value(31)],
    ['rate', { hits: 14 }, 15, value(56)],
    ['rate', { hits: 3, typed: '14' }, 15, value(56)],
    ['rate', { hits: 3 }, 0.4, { kind: 'none' }],
    // No clock of ours ran: what was typed is the rate.
    ['rate', { typed: '56.5' }, 0, value(56.5)],
    ['proportion', { hits: 7, misses: 3 }, 0, value(0.7)],
    ['proportion', {}, 0, { kind: 'none' }],
    ['proportion', { typed: '7/10' }, 0, value(0.7)],
    ['duration', {}, 6.27, value(6.3)],
    ['duration', { typed: '1:03.4' }, 0, value(63.4)],
    ['score', { typed: '−2.5' }, 0, value(-2.5)],
    ['score', { typed: '' }, 0, { kind: 'none' }],
  ] as const)('of a %s with %o after %d s', (kind, more, seconds, expected) => {
    expect(takeValue({ kind, unit: 'x' }, take(more), seconds)).toEqual(expected);
  });

  it('says why what was typed cannot be one', () => {
    expect(takeValue({ kind: 'proportion', unit: 'share' }, take({ typed: '7' }), 0)).toEqual({
      kind: 'fault',
      words: 'not between 0 and 1, or 0% and 100%',
    });
  });

  it('is said with the same verb before and after', () => {
    const catches = { kind: 'count', unit: 'catches' } as const;
    expect(logWords(catches, 12)).toBe('Log 12 catches');
    expect(loggedWords(catches, 12)).toBe('Logged 12 catches.');
    expect(loggedWords(catches, null)).toBe('Logged without a score.');
  });
});

describe('the clock', () => {
  it.each([
    [0, {}, '0:00'],
    [42_900, {}, '0:42'],
    [3_723_000, {}, '1:02:03'],
    [59_960, { isFine: true }, '1:00.0'],
    [42_340, { isFine: true }, '0:42.3'],
    [100, { outOf: 15_000 }, '0:15'],
    [14_999, { outOf: 15_000 }, '0:01'],
    [20_000, { outOf: 15_000 }, '0:00'],
  ])('reads %d ms %o as %s', (milliseconds, form, text) => {
    expect(clockText(milliseconds, form)).toBe(text);
  });
});
