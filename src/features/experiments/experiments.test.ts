import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { drawBody, experimentBody, SEED } from '../../../tests/support/experiment-facts.ts';
import { freshApp, type TestPerson } from '../../../tests/support/fresh-app.ts';
import { accepted, attemptBody, payoffBody, startPractice } from '../../../tests/support/practice-facts.ts';
import { random } from '../../engine/random.ts';
import { Problem } from '../../platform/contract.ts';
import { Agenda } from '../agenda/contract.ts';
import {
  type ExperimentBody,
  type ExperimentDrawBody,
  ExperimentList,
  ExperimentPage,
  Notebook,
} from './contract.ts';

const { person } = await freshApp({ library: true });

async function begin(more: Partial<ExperimentBody> = {}) {
  const nadia = await person();
  const ids = await startPractice(nadia);
  const id = v7();
  const experiment = experimentBody(ids, more);
  await accepted(nadia.put(`/api/experiments/${id}`, experiment));
  return { nadia, ...ids, id, experiment };
}
type Begun = Awaited<ReturnType<typeof begin>>;

const listOf = async (who: TestPerson, practiceId: string) =>
  (await who.read(ExperimentList, `/api/practices/${practiceId}/experiments`)).experiments;
const pageOf = (who: TestPerson, id: string) => who.read(ExperimentPage, `/api/experiments/${id}`);
const faultsOf = async (answer: Promise<Response>) => {
  const response = await answer;
  expect(response.status).toBe(422);
  return Problem.parse(await response.json()).errors ?? [];
};

/** A take under the next draw; answers the draw as it was put. */
async function take(
  begun: Begun,
  place: number,
  value: number | null | ((draw: ExperimentDrawBody) => number),
  more: Partial<ExperimentDrawBody> = {},
): Promise<{ attemptId: string; draw: ExperimentDrawBody }> {
  const { nadia, practiceId, sessionId, payoffId, id, experiment } = begun;
  const attemptId = v7();
  const draw = { ...drawBody(id, experiment, place, { sessionId, attemptId }), ...more };
  const body = attemptBody(
    { practiceId, sessionId, payoffId },
    {
      sequence: place + 1,
      value: typeof value === 'function' ? value(draw) : value,
      conditions: { posture: draw.level },
    },
  );
  await accepted(nadia.put(`/api/attempts/${attemptId}`, body));
  await accepted(nadia.put(`/api/experiment-draws/${v7()}`, draw));
  return { attemptId, draw };
}

