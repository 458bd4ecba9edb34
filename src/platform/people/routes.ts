import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { ownSpace } from '../access.ts';
import { type FactPorts, registerFact } from '../facts/fact-routes.ts';
import { type AppEnv, createRouter, json, jsonBody, refusals } from '../http.ts';
import { Health, Me, SignedOut, SignInBody } from './contract.ts';
import { type ErasurePorts, registerEraseRoute } from './erase-routes.ts';
import { registerKeyRoutes } from './key-routes.ts';
import { SettingBody } from './settings-contract.ts';
import { recordSetting } from './settings-store.ts';
import { readMe } from './store.ts';

const getHealth = createRoute({
  operationId: 'getHealth',
  method: 'get',
  path: '/health',
  summary: 'Whether the server and its database answer',
  tags: ['server'],
  security: [],
  responses: { 200: json(Health, 'Both answer.'), ...refusals() },
});

const getMe = createRoute({
  operationId: 'getMe',
  method: 'get',
  path: '/api/me',
  summary: 'Who I am here',
  tags: ['server'],
  responses: { 200: json(Me, 'The person who asks.'), ...refusals('sign-in-needed', 'key-unknown') },
});

const postSignIn = createRoute({
  operationId: 'postSignIn',
  method: 'post',
  path: '/api/sign-in',
  summary: 'Trade a key for a cookie of this browser',
  tags: ['server'],
  security: [],
  request: { body: jsonBody(SignInBody) },
  responses: { 200: json(Me, 'Signed in.'), ...refusals('key-unknown', 'not-json') },
});

const postSignOut = createRoute({
  operationId: 'postSignOut',
  method: 'post',
  path: '/api/sign-out',
  summary: 'End the cookie of this browser',
  tags: ['server'],
  security: [],
  responses: { 200: json(SignedOut, 'Signed out.'), ...refusals('key-unknown') },
});

type Options = FactPorts &
  ErasurePorts & {
    readonly version: string;
  };

export function peopleRoutes(ports: Options): OpenAPIHono<AppEnv> {
  const { store, clock, sessions, version } = ports;
  const router = createRouter();

  router.openapi(getHealth, async (c) => {
    await store.statement({ name: 'health', text: 'select 1', values: [] });
    return c.json({ status: 'ok' as const, version }, 200);
  });

  router.openapi(getMe, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    return c.json(await readMe(store, spaceId), 200);
  });

  router.openapi(postSignIn, async (c) => {
    const { spaceId } = await sessions.signIn(c, c.req.valid('json').key);
    return c.json(await readMe(store, spaceId), 200);
  });

  router.openapi(postSignOut, async (c) => {
    await sessions.signOut(c);
    return c.json({ signedOut: true as const }, 200);
  });

  registerFact(
    router,
    { store, clock },
    {
      operationId: 'putSetting',
      path: '/api/settings/{id}',
      summary: 'Set one thing for myself: the newest of a name is in force, all are kept',
      tag: 'server',
      body: SettingBody,
      missing: [],
      record: recordSetting,
      moment: ({ setAt }) => ['/setAt', setAt],
      touched: () => ['me'],
    },
  );

  registerKeyRoutes(router, ports);
  registerEraseRoute(router, ports);

  // A page that a person opens, not an operation of the API: it answers with where to go on.
  router.get('/open', async (c) => {
    const isOpened = await sessions.openLink(c, c.req.query('token') ?? '');
    c.header('cache-control', 'no-store');
    return c.redirect(isOpened ? '/' : '/?link=ended', 303);
  });

  return router;
}
