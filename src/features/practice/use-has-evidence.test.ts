import { expect, it } from 'vitest';
import type { Showing } from '../evidence/contract.ts';
import { isAnyTold } from './use-has-evidence.ts';

const body: Omit<Showing, 'id'> = {
  practiceId: 'own',
  sessionId: null,
  heldDay: '2026-03-02',
  audience: 12,
  occasion: null,
  quote: null,
  quotedFrom: null,
  toldAt: '2026-03-02T08:00:00.000Z',
};
const unsent = {
  path: '/api/showings/s',
  body,
  place: 1,
  spaceId: 'mine',
  state: 'kept' as const,
  problem: null,
};
const none = { evidence: [], showings: [] };

it('is told by home or by this device, for this very practice', () => {
  expect(isAnyTold(undefined, 'own', [])).toBe(false);
  expect(isAnyTold(none, 'own', [])).toBe(false);
  expect(isAnyTold({ ...none, showings: [{ ...body, id: 's' }] }, 'own', [])).toBe(true);
  expect(isAnyTold(none, 'own', [unsent])).toBe(true);
  expect(isAnyTold(none, 'other', [unsent])).toBe(false);
});
