import { describe, expect, it } from 'vitest';
import { findMet } from './met.ts';

const target = { low: 10, high: null };
const attempt = (sessionId: string, dayKey: string, value: number, at = 0) => ({
  sessionId,
  dayKey,
  value,
  at,
});

describe('findMet', () => {
  it('needs three sessions on three days', () => {
    const twoDays = [
      attempt('a', '2026-01-01', 11),
      attempt('b', '2026-01-01', 12),
      attempt('c', '2026-01-02', 12),
    ];
    expect(findMet(target, twoDays)).toEqual({ sessionsHeld: 3, daysHeld: 2, daysNeeded: 3, metAt: null });
    const third = attempt('d', '2026-01-03', 10, 99);
    expect(findMet(target, [...twoDays, third])).toMatchObject({ daysHeld: 3, metAt: 99 });
  });

  it('goes by the session median', () => {
    const lucky = [attempt('a', '1', 30), attempt('a', '1', 2), attempt('a', '1', 3)];
    expect(findMet(target, lucky).sessionsHeld).toBe(0);
    const held = [attempt('a', '1', 30), attempt('a', '1', 10), attempt('a', '1', 3)];
    expect(findMet(target, held).sessionsHeld).toBe(1);
  });

  it('is not held by a middle between two that both missed the range', () => {
    const range = { low: 40, high: 50 };
    expect(findMet(range, [attempt('a', '1', 38), attempt('a', '1', 52)]).sessionsHeld).toBe(0);
    expect(findMet(range, [attempt('a', '1', 44), attempt('a', '1', 52)]).sessionsHeld).toBe(1);
  });

  it('takes one attempt a session for enough: the learner set no number, and one showing is a reading', () => {
    const showings = [attempt('a', '1', 11), attempt('b', '2', 12), attempt('c', '3', 10, 7)];
    expect(findMet(target, showings)).toMatchObject({ daysHeld: 3, metAt: 7 });
  });

  it('is never met without a target', () => {
    expect(findMet({ low: null, high: null }, [attempt('a', '1', 30)]).sessionsHeld).toBe(0);
  });

  it('counts a session that runs past midnight on the day it began', () => {
    const night = [attempt('a', '1', 30), attempt('a', '2', 30)];
    expect(findMet(target, night)).toMatchObject({ sessionsHeld: 1, daysHeld: 1 });
  });
});
