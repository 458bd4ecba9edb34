import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { random } from '../random.ts';
import {
  addPlateauAttempt,
  type PlateauAttempt,
  type PlateauOptions,
  plateauOf,
  startPlateau,
} from './plateau.ts';

const UP: PlateauOptions = { kind: 'score', better: 'up', smallest: 1 };

function looked(options: PlateauOptions, attempts: readonly PlateauAttempt[]) {
  const plateau = startPlateau(options);
  const looks = attempts.map((attempt) => {
    addPlateauAttempt(plateau, attempt);
    return plateauOf(plateau);
  });
  return { looks, last: plateauOf(plateau) };
}

const valued = (values: readonly number[]) => values.map((value) => ({ value }));

/** -20, 0 or 20 about the course, in a pattern that no line fits. */
const pattern = (place: number) => [20, -20, 0, -20, 20, 0][place % 6] ?? 0;

describe('plateauOf', () => {
  it('says nothing under eight attempts', () => {
    const { looks } = looked(UP, valued([-3, -2, -1, 0, 1, 2, 3, 4]));
    expect(looks[6]).toEqual({ kind: 'too-few-attempts', have: 7, need: 8 });
    expect(looks[7]).toMatchObject({ kind: 'improving', n: 8, sinceAttempt: 1 });
  });

  it('is improving, then a plateau, in the worked example of the page', () => {
    // From -50 two a take up to 50 with the fifty-first, and the same from there on, all about ±2: on the identity scale.
    const values = Array.from(
      { length: 150 },
      (_, place) => Math.min(2 * place, 100) - 50 + pattern(place) / 10,
    );
    const { looks, last } = looked({ ...UP, smallest: 5 }, valued(values));
    expect(looks[39]).toMatchObject({ kind: 'improving', sinceAttempt: 1 });
    expect(last).toMatchObject({ kind: 'plateau', n: 150, stretchAttempts: 50, smallest: 5 });
    if (last.kind !== 'plateau') throw new Error('unreachable');
    expect(looks[79]?.kind).toBe('cannot-tell');
    expect(last.sinceAttempt).toBe(49);
    expect([last.gain, last.lower, last.upper].map((one) => one.toFixed(1))).toEqual(['0.2', '-1.6', '1.9']);
  });

  it('reads less as better where it is', () => {
    const values = Array.from({ length: 30 }, (_, place) => 100 - 2 * place + pattern(place) / 20);
    expect(looked({ kind: 'duration', better: 'down' }, valued(values)).last.kind).toBe('improving');
    expect(looked({ kind: 'duration', better: 'up' }, valued(values)).last.kind).not.toBe('improving');
  });

  it('takes what comes nearer to a range for a gain', () => {
    const values = Array.from({ length: 30 }, (_, place) => 100 - 2 * place + pattern(place) / 20);
    const better = { low: 20, high: 30 };
    expect(looked({ kind: 'score', better, smallest: 1 }, valued(values)).last.kind).toBe('improving');
  });

  it('lets one slip decide nothing', () => {
    const values = Array.from({ length: 60 }, (_, place) => 100 + pattern(place) / 10);
    const slipped = values.map((value, place) => (place === 50 ? 1e9 : value));
    const [plain, with1] = [
      looked({ ...UP, kind: 'rate' }, valued(values)),
      looked({ ...UP, kind: 'rate' }, valued(slipped)),
    ];
    expect(with1.last.kind).toBe(plain.last.kind);
  });

  it('does not take good and bad days for a trend', () => {
    const chance = random(5);
    let wrong = 0;
    for (let round = 0; round < 60; round += 1) {
      const attempts: PlateauAttempt[] = [];
      for (let session = 0; session < 10; session += 1) {
        const day = 0.7 * chance.normal();
        for (let k = 0; k < 6; k += 1)
          attempts.push({ value: day + chance.normal(), at: session * 86_400_000 + k * 60_000 });
      }
      if (looked({ ...UP, smallest: 0.3 }, attempts).looks.some(({ kind }) => kind === 'improving'))
        wrong += 1;
    }
    expect(wrong).toBeLessThanOrEqual(3);
  });
});

const course = (kind: 'flat' | 'rising', chance: ReturnType<typeof random>) => {
  let before = chance.normal();
  return Array.from({ length: 160 }, (_, place) => {
    before = 0.4 * before + Math.sqrt(1 - 0.16) * chance.normal();
    return { value: Math.exp(0.1 * before + (kind === 'rising' ? (0.101 * place) / 50 : 0)) };
  });
};

describe('plateauOf, simulated with a look after every attempt', () => {
  const ROUNDS = 120;
  it('claims no gain of a flat course, and a plateau of nearly all', () => {
    const chance = random(11);
    let [wrong, found] = [0, 0];
    for (let round = 0; round < ROUNDS; round += 1) {
      const { looks } = looked({ kind: 'rate', better: 'up', smallest: 0.1 }, course('flat', chance));
      if (looks.some(({ kind }) => kind === 'improving')) wrong += 1;
      if (looks.some(({ kind }) => kind === 'plateau')) found += 1;
    }
    expect(wrong / ROUNDS).toBeLessThanOrEqual(0.05);
    expect(found / ROUNDS).toBeGreaterThan(0.8);
  });

  it('claims no plateau of a course that rises by just more than what matters', () => {
    const chance = random(12);
    let [wrong, found] = [0, 0];
    for (let round = 0; round < ROUNDS; round += 1) {
      const { looks } = looked({ kind: 'rate', better: 'up', smallest: 0.1 }, course('rising', chance));
      if (looks.some(({ kind }) => kind === 'plateau')) wrong += 1;
      if (looks.some(({ kind }) => kind === 'improving')) found += 1;
    }
    expect(wrong / ROUNDS).toBeLessThanOrEqual(0.05);
    expect(found).toBeGreaterThan(0);
  });
});

describe('plateauOf, of any attempts', () => {
  it('is never NaN, its estimate lies in its interval, and the verdict follows from the interval', () => {
    const any = fc.array(fc.oneof(fc.double({ min: -1e12, max: 1e12, noNaN: true }), fc.constant(0)), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(any, fc.boolean(), (values, isUp) => {
        const found = looked({ kind: 'score', better: isUp ? 'up' : 'down' }, valued(values)).last;
        if (found.kind === 'too-few-attempts') return;
        expect(Number.isFinite(found.gain)).toBe(true);
        expect(found.lower).toBeLessThanOrEqual(found.gain);
        expect(found.upper).toBeGreaterThanOrEqual(found.gain);
        if (found.kind === 'plateau') expect(found.upper).toBeLessThan(found.smallest);
        if (found.kind === 'improving') expect(found.lower).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});
