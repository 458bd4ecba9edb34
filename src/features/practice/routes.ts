import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { ownSpace } from '../../platform/access.ts';
import type { Clock } from '../../platform/clock.ts';
import type { ProblemCode } from '../../platform/contract.ts';
import type { SpaceTransaction, Store } from '../../platform/database.ts';
import { type AppEnv, createRouter, json, jsonBody, refusals } from '../../platform/http.ts';
import { registerAttemptRoutes } from './attempt-routes.ts';
import {
  FactId,
  PayoffBody,
  PracticeBody,
  Recorded,
  RemarkBody,
  RetractionBody,
  SessionBody,
  SessionEndBody,
} from './contract.ts';
import { registerNamingRoute } from './naming-routes.ts';
import { registerPictureRoutes } from './picture-routes.ts';
import { registerReadingRoutes } from './reading-routes.ts';
import {
  type Outcome,
  recordPayoff,
  recordPractice,
  recordRemark,
  recordRetraction,
  recordSession,
  recordSessionEnd,
} from './store.ts';

const WithId = z.object({ id: FactId });

export function practiceRoutes({ store, clock }: { store: Store; clock: Clock }): OpenAPIHono<AppEnv> {
  const router = createRouter();
  registerFacts(router, store);
  registerAttemptRoutes(router, store);
  registerReadingRoutes(router, store, clock);
  registerNamingRoute(router, store, clock);
  registerPictureRoutes(router, store);
  return router;
}

function registerFacts(router: OpenAPIHono<AppEnv>, store: Store): void {
  registerFact(router, store, {
    operationId: 'putPractice',
    path: '/api/practices/{id}',
    summary: 'Take up a micromastery',
    body: PracticeBody,
    missing: ['micromastery-not-found', 'need-not-found'],
    record: recordPractice,
    touched: (id) => ['bench', `practice:${id}`],
  });
  registerFact(router, store, {
    operationId: 'putPayoff',
    path: '/api/payoffs/{id}',
    summary: 'Define the payoff of a practice, or change it: the newest is in force, all are kept',
    body: PayoffBody,
    missing: ['practice-not-found'],
    record: recordPayoff,
    touched: (_, body) => ['bench', `practice:${body.practiceId}`, `picture:${body.practiceId}`],
  });
  registerFact(router, store, {
    operationId: 'putSession',
    path: '/api/sessions/{id}',
    summary: 'Begin a session',
    body: SessionBody,
    missing: ['practice-not-found'],
    record: recordSession,
    touched: (_, body) => ['bench', `practice:${body.practiceId}`],
  });
  registerFact(router, store, {
    operationId: 'putSessionEnd',
    path: '/api/sessions/{id}/end',
    summary: 'End a session, with one line for next time',
    body: SessionEndBody,
    missing: ['session-not-found'],
    record: recordSessionEnd,
    touched: () => ['bench'],
  });
  registerFact(router, store, {
    operationId: 'putRetraction',
    path: '/api/retractions/{id}',
    summary: 'Undo an attempt: it stays on record and no longer counts',
    body: RetractionBody,
    missing: ['attempt-not-found'],
    record: recordRetraction,
    touched: () => ['bench', 'practice', 'picture', 'attempts', 'history'],
  });
  registerFact(router, store, {
    operationId: 'putRemark',
    path: '/api/remarks/{id}',
    summary: 'Note on an attempt: feel, words, tags',
    body: RemarkBody,
    missing: ['attempt-not-found', 'remark-not-found'],
    record: recordRemark,
    touched: () => ['attempts'],
  });
}

type Fact<Body extends z.ZodType> = {
  readonly operationId: string;
  readonly path: string;
  readonly summary: string;
  readonly body: Body;
  /** What the body can refer to that may not exist. */
  readonly missing: readonly ProblemCode[];
  record(trx: SpaceTransaction, spaceId: string, id: string, body: z.output<Body>): Promise<Outcome>;
  touched(id: string, body: z.output<Body>): string[];
};

/** A fact is put under an id that the device made: again with the same body changes nothing, with another is refused. */
function registerFact<Body extends z.ZodType>(
  router: OpenAPIHono<AppEnv>,
  store: Store,
  fact: Fact<Body>,
): void {
  const route = createRoute({
    operationId: fact.operationId,
    method: 'put',
    path: fact.path,
    summary: fact.summary,
    tags: ['practice'],
    request: { params: WithId, body: jsonBody(fact.body) },
    responses: {
      200: json(Recorded, 'Recorded now, or known already.'),
      ...refusals('sign-in-needed', 'key-unknown', 'not-json', 'id-taken', ...fact.missing),
    },
  });
  router.openapi(route, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    // Checked already; the types of a route made from values do not say so.
    const { id } = WithId.parse(c.req.param());
    const body = fact.body.parse(await c.req.json());
    const outcome = await store.inSpace(spaceId, (trx) => fact.record(trx, spaceId, id, body));
    return c.json({ id, outcome, touched: fact.touched(id, body) }, 200);
  });
}
