import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { freshApp } from '../../../tests/support/fresh-app.ts';
import {
  accepted,
  attemptBody,
  payoffBody,
  practiceBody,
  sessionBody,
} from '../../../tests/support/practice-facts.ts';
import { Recorded } from '../../platform/contract.ts';
import { touchedBy } from './contract.ts';

const { person } = await freshApp({ library: true });

it('every fact answers the same keys: all that is derived from its practice', async () => {
  const nadia = await person();
  const ids = { practiceId: v7(), payoffId: v7(), sessionId: v7() };
  const attemptId = v7();
  const remark = {
    attemptId,
    replacesId: null,
    feel: 5,
    text: null,
    tags: [],
    writtenAt: '2026-03-01T08:02:00Z',
  };
  const facts: readonly (readonly [string, unknown])[] = [
    [`/api/practices/${ids.practiceId}`, practiceBody()],
    [`/api/payoffs/${ids.payoffId}`, payoffBody(ids.practiceId)],
    [`/api/sessions/${ids.sessionId}`, sessionBody(ids.practiceId)],
    [`/api/attempts/${attemptId}`, attemptBody(ids)],
    [`/api/remarks/${v7()}`, remark],
    [`/api/retractions/${v7()}`, { attemptId, retractedAt: '2026-03-01T08:03:00Z' }],
    [`/api/sessions/${ids.sessionId}/end`, { endedAt: '2026-03-01T08:05:00Z', line: null }],
  ];
  for (const [path, body] of [...facts, ...facts]) {
    const { touched } = Recorded.parse(await (await accepted(nadia.put(path, body))).json());
    expect(touched, path).toEqual(touchedBy(ids.practiceId));
  }
  expect(touchedBy('x')).toEqual([
    'bench',
    ...['practice:x', 'picture:x', 'attempts:x', 'history:x', 'experiments:x', 'pair:x'],
  ]);
});
