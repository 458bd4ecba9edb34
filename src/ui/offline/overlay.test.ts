import { describe, expect, it } from 'vitest';
import {
  attemptBody,
  designBody,
  payoffBody,
  practiceBody,
  sessionBody,
} from '../../../tests/support/practice-facts.ts';
import type { Library } from '../../features/library/contract.ts';
import type { Bench, PracticeCard } from '../../features/practice/contract.ts';
import { newId } from './device.ts';
import { overlayAttempts, overlayBench, overlayPracticePage } from './overlay.ts';
import type { PendingWrite, Write } from './pending-write.ts';

const ids = { practiceId: newId(), sessionId: newId(), payoffId: newId() };
const micromasteryId = practiceBody().micromasteryId;
const library: Library = {
  micromasteries: [
    {
      ...designBody({
        slug: 'juggling-cascade',
        title: 'The thirty-catch cascade',
        fields: ['juggling'],
        repeat: { attemptMinutes: 0.5, perWeek: 7, floor: 'Ten exchanges.', rhythm: 'Daily.' },
      }),
      id: micromasteryId,
      isOwn: false,
    },
  ],
};

const pending = (...writes: readonly Write[]): PendingWrite[] =>
  writes.map((write, place) => ({ ...write, place, spaceId: 'mine', state: 'kept', problem: null }));
const practice = { path: `/api/practices/${ids.practiceId}`, body: practiceBody() };
const payoff = { path: `/api/payoffs/${ids.payoffId}`, body: payoffBody(ids.practiceId) };
const session = { path: `/api/sessions/${ids.sessionId}`, body: sessionBody(ids.practiceId) };
const attempt = (id: string, more: Parameters<typeof attemptBody>[1] = {}): Write => ({
  path: `/api/attempts/${id}`,
  body: attemptBody(ids, more),
});
const retraction = (attemptId: string): Write => ({
  path: `/api/retractions/${newId()}`,
  body: { attemptId, retractedAt: '2026-03-01T08:05:00.000Z' },
  practiceId: ids.practiceId,
});
const end = (line: string | null): Write => ({
  path: `/api/sessions/${ids.sessionId}/end`,
  body: { endedAt: '2026-03-01T08:12:00.000Z', line },
});

const card = (more: Partial<PracticeCard> = {}): PracticeCard => ({
  id: ids.practiceId,
  micromasteryVersion: 1,
  newestVersion: 1,
  isOwn: false,
  needWithin: null,
  needRaisedAt: null,
  designSittingsAWeek: 7,
  wish: { sittingsAWeek: null, cue: null, trickOrder: 'as-designed', wantedBy: null, variedShare: null },
  micromasteryId,
  title: 'The thirty-catch cascade',
  field: 'juggling',
  startedAt: '2026-02-01T08:00:00.000Z',
  needText: null,
  payoff: null,
  attemptMinutes: 0.5,
  floor: null,
  variables: [],
  startTakes: 3,
  attempts: 4,
  lastAttemptAt: '2026-02-20T08:00:00.000Z',
  lastLine: null,
  ...more,
});
const bench = (...practices: PracticeCard[]): Bench => ({ practices, sessions: [] });

describe('the bench', () => {
  it('shows a practice begun without a network, with its takes and its line', () => {
    const [a, b] = [newId(), newId()];
    const laid = overlayBench(
      undefined,
      pending(
        practice,
        payoff,
        session,
        attempt(a),
        attempt(b, { sequence: 2 }),
        retraction(b),
        end('Look up.'),
      ),
      library,
    );
    expect(laid.practices).toHaveLength(1);
    expect(laid.practices[0]).toMatchObject({
      title: 'The thirty-catch cascade',
      attempts: 1,
      lastAttemptAt: '2026-03-01T08:01:00.000Z',
      lastLine: 'Look up.',
      floor: 'Ten exchanges.',
      payoff: { id: ids.payoffId, unit: 'catches' },
    });
    expect(laid.sessions).toEqual([
      { practiceId: ids.practiceId, startedAt: '2026-03-01T08:00:00.000Z', minutes: 11.2, attempts: 1 },
    ]);
  });

  it('adds to what home said, and puts what was practised last first', () => {
    const other = card({ id: newId(), lastAttemptAt: '2026-02-25T08:00:00.000Z' });
    const laid = overlayBench(bench(other, card()), pending(attempt(newId())), library);
    expect(laid.practices.map((one) => [one.id === ids.practiceId, one.attempts])).toEqual([
      [true, 5],
      [false, 4],
    ]);
  });

  it('leaves an older take and an older payoff behind what home knows', () => {
    const newer = { ...payoffBody(ids.practiceId), id: newId(), setAt: '2026-03-05T00:00:00.000Z' };
    const laid = overlayBench(
      bench(card({ payoff: newer })),
      pending(payoff, attempt(newId(), { startedAt: '2026-02-01T08:00:00.000Z' })),
      library,
    );
    expect(laid.practices[0]?.payoff?.id).toBe(newer.id);
    expect(laid.practices[0]?.lastAttemptAt).toBe('2026-02-20T08:00:00.000Z');
  });

  it('does not show a practice twice that home knows already', () => {
    expect(overlayBench(bench(card()), pending(practice), library).practices).toHaveLength(1);
  });
});

