import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { ownSpace } from '../../platform/access.ts';
import { FactId, Recorded } from '../../platform/contract.ts';
import { type FactPorts, registerFact } from '../../platform/facts/fact-routes.ts';
import { type AppEnv, createRouter, json, jsonBody, refusals } from '../../platform/http.ts';
import { MicromasteryId } from '../library/contract.ts';
import { NeedBody, NeedList, NeedMatchBody, NeedRevisionBody } from './contract.ts';
import { readNeeds, recordNeed, recordNeedMatch, recordNeedRevision } from './store.ts';

const getNeeds = createRoute({
  operationId: 'getNeeds',
  method: 'get',
  path: '/api/needs',
  summary: 'What I need to be able to do',
  tags: ['needs'],
  responses: { 200: json(NeedList, 'Newest first.'), ...refusals('sign-in-needed', 'key-unknown') },
});

const putMatch = createRoute({
  operationId: 'putMatch',
  method: 'put',
  path: '/api/needs/{id}/matches/{micromasteryId}',
  summary: 'Link a need to a micromastery that answers it',
  tags: ['needs'],
  request: {
    params: z.object({ id: FactId, micromasteryId: MicromasteryId }),
    body: jsonBody(NeedMatchBody),
  },
  responses: {
    200: json(Recorded, 'Recorded now, or known already.'),
    ...refusals(
      'sign-in-needed',
      'key-unknown',
      'not-json',
      'id-taken',
      'need-not-found',
      'micromastery-not-found',
    ),
  },
});

const TOUCHED = ['needs'];

export function needsRoutes({ store, clock }: FactPorts): OpenAPIHono<AppEnv> {
  const router = createRouter();

  router.openapi(getNeeds, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const needs = await store.inSpace(spaceId, (trx) => readNeeds(trx, spaceId));
    return c.json({ needs }, 200);
  });

  registerFact(
    router,
    { store, clock },
    {
      operationId: 'putNeed',
      path: '/api/needs/{id}',
      summary: 'Keep a need',
      tag: 'needs',
      body: NeedBody,
      missing: [],
      record: recordNeed,
      moment: ({ raisedAt }) => ['/raisedAt', raisedAt],
      touched: () => TOUCHED,
    },
  );
  registerFact(
    router,
    { store, clock },
    {
      operationId: 'putNeedRevision',
      path: '/api/need-revisions/{id}',
      summary: 'Say a need anew, or let go of it: the newest is in force, all are kept',
      tag: 'needs',
      body: NeedRevisionBody,
      missing: ['need-not-found'],
      record: recordNeedRevision,
      moment: ({ revisedAt }) => ['/revisedAt', revisedAt],
      touched: () => [...TOUCHED, 'bench'],
    },
  );

  router.openapi(putMatch, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const { id, micromasteryId } = c.req.valid('param');
    const { matchedAt } = c.req.valid('json');
    const outcome = await store.inSpace(spaceId, (trx) =>
      recordNeedMatch(trx, spaceId, { needId: id, micromasteryId, matchedAt }),
    );
    return c.json({ id, outcome, touched: TOUCHED }, 200);
  });

  return router;
}
