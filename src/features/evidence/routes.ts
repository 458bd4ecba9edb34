import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { ownSpace } from '../../platform/access.ts';
import { FactId } from '../../platform/contract.ts';
import type { SpaceTransaction } from '../../platform/database.ts';
import { registerFact } from '../../platform/facts/fact-routes.ts';
import { type AppEnv, createRouter, json, refusals } from '../../platform/http.ts';
import { releaseMedia } from '../../platform/media/keep-media.ts';
import { Refusal } from '../../platform/problems.ts';
import {
  EvidenceBody,
  EvidenceList,
  EvidenceRemovalBody,
  ShowingBody,
  ShowingRemovalBody,
} from './contract.ts';
import { registerMediaRoute } from './media-routes.ts';
import type { EvidencePorts } from './ports.ts';
import {
  type EvidencePlace,
  hasPlace,
  readEvidence,
  readSha256,
  recordEvidence,
  recordEvidenceRemoval,
  recordShowing,
  recordShowingRemoval,
} from './store.ts';
import { registerUploadRoutes } from './upload-routes.ts';

const getEvidence = createRoute({
  operationId: 'getEvidence',
  method: 'get',
  path: '/api/practices/{id}/evidence',
  summary: 'Recordings and files of a practice, and when it was shown to others',
  tags: ['evidence'],
  description:
    'Without a place, the newest of both lists. With `before` or `showingsBefore`, only the list that goes on there.',
  request: {
    params: z.object({ id: FactId }),
    query: z.object({
      before: FactId.optional().describe('`next` of the page that came before.'),
      showingsBefore: FactId.optional().describe('`nextShowing` of the page that came before.'),
    }),
  },
  responses: {
    200: json(EvidenceList, 'Newest first.'),
    ...refusals('sign-in-needed', 'key-unknown', 'invalid'),
  },
});

export function evidenceRoutes(ports: EvidencePorts): OpenAPIHono<AppEnv> {
  const router = createRouter();
  registerUploadRoutes(router, ports);
  registerMediaRoute(router, ports);
  router.openapi(getEvidence, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const { id } = c.req.valid('param');
    const { before = null, showingsBefore = null } = c.req.valid('query');
    const list = await ports.store.inSpace(spaceId, async (trx) => {
      await checkPlaces(trx, spaceId, id, { before, showingsBefore });
      return readEvidence(trx, spaceId, id, { before, showingsBefore });
    });
    return c.json(list, 200);
  });
  registerFact(router, ports, {
    operationId: 'putEvidence',
    path: '/api/evidence/{id}',
    summary: 'Keep a photo, a recording or a file; its bytes come on their own',
    tag: 'evidence',
    body: EvidenceBody,
    missing: ['practice-not-found', 'attempt-not-found', 'session-not-found'],
    record: recordEvidence,
    moment: ({ madeAt }) => ['/madeAt', madeAt],
    touched: (_trx, _spaceId, _id, { practiceId }) => [`evidence:${practiceId}`],
  });
  router.use('/api/evidence/:id/removal', releaseRemoved(ports));
  registerFact(router, ports, {
    operationId: 'putEvidenceRemoval',
    path: '/api/evidence/{id}/removal',
    summary: 'Remove a photo, a recording or a file, with its bytes where nothing else shows them',
    tag: 'evidence',
    body: EvidenceRemovalBody,
    missing: ['evidence-not-found'],
    record: recordEvidenceRemoval,
    moment: ({ removedAt }) => ['/removedAt', removedAt],
    touched: () => ['evidence'],
  });
  registerFact(router, ports, {
    operationId: 'putShowing',
    path: '/api/showings/{id}',
    summary: 'It was shown to others: when, to how many, and one thing that was said',
    tag: 'evidence',
    body: ShowingBody,
    missing: ['practice-not-found', 'session-not-found'],
    record: recordShowing,
    moment: ({ toldAt }) => ['/toldAt', toldAt],
    touched: (_trx, _spaceId, _id, { practiceId }) => [
      `evidence:${practiceId}`,
      ...touchedByShowing(practiceId),
    ],
  });
  registerFact(router, ports, {
    operationId: 'putShowingRemoval',
    path: '/api/showings/{id}/removal',
    summary: 'Take back that it was shown; the takes of that session stay',
    tag: 'evidence',
    body: ShowingRemovalBody,
    missing: ['showing-not-found'],
    record: recordShowingRemoval,
    moment: ({ removedAt }) => ['/removedAt', removedAt],
    touched: () => ['evidence'],
  });
  return router;
}

/**
 * Once the removal is a fact, the bytes go, where nothing else shows them. Where that fails the answer says so, and the
 * device sends it again: the fact is the same then, and the bytes go with it.
 */
function releaseRemoved(ports: EvidencePorts): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    await next();
    const id = FactId.safeParse(c.req.param('id'));
    if (!c.res.ok || !id.success) return;
    const spaceId = ownSpace(c.get('actor'));
    const sha256 = await ports.store.inSpace(spaceId, (trx) => readSha256(trx, spaceId, id.data));
    if (sha256 !== undefined) await releaseMedia(ports, spaceId, sha256);
  };
}

async function checkPlaces(
  trx: SpaceTransaction,
  spaceId: string,
  practiceId: string,
  { before, showingsBefore }: EvidencePlace,
): Promise<void> {
  const places = [
    { table: 'evidence', id: before, pointer: '?before', of: 'next' },
    { table: 'showing', id: showingsBefore, pointer: '?showingsBefore', of: 'nextShowing' },
  ] as const;
  for (const { table, id, pointer, of } of places) {
    if (id === null || (await hasPlace(trx, spaceId, practiceId, { table, id }))) continue;
    const message = `is not the \`${of}\` of a page of this practice`;
    throw new Refusal('invalid', { errors: [{ pointer, message }] });
  }
}

/** A showing counts as a reading of the payoff. */
const touchedByShowing = (practiceId: string) => [`practice:${practiceId}`];