describe('the page of a practice', () => {
  it('is made from the library where home has not heard of it', () => {
    const page = overlayPracticePage(undefined, ids.practiceId, pending(practice, payoff), library);
    expect(page?.micromastery.slug).toBe('juggling-cascade');
    expect(page?.payoffs.map((one) => one.id)).toEqual([ids.payoffId]);
    expect(overlayPracticePage(undefined, newId(), pending(practice), library)).toBeUndefined();
    expect(overlayPracticePage(undefined, ids.practiceId, pending(practice), undefined)).toBeUndefined();
  });
});

describe('the one thing to change, said without a network', () => {
  const aimId = newId();
  const aim: Write = {
    path: `/api/aims/${aimId}`,
    body: { sessionId: ids.sessionId, text: 'throw higher', setAt: '2026-03-01T08:00:30.000Z' },
  };
  const told: Write = {
    path: `/api/aims/${aimId}/result`,
    body: { outcome: 'better', note: null, toldAt: '2026-03-01T08:11:00.000Z' },
  };

  it('is what the next sitting is told of, with what came of it', () => {
    const laid = (...writes: readonly Write[]) =>
      overlayPracticePage(undefined, ids.practiceId, pending(practice, payoff, session, ...writes), library);
    expect(laid(aim)?.lastAim).toMatchObject({ id: aimId, text: 'throw higher', result: null });
    expect(laid(aim, told)?.lastAim?.result?.outcome).toBe('better');
  });

  it('is that of this practice alone', () => {
    const page = overlayPracticePage(undefined, ids.practiceId, pending(practice, payoff, aim), library);
    expect(page?.lastAim).toBeNull();
  });
});

describe('the list of attempts', () => {
  const kept = { ...attemptBody(ids, { value: 3 }), id: newId(), isFloor: false, remarks: [] };

  it('has the newest first, once each, without what was taken back', () => {
    const [a, b] = [newId(), newId()];
    const writes = pending(
      attempt(kept.id, { value: 3 }),
      attempt(a, { value: 4 }),
      attempt(b, { value: 5 }),
      retraction(a),
    );
    const list = overlayAttempts({ attempts: [kept], next: 'more' }, ids.practiceId, writes);
    expect(list.attempts.map((one) => one.value)).toEqual([5, 3]);
    expect(list.next).toBe('more');
  });

  it('has what was mended where the slip stood', () => {
    const [a, b, mended] = [newId(), newId(), newId()];
    const slip = { ...kept, sequence: 2, value: 740 };
    const older = { ...kept, id: newId(), sequence: 1, value: 71 };
    const home = { attempts: [{ ...kept, id: newId(), sequence: 3, value: 73 }, slip, older], next: null };
    const values = (...writes: readonly Write[]) =>
      overlayAttempts(home, ids.practiceId, pending(...writes)).attempts.map(({ value }) => value);
    expect(values(attempt(mended, { value: 74, sequence: 2 }), retraction(slip.id))).toEqual([73, 74, 71]);
    // Of this device alone, too.
    const here = [attempt(a, { value: 750, sequence: 4 }), attempt(b, { value: 76, sequence: 5 })];
    const writes = [...here, attempt(mended, { value: 75, sequence: 4 }), retraction(a)];
    expect(values(...writes)).toEqual([76, 75, 73, 740, 71]);
  });

  it('shows the remark in force', () => {
    const remark = (id: string, replacesId: string | null, text: string): Write => ({
      path: `/api/remarks/${id}`,
      body: {
        attemptId: kept.id,
        replacesId,
        feel: null,
        text,
        tags: [],
        writtenAt: '2026-03-01T08:05:00.000Z',
      },
    });
    const [first, second] = [newId(), newId()];
    const writes = pending(remark(first, null, 'wobbly'), remark(second, first, 'less wobbly'));
    const list = overlayAttempts({ attempts: [kept], next: null }, ids.practiceId, writes);
    expect(list.attempts[0]?.remarks.map((one) => one.text)).toEqual(['less wobbly']);
  });
});
