import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { freshApp } from '../../../tests/support/fresh-app.ts';
import { accepted, attemptBody, startPractice } from '../../../tests/support/practice-facts.ts';
import { cardsDrawnOtherwise, drawCard } from '../../engine/challenge/draw-card.ts';
import { Problem } from '../../platform/contract.ts';
import { type DifficultyBody, type TwistDrawBody, TwistList } from './contract.ts';

const { person } = await freshApp({ library: true });

const DECK = ['eyes shut', 'gloves', 'wet rope'].map((id) => ({ id, weight: 1, needs: [] }));

async function begin() {
  const nadia = await person();
  const ids = await startPractice(nadia);
  const attemptId = v7();
  await accepted(nadia.put(`/api/attempts/${attemptId}`, attemptBody(ids)));
  const body = (place: number, more: Partial<TwistDrawBody> = {}): TwistDrawBody => ({
    ...{ practiceId: ids.practiceId, sessionId: ids.sessionId, attemptId, place },
    round: 0,
    card: 'gloves',
    offered: [{ card: 'gloves', left: 1 }],
    drawnAt: '2026-03-01T08:00:30.000Z',
    ...more,
  });
  const read = async () => (await nadia.read(TwistList, `/api/practices/${ids.practiceId}/twists`)).draws;
  return { nadia, ...ids, body, read };
}

it('keeps what was drawn and what was declined, by place, so that the next draw goes on from it', async () => {
  const { nadia, practiceId, body, read } = await begin();
  for (let place = 0; place < 7; place += 1) {
    const answer = drawCard(DECK, await read(), new Set(), practiceId);
    if (answer.kind !== 'drawn') throw new Error(answer.kind);
    const { offered, ...draw } = answer.draw;
    const declined = place % 2 === 0 ? { attemptId: null } : {};
    await accepted(
      nadia.put(`/api/twist-draws/${v7()}`, body(place, { ...draw, offered: [...offered], ...declined })),
    );
  }
  const draws = await read();
  expect(draws.map(({ place }) => place)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(cardsDrawnOtherwise(draws, practiceId)).toEqual([]);
  expect(new Set(draws.slice(0, 3).map(({ card }) => card)).size).toBe(3);
});

it('is refused where it belongs to no session of the practice or to no take that is known', async () => {
  const { nadia, body, read } = await begin();
  const codeOf = async (draw: TwistDrawBody) =>
    Problem.parse(await (await nadia.put(`/api/twist-draws/${v7()}`, draw)).json()).code;
  expect(await codeOf(body(0, { sessionId: v7() }))).toBe('session-not-found');
  expect(await codeOf(body(0, { practiceId: v7() }))).toBe('session-not-found');
  expect(await codeOf(body(0, { attemptId: v7() }))).toBe('attempt-not-found');
  expect(await codeOf(body(-1))).toBe('invalid');
  expect(await read()).toEqual([]);
});

it('is nobody else’s to read', async () => {
  const { nadia, practiceId, body } = await begin();
  await accepted(nadia.put(`/api/twist-draws/${v7()}`, body(0)));
  const ruth = await person('Ruth');
  expect((await ruth.read(TwistList, `/api/practices/${practiceId}/twists`)).draws).toEqual([]);
});

it('keeps cards of one’s own and what is put aside, the newest of each name', async () => {
  const { nadia, practiceId } = await begin();
  const put = (name: string, instruction: string | null, isAside: boolean, hour: number) =>
    accepted(
      nadia.put(`/api/twist-cards/${v7()}`, {
        ...{ practiceId, name, instruction, isAside },
        setAt: `2026-03-01T0${hour}:00:00.000Z`,
      }),
    );
  await put('hum', 'Hum a tune.', true, 3);
  await put('hum', 'Hum.', false, 2);
  await put('gloves', null, true, 4);
  const { cards = [] } = await nadia.read(TwistList, `/api/practices/${practiceId}/twists`);
  expect(cards.map(({ name, instruction, isAside }) => [name, instruction, isAside])).toEqual([
    ['gloves', null, true],
    ['hum', 'Hum a tune.', true],
  ]);
  const elsewhere = { practiceId: v7(), name: 'hum', instruction: null, isAside: true };
  const refused = await nadia.put(`/api/twist-cards/${v7()}`, {
    ...elsewhere,
    setAt: '2026-03-01T05:00:00.000Z',
  });
  expect(Problem.parse(await refused.json()).code).toBe('practice-not-found');
});

it('keeps which difficulty follows, the newest that was set, and refuses one that cannot be stepped', async () => {
  const { nadia, practiceId } = await begin();
  const body = (more: Partial<DifficultyBody> = {}): DifficultyBody => ({
    ...{ practiceId, variable: 'tempo', levels: ['80 bpm', '90 bpm'], startLevel: '80 bpm', target: 0.8 },
    ...{ isLocked: false, isFollowed: true, setAt: '2026-03-01T03:00:00.000Z' },
    ...more,
  });
  const put = (difficulty: DifficultyBody) => nadia.put(`/api/difficulties/${v7()}`, difficulty);
  const read = async () => (await nadia.read(TwistList, `/api/practices/${practiceId}/twists`)).difficulty;
  expect(await read()).toBeNull();
  await accepted(put(body({ isLocked: true, startLevel: '90 bpm' })));
  await accepted(put(body({ setAt: '2026-03-01T02:00:00.000Z' })));
  expect(await read()).toMatchObject(body({ isLocked: true, startLevel: '90 bpm' }));
  const codeOf = async (difficulty: DifficultyBody) =>
    Problem.parse(await (await put(difficulty)).json()).code;
  for (const wrong of [{ startLevel: '85 bpm' }, { target: 0.99 }, { levels: ['80 bpm', '80 bpm'] }])
    expect(await codeOf(body(wrong))).toBe('invalid');
  expect(await codeOf(body({ practiceId: v7() }))).toBe('practice-not-found');
});
