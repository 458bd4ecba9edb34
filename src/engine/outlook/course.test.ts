import { describe, expect, it } from 'vitest';
import type { Measure } from '../measure/measure.ts';
import type { AttemptFact } from '../picture/picture.ts';
import { random } from '../random.ts';
import { drawCourse } from './course.ts';

const DAY = 86_400_000;
const WORDS: Measure = { kind: 'rate', unit: 'words', direction: 'up', target: { low: 80, high: null } };

/** Three takes a day; `valueAt` of the place from 0. Numbered from 101, as if others came before. */
function takes(count: number, valueAt: (place: number) => number): AttemptFact[] {
  return Array.from({ length: count }, (_, place) => ({
    number: 101 + place,
    value: valueAt(place),
    at: Math.floor(place / 3) * DAY + (place % 3) * 60_000,
    sessionId: `s${Math.floor(place / 3)}`,
    dayKey: `d${Math.floor(place / 3)}`,
  }));
}

function told(measure: Measure, attempts: readonly AttemptFact[]) {
  const course = drawCourse(measure, attempts);
  if (!('gain' in course)) throw new Error(course.kind);
  return course;
}

const scatter = (seed: number, share: number) => {
  const chance = random(seed);
  return () => Math.exp(share * chance.normal());
};

describe('the course of a practice', () => {
  it('is not told under eight attempts', () => {
    expect(
      drawCourse(
        WORDS,
        takes(7, () => 60),
      ),
    ).toEqual({ kind: 'too-few-attempts', have: 7, need: 8 });
  });

  it('is a plateau where nothing is gained any more, told in the measure’s unit', () => {
    const noise = scatter(1, 0.06);
    const course = told(
      WORDS,
      takes(240, () => 60 * noise()),
    );
    expect(course.kind).toBe('plateau');
    // 3% of 60 in fifty takes is what counts.
    expect(course.smallest).toBeCloseTo(60 * (Math.exp(0.03) - 1), 1);
    expect(course.low).toBeLessThan(course.gain);
    expect(course.high).toBeLessThan(course.smallest);
    expect(course.n).toBe(240 - (course.sinceNumber - 101));
    expect(course.sinceAt).toBe(
      Math.floor((course.sinceNumber - 101) / 3) * DAY + ((course.sinceNumber - 101) % 3) * 60_000,
    );
  });

  it('is still gaining while it is, and positive is better also where less is', () => {
    const noise = scatter(2, 0.05);
    const laps = takes(60, (place) => 90 * Math.exp(-place / 60) * noise());
    const course = told({ ...WORDS, kind: 'duration', unit: '', direction: 'down' }, laps);
    expect(course.kind).toBe('improving');
    expect(course.low).toBeGreaterThan(0);
    // Of the level of the window, e^(-50/60) of it goes within fifty more.
    expect(course.gain).toBeGreaterThan(10);
    expect(course.gain).toBeLessThan(60);
  });

  it('cannot be told of few that scatter', () => {
    const noise = scatter(3, 0.3);
    const course = told(
      WORDS,
      takes(20, () => 60 * noise()),
    );
    expect(course.kind).toBe('cannot-tell');
    expect(course.low).toBeLessThan(0);
    expect(course.high).toBeGreaterThan(course.smallest);
  });

  it('never gains more of a rating than there is room for', () => {
    const chance = random(4);
    const rating: Measure = { ...WORDS, kind: 'rating', unit: '', target: { low: 9, high: null } };
    const course = told(
      rating,
      takes(12, () => (chance.uniform() < 0.5 ? 9 : 8)),
    );
    expect(course.high).toBeLessThanOrEqual(2);
  });

  it('tells of passes as of shares, though the middle one of them is a pass', () => {
    const chance = random(8);
    const pass: Measure = { ...WORDS, kind: 'pass', unit: '', target: { low: 1, high: null } };
    const course = told(
      pass,
      takes(30, () => (chance.uniform() < 0.8 ? 1 : 0)),
    );
    expect(course.high).toBeGreaterThan(0.1);
  });

  it('begins where the rise was over, and not where slow gains of many takes would hide it', () => {
    const noise = scatter(9, 0.05);
    const course = told(
      WORDS,
      takes(4000, (place) => (31 + 43 * (1 - Math.exp(-place / 400))) * noise()),
    );
    expect(course.kind).toBe('plateau');
    expect(course.sinceNumber).toBeGreaterThan(700);
    expect(course.n).toBeGreaterThan(300);
  });

  it('goes by the distance to a range, and is nothing without one', () => {
    const noise = scatter(5, 0.02);
    const range: Measure = { ...WORDS, direction: 'within', target: { low: 50, high: 55 } };
    const near = told(
      range,
      takes(60, (place) => (120 - place) * noise()),
    );
    expect(near.kind).toBe('improving');
    expect(near.gain).toBeGreaterThan(30);
    expect(
      drawCourse(
        { ...range, target: { low: null, high: null } },
        takes(60, () => 60),
      ),
    ).toEqual({
      kind: 'no-target',
    });
  });
});
