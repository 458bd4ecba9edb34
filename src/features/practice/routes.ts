import type { OpenAPIHono } from '@hono/zod-openapi';
import { type FactPorts, registerFact } from '../../platform/facts/fact-routes.ts';
import { type AppEnv, createRouter } from '../../platform/http.ts';
import { registerAttemptRoutes } from './attempt-routes.ts';
import { registerChoiceRoutes } from './choice-routes.ts';
import {
  PayoffBody,
  PracticeBody,
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
  practiceOfAttempt,
  practiceOfSession,
  recordPayoff,
  recordPractice,
  recordRemark,
  recordRetraction,
  recordSession,
  recordSessionEnd,
} from './store.ts';

const touchedOf = (practiceId: Promise<string>) => practiceId.then(touchedBy);

export function practiceRoutes({ store, clock }: FactPorts): OpenAPIHono<AppEnv> {
  const router = createRouter();
  registerPracticeFacts(router, { store, clock });
  registerFactsOfAttempts(router, { store, clock });
  registerChoiceRoutes(router, { store, clock });
  registerAttemptRoutes(router, store, clock);
  registerReadingRoutes(router, store, clock);
  registerNamingRoute(router, store, clock);
  registerPictureRoutes(router, store);
  return router;
}

function registerPracticeFacts(router: OpenAPIHono<AppEnv>, ports: FactPorts): void {
  registerFact(router, ports, {
    operationId: 'putPractice',
    path: '/api/practices/{id}',
    summary: 'Take up a micromastery',
    tag: 'practice',
    body: PracticeBody,
    missing: ['micromastery-not-found', 'need-not-found'],
    record: recordPractice,
    moment: ({ startedAt }) => ['/startedAt', startedAt],
    touched: (_trx, _spaceId, id) => touchedBy(id),
  });
  registerFact(router, ports, {
    operationId: 'putPayoff',
    path: '/api/payoffs/{id}',
    summary: 'Define the payoff of a practice, or change it: the newest is in force, all are kept',
    tag: 'practice',
    body: PayoffBody,
    missing: ['practice-not-found'],
    record: recordPayoff,
    moment: ({ setAt }) => ['/setAt', setAt],
    touched: (_trx, _spaceId, _id, { practiceId }) => touchedBy(practiceId),
  });
  registerFact(router, ports, {
    operationId: 'putSession',
    path: '/api/sessions/{id}',
    summary: 'Begin a session',
    tag: 'practice',
    body: SessionBody,
    missing: ['practice-not-found'],
    record: recordSession,
    moment: ({ startedAt }) => ['/startedAt', startedAt],
    touched: (_trx, _spaceId, _id, { practiceId }) => touchedBy(practiceId),
  });
  registerFact(router, ports, {
    operationId: 'putSessionEnd',
    path: '/api/sessions/{id}/end',
    summary: 'End a session, with one line for next time',
    tag: 'practice',
    body: SessionEndBody,
    missing: ['session-not-found'],
    record: recordSessionEnd,
    moment: ({ endedAt }) => ['/endedAt', endedAt],
    touched: (trx, spaceId, id) => touchedOf(practiceOfSession(trx, spaceId, id)),
  });
}

function registerFactsOfAttempts(router: OpenAPIHono<AppEnv>, ports: FactPorts): void {
  registerFact(router, ports, {
    operationId: 'putRetraction',
    path: '/api/retractions/{id}',
    summary: 'Undo an attempt: it stays on record and no longer counts',
    tag: 'practice',
    body: RetractionBody,
    missing: ['attempt-not-found'],
    record: recordRetraction,
    moment: ({ retractedAt }) => ['/retractedAt', retractedAt],
    touched: (trx, spaceId, _id, { attemptId }) => touchedOf(practiceOfAttempt(trx, spaceId, attemptId)),
  });
  registerFact(router, ports, {
    operationId: 'putRemark',
    path: '/api/remarks/{id}',
    summary: 'Note on an attempt: feel, words, tags',
    tag: 'practice',
    body: RemarkBody,
    missing: ['attempt-not-found', 'remark-not-found'],
    record: recordRemark,
    moment: ({ writtenAt }) => ['/writtenAt', writtenAt],
    touched: (trx, spaceId, _id, { attemptId }) => touchedOf(practiceOfAttempt(trx, spaceId, attemptId)),
  });
}
