import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { termsFault } from '../../engine/experiment/terms.ts';
import { commitmentText, drawnOtherwise } from '../../engine/trial/assignment.ts';
import { LEAST_PROBABILITY } from '../../engine/trial/design.ts';
import { ownSpace } from '../../platform/access.ts';
import { FactId } from '../../platform/contract.ts';
import type { SpaceTransaction } from '../../platform/database.ts';
import { sha256 } from '../../platform/digest.ts';
import { type FactPorts, registerFact } from '../../platform/facts/fact-routes.ts';
import { type AppEnv, createRouter, json, refusals } from '../../platform/http.ts';
import { Refusal } from '../../platform/problems.ts';
import {
  ExperimentBody,
  ExperimentDrawBody,
  ExperimentEndBody,
  type ExperimentFacts,
  ExperimentList,
  ExperimentPage,
  MOST_LOOKS,
  Notebook,
} from './contract.ts';
import {
  type AgreedDraw,
  practiceOfExperiment,
  readAgreedDraw,
  readExperiments,
  readMeasure,
  recordExperiment,
  recordExperimentDraw,
  recordExperimentEnd,
} from './store.ts';
import { scoredValues, termsOf, toldExperiment } from './told-experiment.ts';

const WithId = z.object({ id: FactId });

const getExperiments = createRoute({
  operationId: 'getExperiments',
  method: 'get',
  path: '/api/practices/{id}/experiments',
  summary: 'Experiments of a practice: what was asked, how it is drawn, and what it says so far',
  tags: ['experiments'],
  request: { params: WithId },
  responses: { 200: json(ExperimentList, 'Newest first.'), ...refusals('sign-in-needed', 'key-unknown') },
});

const getExperiment = createRoute({
  operationId: 'getExperiment',
  method: 'get',
  path: '/api/experiments/{id}',
  summary: 'One experiment with every draw, how it became clear, and whether it was drawn as committed to',
  tags: ['experiments'],
  request: { params: WithId },
  responses: {
    200: json(ExperimentPage, 'As it stands now.'),
    ...refusals('sign-in-needed', 'key-unknown', 'experiment-not-found'),
  },
});

const getNotebook = createRoute({
  operationId: 'getNotebook',
  method: 'get',
  path: '/api/notebook',
  summary: 'Every question, prediction and outcome, over all practices',
  tags: ['experiments'],
  responses: { 200: json(Notebook, 'Newest first.'), ...refusals('sign-in-needed', 'key-unknown') },
});

export function experimentsRoutes(ports: FactPorts): OpenAPIHono<AppEnv> {
  const router = createRouter();
  const { store } = ports;
  router.openapi(getExperiments, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const { id } = c.req.valid('param');
    const found = await store.inSpace(spaceId, (trx) =>
      readExperiments(trx, spaceId, { of: 'practice', id }),
    );
    return c.json({ experiments: found.map(({ facts }) => toldExperiment(facts).experiment) }, 200);
  });
  router.openapi(getExperiment, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const { id } = c.req.valid('param');
    const [found] = await store.inSpace(spaceId, (trx) =>
      readExperiments(trx, spaceId, { of: 'experiment', id }),
    );
    if (found === undefined) throw new Refusal('experiment-not-found');
    const { experiment, looks } = toldExperiment(found.facts, MOST_LOOKS);
    const draws = found.facts.draws.map(({ takes, ...draw }) => ({
      ...draw,
      probabilities: [...draw.probabilities],
      values: scoredValues({ takes }),
    }));
    const page = { experiment, practiceTitle: found.practiceTitle, check: checkOf(found.facts), draws };
    return c.json({ ...page, looks: looks.map(({ n, findings }) => ({ n, findings: [...findings] })) }, 200);
  });
  router.openapi(getNotebook, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const found = await store.inSpace(spaceId, (trx) => readExperiments(trx, spaceId, { of: 'space' }));
    const entries = found.map(({ facts, practiceTitle }) => ({
      experiment: toldExperiment(facts).experiment,
      practiceTitle,
    }));
    return c.json({ entries }, 200);
  });
  registerExperimentFacts(router, ports);
  return router;
}

/** Whoever has the seed can draw it all again; until the end that would tell what comes next. */
function checkOf({ end, levels, seed, draws }: ExperimentFacts): ExperimentPage['check'] {
  if (end === null) return null;
  return { draws: draws.length, otherwise: [...drawnOtherwise({ levels }, draws, seed, sha256)] };
}

