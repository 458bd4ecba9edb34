import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { Showing, ShowingBody } from '../../features/evidence/contract.ts';
import type { PendingWrite } from '../offline/pending-write.ts';
import { overlayShowings, readingsOf } from './overlay-showings.ts';

const practiceId = v7();
const body = (heldDay: string, more: Partial<ShowingBody> = {}): ShowingBody => ({
  practiceId,
  sessionId: null,
  heldDay,
  audience: 12,
  occasion: null,
  quote: null,
  quotedFrom: null,
  toldAt: `${heldDay}T20:00:00.000Z`,
  ...more,
});
const pending = (path: string, of: unknown): PendingWrite => ({
  path,
  body: of,
  place: 1,
  spaceId: v7(),
  state: 'kept',
  problem: null,
});
const atHome: Showing = { ...body('2026-03-01'), id: v7() };
const list = { practiceId, evidence: [], showings: [atHome] };

describe('showings on a device', () => {
  it('are what home has, with what this device told on top, newest first', () => {
    const [earlier, later] = [v7(), v7()];
    const told = [
      pending(`/api/showings/${earlier}`, body('2026-02-01')),
      pending(`/api/showings/${later}`, body('2026-03-02')),
    ];
    expect(overlayShowings(list, practiceId, told).map(({ id }) => id)).toEqual([later, atHome.id, earlier]);
    expect(overlayShowings(undefined, practiceId, told)).toHaveLength(2);
  });

  it('count once what home has just confirmed, and leave out those of another practice', () => {
    const again = pending(`/api/showings/${atHome.id}`, body('2026-03-01', { audience: 99 }));
    const other = pending(`/api/showings/${v7()}`, body('2026-03-02', { practiceId: v7() }));
    expect(overlayShowings(list, practiceId, [again, other])).toEqual([atHome]);
  });
});

describe('a showing that was taken back', () => {
  it('is not listed, whether home has heard of it or not', () => {
    const id = v7();
    const told = pending(`/api/showings/${id}`, body('2026-03-02'));
    const removals = [id, atHome.id].map((one) =>
      pending(`/api/showings/${one}/removal`, { removedAt: '2026-03-03T09:00:00.000Z' }),
    );
    expect(overlayShowings(list, practiceId, [told, ...removals])).toEqual([]);
  });
});

describe('what was scored at a showing', () => {
  const [sessionId, payoffId] = [v7(), v7()];
  const measured = { practiceId, payoffIds: new Set([payoffId]) };
  const known = { id: v7(), sessionId, value: 7 };
  const attempt = (id: string, more: object = {}) =>
    pending(`/api/attempts/${id}`, { practiceId, sessionId, payoffId, value: 8, conditions: {}, ...more });

  it('is each take of its session, of home and of this device, in their order', () => {
    const readings = readingsOf([known], measured, [attempt(v7()), attempt(known.id)]);
    expect(readings.get(sessionId)).toEqual([7, 8]);
  });

  it('is no take that was taken back, none without a score, and none in another measure', () => {
    const taken = [attempt(v7(), { value: null }), attempt(v7(), { payoffId: v7() })];
    const back = pending(`/api/retractions/${v7()}`, { attemptId: known.id });
    expect(readingsOf([known], measured, [...taken, back]).size).toBe(0);
  });
});
