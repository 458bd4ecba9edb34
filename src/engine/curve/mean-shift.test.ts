import { describe, expect, it } from 'vitest';
import { random } from '../random.ts';
import { curveOf, forecast } from './curve.ts';
import { meanShift } from './mean-shift.ts';

const RATE = { kind: 'rate', better: 'up' } as const;
const LAPS = { kind: 'duration', better: 'down' } as const;
const NOISE_SD = 0.3;

function shiftOf(options: typeof RATE | typeof LAPS, course: (attempt: number) => number): number {
  const chance = random(12);
  const values = Array.from({ length: 300 }, (_, i) => ({
    value: Math.exp(course(i + 1) + NOISE_SD * chance.normal()),
  }));
  const { started } = curveOf(options, values);
  return started === null ? Number.NaN : meanShift(started, 0);
}

describe('the mean of many values', () => {
  it('lies half the variance of the logarithm above its middle, whichever way is better', () => {
    expect(shiftOf(RATE, () => 3)).toBeCloseTo(NOISE_SD ** 2 / 2, 2);
    expect(shiftOf(LAPS, () => 3)).toBeCloseTo(-(NOISE_SD ** 2) / 2, 2);
  });

  it('does not take what was learnt for scatter', () => {
    expect(shiftOf(RATE, (t) => 0.5 * Math.log(t))).toBeCloseTo(NOISE_SD ** 2 / 2, 2);
  });

  it('is what a forecast of many attempts tells, and the middle that of one', () => {
    const chance = random(3);
    const values = Array.from({ length: 400 }, () => ({ value: 40 * Math.exp(NOISE_SD * chance.normal()) }));
    const said = forecast(curveOf(RATE, values), [
      { from: 1, to: 1 },
      { from: 1, to: 100 },
    ]);
    const [one, many] = 'kind' in said ? [] : said;
    expect(Math.log((many?.mean ?? 0) / (one?.mean ?? 0))).toBeCloseTo(NOISE_SD ** 2 / 2, 1);
    expect(Math.abs((many?.mean ?? 0) / (40 * Math.exp(NOISE_SD ** 2 / 2)) - 1)).toBeLessThan(0.05);
  });
});
