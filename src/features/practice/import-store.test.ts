import fc from 'fast-check';
import { v4 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { type ImportedAttempt, placeAttempts } from './import-store.ts';

const PRACTICE = '0197a000-0000-7000-8000-000000000001';
const MINUTE = 60_000;

const attemptsAt = (...minutes: number[]): ImportedAttempt[] =>
  minutes.map((minute) => ({
    startedAt: Date.UTC(2025, 0, 1) + minute * MINUTE,
    localDay: '2025-01-01',
    value: 1,
    conditions: {},
    note: null,
  }));
describe('placing attempts in sessions', () => {
  it('begins a new session after more than half an hour', () => {
    const attempts = attemptsAt(0, 30, 60.1, 61, 200);
    const placed = [...placeAttempts(PRACTICE, attempts, null)];
    expect(placed.map((attempt) => attempt.sequence)).toEqual([1, 2, 1, 2, 1]);
    expect(new Set(placed.map((attempt) => attempt.sessionId)).size).toBe(3);
  });

  it('puts what is new into the session of what is known, after it', () => {
    const attempts = attemptsAt(0, 5, 10);
    const ids = [...placeAttempts(PRACTICE, attempts, null)].map(({ id }) => id);
    const places = new Map([[ids[1] ?? '', { sessionId: v4(), sequence: 40 }]]);
    const placed = [...placeAttempts(PRACTICE, attempts, { ids, places })];
    expect(placed.map((attempt) => attempt.sequence)).toEqual([1, 40, 41]);
    expect(new Set(placed.map((attempt) => attempt.sessionId))).toEqual(
      new Set([...places.values()].map((place) => place.sessionId)),
    );
  });

  it('puts what is new into the session of the nearest known one before it, or else of the first known one', () => {
    const attempts = attemptsAt(0, 5, 10, 15, 20);
    const ids = [...placeAttempts(PRACTICE, attempts, null)].map(({ id }) => id);
    const [early, late] = [v4(), v4()];
    const places = new Map([
      [ids[1] ?? '', { sessionId: early, sequence: 1 }],
      [ids[3] ?? '', { sessionId: late, sequence: 1 }],
    ]);
    const placed = [...placeAttempts(PRACTICE, attempts, { ids, places })];
    expect(placed.map(({ sessionId }) => sessionId)).toEqual([early, early, early, late, late]);
  });

  it('never moves an attempt when the file grows at its end', () => {
    const minutes = fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(minutes, fc.nat(), (gaps, cutAt) => {
        let at = 0;
        const attempts = attemptsAt(...gaps.map((gap) => (at += gap)));
        const place = (count: number) => [...placeAttempts(PRACTICE, attempts.slice(0, count), null)];
        const count = 1 + (cutAt % attempts.length);
        expect(place(attempts.length).slice(0, count)).toEqual(place(count));
      }),
    );
  });
});
