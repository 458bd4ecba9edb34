import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { ownSpace } from '../../platform/access.ts';
import { FactId } from '../../platform/contract.ts';
import { type FactPorts, registerFact } from '../../platform/facts/fact-routes.ts';
import { type AppEnv, createRouter, json, refusals } from '../../platform/http.ts';
import { SelfRatingBody, SelfRatingList } from './contract.ts';
import { readSelfRatings, recordSelfRating } from './store.ts';

const getSelfRatings = createRoute({
  operationId: 'getSelfRatings',
  method: 'get',
  path: '/api/practices/{id}/self-ratings',
  summary: 'How sure the learner was of takes, with what became of them, and how sittings were',
  tags: ['self-ratings'],
  request: { params: z.object({ id: FactId }) },
  responses: { 200: json(SelfRatingList, 'The latest.'), ...refusals('sign-in-needed', 'key-unknown') },
});

export function selfRatingsRoutes(ports: FactPorts): OpenAPIHono<AppEnv> {
  const router = createRouter();
  router.openapi(getSelfRatings, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const { id } = c.req.valid('param');
    return c.json(await ports.store.inSpace(spaceId, (trx) => readSelfRatings(trx, spaceId, id)), 200);
  });
  registerFact(router, ports, {
    operationId: 'putSelfRating',
    path: '/api/self-ratings/{id}',
    summary: 'The learner said how sure they are of a take, or how a sitting was',
    tag: 'self-ratings',
    body: SelfRatingBody,
    missing: ['session-not-found', 'attempt-not-found'],
    record: recordSelfRating,
    moment: ({ ratedAt }) => ['/ratedAt', ratedAt],
    touched: (_trx, _spaceId, _id, { practiceId }) => [`self-ratings:${practiceId}`],
  });
  return router;
}
