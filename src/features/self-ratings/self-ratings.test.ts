import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { freshApp } from '../../../tests/support/fresh-app.ts';
import { accepted, attemptBody, startPractice } from '../../../tests/support/practice-facts.ts';
import { Problem } from '../../platform/contract.ts';
import { type SelfRatingBody, SelfRatingList } from './contract.ts';

const { person } = await freshApp({ library: true });

async function begin() {
  const nadia = await person();
  const ids = await startPractice(nadia);
  const { practiceId, sessionId } = ids;
  const log = async (more: Parameters<typeof attemptBody>[1] = {}) => {
    const attemptId = v7();
    await accepted(nadia.put(`/api/attempts/${attemptId}`, attemptBody(ids, more)));
    return attemptId;
  };
  const body = (more: Partial<SelfRatingBody>): SelfRatingBody => ({
    ...{ practiceId, sessionId, beforeAttemptId: null, afterAttemptId: null },
    ...{ sure: null, absorbed: null, hard: null, ratedAt: '2026-03-01T08:00:30.000Z' },
    ...more,
  });
  const put = (more: Partial<SelfRatingBody>) => nadia.put(`/api/self-ratings/${v7()}`, body(more));
  const read = () => nadia.read(SelfRatingList, `/api/practices/${practiceId}/self-ratings`);
  return { nadia, ...ids, log, put, read };
}

it('tells beside what was said before a take what came of it, and no longer once the take is taken back', async () => {
  const { nadia, log, put, read } = await begin();
  const first = await log({ value: 12 });
  const second = await log({ value: 3, sequence: 2 });
  await accepted(put({ beforeAttemptId: first, sure: 0.9 }));
  await accepted(
    put({
      beforeAttemptId: second,
      afterAttemptId: first,
      sure: 0.3,
      ratedAt: '2026-03-01T08:01:30.000Z',
    }),
  );
  const told = async () => (await read()).ratings.map(({ sure, take }) => [sure, take?.value ?? null]);
  expect(await told()).toEqual([
    [0.9, 12],
    [0.3, 3],
  ]);
  await accepted(
    nadia.put(`/api/retractions/${v7()}`, { attemptId: second, retractedAt: '2026-03-01T09:00:00.000Z' }),
  );
  expect(await told()).toEqual([
    [0.9, 12],
    [0.3, null],
  ]);
});

it('keeps of a sitting the newest word, with what all of its takes were made under', async () => {
  const { log, put, read, sessionId } = await begin();
  await log({ conditions: { hand: 'left', place: 'kitchen' } });
  await log({ sequence: 2, conditions: { hand: 'right', place: 'kitchen' } });
  await accepted(put({ absorbed: 2, hard: 5 }));
  await accepted(put({ absorbed: 4, hard: 3, ratedAt: '2026-03-01T09:00:00.000Z' }));
  const { sittings } = await read();
  expect(sittings).toMatchObject([{ sessionId, absorbed: 4, hard: 3, conditions: { place: 'kitchen' } }]);
});

it('refuses what mixes a take with a sitting, and what belongs to nothing that is known', async () => {
  const { log, put, read } = await begin();
  const attemptId = await log();
  const codeOf = async (more: Partial<SelfRatingBody>) => Problem.parse(await (await put(more)).json()).code;
  expect(await codeOf({ sure: 0.5 })).toBe('invalid');
  expect(await codeOf({ beforeAttemptId: attemptId, sure: 0.5, absorbed: 3, hard: 3 })).toBe('invalid');
  expect(await codeOf({ beforeAttemptId: attemptId, sure: 1.2 })).toBe('invalid');
  expect(await codeOf({ absorbed: 3 })).toBe('invalid');
  expect(await codeOf({ beforeAttemptId: v7(), sure: 0.5 })).toBe('attempt-not-found');
  expect(await codeOf({ absorbed: 3, hard: 3, sessionId: v7() })).toBe('session-not-found');
  expect(await read()).toEqual({ ratings: [], sittings: [] });
});

it('is nobody else’s to read', async () => {
  const { nadia: _, log, put, practiceId } = await begin();
  await accepted(put({ beforeAttemptId: await log(), sure: 0.5 }));
  const ruth = await person('Ruth');
  expect(await ruth.read(SelfRatingList, `/api/practices/${practiceId}/self-ratings`)).toEqual({
    ratings: [],
    sittings: [],
  });
});
