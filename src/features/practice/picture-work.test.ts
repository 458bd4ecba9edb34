import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { freshApp, type TestPerson } from '../../../tests/support/fresh-app.ts';
import { accepted, attemptBody, sessionBody, startPractice } from '../../../tests/support/practice-facts.ts';
import type { SessionBody } from './contract.ts';
import { AttemptHistory, PracticePicture } from './picture-contract.ts';

const { person } = await freshApp({ library: true });

type Ids = Awaited<ReturnType<typeof startPractice>>;
type Kind = Pick<SessionBody, 'work' | 'part'>;
const WHOLE: Kind = { work: 'whole', part: null };
const LEFT: Kind = { work: 'part', part: 'left hand' };
const SHOWN: Kind = { work: 'showing', part: null };

/** One session of a kind, so many hours after the practice was taken up, with its takes. */
async function practise(who: TestPerson, ids: Ids, kind: Kind, hour: number, values: readonly number[]) {
  const sessionId = v7();
  const moment = (minute: number) => new Date(Date.UTC(2026, 2, 1, 8 + hour, minute)).toISOString();
  const body = sessionBody(ids.practiceId, { ...kind, startedAt: moment(0) });
  await accepted(who.put(`/api/sessions/${sessionId}`, body));
  for (const [index, value] of values.entries()) {
    const more = { value, sequence: index + 1, startedAt: moment(index + 1) };
    await accepted(who.put(`/api/attempts/${v7()}`, attemptBody({ ...ids, sessionId }, more)));
  }
}

const pictureOf = async (who: TestPerson, { practiceId }: Ids, query = '') =>
  who.read(PracticePicture, `/api/practices/${practiceId}/picture${query}`);
const historyOf = async (who: TestPerson, { practiceId }: Ids, query = '') =>
  who.read(AttemptHistory, `/api/practices/${practiceId}/history${query}`);

/** Three kinds of work, one of them reached the target of 30. */
async function practised(): Promise<{ nadia: TestPerson; ids: Ids }> {
  const nadia = await person();
  const ids = await startPractice(nadia, { target: { low: 30, high: null } });
  await practise(nadia, ids, WHOLE, 1, [12, 14]);
  await practise(nadia, ids, LEFT, 2, [80, 90, 85]);
  await practise(nadia, ids, SHOWN, 3, [31]);
  await practise(nadia, ids, WHOLE, 4, [13]);
  return { nadia, ids };
}

describe('whole runs, parts and showings', () => {
  it('are drawn apart, and keep the numbers of the practice', async () => {
    const { nadia, ids } = await practised();
    const { picture, works } = await pictureOf(nadia, ids);
    expect(picture).toMatchObject({ n: 3, sessions: 2, personalBest: { value: 14, number: 2 } });
    expect(works).toEqual([
      { ...WHOLE, takes: 3 },
      { ...LEFT, takes: 3 },
      { ...SHOWN, takes: 1 },
    ]);
    const part = await pictureOf(nadia, ids, '?work=part&part=left%20hand');
    expect(part.picture).toMatchObject({ n: 3, personalBest: { value: 90, number: 4 } });
    const shown = await pictureOf(nadia, ids, '?work=showing');
    expect(shown.picture).toMatchObject({ n: 1, personalBest: { value: 31, number: 6 } });
    expect((await pictureOf(nadia, ids, '?work=part&part=right%20hand')).picture?.n).toBe(0);
  });

  it('count towards the target where it was the whole, shown or not, and nowhere else', async () => {
    const { nadia, ids } = await practised();
    const reached = { value: 31, number: 6 };
    for (const query of ['', '?work=showing']) {
      const { picture } = await pictureOf(nadia, ids, query);
      expect(picture).toMatchObject({ reached, met: { daysHeld: 1 } });
    }
    const { picture } = await pictureOf(nadia, ids, '?work=part&part=left%20hand');
    expect(picture).toMatchObject({ reached: null, met: { daysHeld: 0 }, target: { low: null, high: null } });
  });

  it('have first successes of their own only where the whole was done', async () => {
    const { nadia, ids } = await practised();
    expect((await pictureOf(nadia, ids)).firstSuccess?.secondsAfter).toBeGreaterThan(3 * 3600);
  });

  it('tell a device what is apart, and what counts with it', async () => {
    const { nadia, ids } = await practised();
    const whole = await historyOf(nadia, ids);
    expect(whole.attempts.map(({ value }) => value)).toEqual([12, 14, 13]);
    expect(whole).toMatchObject({
      total: 3,
      standing: 7,
      alsoCounting: { total: 1, attempts: [{ value: 31 }] },
    });
    expect(whole.others.map(({ number }) => number)).toEqual([3, 4, 5, 6]);
    expect(whole.apart?.map(({ work, part }) => ({ work, part }))).toEqual([LEFT, SHOWN]);
    const part = await historyOf(nadia, ids, '?work=part&part=left%20hand');
    expect(part.attempts.map(({ value }) => value)).toEqual([80, 90, 85]);
    expect(part.alsoCounting).toEqual({ total: 0, attempts: [] });
    const shown = await historyOf(nadia, ids, '?work=showing');
    expect(shown).toMatchObject({ total: 1, alsoCounting: { total: 3 } });
  });

  it('refuse a kind that there is not', async () => {
    const { nadia, ids } = await practised();
    const answer = await nadia.request(`/api/practices/${ids.practiceId}/picture?work=half`);
    expect(answer.status).toBe(422);
  });
});
