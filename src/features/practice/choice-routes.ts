import type { OpenAPIHono } from '@hono/zod-openapi';
import { type FactPorts, registerFact } from '../../platform/facts/fact-routes.ts';
import type { AppEnv } from '../../platform/http.ts';
import { AimBody, AimResultBody, FollowingBody, PayoffChoiceBody, WishBody } from './choice-contract.ts';
import {
  practiceOfAim,
  recordAim,
  recordAimResult,
  recordFollowing,
  recordPayoffChoice,
  recordWish,
} from './choice-store.ts';
import { touchedBy } from './contract.ts';
import { practiceOfSession } from './store.ts';

/** What a learner decides about a practice, and about one sitting. */
export function registerChoiceRoutes(router: OpenAPIHono<AppEnv>, ports: FactPorts): void {
  registerFact(router, ports, {
    operationId: 'putFollowing',
    path: '/api/followings/{id}',
    summary: 'Follow another version, or a fork: attempts made before stay as they were made',
    tag: 'practice',
    body: FollowingBody,
    missing: ['practice-not-found', 'micromastery-not-found'],
    record: recordFollowing,
    moment: ({ followedAt }) => ['/followedAt', followedAt],
    touched: (_trx, _spaceId, _id, { practiceId }) => touchedBy(practiceId),
  });
  registerFact(router, ports, {
    operationId: 'putWish',
    path: '/api/wishes/{id}',
    summary: 'How often, when and in which order I want to practise it',
    tag: 'practice',
    body: WishBody,
    missing: ['practice-not-found'],
    record: recordWish,
    moment: ({ setAt }) => ['/setAt', setAt],
    touched: (_trx, _spaceId, _id, { practiceId }) => touchedBy(practiceId),
  });
  registerFact(router, ports, {
    operationId: 'putPayoffChoice',
    path: '/api/payoff-choices/{id}',
    summary: 'Choose when a payoff has held: perfect it, go bigger, both, or keep it alive',
    tag: 'practice',
    body: PayoffChoiceBody,
    missing: ['payoff-not-found'],
    record: recordPayoffChoice,
    moment: ({ chosenAt }) => ['/chosenAt', chosenAt],
    touched: (_trx, _spaceId, _id, { practiceId }) => touchedBy(practiceId),
  });
  registerAimRoutes(router, ports);
}

function registerAimRoutes(router: OpenAPIHono<AppEnv>, ports: FactPorts): void {
  registerFact(router, ports, {
    operationId: 'putAim',
    path: '/api/aims/{id}',
    summary: 'The one thing to change in a session',
    tag: 'practice',
    body: AimBody,
    missing: ['session-not-found'],
    record: recordAim,
    moment: ({ setAt }) => ['/setAt', setAt],
    touched: async (trx, spaceId, _id, { sessionId }) =>
      touchedBy(await practiceOfSession(trx, spaceId, sessionId)),
  });
  registerFact(router, ports, {
    operationId: 'putAimResult',
    path: '/api/aims/{id}/result',
    summary: 'What came of it',
    tag: 'practice',
    body: AimResultBody,
    missing: ['aim-not-found'],
    record: recordAimResult,
    moment: ({ toldAt }) => ['/toldAt', toldAt],
    touched: async (trx, spaceId, id) => touchedBy(await practiceOfAim(trx, spaceId, id)),
  });
}
