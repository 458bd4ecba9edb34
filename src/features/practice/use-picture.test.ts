import { describe, expect, it } from 'vitest';
import { attemptBody, payoffBody, practiceBody } from '../../../tests/support/practice-facts.ts';
import type { PendingWrite } from '../../ui/offline/pending-write.ts';
import type { AttemptBody, Payoff } from './contract.ts';
import type { AttemptHistory } from './picture-contract.ts';
import { changesOf, firstSuccessOf, knownFacts } from './use-picture.ts';

const practiceId = 'practice';
const payoff: Payoff = { ...payoffBody(practiceId, { target: { low: 10, high: null } }), id: 'payoff' };
const practised = { practiceId, payoffs: [payoff], hasTrick: true };
const TAKEN_UP = Date.parse('2026-03-01T08:00:00.000Z');

let place = 0;
const write = (path: string, body: unknown): PendingWrite => {
  place += 1;
  return { path, body, place, spaceId: 'mine', state: 'kept', problem: null };
};
const practice = write(`/api/practices/${practiceId}`, practiceBody());
const attempt = (id: string, minute: number, more: Partial<AttemptBody>): PendingWrite => {
  const ids = { practiceId, sessionId: 'session', payoffId: payoff.id };
  const startedAt = new Date(TAKEN_UP + minute * 60_000).toISOString();
  return write(`/api/attempts/${id}`, attemptBody(ids, { startedAt, durationSeconds: null, ...more }));
};
const retraction = (attemptId: string): PendingWrite =>
  write('/api/retractions/r', { attemptId, retractedAt: '2026-03-01T09:00:00Z' });

describe('changesOf', () => {
  it('knows on this device whether the way in had been read, if there is one', () => {
    const pending = [attempt('a', 1, { isTrickRead: false }), attempt('b', 2, {})];
    expect(changesOf(pending, practised).made.map((fact) => fact.isTrickRead)).toEqual([false, true]);
    const without = changesOf(pending, { ...practised, hasTrick: false });
    expect(without.made.map((fact) => fact.isTrickRead)).toEqual([undefined, undefined]);
  });
});

describe('knownFacts', () => {
  const fact = (id: string, number: number) => {
    const at = TAKEN_UP + number * 60_000;
    return { id, number, value: number, at, sessionId: 's', dayKey: '2026-03-01', conditions: [] };
  };
  const home: AttemptHistory = {
    practiceId,
    total: 2,
    attempts: [fact('h2', 2), fact('h4', 4)],
    others: [
      { id: 'h1', number: 1 },
      { id: 'h3', number: 3 },
    ],
    standing: 4,
    earlierBest: null,
    earlierReached: null,
    earlierConditions: [],
  };
  const numbers = (history: AttemptHistory | undefined, pending: readonly PendingWrite[]) =>
    knownFacts(history, changesOf(pending, practised))?.drawn.map(({ id, number }) => `${id} is ${number}`);
  const pending = [attempt('a', 9, { value: null }), attempt('b', 10, { value: 12 }), attempt('h4', 4, {})];

  it('draws no part and no showing with whole runs, and counts a showing towards the target', () => {
    const session = (id: string, work: string) =>
      write(`/api/sessions/${id}`, { practiceId, work, part: work === 'part' ? 'left' : null });
    const pending = [
      session('p', 'part'),
      attempt('a', 11, { value: 99, sessionId: 'p' }),
      session('shown', 'showing'),
      attempt('b', 12, { value: 14, sessionId: 'shown' }),
      attempt('c', 13, { value: 9 }),
      attempt('d', 14, { value: 8, sessionId: 'apart' }),
    ];
    const apart = [{ sessionId: 'apart', work: 'part' as const, part: 'left' }];
    const changes = changesOf(pending, practised);
    expect(changes.aimed.map(({ id }) => id)).toEqual(['b', 'c', 'd']);
    const known = knownFacts({ ...home, apart }, changes);
    expect(known?.drawn.map(({ id, number }) => `${id} is ${number}`)).toEqual([
      'h2 is 2',
      'h4 is 4',
      'c is 7',
    ]);
    expect(known?.alsoCounting.map(({ id }) => id)).toEqual(['b']);
  });

  it('counts takes of this device without a score, and those that home knows only once', () => {
    expect(numbers(home, pending)).toEqual(['h2 is 2', 'h4 is 4', 'b is 6']);
    expect(numbers(undefined, [practice, ...pending.slice(0, 2)])).toEqual(['b is 2']);
  });

  it('moves up what comes after a take that was taken back, scored or not', () => {
    expect(numbers(home, [...pending, retraction('h1')])).toEqual(['h2 is 1', 'h4 is 3', 'b is 5']);
  });

  it('puts what was mended in the place of the slip, whether home or this device made that', () => {
    const mended = attempt('m', 2, { value: 5, sessionId: 's' });
    expect(numbers(home, [mended, retraction('h2')])).toEqual(['m is 2', 'h4 is 4']);
    const here = [
      attempt('a', 9, { value: 120 }),
      attempt('b', 10, { value: 12 }),
      attempt('n', 9, { value: 12 }),
      retraction('a'),
    ];
    expect(numbers(home, here)).toEqual(['h2 is 2', 'h4 is 4', 'n is 5', 'b is 6']);
  });

  it('knows nothing where takes of home are not listed here', () => {
    expect(numbers({ ...home, standing: 5 }, pending)).toBeUndefined();
    expect(numbers(undefined, pending)).toBeUndefined();
  });
});

describe('firstSuccessOf', () => {
  const pending = [
    attempt('a', 2, { value: 4 }),
    attempt('b', 5, { value: 11 }),
    attempt('c', 9, { value: 12 }),
  ];
  const found = (
    writes: readonly PendingWrite[],
    home: { id: string; secondsAfter: number } | null | undefined,
  ) =>
    firstSuccessOf(
      home === undefined ? undefined : { firstSuccess: home },
      changesOf(writes, practised),
      TAKEN_UP,
    );

  it('tells it of a practice that home has not heard of, without what was taken back', () => {
    expect(found([practice, ...pending], undefined)).toMatchObject({ secondsAfter: 300 });
    expect(found([practice, ...pending, retraction('b')], undefined)).toMatchObject({ secondsAfter: 540 });
  });

  it('leaves it to home where home may know of takes before', () => {
    expect(found(pending, undefined)).toBeNull();
    expect(found(pending, null)).toBeNull();
    const home = { id: 'h', secondsAfter: 60 };
    expect(found(pending, home)).toEqual(home);
    expect(found([...pending, retraction('h')], home)).toBeNull();
  });
});
