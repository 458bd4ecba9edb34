import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type Actor, ownSpace } from '../access.ts';
import { FactId } from '../contract.ts';
import type { FactPorts } from '../facts/fact-routes.ts';
import { type AppEnv, json, refusals } from '../http.ts';
import { Refusal } from '../problems.ts';
import type { Sessions } from '../session.ts';
import { KEYS_LISTED, KeyEnded, OwnKeys } from './contract.ts';
import { endKey, keysOf } from './store.ts';

const getKeys = createRoute({
  operationId: 'getKeys',
  method: 'get',
  path: '/api/keys',
  summary: 'What lets somebody in as me: browsers that are signed in, and keys for scripts',
  tags: ['server'],
  responses: {
    200: json(OwnKeys, 'Never the keys themselves, of which only a hash is kept.'),
    ...refusals('sign-in-needed', 'key-unknown'),
  },
});

const endOwnKey = createRoute({
  operationId: 'endKey',
  method: 'post',
  path: '/api/keys/{id}/end',
  summary: 'End one of them: a browser is signed out, a key is refused from then on',
  tags: ['server'],
  request: { params: z.object({ id: FactId }) },
  responses: {
    200: json(KeyEnded, 'Ended here at once, and by every other process within five seconds.'),
    ...refusals('sign-in-needed', 'key-unknown', 'key-not-found'),
  },
});

type KeyPorts = FactPorts & { readonly sessions: Sessions };

export function registerKeyRoutes(router: OpenAPIHono<AppEnv>, ports: KeyPorts): void {
  const { store, clock, sessions } = ports;

  router.openapi(getKeys, async (c) => {
    const actor = c.get('actor');
    const keys = await keysOf(store, ownSpace(actor), KEYS_LISTED);
    return c.json({ keys: keys.map((key) => ({ ...key, isThis: isKeyOf(actor, key.id) })) }, 200);
  });

  router.openapi(endOwnKey, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const { id } = c.req.valid('param');
    const ended = await endKey(store, id, clock.now(), spaceId);
    if (ended === undefined) throw new Refusal('key-not-found');
    sessions.forgetKey(id);
    return c.json({ ended: id }, 200);
  });
}

const isKeyOf = (actor: Actor | undefined, keyId: string) => actor?.keyId === keyId;
