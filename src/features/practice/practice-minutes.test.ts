import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { freshApp, type TestPerson } from '../../../tests/support/fresh-app.ts';
import { accepted, attemptBody, sessionBody, startPractice } from '../../../tests/support/practice-facts.ts';
import { Bench } from './contract.ts';

const { person, store } = await freshApp({ library: true });

type Ids = Awaited<ReturnType<typeof startPractice>>;

/** The session of `startPractice` begins on 1 March at 08:00; the clock of the test shows 2 March, 10:00. */
const FIRST_TAKE = { startedAt: '2026-03-01T08:01:00.000Z', durationSeconds: 60 };

async function takeAndEnd(nadia: TestPerson, ids: Ids, endedAt: string | null, takes = [FIRST_TAKE]) {
  const attemptIds = takes.map(() => v7());
  for (const [index, take] of takes.entries()) {
    const body = attemptBody(ids, { ...take, sequence: index + 1 });
    await accepted(nadia.put(`/api/attempts/${attemptIds[index]}`, body));
  }
  if (endedAt !== null)
    await accepted(nadia.put(`/api/sessions/${ids.sessionId}/end`, { endedAt, line: null }));
  return attemptIds;
}

describe('the minutes of a session', () => {
  it.each([
    ['to its end', '2026-03-01T08:05:00Z', 5],
    ['to ten minutes after its last take, where it was ended days later', '2026-03-02T09:00:00Z', 12],
    ['to the end of its last take, where nobody ended it', null, 2],
    ['none, where it was ended before it began', '2026-03-01T07:00:00Z', 0],
  ])('go %s', async (_, endedAt, minutes) => {
    const nadia = await person();
    await takeAndEnd(nadia, await startPractice(nadia), endedAt);
    const { sessions, total } = await nadia.read(Bench, '/api/bench');
    expect(sessions).toMatchObject([{ minutes, attempts: 1 }]);
    expect(total).toEqual({ minutes, sessions: 1, weeks: 1 });
  });

  it('know nothing of a take that was taken back', async () => {
    const nadia = await person();
    const ids = await startPractice(nadia);
    const late = { startedAt: '2026-03-01T09:00:00.000Z', durationSeconds: 60 };
    const [, lateId] = await takeAndEnd(nadia, ids, '2026-03-01T12:00:00Z', [FIRST_TAKE, late]);
    const minutesOf = async () => (await nadia.read(Bench, '/api/bench')).sessions;
    expect(await minutesOf()).toMatchObject([{ minutes: 71, attempts: 2 }]);
    const retraction = { attemptId: lateId, retractedAt: '2026-03-01T12:00:00Z' };
    await accepted(nadia.put(`/api/retractions/${v7()}`, retraction));
    expect(await minutesOf()).toMatchObject([{ minutes: 12, attempts: 1 }]);
  });

  it('without a take are ten at the most', async () => {
    const nadia = await person();
    await takeAndEnd(nadia, await startPractice(nadia), '2026-03-01T20:00:00Z', []);
    expect((await nadia.read(Bench, '/api/bench')).sessions).toMatchObject([{ minutes: 10, attempts: 0 }]);
  });
});

describe('the sums of thirteen weeks', () => {
  it('are of all sessions, also where these are too many to be drawn', async () => {
    const nadia = await person();
    const { practiceId } = await startPractice(nadia);
    const at = (index: number) => new Date(Date.UTC(2026, 2, 1, 7) - index * 3 * 3_600_000);
    await store.inSpace(nadia.spaceId, async (trx) => {
      const sessions = Array.from({ length: 620 }, (_, index) => ({ id: v7(), startedAt: at(index) }));
      const columns = { space_id: nadia.spaceId, practice_id: practiceId, is_floor: false, device_id: null };
      await trx
        .insertInto('practice_session')
        .values(sessions.map(({ id, startedAt }) => ({ ...columns, id, started_at: startedAt })))
        .execute();
      await trx
        .insertInto('session_end')
        .values(
          sessions.map(({ id, startedAt }) => ({
            space_id: nadia.spaceId,
            session_id: id,
            ended_at: new Date(startedAt.getTime() + 2 * 60_000),
            line: null,
          })),
        )
        .execute();
    });
    const { sessions, total } = await nadia.read(Bench, '/api/bench');
    expect(sessions).toHaveLength(500);
    expect(sessions.at(-1)?.startedAt).toBe('2026-03-01T08:00:00.000Z');
    // 620 sessions, one each three hours, reach back 77 days and a half: eleven whole weeks and one begun.
    expect(total).toEqual({ minutes: 1240, sessions: 621, weeks: 12 });
  });

  it('leave out what lies before them, and are nothing where nothing is', async () => {
    const nadia = await person();
    const nothing = { sessions: [], total: { minutes: 0, sessions: 0, weeks: 0 } };
    expect(await nadia.read(Bench, '/api/bench')).toMatchObject(nothing);
    const ids = await startPractice(nadia);
    for (const startedAt of ['2025-11-30T09:00:00Z', '2025-12-02T09:00:00Z'])
      await accepted(nadia.put(`/api/sessions/${v7()}`, sessionBody(ids.practiceId, { startedAt })));
    expect(await nadia.read(Bench, '/api/bench')).toMatchObject({
      sessions: [{ startedAt: '2025-12-02T09:00:00.000Z' }, { startedAt: '2026-03-01T08:00:00.000Z' }],
      total: { sessions: 2, weeks: 2 },
    });
  });
});
