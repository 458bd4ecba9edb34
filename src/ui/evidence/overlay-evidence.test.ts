import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { Evidence, EvidenceBody } from '../../features/evidence/contract.ts';
import type { PendingWrite } from '../offline/pending-write.ts';
import { overlayEvidence } from './overlay-evidence.ts';

const practiceId = v7();
const body = (madeAt: string, more: Partial<EvidenceBody> = {}): EvidenceBody => ({
  practiceId,
  attemptId: null,
  sessionId: null,
  kind: 'audio',
  name: null,
  contentType: 'audio/webm',
  bytes: 10,
  sha256: 'a'.repeat(64),
  durationSeconds: 4,
  madeAt,
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
const atHome: Evidence = { ...body('2026-03-01T09:00:00.000Z'), id: v7(), isHere: true };
const list = { practiceId, evidence: [atHome], showings: [] };

describe('evidence on a device', () => {
  it('is what home has, with what this device told on top, newest first', () => {
    const id = v7();
    const told = pending(`/api/evidence/${id}`, body('2026-03-02T09:00:00.000Z'));
    const laid = overlayEvidence(list, practiceId, [told]);
    expect(laid.map((one) => [one.id, one.isHere])).toEqual([
      [id, false],
      [atHome.id, true],
    ]);
    expect(overlayEvidence(undefined, practiceId, [told]).map((one) => one.id)).toEqual([id]);
  });

  it('counts once what home has just confirmed, as home has it', () => {
    const again = pending(`/api/evidence/${atHome.id}`, body(atHome.madeAt));
    expect(overlayEvidence(list, practiceId, [again])).toEqual([atHome]);
  });

  it('leaves out what was removed here, and what belongs to another practice', () => {
    const removal = pending(`/api/evidence/${atHome.id}/removal`, { removedAt: '2026-03-02T09:00:00.000Z' });
    const other = pending(`/api/evidence/${v7()}`, body('2026-03-02T09:00:00.000Z', { practiceId: v7() }));
    expect(overlayEvidence(list, practiceId, [removal, other])).toEqual([]);
  });
});
