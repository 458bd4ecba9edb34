import { expect, it } from 'vitest';
import type { Need } from './contract.ts';
import { draftOfNeed, needText } from './use-find-draft.ts';
import { isKept, needWrites } from './use-keep-need.ts';

const FOUND = '11111111-1111-7111-8111-111111111111';
const OTHER = '22222222-2222-7222-8222-222222222222';
const need: Need = {
  id: '33333333-3333-7333-8333-333333333333',
  kind: 'gap',
  text: 'my knots slip',
  horizon: 'now',
  wantedWithin: 'this-week',
  context: 'on board',
  raisedAt: '2026-03-01T10:00:00.000Z',
  state: 'open',
  revisedAt: null,
  micromasteryIds: [FOUND],
};

// A gap of now is asked for under the first question, whatever is further off under the second.
it.each<Need>([
  need,
  { ...need, context: null, wantedWithin: 'ten-minutes' },
  { ...need, horizon: 'next-rung' },
  { ...need, kind: 'next', horizon: 'possible-future', micromasteryIds: [] },
])('what is looked at for a need that Find opens with is found for that need: %#', (one) => {
  const draft = draftOfNeed(one);
  expect(needText(draft)).toBe('my knots slip');
  expect(isKept(draft)).toBe(true);
  const { writes } = needWrites(draft, OTHER, new Date());
  expect(writes.map(({ path }) => path)).toEqual([`/api/needs/${need.id}/matches/${OTHER}`]);
  const again = needWrites(draft, FOUND, new Date()).writes;
  expect(again).toHaveLength(one.micromasteryIds.includes(FOUND) ? 0 : 1);
});
