import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { RACES_PLAN, races, sendCsv } from '../../../tests/support/csv-import.ts';
import { freshApp, type TestPerson } from '../../../tests/support/fresh-app.ts';
import {
  accepted,
  attemptBody,
  payoffBody,
  sessionBody,
  startPractice,
} from '../../../tests/support/practice-facts.ts';
import { type AttemptBody, Bench } from './contract.ts';
import { AttemptHistory, PracticePicture } from './picture-contract.ts';

const { person } = await freshApp({ library: true });

type Ids = Awaited<ReturnType<typeof startPractice>>;

const pictureOf = (who: TestPerson, { practiceId }: Pick<Ids, 'practiceId'>) =>
  who.read(PracticePicture, `/api/practices/${practiceId}/picture`);

/** Takes one minute after another, from the minute after the practice was taken up. */
async function take(who: TestPerson, ids: Ids, bodies: readonly Partial<AttemptBody>[]): Promise<string[]> {
  const made: string[] = [];
  for (const [index, more] of bodies.entries()) {
    const id = v7();
    const startedAt = new Date(Date.UTC(2026, 2, 1, 8, index + 1)).toISOString();
    const body = attemptBody(ids, { sequence: index + 1, startedAt, ...more });
    await accepted(who.put(`/api/attempts/${id}`, body));
    made.push(id);
  }
  return made;
}

const unread = { isTrickRead: false } as const;

describe('the number of a take', () => {
  it('is its place among all takes that stand, with or without a score', async () => {
    const nadia = await person();
    const ids = await startPractice(nadia);
    const [, second] = await take(nadia, ids, [
      { value: null },
      { value: 3 },
      { value: null },
      { value: 12 },
    ]);
    const { picture } = await pictureOf(nadia, ids);
    expect(picture).toMatchObject({ n: 2, personalBest: { value: 12, index: 1, number: 4 } });
    const path = `/api/practices/${ids.practiceId}/history`;
    expect(await nadia.read(AttemptHistory, path)).toMatchObject({
      total: 2,
      standing: 4,
      attempts: [{ number: 2 }, { number: 4 }],
      others: [{ number: 1 }, { number: 3 }],
    });
    const retractedAt = '2026-03-01T09:00:00Z';
    await accepted(nadia.put(`/api/retractions/${v7()}`, { attemptId: second, retractedAt }));
    expect((await pictureOf(nadia, ids)).picture?.personalBest?.number).toBe(3);
  });
});

describe('the beginning of a practice', () => {
  it('marks the baseline with whether the way in had been read', async () => {
    const nadia = await person();
    const ids = await startPractice(nadia);
    await take(nadia, ids, [unread, unread, {}, {}]);
    const { picture } = await pictureOf(nadia, ids);
    expect(picture?.baseline).toMatchObject({ kind: 'baseline', n: 3, withTrickRead: 1 });
    const history = await nadia.read(AttemptHistory, `/api/practices/${ids.practiceId}/history`);
    expect(history.attempts.map((attempt) => attempt.isTrickRead)).toEqual([false, false, true, true]);
  });

  it('does not claim that a trick was unread where nobody could know', async () => {
    const nadia = await person();
    const ids = await startPractice(nadia);
    await take(nadia, ids, [unread, { ...unread, source: 'command-line' }, unread]);
    const { picture } = await pictureOf(nadia, ids);
    expect(picture?.baseline).toMatchObject({ kind: 'baseline', withTrickRead: null });
  });

  it('times the first take that reached the target of its time, whatever the target becomes', async () => {
    const nadia = await person();
    const ids = await startPractice(nadia, { target: { low: 10, high: null } });
    expect((await pictureOf(nadia, ids)).firstSuccess).toBeNull();
    const [, second, third] = await take(nadia, ids, [
      { value: 4 },
      { value: 11, durationSeconds: 30 },
      { value: 12, durationSeconds: null },
    ]);
    expect((await pictureOf(nadia, ids)).firstSuccess).toEqual({ id: second, secondsAfter: 150 });

    const higher = payoffBody(ids.practiceId, {
      target: { low: 50, high: null },
      setAt: '2026-03-01T09:00:00Z',
    });
    await accepted(nadia.put(`/api/payoffs/${v7()}`, higher));
    expect(await pictureOf(nadia, ids)).toMatchObject({
      picture: { reached: null },
      firstSuccess: { id: second },
    });

    const retraction = { attemptId: second, retractedAt: '2026-03-01T09:05:00Z' };
    await accepted(nadia.put(`/api/retractions/${v7()}`, retraction));
    expect((await pictureOf(nadia, ids)).firstSuccess).toEqual({ id: third, secondsAfter: 180 });
  });

  it('says nothing without a target, nor of records that were brought in', async () => {
    const nadia = await person();
    const ids = await startPractice(nadia, { target: { low: null, high: null } });
    await take(nadia, ids, [{ value: 400 }]);
    expect((await pictureOf(nadia, ids)).firstSuccess).toBeNull();

    const later = await startPractice(nadia, { target: { low: 10, high: null } });
    await take(nadia, later, [{ value: 4, source: 'import' }, { value: 12 }]);
    expect((await pictureOf(nadia, later)).firstSuccess).toBeNull();

    const file = races.split('\n').slice(0, 40).join('\n');
    expect((await sendCsv(nadia, file, RACES_PLAN)).status).toBe(200);
    const { practices } = await nadia.read(Bench, '/api/bench');
    const practiceId = practices.find(({ title }) => title === 'Typing races')?.id ?? '';
    const raced = { practiceId, payoffId: v7(), sessionId: v7() };
    const payoff = payoffBody(practiceId, { ...RACES_PLAN.measure, target: { low: 30, high: null } });
    await accepted(nadia.put(`/api/payoffs/${raced.payoffId}`, { ...payoff, setAt: '2026-03-02T10:01:00Z' }));
    await accepted(nadia.put(`/api/sessions/${raced.sessionId}`, sessionBody(practiceId)));
    await take(nadia, raced, [{ value: 60 }]);
    expect(await pictureOf(nadia, raced)).toMatchObject({
      firstSuccess: null,
      picture: { n: 40, reached: expect.anything(), baseline: { withTrickRead: null } },
    });
    // What was made for the records has no entry trick, so none was read or not read.
    const history = await nadia.read(AttemptHistory, `/api/practices/${practiceId}/history`);
    expect(history.attempts.filter((attempt) => attempt.isTrickRead !== undefined)).toEqual([]);
  });
});
