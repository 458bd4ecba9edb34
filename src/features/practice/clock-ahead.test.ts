import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { freshApp, NOW } from '../../../tests/support/fresh-app.ts';
import {
  accepted,
  attemptBody,
  payoffBody,
  practiceBody,
  sessionBody,
  startPractice,
} from '../../../tests/support/practice-facts.ts';
import { Problem } from '../../platform/contract.ts';
import { AttemptList, Bench, PracticePage } from './contract.ts';
import { Named } from './naming-contract.ts';
import { PracticePicture } from './picture-contract.ts';

const { person, store } = await freshApp({ library: true });

const hoursAhead = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000).toISOString();
const AHEAD = 'lies more than a day ahead of home’s clock; set the clock of this device right';

describe('a moment that lies ahead', () => {
  it.each([
    ['practices', 'startedAt', () => practiceBody()],
    ['payoffs', 'setAt', (ids) => payoffBody(ids.practiceId)],
    ['sessions', 'startedAt', (ids) => sessionBody(ids.practiceId)],
    ['sessions/end', 'endedAt', () => ({ endedAt: '', line: null })],
    ['attempts', 'startedAt', (ids) => attemptBody(ids)],
    ['retractions', 'retractedAt', (ids) => ({ attemptId: ids.attemptId, retractedAt: '' })],
    [
      'remarks',
      'writtenAt',
      ({ attemptId }) => ({ attemptId, replacesId: null, feel: 5, text: null, tags: [], writtenAt: '' }),
    ],
  ] satisfies [string, string, (ids: Awaited<ReturnType<typeof begin>>) => object][])(
    'by more than a day is refused in %s: %s',
    async (kind, name, bodyOf) => {
      const nadia = await person();
      const ids = await begin(nadia);
      const path = kind === 'sessions/end' ? `/api/sessions/${ids.sessionId}/end` : `/api/${kind}/${v7()}`;
      const body = (moment: string) => ({
        ...bodyOf(ids),
        ...(kind === 'attempts' ? { localDay: moment.slice(0, 10) } : {}),
        [name]: moment,
      });
      for (const moment of [hoursAhead(24.01), '2199-12-31T00:00:00Z']) {
        const answer = await nadia.put(path, body(moment));
        expect(answer.status).toBe(422);
        const { code, errors } = Problem.parse(await answer.json());
        expect(code).toBe('invalid');
        expect(errors).toEqual([{ pointer: `/${name}`, message: expect.stringContaining(AHEAD) }]);
      }
      expect((await nadia.put(path, body(hoursAhead(23.99)))).status).toBe(200);
    },
  );

  async function begin(nadia: Awaited<ReturnType<typeof person>>) {
    const ids = await startPractice(nadia);
    const attemptId = v7();
    await accepted(nadia.put(`/api/attempts/${attemptId}`, attemptBody(ids)));
    return { ...ids, attemptId };
  }
});

describe('the learner’s own day', () => {
  it.each([
    ['2026-03-01T00:10:00+14:00', '2026-03-01', 200],
    ['2026-02-28T23:50:00-12:00', '2026-02-28', 200],
    ['2026-03-01T08:00:00Z', '2026-02-28', 200],
    ['2026-03-01T08:00:00Z', '2026-03-02', 200],
    ['2026-03-01T23:59:00Z', '2026-03-03', 422],
    ['2026-03-01T00:01:00Z', '2026-02-27', 422],
    ['2026-03-01T08:00:00Z', '1900-01-01', 422],
    ['1969-12-31T23:00:00Z', '1970-01-01', 200],
  ])('of %s may be %s: %i', async (startedAt, localDay, status) => {
    const nadia = await person();
    const ids = await startPractice(nadia);
    const answer = await nadia.put(`/api/attempts/${v7()}`, attemptBody(ids, { startedAt, localDay }));
    expect(answer.status).toBe(status);
    if (status === 200) return;
    expect(await answer.json()).toMatchObject({
      code: 'invalid',
      errors: [{ pointer: '/localDay', message: expect.stringContaining('set the date and the time zone') }],
    });
    const list = await nadia.read(AttemptList, `/api/practices/${ids.practiceId}/attempts`);
    expect(list.attempts).toEqual([]);
  });
});

it('a payoff that a clock once set in 2199 gives way to the next one', async () => {
  const nadia = await person();
  const { practiceId } = await startPractice(nadia);
  await store.inSpace(nadia.spaceId, (trx) =>
    trx
      .insertInto('payoff')
      .values({
        space_id: nadia.spaceId,
        id: v7(),
        practice_id: practiceId,
        statement: 'from the year 2199',
        kind: 'count',
        unit: 'catches',
        direction: 'up',
        target_low: 99,
        target_high: null,
        how_measured: null,
        anchors: null,
        set_at: new Date('2199-01-01T00:00:00Z'),
        recorded_at: new Date('2026-03-01T09:00:00Z'),
      })
      .execute(),
  );
  const setAt = '2026-03-01T10:00:00Z';
  await accepted(nadia.put(`/api/payoffs/${v7()}`, payoffBody(practiceId, { statement: 'the next', setAt })));
  const next = { statement: 'the next', target: { low: 30 } };
  const page = await nadia.read(PracticePage, `/api/practices/${practiceId}`);
  expect(page.payoffs.map(({ statement }) => statement).slice(0, 2)).toEqual([
    'the next',
    'from the year 2199',
  ]);
  expect(page.card.payoff).toMatchObject(next);
  expect((await nadia.read(Bench, '/api/bench')).practices).toMatchObject([{ payoff: next }]);
  expect((await nadia.read(Named, '/api/practices?name=juggling')).practices).toMatchObject([
    { payoff: next },
  ]);
  const { picture } = await nadia.read(PracticePicture, `/api/practices/${practiceId}/picture`);
  expect(picture?.target.low).toBe(30);
});
