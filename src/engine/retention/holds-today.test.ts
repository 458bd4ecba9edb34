import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { random } from '../random.ts';
import { MILLISECONDS_PER_DAY } from '../units.ts';
import { holdsAt, reachedOnce, whenToLookAgain } from './holds-today.ts';
import {
  COLD_ATTEMPTS,
  coldRange,
  type MeasuredSkill,
  measuredSkill,
  type SkillOptions,
  type TimedAttempt,
} from './measured-skill.ts';
import { normalShare } from './normal-share.ts';

const SPEED: SkillOptions = { kind: 'rate', better: 'up', sort: 'speed' };
const DAY = MILLISECONDS_PER_DAY;

function skillOf(attempts: readonly TimedAttempt[], options = SPEED): MeasuredSkill {
  const skill = measuredSkill(attempts, options);
  if ('kind' in skill) throw new Error('too few attempts for this test');
  return skill;
}

function sure(skill: MeasuredSkill, target: number, at: number) {
  const holds = holdsAt(skill, target, at);
  if (holds === null) throw new Error('a range, in a test of a target');
  return holds;
}

/** Ten sessions of five on ten days, from 30 a minute up to 60, alternately one above and one below. */
const EXAMPLE: readonly TimedAttempt[] = Array.from({ length: 50 }, (_, place) => ({
  value: Math.round(60 - 30 * Math.exp(-place / 10)) + (place % 2 === 0 ? 1 : -1),
  at: Math.floor(place / 5) * DAY + (place % 5) * 60_000,
}));

describe('measuredSkill', () => {
  it('needs five attempts', () => {
    expect(measuredSkill(EXAMPLE.slice(0, 4), SPEED)).toEqual({ kind: 'too-few-attempts', have: 4, need: 5 });
  });

  it('makes a forecast wider and not higher, the longer the time away', () => {
    const skill = skillOf(EXAMPLE);
    const after = [1, 7, 30, 180].map((days) => coldRange(skill, skill.lastAt + days * DAY));
    for (const [place, later] of after.slice(1).entries()) {
      const sooner = after[place] ?? later;
      expect(later.mean).toBeLessThanOrEqual(sooner.mean);
      expect(later.upper - later.lower).toBeGreaterThan(sooner.upper - sooner.lower);
    }
  });

  it('learns most of what beginning a session costs; the level takes up the rest', () => {
    const chance = random(3);
    const attempts = Array.from({ length: 400 }, (_, place) => {
      const k = place % 8;
      const z = Math.log(50) - (place >= 8 ? 0.2 * 0.6 ** k : 0) + 0.05 * chance.normal();
      return { value: Math.exp(z), at: Math.floor(place / 8) * DAY + k * 60_000 };
    });
    expect(skillOf(attempts).cost).toBeGreaterThan(-0.25);
    expect(skillOf(attempts).cost).toBeLessThan(-0.1);
  });

  it('learns from the learner’s own gaps how far they move the level', () => {
    const attemptsWith = (move: number) => {
      const chance = random(4);
      let [at, level] = [0, Math.log(60)];
      return Array.from({ length: 40 }, (_, session) => {
        const isLong = session % 4 === 3;
        at += (isLong ? 20 : 2) * DAY;
        if (isLong) level += move * chance.normal();
        return Array.from({ length: 8 }, (__, k) => ({
          value: Math.exp(level + 0.1 * chance.normal()),
          at: at + k * 60_000,
        }));
      }).flat();
    };
    const [still, moved] = [0, 0.2].map((move) => skillOf(attemptsWith(move)));
    const width = (skill: MeasuredSkill | undefined, days: number) => {
      if (skill === undefined) return 0;
      const { lower, upper } = coldRange(skill, skill.lastAt + days * DAY);
      return upper - lower;
    };
    expect(still?.gapUnrest).toBeLessThan(0.15);
    expect(moved?.gapUnrest).toBeGreaterThan(0.6);
    expect(width(still, 20)).toBeLessThan(width(moved, 20) / 1.5);
    expect(width(still, 2)).toBeGreaterThan(width(moved, 2) / 1.5);
  });

  it('covers the first five attempts after a gap at least as often as it says', () => {
    let [inside, all] = [0, 0];
    for (let round = 0; round < 150; round += 1) {
      const chance = random(500 + round);
      const attempts: TimedAttempt[] = [];
      let at = 0;
      for (let session = 0; session < 12; session += 1) {
        at += (session % 4 === 3 ? 20 : 2) * DAY;
        const day = 0.03 * chance.normal();
        for (let k = 0; k < 8; k += 1) {
          const z =
            Math.log(80) -
            0.5 * Math.exp(-attempts.length / 30) +
            day -
            0.04 * 0.6 ** k +
            0.1 * chance.normal();
          attempts.push({ value: Math.exp(z), at: at + k * 60_000 });
        }
      }
      const before = attempts.slice(0, 88);
      const actual = attempts
        .slice(88, 88 + COLD_ATTEMPTS)
        .reduce((sum, { value }) => sum + Math.log(value) / COLD_ATTEMPTS, 0);
      const { lower, upper } = coldRange(skillOf(before), attempts[88]?.at ?? at);
      all += 1;
      if (lower <= actual && actual <= upper) inside += 1;
    }
    expect(inside / all).toBeGreaterThan(0.8);
  });

  it('is finite for any values and times in order', () => {
    const row = fc.record({
      value: fc.double({ min: 0, max: 1e12, noNaN: true }),
      wait: fc.double({ min: 0, max: 1e11, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 5, maxLength: 40 }),
        fc.double({ min: 0, max: 1e12, noNaN: true }),
        (rows, target) => {
          let at = 0;
          const attempts = rows.map(({ value, wait }) => {
            at += wait;
            return { value, at };
          });
          const skill = skillOf(attempts);
          const { probability, lower, upper } = sure(skill, target, at + DAY);
          expect([lower, probability, upper].every((one) => one >= 0 && one <= 1)).toBe(true);
          expect(lower).toBeLessThanOrEqual(probability);
          expect(upper).toBeGreaterThanOrEqual(probability);
          const { mean, lower: low, upper: high } = coldRange(skill, at + DAY);
          expect([mean, low, high].every(Number.isFinite)).toBe(true);
        },
      ),
    );
  });
});

