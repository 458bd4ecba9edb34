import { describe, expect, it } from 'vitest';
import { sinceWords } from '../../ui/agenda/since-words.ts';
import { recordOf } from './use-practice-record.ts';

const NOW = Date.UTC(2026, 10, 21, 12);
const DAY = 86_400_000;
const session = (daysAgo: number, minutes: number) => ({
  practiceId: '018f2b1e-0000-7000-8000-000000000001',
  startedAt: new Date(NOW - daysAgo * DAY).toISOString(),
  minutes,
  attempts: 3,
});

describe('recordOf', () => {
  it('counts minutes, sessions and weeks of the last thirteen weeks only', () => {
    const record = recordOf(
      [session(120, 50), session(30, 12), session(29, 5.4), session(1, 25)],
      NOW,
      undefined,
    );
    expect(record.bars).toHaveLength(3);
    expect(record.words).toBe(
      '42 minutes in three sessions, over two of the last thirteen weeks. A gap stays blank, and nothing resets.',
    );
  });

  it('says home’s own sum where there is one, of which the bars are only the newest', () => {
    const total = { minutes: 4_321.4, sessions: 700, weeks: 13 };
    expect(recordOf([session(1, 25)], NOW, total).words).toContain(
      '4,321 minutes in 700 sessions, over 13 of the last thirteen weeks.',
    );
  });

  it('has no zero minutes where there was a take', () => {
    expect(recordOf([session(1, 0.2)], NOW, undefined).words).toContain('Under a minute in one session');
  });

  it('names a gap from two weeks on, and makes nothing of a shorter one', () => {
    expect(
      recordOf([session(30, 5), session(9, 5), session(1, 5)], NOW, undefined).gaps.map((gap) => gap.text),
    ).toEqual(['three weeks away']);
  });

  it('stays blank without practice', () => {
    expect(recordOf([], NOW, undefined).words).toContain('the paper stays blank'.replace('the', 'The'));
  });
});

describe('sinceWords', () => {
  it.each([
    [null, 'No take yet. Where you start is measured by doing.'],
    ['2026-11-21T00:30:00', 'Your last take was today.'],
    ['2026-11-20T23:30:00', 'Your last take was yesterday.'],
    ['2026-10-10T09:00:00', '42 days since your last take.'],
    ['2026-11-10T09:00:00', 'Eleven days since your last take.'],
    ['2026-09-01T09:00:00', 'Your last take was on 1 Sept 2026.'],
  ])('of %s says %s', (at, words) => {
    expect(sinceWords(at, new Date('2026-11-21T12:00:00'))).toBe(words);
  });
});
