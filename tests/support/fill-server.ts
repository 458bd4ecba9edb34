import { v7 } from 'uuid';
import { fillBench } from './fill-bench.ts';
import { accepted, attemptBody, payoffBody, practiceBody, sessionBody } from './practice-facts.ts';

type Writer = { put(path: string, body: unknown): Promise<Response> };

/** What text can hold and a file format may trip over. */
const AWKWARD = 'tab\there, line\nbreak, back\\slash, "quotes", \\. and \\N, à 木 🎾';
const SESSIONS = 3;
const ATTEMPTS = 7;

/** One person with a fact of every kind that can be written over HTTP. */
export async function fillServer(person: Writer): Promise<void> {
  const put = (path: string, body: unknown) => accepted(person.put(path, body));
  const ids = { practiceId: v7(), payoffId: v7(), needId: v7() };
  await put(`/api/needs/${ids.needId}`, {
    kind: 'gap',
    text: AWKWARD,
    horizon: 'now',
    wantedWithin: 'this-week',
    context: null,
    raisedAt: '2026-03-01T07:00:00.123Z',
  });
  await put(`/api/practices/${ids.practiceId}`, practiceBody({ needId: ids.needId }));
  const inner = {
    kind: 'rating',
    unit: 'calm',
    target: { low: 8, high: null },
    anchors: { at0: 'lost', at5: AWKWARD, at10: 'calm' },
    setAt: '2026-02-01T08:00:00Z',
  } as const;
  await put(`/api/payoffs/${v7()}`, payoffBody(ids.practiceId, inner));
  await put(
    `/api/payoffs/${ids.payoffId}`,
    payoffBody(ids.practiceId, { target: { low: null, high: null } }),
  );
  for (let session = 0; session < SESSIONS; session += 1) {
    const sitting = await practise(put, ids);
    if (session === 0) await fillBench(put, ids, sitting, AWKWARD);
  }
}

async function practise(
  put: (path: string, body: unknown) => Promise<Response>,
  ids: { practiceId: string; payoffId: string },
): Promise<{ sessionId: string; attemptId: string }> {
  const sessionId = v7();
  await put(`/api/sessions/${sessionId}`, sessionBody(ids.practiceId, { isFloor: true }));
  const attempts = Array.from({ length: ATTEMPTS }, () => v7());
  for (const [index, id] of attempts.entries()) {
    const value = index === 2 ? null : index * 3;
    const body = attemptBody(
      { ...ids, sessionId },
      { sequence: index + 1, value, conditions: { Balls: AWKWARD } },
    );
    await put(`/api/attempts/${id}`, { ...body, durationSeconds: 0.1 + index });
  }
  const [first, second] = attempts;
  const [firstRemark, secondRemark] = [v7(), v7()];
  const remark = {
    attemptId: first,
    feel: 7,
    tags: ['left hand', AWKWARD.slice(0, 40)],
    writtenAt: '2026-03-01T09:00:00Z',
  };
  await put(`/api/remarks/${firstRemark}`, { ...remark, replacesId: null, text: AWKWARD });
  await put(`/api/remarks/${secondRemark}`, { ...remark, replacesId: firstRemark, text: null });
  await put(`/api/retractions/${v7()}`, { attemptId: second, retractedAt: '2026-03-01T09:00:00Z' });
  await put(`/api/sessions/${sessionId}/end`, { endedAt: '2026-03-01T09:30:00Z', line: AWKWARD });
  return { sessionId, attemptId: first ?? '' };
}
