import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { ownSpace } from '../../platform/access.ts';
import type { Store } from '../../platform/database.ts';
import { type AppEnv, createRouter, json, jsonBody, refusals } from '../../platform/http.ts';
import { MicromasteryId } from '../library/contract.ts';
import { NeedBody, NeedId, NeedList, NeedMatchBody, NeedRecorded } from './contract.ts';
import { readNeeds, recordNeed, recordNeedMatch } from './store.ts';

const getNeeds = createRoute({
  operationId: 'getNeeds',
  method: 'get',
  path: '/api/needs',
  summary: 'What I need to be able to do',
  tags: ['needs'],
  responses: { 200: json(NeedList, 'Newest first.'), ...refusals('sign-in-needed', 'key-unknown') },
});

const putNeed = createRoute({
  operationId: 'putNeed',
  method: 'put',
  path: '/api/needs/{id}',
  summary: 'Keep a need',
  tags: ['needs'],
  request: { params: z.object({ id: NeedId }), body: jsonBody(NeedBody) },
  responses: {
    200: json(NeedRecorded, 'Recorded now, or known already.'),
    ...refusals('sign-in-needed', 'key-unknown', 'not-json', 'id-taken'),
  },
});

const putMatch = createRoute({
  operationId: 'putMatch',
  method: 'put',
  path: '/api/needs/{id}/matches/{micromasteryId}',
  summary: 'Link a need to a micromastery that answers it',
  tags: ['needs'],
  request: {
    params: z.object({ id: NeedId, micromasteryId: MicromasteryId }),
    body: jsonBody(NeedMatchBody),
  },
  responses: {
    200: json(NeedRecorded, 'Recorded now, or known already.'),
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

export function needsRoutes({ store }: { store: Store }): OpenAPIHono<AppEnv> {
  const router = createRouter();

  router.openapi(getNeeds, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const needs = await store.inSpace(spaceId, (trx) => readNeeds(trx, spaceId));
    return c.json({ needs }, 200);
  });

  router.openapi(putNeed, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const { id } = c.req.valid('param');
    const body = c.req.valid('json');
    const outcome = await store.inSpace(spaceId, (trx) => recordNeed(trx, spaceId, id, body));
    return c.json({ id, outcome, touched: ['needs'] }, 200);
  });

  router.openapi(putMatch, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const { id, micromasteryId } = c.req.valid('param');
    const { matchedAt } = c.req.valid('json');
    const outcome = await store.inSpace(spaceId, (trx) =>
      recordNeedMatch(trx, spaceId, { needId: id, micromasteryId, matchedAt }),
    );
    return c.json({ id, outcome, touched: ['needs'] }, 200);
  });

  return router;
}
