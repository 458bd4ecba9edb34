import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { freshApp } from '../../../tests/support/fresh-app.ts';
import { accepted, attemptBody, startPractice } from '../../../tests/support/practice-facts.ts';
import { Problem } from '../../platform/contract.ts';
import { PracticePage } from '../practice/contract.ts';
import { PracticePicture } from '../practice/picture-contract.ts';
import { Pair, type PairingBody } from './contract.ts';

const { person } = await freshApp({ library: true });

async function begin() {
  const nadia = await person();
  const ids = await startPractice(nadia);
  const { practiceId } = ids;
  const pairing = (more: Partial<PairingBody> = {}): PairingBody => ({
    practiceId,
    timing: 'at-once',
    a: { name: 'words', soloDrill: 'To the wall.', payoffId: null },
    b: { name: 'room', soloDrill: 'Only look.', payoffId: null },
    costLimit: 0.1,
    leads: false,
    setAt: '2026-03-01T08:00:00.000Z',
    ...more,
  });
  const ownPayoff = async (part: 'a' | 'b', unit: string) => {
    const id = v7();
    await accepted(
      nadia.put(`/api/payoffs/${id}`, {
        ...{ practiceId, statement: 'room', kind: 'count', unit, direction: 'up', part },
        ...{ target: { low: null, high: null }, howMeasured: null, anchors: null },
        setAt: '2026-03-02T08:00:00.000Z',
      }),
    );
    return id;
  };
  const partTakes = async (part: string, payoffId: string, values: readonly number[], day = 3) => {
    const sessionId = v7();
    const at = { deviceId: null, isFloor: false, startedAt: `2026-03-01T08:0${day}:00.000Z` };
    await accepted(nadia.put(`/api/sessions/${sessionId}`, { practiceId, ...at, work: 'part', part }));
    for (const [index, value] of values.entries())
      await accepted(
        nadia.put(
          `/api/attempts/${v7()}`,
          attemptBody({ ...ids, sessionId, payoffId }, { value, sequence: index + 1 }),
        ),
      );
  };
  const read = () => nadia.read(Pair, `/api/practices/${practiceId}/pair`);
  return { nadia, ...ids, pairing, ownPayoff, partTakes, read };
}

it('keeps how the parts are called and measured: the newest holds, and all stay', async () => {
  const { nadia, pairing, read } = await begin();
  await accepted(nadia.put(`/api/pairings/${v7()}`, pairing()));
  const later = pairing({
    timing: 'in-turn',
    costLimit: 0.2,
    leads: true,
    setAt: '2026-03-02T08:00:00.000Z',
  });
  await accepted(nadia.put(`/api/pairings/${v7()}`, later));
  const { pairings } = await read();
  expect(pairings.map(({ timing, costLimit, leads }) => [timing, costLimit, leads])).toEqual([
    ['in-turn', 0.2, true],
    ['at-once', 0.1, false],
  ]);
  const answer = await nadia.put(`/api/pairings/${v7()}`, pairing({ practiceId: v7() }));
  expect(Problem.parse(await answer.json()).code).toBe('practice-not-found');
});

it('a measure of a part is never in force, and its takes are drawn in it and nowhere else', async () => {
  const { nadia, practiceId, payoffId, ownPayoff, partTakes, read } = await begin();
  const own = await ownPayoff('b', 'faces');
  await partTakes('room', own, [3, 4, 5]);
  await partTakes('both together', payoffId, [6], 4);
  const page = await nadia.read(PracticePage, `/api/practices/${practiceId}`);
  expect([page.payoffs[0]?.id, page.card.payoff?.id]).toEqual([payoffId, payoffId]);
  expect(page.payoffs.map(({ part }) => part ?? null)).toEqual([null, 'b']);
  const picture = (query: string) =>
    nadia.read(PracticePicture, `/api/practices/${practiceId}/picture?${query}`);
  expect(await picture('work=part&part=room')).toMatchObject({ payoffId: own, picture: { n: 3 } });
  expect((await picture('work=whole')).picture?.n).toBe(0);
  expect((await picture('work=part&part=both%20together')).picture?.n).toBe(1);
  expect((await read()).takes.map(({ value, part, payoffId: id }) => [value, part, id === own])).toEqual([
    [3, 'room', true],
    [4, 'room', true],
    [5, 'room', true],
    [6, 'both together', false],
  ]);
});

it('is nobody else’s to read', async () => {
  const { nadia, practiceId, pairing } = await begin();
  await accepted(nadia.put(`/api/pairings/${v7()}`, pairing()));
  const ruth = await person('Ruth');
  expect(await ruth.read(Pair, `/api/practices/${practiceId}/pair`)).toEqual({ pairings: [], takes: [] });
});
