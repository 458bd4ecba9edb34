import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { ownSpace } from '../../platform/access.ts';
import { FactId } from '../../platform/contract.ts';
import { type FactPorts, registerFact } from '../../platform/facts/fact-routes.ts';
import { type AppEnv, createRouter, json, refusals } from '../../platform/http.ts';
import { Pair, PairingBody } from './contract.ts';
import { readPair, recordPairing } from './store.ts';

const getPair = createRoute({
  operationId: 'getPair',
  method: 'get',
  path: '/api/practices/{id}/pair',
  summary: 'The two parts of a practice that fight, and the takes that say what they cost each other',
  tags: ['rub-pat'],
  request: { params: z.object({ id: FactId }) },
  responses: { 200: json(Pair, 'What holds first.'), ...refusals('sign-in-needed', 'key-unknown') },
});

export function rubPatRoutes(ports: FactPorts): OpenAPIHono<AppEnv> {
  const router = createRouter();
  router.openapi(getPair, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const { id } = c.req.valid('param');
    return c.json(await ports.store.inSpace(spaceId, (trx) => readPair(trx, spaceId, id)), 200);
  });
  registerFact(router, ports, {
    operationId: 'putPairing',
    path: '/api/pairings/{id}',
    summary: 'Say how the two parts of a practice are called, drilled and measured',
    tag: 'rub-pat',
    body: PairingBody,
    missing: ['practice-not-found'],
    record: recordPairing,
    moment: ({ setAt }) => ['/setAt', setAt],
    touched: (_trx, _spaceId, _id, { practiceId }) => [`pair:${practiceId}`],
  });
  return router;
}
