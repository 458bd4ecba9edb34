import { describe, expect, it } from 'vitest';
import type { Measure } from '../../engine/measure/measure.ts';
import { courseSentence, courseSpan, shiftSentence } from './course-words.ts';

const CATCHES: Measure = { kind: 'count', unit: 'catches', direction: 'up', target: { low: 30, high: null } };
const AT = Date.UTC(2026, 4, 3, 12);
const COURSE = {
  kind: 'plateau',
  n: 102,
  sinceNumber: 49,
  sinceAt: AT,
  gain: 0.2,
  low: -1.6,
  high: 1.4,
  smallest: 2,
  stretchAttempts: 50,
  level: 0.95,
} as const;

describe('gaining, or a plateau, in words', () => {
  it('says since when it is a plateau, with its interval and what counts as none', () => {
    expect(courseSentence(CATCHES, COURSE)).toBe(
      'A plateau since about take 49, 3 May 2026: over 50 takes about 0.2 catches better, between 1.6 catches worse and 1.4 catches better. ' +
        'Less than 2 catches counts as none here.',
    );
  });

  it('says what is gained while it is, and over which takes', () => {
    const course = { ...COURSE, kind: 'improving', gain: 8, low: 3, high: 13 } as const;
    expect(courseSentence(CATCHES, course)).toBe(
      'Gaining since about take 49, 3 May 2026: over 50 takes about 8 catches better, between 3 and 13 catches better.',
    );
  });

  it('does not lean to a side that it cannot tell', () => {
    const course = { ...COURSE, kind: 'cannot-tell', low: -4, high: 9 } as const;
    expect(courseSentence(CATCHES, course)).toBeNull();
    expect(courseSpan(CATCHES, course)).toBe(
      'over 50 takes anything between 4 catches worse and 9 catches better',
    );
    expect(courseSpan(CATCHES, { ...course, low: -9, high: -4 })).toContain('between 4 and 9 catches worse');
    expect(courseSpan(CATCHES, { ...course, low: 0 })).toContain('between no change and 9 catches better');
    expect(courseSpan(CATCHES, COURSE)).toBeNull();
  });

  it('gives no span of a few takes, which would say next to nothing', () => {
    const course = { ...COURSE, kind: 'cannot-tell', n: 10, low: -42, high: 525 } as const;
    expect(courseSpan(CATCHES, course)).toBeNull();
  });

  it('says nothing under eight takes, and nothing where no take is better', () => {
    const few = { kind: 'too-few-attempts', have: 6, need: 8 } as const;
    expect(courseSentence(CATCHES, few)).toBeNull();
    expect(courseSentence(CATCHES, { kind: 'no-target' })).toBeNull();
  });
});

describe('a change, in words', () => {
  const shift = { index: 60, number: 61, at: AT, n: 6, seenNumber: 66, direction: 'better' } as const;

  it('names where it began, where it was seen, and to which side', () => {
    expect(shiftSentence(shift)).toBe(
      'From take 61, 3 May 2026, takes came out better than was forecast of them; seen with take 66, from 6 takes.',
    );
    expect(shiftSentence({ ...shift, direction: 'worse' })).toContain('below what was forecast');
    expect(shiftSentence({ ...shift, direction: 'elsewhere' })).toContain('lay elsewhere');
  });
});
