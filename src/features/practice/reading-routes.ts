import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { ownSpace } from '../../platform/access.ts';
import type { Clock } from '../../platform/clock.ts';
import { FactId } from '../../platform/contract.ts';
import type { Store } from '../../platform/database.ts';
import { type AppEnv, json, refusals } from '../../platform/http.ts';
import { Refusal } from '../../platform/problems.ts';
import { Bench, PracticePage } from './contract.ts';
import { readCards, readPracticePage, readSessionMinutes } from './reading-store.ts';

const BENCH_MILLISECONDS = 91 * 86_400_000; // thirteen weeks, as the design draws them
const WithId = z.object({ id: FactId });

const getBench = createRoute({
  operationId: 'getBench',
  method: 'get',
  path: '/api/bench',
  summary: 'What I practise, and when I did',
  tags: ['practice'],
  responses: { 200: json(Bench, 'The bench.'), ...refusals('sign-in-needed', 'key-unknown') },
});

const getPractice = createRoute({
  operationId: 'getPractice',
  method: 'get',
  path: '/api/practices/{id}',
  summary: 'A practice: its micromastery and its payoff with history',
  tags: ['practice'],
  request: { params: WithId },
  responses: {
    200: json(PracticePage, 'The practice.'),
    ...refusals('sign-in-needed', 'key-unknown', 'practice-not-found'),
  },
});

export function registerReadingRoutes(router: OpenAPIHono<AppEnv>, store: Store, clock: Clock): void {
  router.openapi(getBench, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const now = clock.now();
    const since = new Date(now.getTime() - BENCH_MILLISECONDS);
    const bench = await store.inSpace(spaceId, async (trx) => ({
      practices: (await readCards(trx, spaceId, null)).map((found) => found.card),
      ...(await readSessionMinutes(trx, spaceId, { since, now })),
    }));
    return c.json(bench, 200);
  });

  router.openapi(getPractice, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const { id } = c.req.valid('param');
    const page = await store.inSpace(spaceId, (trx) => readPracticePage(trx, spaceId, id));
    if (page === undefined) throw new Refusal('practice-not-found');
    return c.json(page, 200);
  });
}