function registerExperimentFacts(router: OpenAPIHono<AppEnv>, ports: FactPorts): void {
  registerFact(router, ports, {
    operationId: 'putExperiment',
    path: '/api/experiments/{id}',
    summary: 'A question, a prediction and how it is drawn: agreed before the first draw',
    tag: 'experiments',
    body: ExperimentBody,
    missing: ['practice-not-found', 'payoff-not-found'],
    record: recordAgreed,
    moment: ({ startedAt }) => ['/startedAt', startedAt],
    touched: (_trx, _spaceId, id, { practiceId }) => touchedBy(practiceId, id),
  });
  registerFact(router, ports, {
    operationId: 'putExperimentDraw',
    path: '/api/experiment-draws/{id}',
    summary: 'What was drawn for a take or a session, and with what probability',
    tag: 'experiments',
    body: ExperimentDrawBody,
    missing: ['experiment-not-found', 'session-not-found', 'attempt-not-found'],
    record: recordDrawn,
    moment: ({ drawnAt }) => ['/drawnAt', drawnAt],
    touched: async (trx, spaceId, _id, { experimentId }) =>
      touchedBy(await practiceOfExperiment(trx, spaceId, experimentId), experimentId),
  });
  registerFact(router, ports, {
    operationId: 'putExperimentEnd',
    path: '/api/experiments/{id}/end',
    summary: 'An experiment is over: a level is adopted, both are kept, or it was stopped',
    tag: 'experiments',
    body: ExperimentEndBody,
    missing: ['experiment-not-found'],
    record: recordExperimentEnd,
    moment: ({ endedAt }) => ['/endedAt', endedAt],
    touched: async (trx, spaceId, id) => touchedBy(await practiceOfExperiment(trx, spaceId, id), id),
  });
}

const touchedBy = (practiceId: string, experimentId: string) => [
  `experiments:${practiceId}`,
  `experiment:${experimentId}`,
  'notebook',
  'agenda',
];

/** Refused where nothing could come of it, and where the commitment is not that of this design and this seed. */
async function recordAgreed(
  trx: SpaceTransaction,
  spaceId: string,
  id: string,
  body: ExperimentBody,
): Promise<'stored' | 'same'> {
  const measure = await readMeasure(trx, spaceId, body);
  const terms = termsOf({ ...body, measure });
  const fault = termsFault(terms);
  if (fault !== null) throw new Refusal('invalid', { errors: [{ pointer: '', message: fault }] });
  const committed = Buffer.from(sha256(commitmentText(terms.design, body.seed))).toString('hex');
  if (committed !== body.commitment)
    throw new Refusal('invalid', {
      errors: [{ pointer: '/commitment', message: 'is not that of this design and this seed' }],
    });
  return recordExperiment(trx, spaceId, id, body);
}

/** A level that is none, or that could not have been drawn, would make the result nothing. */
async function recordDrawn(
  trx: SpaceTransaction,
  spaceId: string,
  id: string,
  body: ExperimentDrawBody,
): Promise<'stored' | 'same'> {
  const fault = drawFault(await readAgreedDraw(trx, spaceId, body.experimentId), body);
  if (fault !== null) throw new Refusal('invalid', { errors: [fault] });
  return recordExperimentDraw(trx, spaceId, id, body);
}

const ROUNDING = 1e-9;

function drawFault(
  { levels, unit, draw }: AgreedDraw,
  body: ExperimentDrawBody,
): { pointer: string; message: string } | null {
  const { level, probabilities, attemptId } = body;
  if (!levels.includes(level)) return { pointer: '/level', message: 'is no level of this experiment' };
  const sum = probabilities.reduce((total, one) => total + one, 0);
  const isOne = probabilities.length === levels.length && Math.abs(sum - 1) < ROUNDING;
  if (!isOne || probabilities.some((one) => one < LEAST_PROBABILITY - ROUNDING))
    return {
      pointer: '/probabilities',
      message: `has one of at least ${LEAST_PROBABILITY} for each level, together 1`,
    };
  const isAgreed =
    draw.kind === 'adaptive' || probabilities.every((one, at) => one === draw.probabilities[at]);
  if (!isAgreed) return { pointer: '/probabilities', message: 'are not those that were agreed' };
  if ((unit === 'attempt') !== (attemptId !== null))
    return { pointer: '/attemptId', message: `is set where every attempt is drawn for, and only there` };
  return null;
}
