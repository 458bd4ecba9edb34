import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { ownSpace } from '../access.ts';
import type { FactPorts } from '../facts/fact-routes.ts';
import { type AppEnv, json, jsonBody, refusals } from '../http.ts';
import type { Log } from '../log.ts';
import { Refusal } from '../problems.ts';
import type { Sessions } from '../session.ts';
import { EraseBody, Erased } from './contract.ts';
import { eraseSpace } from './erasure-store.ts';
import { type Erasures, finishErasure } from './finish-erasure.ts';
import { readMe } from './store.ts';

const postErase = createRoute({
  operationId: 'postErase',
  method: 'post',
  path: '/api/erase',
  summary: 'Erase everything that is mine here, for good',
  description:
    'Every row of the space, its recordings and files, and every key and browser that is signed in. That it was erased, and when, is kept, so that a backup of before is erased again when it is restored.',
  tags: ['server'],
  request: { body: jsonBody(EraseBody) },
  responses: {
    200: json(Erased, 'Nothing of it is left here.'),
    ...refusals(
      'sign-in-needed',
      'key-unknown',
      'not-json',
      'not-confirmed',
      'being-recorded',
      'being-read',
      'is-sample',
    ),
  },
});

export type ErasurePorts = FactPorts & {
  readonly sessions: Sessions;
  readonly log: Log;
  readonly erasures: Erasures;
};

export function registerEraseRoute(router: OpenAPIHono<AppEnv>, ports: ErasurePorts): void {
  const { store, clock, sessions } = ports;
  router.openapi(postErase, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const { name, isSample } = await readMe(store, spaceId);
    if (isSample) throw new Refusal('is-sample');
    if (asTyped(c.req.valid('json').confirm) !== asTyped(name)) throw new Refusal('not-confirmed');
    const browser = await sessions.browserOf(c);
    const erasedAt = clock.now().toISOString();
    const gone = await eraseSpace(store, { spaceId, erasedAt }, 'asked');
    sessions.forgetSpaces(gone);
    await finishErasure(ports, gone, erasedAt);
    const here = await sessions.localSpace().catch((error) => {
      ports.log('no-new-space', { error: String(error) });
      return undefined;
    });
    const isSignedIn = browser?.isLocal === true && here !== undefined;
    if (isSignedIn) await browser.enter(here);
    else if (browser !== undefined) await sessions.signOut(c);
    return c.json({ erasedAt, isSignedIn }, 200);
  });
}

/** Two keyboards may write one letter in two ways, and a name that was copied brings blanks along. */
const asTyped = (name: string) => name.normalize('NFC').replace(/\s+/g, ' ').trim();
