import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { ownSpace } from '../../platform/access.ts';
import { FactId } from '../../platform/contract.ts';
import { type FactPorts, registerFact } from '../../platform/facts/fact-routes.ts';
import { type AppEnv, createRouter, json, refusals } from '../../platform/http.ts';
import { type MediaPorts, releaseMedia } from '../../platform/media/keep-media.ts';
import {
  AtHandBody,
  IfThenPlanBody,
  IfThenUseBody,
  Support,
  SupportCheckBody,
  SupportSlotBody,
} from './contract.ts';
import {
  readReplacedSha256,
  readSupport,
  recordAtHand,
  recordIfThenPlan,
  recordIfThenUse,
  recordSupportCheck,
  recordSupportSlot,
} from './store.ts';

const getSupport = createRoute({
  operationId: 'getSupport',
  method: 'get',
  path: '/api/practices/{id}/support',
  summary: 'What is around a practice: six slots, if-then plans, links and files, and what was in place when',
  tags: ['support'],
  request: { params: z.object({ id: FactId }) },
  responses: { 200: json(Support, 'As it is in force.'), ...refusals('sign-in-needed', 'key-unknown') },
});

const TOUCHED = ['support'];

export function supportRoutes(ports: FactPorts & MediaPorts): OpenAPIHono<AppEnv> {
  const router = createRouter();
  router.openapi(getSupport, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const { id } = c.req.valid('param');
    return c.json(await ports.store.inSpace(spaceId, (trx) => readSupport(trx, spaceId, id)), 200);
  });
  registerSlots(router, ports);
  registerPlans(router, ports);
  router.use('/api/at-hand/:id', releaseReplaced(ports));
  registerFact(router, ports, {
    operationId: 'putAtHand',
    path: '/api/at-hand/{id}',
    summary: 'A link, a file or words of one’s own that lie at hand in a session, said anew, or dropped',
    tag: 'support',
    body: AtHandBody,
    missing: ['practice-not-found', 'replaced-not-found'],
    record: recordAtHand,
    moment: ({ setAt }) => ['/setAt', setAt],
    touched: () => TOUCHED,
  });
  return router;
}

/** As the bytes of a recording that is removed: they go where nothing else shows them, and a failure is sent again. */
function releaseReplaced(ports: FactPorts & MediaPorts): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    await next();
    const id = FactId.safeParse(c.req.param('id'));
    if (!c.res.ok || !id.success) return;
    const spaceId = ownSpace(c.get('actor'));
    const sha256 = await ports.store.inSpace(spaceId, (trx) => readReplacedSha256(trx, spaceId, id.data));
    if (sha256 !== undefined) await releaseMedia(ports, spaceId, sha256);
  };
}

function registerSlots(router: OpenAPIHono<AppEnv>, ports: FactPorts): void {
  registerFact(router, ports, {
    operationId: 'putSupportSlot',
    path: '/api/support-slots/{id}',
    summary: 'Whether kit, tools, people, place, time or mindset is in place, and what it is',
    tag: 'support',
    body: SupportSlotBody,
    missing: ['practice-not-found'],
    record: recordSupportSlot,
    moment: ({ setAt }) => ['/setAt', setAt],
    touched: () => TOUCHED,
  });
  registerFact(router, ports, {
    operationId: 'putSupportCheck',
    path: '/api/support-checks/{id}',
    summary: 'What was in place in a session, and what was not',
    tag: 'support',
    body: SupportCheckBody,
    missing: ['session-not-found'],
    record: recordSupportCheck,
    moment: ({ checkedAt }) => ['/checkedAt', checkedAt],
    touched: () => TOUCHED,
  });
}

function registerPlans(router: OpenAPIHono<AppEnv>, ports: FactPorts): void {
  registerFact(router, ports, {
    operationId: 'putIfThenPlan',
    path: '/api/if-then-plans/{id}',
    summary: 'If a cue comes up, then an action: made, said anew, or dropped',
    tag: 'support',
    body: IfThenPlanBody,
    missing: ['practice-not-found', 'replaced-not-found'],
    record: recordIfThenPlan,
    moment: ({ setAt }) => ['/setAt', setAt],
    touched: () => TOUCHED,
  });
  registerFact(router, ports, {
    operationId: 'putIfThenUse',
    path: '/api/if-then-uses/{id}',
    summary: 'The cue of a plan came up in a session',
    tag: 'support',
    body: IfThenUseBody,
    missing: ['plan-not-found', 'session-not-found'],
    record: recordIfThenUse,
    moment: ({ notedAt }) => ['/notedAt', notedAt],
    touched: () => TOUCHED,
  });
}
