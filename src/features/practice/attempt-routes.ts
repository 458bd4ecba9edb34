import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { LRUCache } from 'lru-cache';
import { type MeasureKind, valueFault } from '../../engine/measure/measure.ts';
import { parseFaultWords } from '../../engine/measure/parse-value.ts';
import { ownSpace } from '../../platform/access.ts';
import type { Clock } from '../../platform/clock.ts';
import { FactId, Recorded } from '../../platform/contract.ts';
import type { SpaceTransaction, Store } from '../../platform/database.ts';
import { refuseAhead, refuseFarDay } from '../../platform/facts/refuse-ahead.ts';
import { type AppEnv, checked, json, jsonBody, jsonOf, refusals } from '../../platform/http.ts';
import { Refusal } from '../../platform/problems.ts';
import { createAttemptLog } from './attempt-store.ts';
import { AttemptBody, AttemptList, AttemptRow, touchedBy } from './contract.ts';
import { readAttempts } from './reading-store.ts';
import { hasAttempt, readPayoff } from './store.ts';

const WithId = z.object({ id: FactId });

const putAttempt = createRoute({
  operationId: 'putAttempt',
  method: 'put',
  path: '/api/attempts/{id}',
  summary: 'Log an attempt',
  tags: ['practice'],
  request: { params: WithId, body: jsonBody(AttemptBody) },
  responses: {
    200: json(Recorded, 'Recorded now, or known already.'),
    ...refusals(
      'sign-in-needed',
      'key-unknown',
      'not-json',
      'id-taken',
      'session-not-found',
      'payoff-not-found',
      'value-impossible',
      'play-not-scored',
    ),
  },
});

const getAttempt = createRoute({
  operationId: 'getAttempt',
  method: 'get',
  path: '/api/attempts/{id}',
  summary: 'One attempt that stands',
  tags: ['practice'],
  request: { params: WithId },
  responses: {
    200: json(AttemptRow, 'As it stands in the list.'),
    ...refusals('sign-in-needed', 'key-unknown', 'attempt-not-found'),
  },
});

const getAttempts = createRoute({
  operationId: 'getAttempts',
  method: 'get',
  path: '/api/practices/{id}/attempts',
  summary: 'Attempts of a practice, newest first',
  tags: ['practice'],
  request: {
    params: WithId,
    query: z.object({
      before: FactId.optional().describe('`next` of the page that came before.'),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
  },
  responses: {
    200: json(AttemptList, 'Attempts that stand.'),
    ...refusals('sign-in-needed', 'key-unknown'),
  },
});

export function registerAttemptRoutes(router: OpenAPIHono<AppEnv>, store: Store, clock: Clock): void {
  const kindOf = createKindLookup(store);
  const recordAttempt = createAttemptLog(store);

  // The hot path is written down like any route, and checks at once what the others check in several promises.
  router.openAPIRegistry.registerPath(putAttempt);
  router.put(putAttempt.getRoutingPath(), async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const { id } = checked(WithId, c.req.param(), 'param');
    const body = checked(AttemptBody, await jsonOf(c), 'json');
    refuseAhead(clock, '/startedAt', body.startedAt);
    refuseFarDay(body);
    if (body.value !== null) {
      const kind = await kindOf(spaceId, body.payoffId);
      const fault = valueFault(kind, body.value);
      if (fault !== null) {
        throw new Refusal('value-impossible', {
          errors: [{ pointer: '/value', message: parseFaultWords(kind, fault) }],
        });
      }
    }
    const outcome = await recordAttempt(spaceId, id, body);
    if (outcome === 'other') {
      const kept = await store.inSpace(spaceId, (trx) => readAttempts(trx, spaceId, { attemptId: id }));
      throw new Refusal('id-taken', { stored: kept.attempts[0] });
    }
    return c.json({ id, outcome, touched: touchedBy(body.practiceId) } satisfies Recorded, 200);
  });

  router.openapi(getAttempt, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const { id } = c.req.valid('param');
    const { attempts } = await store.inSpace(spaceId, (trx) =>
      readAttempts(trx, spaceId, { attemptId: id, isStanding: true }),
    );
    const [found] = attempts;
    if (found === undefined) throw new Refusal('attempt-not-found');
    return c.json(found, 200);
  });

  router.openapi(getAttempts, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const { id } = c.req.valid('param');
    const { before = null, limit } = c.req.valid('query');
    const page = await store.inSpace(spaceId, async (trx) => {
      if (before !== null) await checkPosition(trx, spaceId, id, before);
      return readAttempts(trx, spaceId, { practiceId: id, before, limit });
    });
    return c.json(page, 200);
  });
}

/** A payoff is a fact and never changes, so its kind is asked for once: the hot path stays at one statement. */
function createKindLookup(store: Store): (spaceId: string, payoffId: string) => Promise<MeasureKind> {
  const kinds = new LRUCache<string, MeasureKind>({ max: 10_000 });
  return async (spaceId, payoffId) => {
    const key = `${spaceId}/${payoffId}`;
    const cached = kinds.get(key);
    if (cached !== undefined) return cached;
    const payoff = await store.inSpace(spaceId, (trx) => readPayoff(trx, spaceId, payoffId));
    if (payoff === undefined) throw new Refusal('payoff-not-found');
    kinds.set(key, payoff.kind);
    return payoff.kind;
  };
}

/** An attempt is never gone, also when it was retracted: one that is not there never ended a page. */
async function checkPosition(
  trx: SpaceTransaction,
  spaceId: string,
  practiceId: string,
  before: string,
): Promise<void> {
  if (await hasAttempt(trx, spaceId, practiceId, before)) return;
  throw new Refusal('invalid', {
    errors: [{ pointer: '?before', message: 'is not the `next` of a page of this practice' }],
  });
}
