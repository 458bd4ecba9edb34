import { expect, it } from 'vitest';
import { startWords } from './use-start-words.ts';

const row = { startedAt: '2026-03-01T17:05:00.000Z', localDay: '2026-03-01' };

it('tells a start by the clock of where the learner was, in the English of the reader', () => {
  expect(startWords('Europe/Rome', ['it-IT', 'en-GB']).start(row)).toBe('1 Mar 2026, 18:05');
  expect(startWords('America/New_York', ['en-US']).start(row)).toMatch(/^Mar 1, 2026, 12:05\sPM$/);
  expect(startWords('UTC', ['fi']).start(row)).toBe('1 Mar 2026, 17:05');
  expect(startWords('Asia/Tokyo', []).day('2026-03-01T17:05:00.000Z')).toBe('2 Mar 2026');
});

it('says where a start counts for another day than the one that is shown', () => {
  const written = { startedAt: '2026-03-02T04:30:00.000Z', localDay: '2026-03-01' };
  expect(startWords('Europe/Rome', ['en-GB']).start(written)).toBe(
    '2 Mar 2026, 05:30, counts for 1 Mar 2026',
  );
});
