import { expect, it } from 'vitest';
import { attemptBody, payoffBody, practiceBody, sessionBody } from '../../../tests/support/practice-facts.ts';
import { newId } from '../offline/device.ts';
import type { PendingWrite, Write } from '../offline/pending-write.ts';
import { supportedSessions } from './supported-sessions.ts';

const [practiceId, first, second] = [newId(), newId(), newId()];
const payoff = { id: newId(), kind: 'count', unit: 'catches' } as const;
const old = { ...payoff, id: newId(), unit: 'throws' };
const take = (sessionId: string, value: number, day: string, id: string = newId()) => ({
  id,
  number: 1,
  value,
  at: Date.parse(`${day}T08:00:00Z`),
  sessionId,
  dayKey: day,
  conditions: [],
});
const checks = [second, first].map((id) => ({ sessionId: id, inPlace: ['kit' as const], missing: [] }));
const pending = (...writes: readonly Write[]): PendingWrite[] =>
  writes.map((write, place) => ({ ...write, place, spaceId: 'mine', state: 'kept', problem: null }));
const unsent = (value: number | null, payoffId: string = payoff.id, id = newId()): Write => ({
  path: `/api/attempts/${id}`,
  body: attemptBody(
    { practiceId, sessionId: second, payoffId },
    { value, startedAt: '2026-03-02T08:00:00Z' },
  ),
});
const valuesOf = (known: Partial<Parameters<typeof supportedSessions>[0]>) =>
  supportedSessions({
    practiceId,
    payoffs: [payoff, old],
    checks,
    history: { attempts: [] },
    pending: [],
    ...known,
  })?.map(({ values }) => values);

it('are those with scored takes of which it was said what was in place, oldest first', () => {
  const attempts = [
    take(second, 7, '2026-03-02'),
    take(first, 4, '2026-03-01'),
    take(newId(), 9, '2026-03-01'),
  ];
  expect(valuesOf({ history: { attempts } })).toEqual([[4], [7]]);
  expect(valuesOf({ history: { attempts }, checks: [] })).toEqual([]);
});

it('have the takes of this device too, each once, without those taken back or in another measure', () => {
  const known = newId();
  const gone = newId();
  const attempts = [take(second, 7, '2026-03-02', known), take(second, 3, '2026-03-02', gone)];
  const writes = pending(unsent(7, payoff.id, known), unsent(8), unsent(null), unsent(50, old.id), {
    path: `/api/retractions/${newId()}`,
    body: { attemptId: gone, retractedAt: '2026-03-02T09:00:00Z' },
  });
  expect(valuesOf({ history: { attempts }, pending: writes })?.map((values) => [...values].sort())).toEqual([
    [7, 8],
  ]);
});

it('are not compared while another measure is on its way home', () => {
  const writes = pending(unsent(8), { path: `/api/payoffs/${newId()}`, body: payoffBody(practiceId) });
  expect(valuesOf({ pending: writes })).toEqual([]);
});

it('are not known before home has said which takes it has', () => {
  expect(valuesOf({ history: undefined, pending: pending(unsent(8)) })).toBeUndefined();
});

it('are known without home where it has not heard of the practice yet', () => {
  const begun: Write = { path: `/api/practices/${practiceId}`, body: practiceBody() };
  const set: Write = { path: `/api/payoffs/${payoff.id}`, body: payoffBody(practiceId) };
  expect(valuesOf({ history: undefined, pending: pending(begun, set, unsent(8)) })).toEqual([[8]]);
});

it('are runs of the whole: a part and a showing are another kind of work', () => {
  const ofPart = sessionBody(practiceId, { work: 'part', part: 'the left hand' });
  const begun: Write = { path: `/api/sessions/${second}`, body: ofPart };
  expect(valuesOf({ pending: pending(begun, unsent(8)) })).toEqual([]);
  // Home has the session already, and only its takes wait.
  const apart = [{ sessionId: second, work: 'showing' as const, part: null }];
  expect(valuesOf({ history: { attempts: [], apart }, pending: pending(unsent(8)) })).toEqual([]);
});
