import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valueFault } from './measure.ts';
import { netRate } from './net-rate.ts';

describe('netRate', () => {
  it('takes the wrong from the right, per minute', () => {
    expect(netRate(40, 4, 60)).toBe(36);
    expect(netRate(20, 5, 45)).toBe(20);
    expect(netRate(10, 0, 7)).toBe(85.71);
  });

  it('is none where more were wrong than right', () => {
    expect(netRate(3, 5, 60)).toBe(0);
  });

  it('says nothing of less than a second', () => {
    expect(netRate(3, 0, 0.9)).toBeNull();
    expect(netRate(3, 0, Number.NaN)).toBeNull();
  });

  it('is always a value that a rate can take', () => {
    const counts = fc.nat(100_000);
    fc.assert(
      fc.property(
        counts,
        counts,
        fc.double({ min: 1, max: 86_400, noNaN: true }),
        (right, wrong, seconds) => {
          expect(valueFault('rate', netRate(right, wrong, seconds) ?? Number.NaN)).toBeNull();
        },
      ),
    );
  });
});