describe('an experiment', () => {
  it('is agreed before the first draw, and says then that nothing is known', async () => {
    const { nadia, practiceId, id } = await begin();
    const [found] = await listOf(nadia, practiceId);
    expect(found).toMatchObject({ id, nextPlace: 0, probabilities: [0.5, 0.5], end: null });
    expect(found?.result).toMatchObject({ n: 0, findings: [{ verdict: 'not-enough', lower: null }] });
  });

  it('is refused where its commitment is that of another seed or another design', async () => {
    const { nadia, practiceId, payoffId } = await begin();
    const agreed = experimentBody({ practiceId, payoffId });
    for (const change of [
      { seed: 'cd'.repeat(32) },
      { levels: ['sitting', 'walking'], predictedLevel: null },
    ])
      expect(await faultsOf(nadia.put(`/api/experiments/${v7()}`, { ...agreed, ...change }))).toMatchObject([
        { pointer: '/commitment' },
      ]);
  });

  it('cannot be changed once it is agreed: another body is refused and the first one stays', async () => {
    const { nadia, id, experiment, practiceId } = await begin();
    const answer = await nadia.put(`/api/experiments/${id}`, { ...experiment, smallest: 1 });
    expect(answer.status).toBe(409);
    expect((await listOf(nadia, practiceId))[0]?.smallest).toBe(3);
  });

  it.each([
    [{ levels: ['one', 'one'] }, '/levels'],
    [{ levels: ['one'] }, '/levels'],
    [{ draw: { kind: 'fixed', probabilities: [0.95, 0.05] } }, '/levels'],
    [{ predictedLevel: 'walking' }, '/predictedLevel'],
    [{ smallest: 0 }, '/smallest'],
    [{ seed: 'short' }, '/seed'],
  ] as const)(
    'is refused with a place and a word where it could not be drawn: %j',
    async (change, pointer) => {
      const { nadia, practiceId, payoffId } = await begin();
      const body = { ...experimentBody({ practiceId, payoffId }), ...change };
      expect(
        (await faultsOf(nadia.put(`/api/experiments/${v7()}`, body))).map((one) => one.pointer),
      ).toContain(pointer);
    },
  );

  it('finds what is there, by what was drawn, and counts what could not be done as it was drawn', async () => {
    const begun = await begin();
    const chance = random(4);
    for (let place = 0; place < 40; place += 1)
      await take(
        begun,
        place,
        ({ level }) => Math.round((level === 'standing' ? 44 : 30) * (1 + 0.08 * chance.normal())),
        { isKept: place % 10 !== 9 },
      );
    const [found] = await listOf(begun.nadia, begun.practiceId);
    expect(found?.nextPlace).toBe(40);
    expect(found?.result.n).toBe(40);
    expect(found?.aside).toMatchObject({ notKept: 4, unscored: 0 });
    const [finding] = found?.result.findings ?? [];
    expect(finding?.verdict).toBe('better');
    // At 30 catches, where it began.
    expect(finding?.lower).toBeLessThan(14);
    expect(finding?.upper).toBeGreaterThan(14);
    const { looks } = await pageOf(begun.nadia, begun.id);
    expect(looks.at(-1)?.n).toBe(40);
    expect(looks.at(-1)?.findings).toEqual(found?.result.findings);
  }, 30_000);

  it('tells what it leaves out: no score, taken back, another measure, drawn twice', async () => {
    const begun = await begin();
    const { nadia, practiceId, sessionId, id, experiment } = begun;
    await take(begun, 0, 20);
    await take(begun, 1, null);
    const { attemptId } = await take(begun, 2, 25);
    await accepted(
      nadia.put(`/api/retractions/${v7()}`, { attemptId, retractedAt: '2026-03-01T09:00:00.000Z' }),
    );
    const payoffId = v7();
    await accepted(nadia.put(`/api/payoffs/${payoffId}`, payoffBody(practiceId, { unit: 'throws' })));
    await take({ ...begun, payoffId }, 3, 25);
    const again = v7();
    await accepted(
      nadia.put(`/api/attempts/${again}`, attemptBody({ practiceId, sessionId, payoffId: begun.payoffId })),
    );
    const doubled = drawBody(id, experiment, 0, { sessionId, attemptId: again });
    await accepted(nadia.put(`/api/experiment-draws/${v7()}`, doubled));
    const [found] = await listOf(nadia, practiceId);
    expect(found?.result.n).toBe(1);
    expect(found?.aside).toEqual({ notKept: 0, unscored: 1, takenBack: 1, otherMeasure: 1, drawnTwice: 1 });
  });

  it('draws for a session once, and takes all of its scored takes as one', async () => {
    const begun = await begin({ unit: 'session', washout: 1 });
    const { nadia, practiceId, sessionId, payoffId, id, experiment } = begun;
    for (const [at, value] of [5, 10, 20].entries())
      await accepted(
        nadia.put(
          `/api/attempts/${v7()}`,
          attemptBody({ practiceId, sessionId, payoffId }, { sequence: at + 1, value }),
        ),
      );
    const draw = drawBody(id, experiment, 0, { sessionId, attemptId: null });
    await accepted(nadia.put(`/api/experiment-draws/${v7()}`, draw));
    const page = await pageOf(nadia, id);
    expect(page.draws[0]?.values).toEqual([5, 10, 20]);
    const total = page.experiment.result.levels.find(({ level }) => level === draw.level);
    // The mean of 10 and 20 on the scale of counts, the first left out.
    expect(total?.mean).toBeCloseTo(Math.sqrt(10.5 * 20.5) - 0.5, 6);
  });
});

