import { QueryClient } from '@tanstack/react-query';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { EvidenceBody, EvidenceList, ShowingBody } from '../../features/evidence/contract.ts';
import type { Support } from '../../features/support/contract.ts';
import '../api/use-support.ts';
import '../evidence/use-evidence.ts';
import type { PendingWrite } from './pending-write.ts';
import { laySent } from './sent-overlays.ts';

const practiceId = v7();
const sent = (path: string, body: unknown): PendingWrite => ({
  path,
  body,
  place: 1,
  spaceId: v7(),
  state: 'kept',
  problem: null,
});
const SET_AT = '2026-03-02T08:00:00.000Z';
const slot = sent(`/api/support-slots/${v7()}`, {
  practiceId,
  slot: 'kit',
  status: 'in-place',
  text: 'three balls',
  setAt: SET_AT,
});
const recording: EvidenceBody = {
  practiceId,
  attemptId: null,
  sessionId: null,
  kind: 'audio',
  sha256: 'a'.repeat(64),
  contentType: 'audio/webm',
  bytes: 1_000,
  durationSeconds: 64,
  name: null,
  madeAt: SET_AT,
};
const showing: ShowingBody = {
  practiceId,
  sessionId: null,
  heldDay: '2026-03-02',
  audience: 12,
  occasion: null,
  quote: null,
  quotedFrom: null,
  toldAt: SET_AT,
};

const queriesWith = (key: readonly string[], data: unknown) => {
  const queries = new QueryClient();
  queries.setQueryData(key, data);
  return queries;
};

describe('what was sent stays to be seen until home is read again', () => {
  it('is part of what is around a practice', () => {
    const key = ['support', practiceId];
    const none: Support = { practiceId, slots: [], plans: [], atHand: [], checks: [] };
    const queries = queriesWith(key, none);
    laySent(queries, practiceId, slot);
    expect(queries.getQueryData<Support>(key)?.slots).toMatchObject([{ slot: 'kit', text: 'three balls' }]);
  });

  it('is part of the evidence, and no more once it was removed', () => {
    // With further pages read, what was read stands under a longer key.
    const key = ['evidence', practiceId, 'showings', '2'];
    const none: EvidenceList = { practiceId, evidence: [], showings: [], next: null, nextShowing: null };
    const queries = queriesWith(key, none);
    const list = () => queries.getQueryData<EvidenceList>(key);
    const id = v7();
    laySent(queries, practiceId, sent(`/api/evidence/${id}`, recording));
    laySent(queries, practiceId, sent(`/api/showings/${v7()}`, showing));
    expect(list()).toMatchObject({ evidence: [{ id, isHere: false }], showings: [{ audience: 12 }] });
    laySent(queries, practiceId, sent(`/api/evidence/${id}/removal`, { removedAt: SET_AT }));
    expect(list()?.evidence).toEqual([]);
  });

  it('makes up no answer where home has given none yet', () => {
    const queries = new QueryClient();
    laySent(queries, practiceId, slot);
    expect(queries.getQueryData(['support', practiceId])).toBeUndefined();
  });
});
