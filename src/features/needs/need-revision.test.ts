import { describe, expect, it } from 'vitest';
import { NeedRevisionBody } from './contract.ts';
import { revisionOf } from './need-revision.ts';

const NEED = { id: '018f2b1e-0000-7000-8000-000000000001', revisedAt: null };
const SAID = {
  text: 'my knots slip',
  horizon: 'now',
  wantedWithin: 'this-week',
  context: null,
  state: 'let-go',
} as const;
const NOW = new Date('2026-03-02T10:00:00.000Z');

describe('a need that is said anew', () => {
  it('is whole, and carries nothing else', () => {
    const said = { ...SAID, kind: 'gap', raisedAt: '2026-03-01T10:00:00.000Z' };
    const revision = revisionOf(NEED, said, NOW);
    expect(revision).toEqual({ ...SAID, needId: NEED.id, revisedAt: NOW.toISOString() });
    expect(NeedRevisionBody.parse(revision)).toEqual(revision);
  });

  it('comes after what is in force, also where this device’s clock is behind', () => {
    const ahead = { ...NEED, revisedAt: '2026-03-02T12:00:00.000Z' };
    expect(revisionOf(ahead, SAID, NOW).revisedAt).toBe('2026-03-02T12:00:00.001Z');
    const before = { ...NEED, revisedAt: '2026-03-02T09:00:00.000Z' };
    expect(revisionOf(before, SAID, NOW).revisedAt).toBe(NOW.toISOString());
  });
});
