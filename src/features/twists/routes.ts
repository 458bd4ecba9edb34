import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { ownSpace } from '../../platform/access.ts';
import { FactId } from '../../platform/contract.ts';
import { type FactPorts, registerFact } from '../../platform/facts/fact-routes.ts';
import { type AppEnv, createRouter, json, refusals } from '../../platform/http.ts';
import { DifficultyBody, TwistCardBody, TwistDrawBody, TwistList } from './contract.ts';
import { readTwists, recordDifficulty, recordTwistCard, recordTwistDraw } from './store.ts';

const getTwists = createRoute({
  operationId: 'getTwists',
  method: 'get',
  path: '/api/practices/{id}/twists',
  summary: 'Challenges of a practice: drawn ones, own cards, and which difficulty follows how it goes',
  tags: ['twists'],
  request: { params: z.object({ id: FactId }) },
  responses: { 200: json(TwistList, 'The latest.'), ...refusals('sign-in-needed', 'key-unknown') },
});

export function twistsRoutes(ports: FactPorts): OpenAPIHono<AppEnv> {
  const router = createRouter();
  router.openapi(getTwists, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const { id } = c.req.valid('param');
    return c.json(await ports.store.inSpace(spaceId, (trx) => readTwists(trx, spaceId, id)), 200);
  });
  registerFact(router, ports, {
    operationId: 'putTwistDraw',
    path: '/api/twist-draws/{id}',
    summary: 'A challenge was drawn for a take, or declined',
    tag: 'twists',
    body: TwistDrawBody,
    missing: ['session-not-found', 'attempt-not-found'],
    record: recordTwistDraw,
    moment: ({ drawnAt }) => ['/drawnAt', drawnAt],
    touched: (_trx, _spaceId, _id, { practiceId }) => [`twists:${practiceId}`],
  });
  registerFact(router, ports, {
    operationId: 'putTwistCard',
    path: '/api/twist-cards/{id}',
    summary: 'Add a challenge of my own, or put one aside',
    tag: 'twists',
    body: TwistCardBody,
    missing: ['practice-not-found'],
    record: recordTwistCard,
    moment: ({ setAt }) => ['/setAt', setAt],
    touched: (_trx, _spaceId, _id, { practiceId }) => [`twists:${practiceId}`],
  });
  registerFact(router, ports, {
    operationId: 'putDifficulty',
    path: '/api/difficulties/{id}',
    summary: 'Let a variable follow how it goes, keep its level, or let it be',
    tag: 'twists',
    body: DifficultyBody,
    missing: ['practice-not-found'],
    record: recordDifficulty,
    moment: ({ setAt }) => ['/setAt', setAt],
    touched: (_trx, _spaceId, _id, { practiceId }) => [`twists:${practiceId}`],
  });
  return router;
}
