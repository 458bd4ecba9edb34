import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { random } from '../random.ts';
import { FEWEST_TIMES, hitRate, hitRateSentence } from './hit-rate.ts';

const sentence = (done: number, cameUp: number) => hitRateSentence(hitRate(done, cameUp));

describe('how often a plan was carried out', () => {
  it.each([
    [0, 0, 'It has not come up yet.'],
    [0, 1, 'Came up once, done not yet: too soon to say.'],
    [1, 2, 'Came up twice, done once: too soon to say.'],
    [3, 3, 'Came up three times, done three times: too soon to say.'],
    [5, 7, 'Done 5 of the 7 times that it came up; four in five between 40% and 93%.'],
    [10, 10, 'Done 10 of the 10 times that it came up; four in five between 79% and 100%.'],
  ])('%i of %i: %s', (done, cameUp, words) => {
    expect(sentence(done, cameUp)).toBe(words);
  });

  it('has its closed form where it was done every time: the low end is the tenth to the power of one nth', () => {
    const rate = hitRate(10, 10);
    expect(rate.kind === 'rate' && rate.low).toBeCloseTo(0.1 ** (1 / 10), 8);
  });

  it('lies within its interval, and the interval within nothing and all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: FEWEST_TIMES, max: 400 }), (a, b) => {
        const rate = hitRate(a, b);
        if (rate.kind !== 'rate') throw new Error('enough for a rate');
        expect(0 <= rate.low && rate.low <= rate.share).toBe(true);
        expect(rate.share <= rate.high && rate.high <= 1).toBe(true);
      }),
    );
  });

  it('holds the true rate at least four times in five', () => {
    const chance = random(7);
    for (const truth of [0.1, 0.5, 0.85]) {
      let held = 0;
      for (let round = 0; round < 1000; round += 1) {
        const done = Array.from({ length: 12 }).filter(() => chance.uniform() < truth).length;
        const rate = hitRate(done, 12);
        if (rate.kind === 'rate' && rate.low <= truth && truth <= rate.high) held += 1;
      }
      expect(held / 1000).toBeGreaterThan(0.78);
    }
  });
});
