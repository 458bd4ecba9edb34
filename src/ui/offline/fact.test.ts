import { expect, it } from 'vitest';
import { newId } from './device.ts';
import { linksOf } from './fact.ts';

it('a match waits for its need and for the micromastery that is found for it', () => {
  const [needId, micromasteryId] = [newId(), newId()];
  const path = `/api/needs/${needId}/matches/${micromasteryId}`;
  const { own, needs } = linksOf({ path, body: { matchedAt: '2026-03-01T08:00:00Z' } });
  expect(own).toBeNull();
  expect([...needs].sort()).toEqual([needId, micromasteryId].sort());
});
