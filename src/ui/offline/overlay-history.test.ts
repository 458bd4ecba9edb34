import { describe, expect, it } from 'vitest';
import { attemptBody, payoffBody } from '../../../tests/support/practice-facts.ts';
import type { Payoff } from '../../features/practice/contract.ts';
import type { AttemptHistory } from '../../features/practice/picture-contract.ts';
import { overlayHistory } from './overlay-history.ts';
import type { PendingWrite } from './pending-write.ts';

const practiceId = 'practice';
const payoff: Payoff = { ...payoffBody(practiceId), id: 'payoff' };
const practised = { payoffs: [payoff], hasTrick: false };

const fact = (id: string, number: number) => {
  const at = Date.parse('2026-03-01T08:00:00.000Z') + number * 60_000;
  return { id, number, value: number, at, sessionId: 's', dayKey: '2026-03-01', conditions: [] };
};
const home: AttemptHistory = {
  practiceId,
  total: 2,
  attempts: [fact('h1', 1), fact('h3', 3)],
  others: [{ id: 'h2', number: 2 }],
  standing: 3,
  earlierBest: null,
  earlierReached: null,
  earlierConditions: [],
};
const sent = (path: string, body: unknown): PendingWrite => ({
  path,
  body,
  place: 1,
  spaceId: 'mine',
  state: 'kept',
  problem: null,
});
const take = (id: string, value: number | null, sessionId = 'later') =>
  sent(
    `/api/attempts/${id}`,
    attemptBody({ practiceId, sessionId, payoffId: payoff.id }, { value, startedAt: '2026-03-02T08:00:00Z' }),
  );
const takenBack = (attemptId: string) =>
  sent('/api/retractions/r', { attemptId, retractedAt: '2026-03-02T09:00:00Z' });
const part = sent('/api/sessions/of-part', { practiceId, work: 'part', part: 'left' });
const laid = (...writes: PendingWrite[]) =>
  writes.reduce((known, write) => overlayHistory(known, practised, [write]), home);
const numbers = ({ attempts }: AttemptHistory) => attempts.map(({ id, number }) => `${id} is ${number}`);

describe('the takes that a device knows, with what was sent since', () => {
  it('has a take after those before it, with the next number', () => {
    const history = laid(take('a', 7));
    expect(numbers(history)).toEqual(['h1 is 1', 'h3 is 3', 'a is 4']);
    expect(history).toMatchObject({ total: 3, standing: 4 });
  });

  it('has it once, however often it is laid over', () => {
    expect(laid(take('a', 7), take('a', 7))).toEqual(laid(take('a', 7)));
  });

  it('gives a take without a score, and one of a part, a number and no place in the drawing', () => {
    const history = laid(take('a', null), part, take('b', 5, 'of-part'), take('c', 6));
    expect(numbers(history)).toEqual(['h1 is 1', 'h3 is 3', 'c is 6']);
    expect(history.others?.map(({ id }) => id)).toEqual(['h2', 'a', 'b']);
    expect(history.standing).toBe(history.attempts.length + (history.others?.length ?? 0));
  });

  it('is without what was taken back, and those after it move up', () => {
    const history = laid(takenBack('h2'), take('a', 7), takenBack('h1'));
    expect(numbers(history)).toEqual(['h3 is 1', 'a is 2']);
    expect(history).toMatchObject({ total: 2, standing: 2, others: [] });
  });
});
