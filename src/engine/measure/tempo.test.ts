import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tempoOf } from './tempo.ts';

/** Taps at these intervals in milliseconds, from some reading of the clock on. */
const tapped = (intervals: readonly number[], from = 5_000) => {
  const taps = [from];
  for (const interval of intervals) taps.push((taps.at(-1) ?? from) + interval);
  return taps;
};

describe('tempoOf', () => {
  it('is per minute, from the fourth tap on', () => {
    expect(tempoOf([])).toEqual({ kind: 'too-few-taps', have: 0, need: 4 });
    expect(tempoOf(tapped([500, 500]))).toEqual({ kind: 'too-few-taps', have: 3, need: 4 });
    expect(tempoOf(tapped([500, 500, 500]))).toEqual({ kind: 'tempo', perMinute: 120, intervals: 3 });
    expect(tempoOf(tapped([697, 697, 697]))).toMatchObject({ perMinute: 86.1 });
  });

  it('is moved by no single tap that was missed', () => {
    expect(tempoOf(tapped([500, 500, 1_000, 500, 500, 500]))).toMatchObject({ perMinute: 120 });
  });

  it('takes a tap that was felt twice for one', () => {
    expect(tempoOf(tapped([500, 20, 480, 500]))).toMatchObject({ perMinute: 120, intervals: 3 });
  });

  it('looks back over the last eight intervals', () => {
    const faster = tapped([...Array<number>(8).fill(1_000), ...Array<number>(8).fill(400)]);
    expect(tempoOf(faster)).toEqual({ kind: 'tempo', perMinute: 150, intervals: 8 });
  });

  it('begins anew after a pause, and where the clock began anew', () => {
    const paused = tapped([500, 500, 500, 4_000, 600]);
    expect(tempoOf(paused)).toEqual({ kind: 'too-few-taps', have: 2, need: 4 });
    const reloaded = [...tapped([500, 500, 500], 90_000), ...tapped([600, 600, 600], 100)];
    expect(tempoOf(reloaded)).toMatchObject({ perMinute: 100, intervals: 3 });
  });

  it('is never anything but a rate that a person can tap', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e9, noNaN: true })), (taps) => {
        const tempo = tempoOf(taps);
        if (tempo.kind === 'tempo') {
          expect(tempo.perMinute).toBeGreaterThanOrEqual(20);
          expect(tempo.perMinute).toBeLessThanOrEqual(1_000);
        }
      }),
    );
  });
});
