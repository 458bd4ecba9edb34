import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { ownSpace } from '../../platform/access.ts';
import { FactId, Recorded } from '../../platform/contract.ts';
import type { SpaceTransaction } from '../../platform/database.ts';
import { type FactPorts, registerFact } from '../../platform/facts/fact-routes.ts';
import { type AppEnv, createRouter, json, jsonBody, refusals } from '../../platform/http.ts';
import { Refusal } from '../../platform/problems.ts';
import { MicromasteryId } from '../library/contract.ts';
import { NeedBody, NeedList, NeedMatchBody, NeedRevisionBody } from './contract.ts';
import { hasNeed, readNeeds, recordNeed, recordNeedMatch, recordNeedRevision } from './store.ts';

const getNeeds = createRoute({
  operationId: 'getNeeds',
  method: 'get',
  path: '/api/needs',
  summary: 'What I need to be able to do',
  tags: ['needs'],
  request: {
    query: z.object({ before: FactId.optional().describe('`next` of the page that came before.') }),
  },
  responses: {
    200: json(NeedList, 'Open ones first, those that were let go of last.'),
    ...refusals('sign-in-needed', 'key-unknown'),
  },
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
    const { before = null } = c.req.valid('query');
    const page = await store.inSpace(spaceId, async (trx) => {
      if (before !== null) await checkPosition(trx, spaceId, before);
      return readNeeds(trx, spaceId, before);
    });
    return c.json(page, 200);
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

async function checkPosition(trx: SpaceTransaction, spaceId: string, before: string): Promise<void> {
  if (await hasNeed(trx, spaceId, before)) return;
  throw new Refusal('invalid', {
    errors: [{ pointer: '?before', message: 'is not the `next` of a page of these needs' }],
  });
}
