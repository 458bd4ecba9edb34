import { describe, expect, it } from 'vitest';
import type { Measure } from '../measure/measure.ts';
import type { AttemptFact } from '../picture/picture.ts';
import { random } from '../random.ts';
import { MILLISECONDS_PER_DAY } from '../units.ts';
import { holdsAt } from './holds-today.ts';
import { measuredSkill } from './measured-skill.ts';
import { LEAST_CHANCE, standingOf } from './standing.ts';

const RATE: Measure = { kind: 'rate', unit: 'words', direction: 'up', target: { low: 50, high: null } };

/** Ten sessions of five on ten days, from 30 a minute up to 60. */
const attempts: readonly AttemptFact[] = Array.from({ length: 50 }, (_, place) => {
  const day = Math.floor(place / 5);
  return {
    value: 60 - 30 * Math.exp(-place / 10) + (place % 2 === 0 ? 1 : -1),
    at: day * MILLISECONDS_PER_DAY + (place % 5) * 60_000,
    sessionId: String(day),
    dayKey: String(day),
  };
});
const withTarget = (low: number | null): Measure => ({ ...RATE, target: { low, high: null } });

describe('standingOf', () => {
  it('knows nothing without a target, and not how long before it is met', () => {
    expect(standingOf(withTarget(null), attempts)).toMatchObject({
      heldDays: null,
      holdsForDays: null,
      metAt: null,
    });
    expect(standingOf(withTarget(58.6), attempts)).toMatchObject({ heldDays: 3, holdsForDays: 0 });
    expect(standingOf(withTarget(59), attempts)).toMatchObject({
      heldDays: 2,
      holdsForDays: null,
      metAt: null,
    });
    expect(standingOf(RATE, [])).toEqual({
      heldDays: 0,
      holdsForDays: null,
      metAt: null,
      retention: { kind: 'too-few-attempts', have: 0, need: 5 },
    });
  });

  it('counts the days from the last take until a first take meets it with under four in five', () => {
    const { holdsForDays } = standingOf(RATE, attempts);
    const skill = measuredSkill(
      attempts.map(({ value, at }) => ({ value, at })),
      { kind: 'rate', better: 'up', sort: 'speed' },
    );
    if ('kind' in skill || holdsForDays === null) throw new Error('not reached');
    expect(holdsForDays).toBeGreaterThan(0);
    const chance = (days: number) =>
      holdsAt(skill, 50, skill.lastAt + days * MILLISECONDS_PER_DAY)?.probability;
    expect(chance(holdsForDays)).toBeLessThan(LEAST_CHANCE);
    expect(chance(holdsForDays - 1)).toBeGreaterThanOrEqual(LEAST_CHANCE);
  });

  it('is longer for an easier target, whichever way is better and however the attempts are ordered', () => {
    const daysFor = (low: number) => standingOf(withTarget(low), attempts).holdsForDays ?? Number.NaN;
    expect(daysFor(45)).toBeGreaterThan(daysFor(52));
    expect(daysFor(52)).toBeGreaterThan(daysFor(58));
    const chance = random(4);
    const mixed = attempts.map((one) => ({ one, key: chance.uniform() })).sort((a, b) => a.key - b.key);
    expect(
      standingOf(
        RATE,
        mixed.map(({ one }) => one),
      ),
    ).toEqual(standingOf(RATE, attempts));
    const down = attempts.map((one) => ({ ...one, value: 3000 / one.value }));
    const lower: Measure = { ...RATE, kind: 'duration', direction: 'down', target: { low: null, high: 60 } };
    expect(standingOf(lower, down).holdsForDays).toBeGreaterThan(0);
  });

  it('gives no days for a range or for passes', () => {
    const range: Measure = { ...RATE, direction: 'within', target: { low: 40, high: 70 } };
    expect(standingOf(range, attempts)).toMatchObject({
      holdsForDays: null,
      retention: { kind: 'not-for-a-range' },
    });
    const passes = attempts.map((one) => ({ ...one, value: 1 }));
    expect(standingOf({ ...withTarget(1), kind: 'pass' }, passes)).toEqual({
      heldDays: 10,
      holdsForDays: null,
      metAt: 2 * MILLISECONDS_PER_DAY + 4 * 60_000,
      retention: { kind: 'not-for-passes' },
    });
  });
});
