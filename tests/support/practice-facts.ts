import { v7 } from 'uuid';
import { EXAMPLE_DESIGN, type MicromasteryDesign } from '../../src/features/library/contract.ts';
import type {
  AttemptBody,
  AttemptRow,
  PayoffBody,
  PracticeBody,
  SessionBody,
} from '../../src/features/practice/contract.ts';
import { HOUSE_SPACE_ID, idOfName } from '../../src/platform/ids.ts';
import type { TestPerson } from './fresh-app.ts';

export const JUGGLING_ID = idOfName(HOUSE_SPACE_ID, 'juggling-cascade');

/** A design with as little as one may have: a title, a verb, a field, and none of the six elements. */
export const designBody = (more: Partial<MicromasteryDesign> = {}): MicromasteryDesign => ({
  ...EXAMPLE_DESIGN,
  ...more,
});

export const practiceBody = (more: Partial<PracticeBody> = {}): PracticeBody => ({
  micromasteryId: JUGGLING_ID,
  micromasteryVersion: 1,
  needId: null,
  startedAt: '2026-03-01T08:00:00.000Z',
  ...more,
});

export const payoffBody = (practiceId: string, more: Partial<PayoffBody> = {}): PayoffBody => ({
  practiceId,
  statement: 'I keep three balls in the air.',
  kind: 'count',
  unit: 'catches',
  direction: 'up',
  target: { low: 30, high: null },
  howMeasured: null,
  anchors: null,
  setAt: '2026-03-01T08:00:00.000Z',
  ...more,
});

export const sessionBody = (practiceId: string, more: Partial<SessionBody> = {}): SessionBody => ({
  practiceId,
  deviceId: null,
  isFloor: false,
  work: 'whole',
  part: null,
  startedAt: '2026-03-01T08:00:00.000Z',
  ...more,
});

export const attemptBody = (
  ids: { practiceId: string; sessionId: string; payoffId: string },
  more: Partial<AttemptBody> = {},
): AttemptBody => ({
  ...ids,
  sequence: 1,
  startedAt: '2026-03-01T08:01:00.000Z',
  localDay: (more.startedAt ?? '2026-03-01').slice(0, 10),
  durationSeconds: 12,
  value: 7,
  conditions: {},
  isTrickRead: true,
  source: 'runner',
  ...more,
});

/** A practice with payoff and one session, ready for attempts. */
export async function startPractice(person: TestPerson, payoff: Partial<PayoffBody> = {}) {
  const ids = { practiceId: v7(), payoffId: v7(), sessionId: v7() };
  await accepted(person.put(`/api/practices/${ids.practiceId}`, practiceBody()));
  await accepted(person.put(`/api/payoffs/${ids.payoffId}`, payoffBody(ids.practiceId, payoff)));
  await accepted(person.put(`/api/sessions/${ids.sessionId}`, sessionBody(ids.practiceId)));
  return ids;
}

export async function accepted(answer: Promise<Response>): Promise<Response> {
  const response = await answer;
  if (!response.ok) throw new Error(`refused: ${response.status} ${await response.text()}`);
  return response;
}

/** An attempt as a list of them has it. */
export const attemptRow = (
  id: string,
  ids: Parameters<typeof attemptBody>[0],
  more: Partial<AttemptBody> = {},
): AttemptRow => ({ ...attemptBody(ids, more), id, isFloor: false, remarks: [] });