describe('a target', () => {
  it('once reached stays reached, and holding today is another question', () => {
    const meets = (value: number) => value >= 55;
    expect(reachedOnce(EXAMPLE, meets)).toEqual({
      reached: true,
      firstAttempt: 17,
      firstAt: 3 * DAY + 60_000,
      n: 50,
    });
    expect(reachedOnce(EXAMPLE, (value) => value > 100)).toEqual({
      reached: false,
      firstAttempt: null,
      firstAt: null,
      n: 50,
    });
  });

  it('that is easier holds more surely', () => {
    const skill = skillOf(EXAMPLE);
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 100 }), fc.integer({ min: 1, max: 400 }), (target, days) => {
        const at = skill.lastAt + days * DAY;
        expect(sure(skill, target, at).probability).toBeGreaterThanOrEqual(
          sure(skill, target + 1, at).probability - 1e-6,
        );
      }),
    );
  });

  it('is looked at again on the first day on which it would hold with less than was asked', () => {
    const skill = skillOf(EXAMPLE);
    const look = whenToLookAgain(skill, 52, skill.lastAt, 0.7);
    if (look.kind !== 'on') throw new Error(`expected a day, found ${look.kind}`);
    expect(sure(skill, 52, look.at).probability).toBeLessThan(0.7);
    expect(sure(skill, 52, look.at - DAY).probability).toBeGreaterThanOrEqual(0.7);
    expect(whenToLookAgain(skill, 1000, skill.lastAt, 0.5)).toEqual({ kind: 'already', at: skill.lastAt });
    expect(whenToLookAgain(skill, 1, skill.lastAt, 0.5)).toEqual({ kind: 'not-within', days: 730 });
  });
});

it('gives no probability of holding in a range, which a distance from it cannot tell', () => {
  const skill = skillOf(EXAMPLE, { kind: 'rate', better: { low: 50, high: 55 }, sort: 'speed' });
  expect(holdsAt(skill, 50, skill.lastAt)).toBeNull();
  expect(whenToLookAgain(skill, 50, skill.lastAt, 0.5)).toEqual({ kind: 'not-for-a-range' });
});

describe('normalShare', () => {
  it('is what tables of the normal distribution say', () => {
    const table = [
      [0, 0.5],
      [1, 0.8413447],
      [-1.96, 0.0249979],
      [3, 0.9986501],
      [-8, 0],
    ] as const;
    for (const [x, share] of table) expect(normalShare(x)).toBeCloseTo(share, 6);
  });
});
