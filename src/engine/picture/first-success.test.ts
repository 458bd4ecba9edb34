import { describe, expect, it } from 'vitest';
import { type AimedAttempt, findFirstSuccess } from './first-success.ts';

const TAKEN_UP = Date.UTC(2026, 2, 1, 8);
const low = (bound: number | null) => ({ low: bound, high: null });
const attempt = (minutes: number, value: number, more: Partial<AimedAttempt> = {}): AimedAttempt => ({
  id: `${minutes}`,
  at: TAKEN_UP + minutes * 60_000,
  durationSeconds: null,
  value,
  target: low(10),
  isImported: false,
  ...more,
});

describe('findFirstSuccess', () => {
  it('is the earliest that reached its target, counted to its end', () => {
    const attempts = [attempt(9, 12), attempt(2, 4), attempt(5, 10, { durationSeconds: 30 })];
    expect(findFirstSuccess(TAKEN_UP, attempts)).toEqual({ id: '5', secondsAfter: 330 });
  });

  it('goes by the target of its time: a later one takes nothing back and gives nothing', () => {
    const attempts = [attempt(2, 4), attempt(5, 10), attempt(9, 20, { target: low(20) })];
    expect(findFirstSuccess(TAKEN_UP, attempts)?.id).toBe('5');
    const raised = attempts.map((one) => ({ ...one, target: low(20) }));
    expect(findFirstSuccess(TAKEN_UP, raised)?.id).toBe('9');
  });

  it('says nothing while there is none, or no target', () => {
    expect(findFirstSuccess(TAKEN_UP, [])).toBeNull();
    expect(findFirstSuccess(TAKEN_UP, [attempt(2, 4)])).toBeNull();
    expect(findFirstSuccess(TAKEN_UP, [attempt(2, 40, { target: low(null) })])).toBeNull();
  });

  it('says nothing of someone who had practised before', () => {
    expect(findFirstSuccess(TAKEN_UP, [attempt(-60, 4), attempt(2, 40)])).toBeNull();
    // As the command line does, which takes up and logs at once.
    expect(findFirstSuccess(TAKEN_UP, [attempt(0, 40)])).toBeNull();
    expect(findFirstSuccess(TAKEN_UP, [attempt(1, 4, { isImported: true }), attempt(2, 40)])).toBeNull();
    expect(findFirstSuccess(TAKEN_UP, [attempt(2, 40), attempt(3, 4, { isImported: true })])?.id).toBe('2');
  });
});
