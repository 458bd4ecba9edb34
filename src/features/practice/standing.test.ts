import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { freshApp, type TestPerson } from '../../../tests/support/fresh-app.ts';
import {
  accepted,
  attemptBody,
  payoffBody,
  sessionBody,
  startPractice,
} from '../../../tests/support/practice-facts.ts';
import { holdsToday } from '../../engine/retention/retention.ts';
import { Bench, type PracticeCard, PracticePage, type SessionBody } from './contract.ts';

const { person } = await freshApp({ library: true });

async function cardOf(who: TestPerson, practiceId: string): Promise<PracticeCard | undefined> {
  const bench = await who.read(Bench, '/api/bench');
  return bench.practices.find(({ id }) => id === practiceId);
}
const standingOf = async (who: TestPerson, practiceId: string) => (await cardOf(who, practiceId))?.standing;

type Ids = Awaited<ReturnType<typeof startPractice>>;

/** A session of its own on a day of February, with these scores; ids of the attempts. */
async function practise(
  who: TestPerson,
  ids: Ids,
  day: number,
  values: readonly number[],
  more: Partial<SessionBody> = {},
): Promise<readonly string[]> {
  const sessionId = v7();
  const at = (minute: number) => `2026-02-${String(day).padStart(2, '0')}T08:0${minute}:00.000Z`;
  await accepted(
    who.put(`/api/sessions/${sessionId}`, sessionBody(ids.practiceId, { startedAt: at(0), ...more })),
  );
  const attemptIds = values.map(() => v7());
  for (const [index, value] of values.entries())
    await accepted(
      who.put(
        `/api/attempts/${attemptIds[index]}`,
        attemptBody({ ...ids, sessionId }, { sequence: index + 1, startedAt: at(index + 1), value }),
      ),
    );
  return attemptIds;
}

describe('where a practice stands, on the bench', () => {
  it('is told by the days on which its target held, and once it is met by how long it holds', async () => {
    const nadia = await person();
    const ids = await startPractice(nadia);
    expect(await standingOf(nadia, ids.practiceId)).toMatchObject({
      heldDays: 0,
      holdsForDays: null,
      reachedAt: null,
      metAt: null,
    });
    await practise(nadia, ids, 1, [10, 20, 40]);
    await practise(nadia, ids, 2, [50, 60, 70]);
    await practise(nadia, ids, 3, [66, 70, 90]);
    expect(await standingOf(nadia, ids.practiceId)).toMatchObject({
      heldDays: 2,
      holdsForDays: null,
      metAt: null,
    });
    const [attemptId = ''] = await practise(nadia, ids, 4, [80]);
    const met = await standingOf(nadia, ids.practiceId);
    expect(met).toMatchObject({
      heldDays: 3,
      holdsForDays: expect.any(Number),
      reachedAt: Date.parse('2026-02-01T08:03:00.000Z'),
      metAt: Date.parse('2026-02-04T08:01:00.000Z'),
    });
    // The same again, from what was worked out before.
    expect(await standingOf(nadia, ids.practiceId)).toEqual(met);
    await accepted(nadia.put(`/api/retractions/${v7()}`, { attemptId, retractedAt: '2026-02-04T09:00:00Z' }));
    expect(await standingOf(nadia, ids.practiceId)).toMatchObject({
      heldDays: 2,
      holdsForDays: null,
      metAt: null,
    });
  });

  it('goes by the payoff in force, whole runs and showings alone, and nobody else’s', async () => {
    const ruth = await person();
    const ids = await startPractice(ruth);
    await practise(ruth, ids, 1, [40], { work: 'part', part: 'left hand' });
    await practise(ruth, ids, 2, [40], { work: 'showing' });
    await practise(ruth, ids, 3, [40]);
    expect(await standingOf(ruth, ids.practiceId)).toMatchObject({ heldDays: 2 });
    const setPayoff = (more: Parameters<typeof payoffBody>[1]) =>
      accepted(
        ruth.put(
          `/api/payoffs/${v7()}`,
          payoffBody(ids.practiceId, { setAt: '2026-03-02T09:00:00.000Z', ...more }),
        ),
      );
    await setPayoff({ target: { low: 41, high: null } });
    expect(await standingOf(ruth, ids.practiceId)).toMatchObject({ heldDays: 0 });
    await setPayoff({ unit: 'throws', setAt: '2026-03-02T09:10:00.000Z' });
    expect(await standingOf(ruth, ids.practiceId)).toMatchObject({ heldDays: 0 });
    await setPayoff({ target: { low: null, high: null }, setAt: '2026-03-02T09:20:00.000Z' });
    expect(await standingOf(ruth, ids.practiceId)).toMatchObject({
      heldDays: null,
      holdsForDays: null,
      reachedAt: null,
    });
  });
});

describe('what is left of a practice', () => {
  it('is the same on the bench and on the page, and the first cold take after a gap moves it', async () => {
    const nadia = await person();
    const ids = await startPractice(nadia);
    const read = async () => {
      const card = (await cardOf(nadia, ids.practiceId))?.standing;
      const { standing } = (await nadia.read(PracticePage, `/api/practices/${ids.practiceId}`)).card;
      expect(standing).toEqual(card);
      const retention = standing?.retention;
      if (retention?.kind !== 'known') throw new Error(retention?.kind);
      return retention;
    };
    for (const day of [1, 2, 3]) await practise(nadia, ids, day, [38, 46, 40, 44]);
    const before = await read();
    const back = Date.parse('2026-02-25T08:01:00.000Z');
    expect(before.lastAt).toBe(Date.parse('2026-02-03T08:04:00.000Z'));
    const foretold = holdsToday(before, back);
    await practise(nadia, ids, 25, [30]);
    const after = await read();
    expect(after).toMatchObject({ lastAt: back, n: before.n + 1 });
    const now = holdsToday(after, back);
    if (foretold.kind !== 'holds' || now.kind !== 'holds') throw new Error('not told');
    expect(now.middle).toBeLessThan(foretold.middle);
    expect(after.cold?.middle[0]).toBeLessThan(before.cold?.middle[0] ?? 0);
  });
});

describe('a day that a practice is wanted by', () => {
  const wish = (practiceId: string) => ({
    practiceId,
    sittingsAWeek: null,
    cue: null,
    trickOrder: 'as-designed',
    setAt: '2026-03-01T08:00:00.000Z',
  });

  it('is part of the wish, and none where an older device names none', async () => {
    const nadia = await person();
    const { practiceId } = await startPractice(nadia);
    const older = v7();
    await accepted(nadia.put(`/api/wishes/${older}`, wish(practiceId)));
    expect((await cardOf(nadia, practiceId))?.wish.wantedBy).toBeNull();
    // Sent again by a device that has learnt of days since.
    await accepted(nadia.put(`/api/wishes/${older}`, { ...wish(practiceId), wantedBy: null }));
    const newer = { ...wish(practiceId), setAt: '2026-03-02T08:00:00.000Z', wantedBy: '2026-06-14' };
    await accepted(nadia.put(`/api/wishes/${v7()}`, newer));
    expect((await cardOf(nadia, practiceId))?.wish.wantedBy).toBe('2026-06-14');
  });

  it('is a day of the calendar, or nothing is kept', async () => {
    const nadia = await person();
    const { practiceId } = await startPractice(nadia);
    const answer = await nadia.put(`/api/wishes/${v7()}`, { ...wish(practiceId), wantedBy: '2026-02-30' });
    expect(answer.status).toBe(422);
    expect((await cardOf(nadia, practiceId))?.wish.wantedBy).toBeNull();
  });
});
