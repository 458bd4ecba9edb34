import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { ownSpace } from '../../platform/access.ts';
import type { Clock } from '../../platform/clock.ts';
import type { ProblemCode } from '../../platform/contract.ts';
import type { SpaceTransaction, Store } from '../../platform/database.ts';
import { type AppEnv, createRouter, json, jsonBody, refusals } from '../../platform/http.ts';
import { registerAttemptRoutes } from './attempt-routes.ts';
import { refuseAhead } from './clock-routes.ts';
import {
  FactId,
  PayoffBody,
  PracticeBody,
  Recorded,
  RemarkBody,
  RetractionBody,
  SessionBody,
  SessionEndBody,
  touchedBy,
} from './contract.ts';
import { registerNamingRoute } from './naming-routes.ts';
import { registerPictureRoutes } from './picture-routes.ts';
import { registerReadingRoutes } from './reading-routes.ts';
import {
  type Outcome,
  practiceOfAttempt,
  practiceOfSession,
  recordPayoff,
  recordPractice,
  recordRemark,
  recordRetraction,
  recordSession,
  recordSessionEnd,
} from './store.ts';

const WithId = z.object({ id: FactId });

type Ports = { readonly store: Store; readonly clock: Clock };

export function practiceRoutes({ store, clock }: Ports): OpenAPIHono<AppEnv> {
  const router = createRouter();
  registerPracticeFacts(router, { store, clock });
  registerFactsOfAttempts(router, { store, clock });
  registerAttemptRoutes(router, store, clock);
  registerReadingRoutes(router, store, clock);
  registerNamingRoute(router, store, clock);
  registerPictureRoutes(router, store);
  return router;
}

function registerPracticeFacts(router: OpenAPIHono<AppEnv>, ports: Ports): void {
  registerFact(router, ports, {
    operationId: 'putPractice',
    path: '/api/practices/{id}',
    summary: 'Take up a micromastery',
    body: PracticeBody,
    missing: ['micromastery-not-found', 'need-not-found'],
    record: recordPractice,
    moment: ({ startedAt }) => ['/startedAt', startedAt],
    practiceOf: (_trx, _spaceId, id) => id,
  });
  registerFact(router, ports, {
    operationId: 'putPayoff',
    path: '/api/payoffs/{id}',
    summary: 'Define the payoff of a practice, or change it: the newest is in force, all are kept',
    body: PayoffBody,
    missing: ['practice-not-found'],
    record: recordPayoff,
    moment: ({ setAt }) => ['/setAt', setAt],
    practiceOf: (_trx, _spaceId, _id, { practiceId }) => practiceId,
  });
  registerFact(router, ports, {
    operationId: 'putSession',
    path: '/api/sessions/{id}',
    summary: 'Begin a session',
    body: SessionBody,
    missing: ['practice-not-found'],
    record: recordSession,
    moment: ({ startedAt }) => ['/startedAt', startedAt],
    practiceOf: (_trx, _spaceId, _id, { practiceId }) => practiceId,
  });
  registerFact(router, ports, {
    operationId: 'putSessionEnd',
    path: '/api/sessions/{id}/end',
    summary: 'End a session, with one line for next time',
    body: SessionEndBody,
    missing: ['session-not-found'],
    record: recordSessionEnd,
    moment: ({ endedAt }) => ['/endedAt', endedAt],
    practiceOf: practiceOfSession,
  });
}

function registerFactsOfAttempts(router: OpenAPIHono<AppEnv>, ports: Ports): void {
  registerFact(router, ports, {
    operationId: 'putRetraction',
    path: '/api/retractions/{id}',
    summary: 'Undo an attempt: it stays on record and no longer counts',
    body: RetractionBody,
    missing: ['attempt-not-found'],
    record: recordRetraction,
    moment: ({ retractedAt }) => ['/retractedAt', retractedAt],
    practiceOf: (trx, spaceId, _id, { attemptId }) => practiceOfAttempt(trx, spaceId, attemptId),
  });
  registerFact(router, ports, {
    operationId: 'putRemark',
    path: '/api/remarks/{id}',
    summary: 'Note on an attempt: feel, words, tags',
    body: RemarkBody,
    missing: ['attempt-not-found', 'remark-not-found'],
    record: recordRemark,
    moment: ({ writtenAt }) => ['/writtenAt', writtenAt],
    practiceOf: (trx, spaceId, _id, { attemptId }) => practiceOfAttempt(trx, spaceId, attemptId),
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
  /** When it happened, by the device's clock, after where it stands in the body. */
  moment(body: z.output<Body>): readonly [pointer: string, moment: string];
  /** The practice that it belongs to; asked for once it is recorded. */
  practiceOf(
    trx: SpaceTransaction,
    spaceId: string,
    id: string,
    body: z.output<Body>,
  ): string | Promise<string>;
};

/** A fact is put under an id that the device made: again with the same body changes nothing, with another is refused. */
function registerFact<Body extends z.ZodType>(
  router: OpenAPIHono<AppEnv>,
  { store, clock }: Ports,
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
    refuseAhead(clock, ...fact.moment(body));
    const { outcome, practiceId } = await store.inSpace(spaceId, async (trx) => ({
      outcome: await fact.record(trx, spaceId, id, body),
      practiceId: await fact.practiceOf(trx, spaceId, id, body),
    }));
    return c.json({ id, outcome, touched: touchedBy(practiceId) }, 200);
  });
}
