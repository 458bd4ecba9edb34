import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { ownSpace } from '../../platform/access.ts';
import { type FactPorts, registerFact } from '../../platform/facts/fact-routes.ts';
import { type AppEnv, createRouter, json, refusals } from '../../platform/http.ts';
import { Agenda, PauseBody, PauseEndBody, PlacingBody, PlanAnswerBody } from './contract.ts';
import { readAgenda, recordPause, recordPauseEnd, recordPlacing, recordPlanAnswer } from './store.ts';

const getAgenda = createRoute({
  operationId: 'getAgenda',
  method: 'get',
  path: '/api/agenda',
  summary: 'What a plan goes by beside the bench: places, answers to earlier plans, pauses',
  tags: ['agenda'],
  responses: { 200: json(Agenda, 'As it is in force.'), ...refusals('sign-in-needed', 'key-unknown') },
});

const TOUCHED = ['agenda'];

export function agendaRoutes(ports: FactPorts): OpenAPIHono<AppEnv> {
  const router = createRouter();
  router.openapi(getAgenda, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const now = ports.clock.now();
    return c.json(await ports.store.inSpace(spaceId, (trx) => readAgenda(trx, spaceId, now)), 200);
  });
  registerFact(router, ports, {
    operationId: 'putPlacing',
    path: '/api/placings/{id}',
    summary: 'Put a practice in focus, keep it alive, or park it',
    tag: 'agenda',
    body: PlacingBody,
    missing: ['practice-not-found'],
    record: recordPlacing,
    moment: ({ placedAt }) => ['/placedAt', placedAt],
    touched: () => TOUCHED,
  });
  registerFact(router, ports, {
    operationId: 'putPlanAnswer',
    path: '/api/plan-answers/{id}',
    summary: 'Take something else than the plan begins with',
    tag: 'agenda',
    body: PlanAnswerBody,
    missing: ['practice-not-found'],
    record: recordPlanAnswer,
    moment: ({ answeredAt }) => ['/answeredAt', answeredAt],
    touched: () => TOUCHED,
  });
  registerFact(router, ports, {
    operationId: 'putPause',
    path: '/api/pauses/{id}',
    summary: 'Days without practice that are meant so',
    tag: 'agenda',
    body: PauseBody,
    missing: [],
    record: recordPause,
    moment: ({ setAt }) => ['/setAt', setAt],
    touched: () => TOUCHED,
  });
  registerFact(router, ports, {
    operationId: 'putPauseEnd',
    path: '/api/pauses/{id}/end',
    summary: 'End a pause, sooner or later than it was set',
    tag: 'agenda',
    body: PauseEndBody,
    missing: ['pause-not-found'],
    record: recordPauseEnd,
    moment: ({ endedAt }) => ['/endedAt', endedAt],
    touched: () => TOUCHED,
  });
  return router;
}
