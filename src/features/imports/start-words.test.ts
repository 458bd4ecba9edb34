import { expect, it } from 'vitest';
import { startWords } from './start-words.ts';

const row = { startedAt: '2026-03-01T17:05:00.000Z', localDay: '2026-03-01' };

it('tells a start by the clock of where the learner was', () => {
  expect(startWords('Europe/Rome').start(row)).toBe('1 Mar 2026, 18:05');
  expect(startWords('America/New_York').start(row)).toBe('1 Mar 2026, 12:05');
  expect(startWords('Asia/Tokyo').day('2026-03-01T17:05:00.000Z')).toBe('2 Mar 2026');
});

it('says where a start counts for another day than the one that is shown', () => {
  const written = { startedAt: '2026-03-02T04:30:00.000Z', localDay: '2026-03-01' };
  expect(startWords('Europe/Rome').start(written)).toBe('2 Mar 2026, 05:30, counts for 1 Mar 2026');
});