describe('a draw', () => {
  it.each([
    [{ level: 'walking' }, '/level'],
    [{ probabilities: [0.9, 0.1] }, '/probabilities'],
    [{ probabilities: [0.5, 0.4] }, '/probabilities'],
    [{ attemptId: null }, '/attemptId'],
    [{ place: 2000 }, '/place'],
  ])('is refused where it is none that was agreed: %j', async (change, pointer) => {
    const { nadia, sessionId, id, experiment } = await begin();
    const body = { ...drawBody(id, experiment, 0, { sessionId, attemptId: v7() }), ...change };
    expect(await faultsOf(nadia.put(`/api/experiment-draws/${v7()}`, body))).toMatchObject([{ pointer }]);
  });

  it('of an experiment, a session or a take that is not known is refused by its name', async () => {
    const { nadia, sessionId, id, experiment } = await begin();
    const draw = drawBody(id, experiment, 0, { sessionId, attemptId: v7() });
    const codeOf = async (body: ExperimentDrawBody) =>
      Problem.parse(await (await nadia.put(`/api/experiment-draws/${v7()}`, body)).json()).type;
    expect(await codeOf(draw)).toBe('/problems/attempt-not-found');
    expect(await codeOf({ ...draw, experimentId: v7() })).toBe('/problems/experiment-not-found');
  });

  it('of three levels may learn, within what was agreed', async () => {
    const begun = await begin({
      levels: ['sitting', 'standing', 'walking'],
      draw: { kind: 'adaptive', floor: 0.1 },
    });
    const chance = random(9);
    for (let place = 0; place < 30; place += 1) {
      const [before] = await listOf(begun.nadia, begun.practiceId);
      const probabilities = before?.probabilities ?? [];
      expect(Math.min(...probabilities)).toBeGreaterThanOrEqual(0.1 - 1e-9);
      await take(
        begun,
        place,
        ({ level }) => Math.round((level === 'walking' ? 60 : 30) * (1 + 0.05 * chance.normal())),
        { probabilities },
      );
    }
    const [after] = await listOf(begun.nadia, begun.practiceId);
    const [sitting = 0, , walking = 0] = after?.probabilities ?? [];
    expect(walking).toBeGreaterThan(sitting);
  }, 30_000);
});

describe('the end', () => {
  it('shows that all was drawn as it was committed to, and tells a place that was not', async () => {
    const begun = await begin();
    await take(begun, 0, 20);
    const { draw } = await take(begun, 1, 22);
    const other = draw.level === 'sitting' ? 'standing' : 'sitting';
    await take(begun, 2, 22);
    await take(begun, 3, 22, { level: other === 'sitting' ? 'standing' : 'sitting' });
    expect((await pageOf(begun.nadia, begun.id)).check).toBeNull();
    const end = { outcome: 'kept-both', adoptedLevel: null, note: null, endedAt: '2026-03-01T10:00:00.000Z' };
    await accepted(begun.nadia.put(`/api/experiments/${begun.id}/end`, end));
    const page = await pageOf(begun.nadia, begun.id);
    const forced = drawBody(begun.id, begun.experiment, 3, { sessionId: begun.sessionId, attemptId: null });
    expect(page.check?.draws).toBe(4);
    expect(page.check?.otherwise).toEqual(forced.level === draw.level ? [] : [3]);
    expect(page.experiment.seed).toBe(SEED);
  });

  it('names the level that is adopted, and no other', async () => {
    const { nadia, id } = await begin();
    const end = { outcome: 'adopted', adoptedLevel: null, note: null, endedAt: '2026-03-01T10:00:00.000Z' };
    expect(await faultsOf(nadia.put(`/api/experiments/${id}/end`, end))).toMatchObject([
      { pointer: '/adoptedLevel' },
    ]);
  });
});

it('keeps a notebook of every question, over all practices, and nobody else’s', async () => {
  const { nadia, id } = await begin();
  const ruth = await person('Ruth');
  const { entries } = await nadia.read(Notebook, '/api/notebook');
  expect(entries.map(({ experiment }) => experiment.id)).toEqual([id]);
  expect(entries[0]?.practiceTitle).toBe('Thirty catches');
  expect((await ruth.read(Notebook, '/api/notebook')).entries).toEqual([]);
  expect((await ruth.request(`/api/experiments/${id}`)).status).toBe(404);
});

it('asks the plan of the day for more takes while it runs, and for none once it has ended', async () => {
  const begun = await begin();
  await take(begun, 0, 20);
  const pulls = async () => (await begun.nadia.read(Agenda, '/api/agenda')).experiments;
  expect(await pulls()).toEqual([
    { practiceId: begun.practiceId, variable: 'posture', unit: 'attempt', wanted: 39 },
  ]);
  const end = { outcome: 'stopped', adoptedLevel: null, note: null, endedAt: '2026-03-01T10:00:00.000Z' };
  await accepted(begun.nadia.put(`/api/experiments/${begun.id}/end`, end));
  expect(await pulls()).toEqual([]);
});
