import { describe, expect, it } from 'vitest';
import type { Measure } from '../measure/measure.ts';
import type { AttemptFact } from '../picture/picture.ts';
import { MILLISECONDS_PER_DAY } from '../units.ts';
import { holdsAt } from './holds-today.ts';
import { measuredSkill } from './measured-skill.ts';
import { type Ahead, aheadAt, holdsToday, RETENTION_DAYS, type Retention } from './retention.ts';
import { standingOf } from './standing.ts';

const RATE: Measure = { kind: 'rate', unit: 'words', direction: 'up', target: { low: 50, high: null } };

const take = (value: number, day: number, place = 0): AttemptFact => ({
  value,
  at: day * MILLISECONDS_PER_DAY + place * 60_000,
  sessionId: String(day),
  dayKey: String(day),
});
const SCATTER = [0, 3, -2, 4, -4] as const;
/** Twenty sessions of five on twenty days, from 30 a minute up to 60. */
const attempts: readonly AttemptFact[] = Array.from({ length: 100 }, (_, place) =>
  take(60 - 30 * Math.exp(-place / 10) + (SCATTER[place % 5] ?? 0), Math.floor(place / 5), place % 5),
);
const LAST_AT = attempts.at(-1)?.at ?? 0;
const later = (days: number) => LAST_AT + days * MILLISECONDS_PER_DAY;

type Known = Extract<Retention, { kind: 'known' }>;
function known(measure: Measure, of: readonly AttemptFact[]): Known {
  const { retention } = standingOf(measure, of);
  if (retention.kind !== 'known') throw new Error(retention.kind);
  return retention;
}
function coldAt({ cold, lastAt }: Known, days: number): Ahead {
  const ahead = cold === null ? null : aheadAt(cold, lastAt, lastAt + days * MILLISECONDS_PER_DAY);
  if (ahead === null) throw new Error('no share');
  return ahead;
}

describe('retentionOf', () => {
  it('tells what is left of the best sustained level, less with every day, and never without its interval', () => {
    const retention = known(RATE, attempts);
    expect(retention.best).toBeGreaterThan(56);
    expect(retention.best).toBeLessThan(61);
    const series = RETENTION_DAYS.map((days) => coldAt(retention, days));
    for (const [place, { middle, lower, upper }] of series.entries()) {
      expect(lower).toBeLessThan(middle);
      expect(middle).toBeLessThan(upper);
      expect(middle).toBeLessThanOrEqual(series[place - 1]?.middle ?? 2);
    }
    expect(series.at(-1)?.middle).toBeLessThan(0.95 * (series[0]?.middle ?? 0));
    // Back towards where it began, and no farther.
    expect(series.at(-1)?.middle).toBeGreaterThan(0.5);
  });

  it('loses speed more slowly than accuracy', () => {
    const shares: readonly AttemptFact[] = attempts.map((one) => ({ ...one, value: one.value / 100 }));
    const accuracy: Measure = { ...RATE, kind: 'proportion', target: { low: null, high: null } };
    const kept = (retention: Known) => coldAt(retention, 365).middle / coldAt(retention, 0).middle;
    expect(kept(known(accuracy, shares))).toBeLessThan(kept(known(RATE, attempts)));
  });

  it('is a share in which less is worse, also where less is better', () => {
    const times = attempts.map((one) => ({ ...one, value: 3000 / one.value }));
    const down: Measure = { ...RATE, kind: 'duration', direction: 'down', target: { low: null, high: 60 } };
    const retention = known(down, times);
    expect(coldAt(retention, 90).middle).toBeLessThan(coldAt(retention, 0).middle);
  });

  it('moves with the first cold take after a gap, either way', () => {
    const before = known(RATE, attempts);
    const [good, poor] = [64, 40].map((value) => known(RATE, [...attempts, take(value, 40)]));
    if (good === undefined || poor === undefined) throw new Error('none');
    expect(good.lastAt).toBe(40 * MILLISECONDS_PER_DAY);
    const gap = (good.lastAt - LAST_AT) / MILLISECONDS_PER_DAY;
    expect(coldAt(good, 0).middle).toBeGreaterThan(coldAt(before, gap).middle);
    expect(coldAt(poor, 0).middle).toBeLessThan(coldAt(before, gap).middle);
  });

  it('tells no share of what has none', () => {
    const scores = attempts.map((one) => ({ ...one, value: one.value - 80 }));
    const score: Measure = { ...RATE, kind: 'score', target: { low: null, high: null } };
    expect(known(score, scores)).toMatchObject({ cold: null, holds: null });
  });
});

describe('holdsToday', () => {
  it('is what the engine says of that moment', () => {
    const { retention } = standingOf(RATE, attempts);
    const skill = measuredSkill(attempts, { kind: 'rate', better: 'up', sort: 'speed' });
    if ('kind' in skill) throw new Error('too few');
    for (const days of [1, 5, 20, 40, 200]) {
      const told = holdsToday(retention, later(days));
      const exact = holdsAt(skill, 50, later(days));
      if (told.kind !== 'holds' || exact === null) throw new Error(told.kind);
      expect(Math.abs(told.middle - exact.probability)).toBeLessThan(0.02);
      expect(Math.abs(told.lower - exact.lower)).toBeLessThan(0.02);
      expect(Math.abs(told.upper - exact.upper)).toBeLessThan(0.02);
    }
  });

  it('says why where there is nothing to say', () => {
    const told = (measure: Measure, of = attempts, days = 1) =>
      holdsToday(standingOf(measure, of).retention, later(days)).kind;
    expect(told({ ...RATE, target: { low: null, high: null } })).toBe('no-target');
    expect(told({ ...RATE, direction: 'within', target: { low: 40, high: 60 } })).toBe('not-for-a-range');
    expect(told({ ...RATE, kind: 'pass' })).toBe('not-for-passes');
    expect(told(RATE, attempts.slice(0, 4))).toBe('too-few-attempts');
    expect(told(RATE, attempts, 731)).toBe('too-long-ago');
    expect(told(RATE, attempts, 729)).toBe('holds');
  });
});
