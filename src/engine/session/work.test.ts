import { describe, expect, it } from 'vitest';
import {
  countsTogether,
  isSameWork,
  SCORED_WORKS,
  WHOLE,
  WORKS,
  type WorkOf,
  workOfSessions,
} from './work.ts';

const left: WorkOf = { work: 'part', part: 'left hand' };
const shown: WorkOf = { work: 'showing', part: null };

describe('what is drawn together', () => {
  it('is one part, or whole runs, or showings, and never two of them', () => {
    const all = [WHOLE, left, { ...left, part: 'right hand' }, shown];
    for (const [place, one] of all.entries())
      expect(all.map((other) => isSameWork(one, other))).toEqual(all.map((_, index) => index === place));
  });

  it('takes a session that nobody told apart for a run of the whole', () => {
    const workOf = workOfSessions([{ sessionId: 'a', ...left }]);
    expect([workOf('a'), workOf('b')]).toEqual([left, WHOLE]);
  });
});

describe('what counts towards the target', () => {
  it('is the whole, shown or not, and no part of it', () => {
    expect(countsTogether('whole', 'showing')).toBe(true);
    expect(countsTogether('part', 'whole')).toBe(false);
    expect(countsTogether('showing', 'part')).toBe(false);
  });

  it('never counts play with anything, not even with play', () => {
    for (const work of WORKS) expect(countsTogether('play', work)).toBe(false);
    expect(SCORED_WORKS).not.toContain('play');
  });
});
