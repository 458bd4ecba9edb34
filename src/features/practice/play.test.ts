import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { freshApp, type TestPerson } from '../../../tests/support/fresh-app.ts';
import { accepted, attemptBody, sessionBody, startPractice } from '../../../tests/support/practice-facts.ts';
import { Problem } from '../../platform/contract.ts';
import { AttemptList, Bench } from './contract.ts';
import { AttemptHistory, PracticePicture } from './picture-contract.ts';

const { person } = await freshApp({ library: true });

/** A session of play behind one of the whole, at home. */
async function played(who: TestPerson) {
  const ids = await startPractice(who);
  for (const [index, value] of [31, 12, 14].entries()) {
    const more = { value, sequence: index + 1, startedAt: `2026-03-01T08:0${index + 1}:00.000Z` };
    await accepted(who.put(`/api/attempts/${v7()}`, attemptBody(ids, more)));
  }
  const sessionId = v7();
  const body = sessionBody(ids.practiceId, { work: 'play', startedAt: '2026-03-02T09:50:00.000Z' });
  await accepted(who.put(`/api/sessions/${sessionId}`, body));
  return { ...ids, sessionId };
}
const take = (ids: Awaited<ReturnType<typeof played>>, value: number | null, sequence = 1) =>
  attemptBody(ids, { value, sequence, startedAt: `2026-03-02T09:5${sequence}:00.000Z`, durationSeconds: 30 });

it('refuses a score in a session of play, and says so; without one it is kept', async () => {
  const nadia = await person();
  const ids = await played(nadia);
  const refused = await nadia.put(`/api/attempts/${v7()}`, take(ids, 40));
  expect(Problem.parse(await refused.json())).toMatchObject({
    status: 422,
    code: 'play-not-scored',
    title: 'This session is “Mess it up”, which is never scored. Send the attempt without a value.',
  });
  // One that comes together with others is refused alone.
  const answers = await Promise.all([
    nadia.put(`/api/attempts/${v7()}`, take(ids, null)),
    nadia.put(`/api/attempts/${v7()}`, take(ids, 0, 2)),
    nadia.put(`/api/attempts/${v7()}`, take(ids, null, 3)),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 422, 200]);
});

it('counts play in sessions, takes and minutes, and in no picture', async () => {
  const nadia = await person();
  const ids = await played(nadia);
  const path = `/api/practices/${ids.practiceId}`;
  const before = await nadia.read(PracticePicture, `${path}/picture`);
  for (const sequence of [1, 2])
    await accepted(nadia.put(`/api/attempts/${v7()}`, take(ids, null, sequence)));
  expect(await nadia.read(PracticePicture, `${path}/picture`)).toEqual(before);
  expect(before.works).toEqual([{ work: 'whole', part: null, takes: 3 }]);
  expect((await nadia.request(`${path}/picture?work=play`)).status).toBe(422);

  const history = await nadia.read(AttemptHistory, `${path}/history`);
  expect(history).toMatchObject({ total: 3, standing: 5 });
  expect(history.apart).toEqual([{ sessionId: ids.sessionId, work: 'play', part: null }]);
  const { attempts } = await nadia.read(AttemptList, `${path}/attempts`);
  expect(attempts.map(({ value }) => value)).toEqual([null, null, 14, 12, 31]);

  const bench = await nadia.read(Bench, '/api/bench');
  expect(bench.sessions.map(({ minutes, attempts: count }) => [minutes, count])).toEqual([
    [expect.any(Number), 3],
    [2.5, 2],
  ]);
  expect(bench.practices[0]).toMatchObject({ attempts: 5, startTakes: 3, standing: { heldDays: 0 } });
});

it('is not where the command line goes on: what it logs has a score', async () => {
  const nadia = await person();
  await played(nadia);
  const Open = z.object({ practices: z.array(z.object({ openSession: z.unknown() })) }).loose();
  const answer = await nadia.request('/api/practices?name=juggling');
  expect(Open.parse(await answer.json()).practices[0]?.openSession ?? null).toBeNull();
});
