import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { ownSpace } from '../../platform/access.ts';
import { type AppEnv, createRouter, json, refusals } from '../../platform/http.ts';
import { idOfName, newId } from '../../platform/ids.ts';
import { eraseSpace } from '../../platform/people/erasure-store.ts';
import { finishErasure } from '../../platform/people/finish-erasure.ts';
import { markAsSample, ownerOfSample, sampleOf } from '../../platform/people/sample-store.ts';
import { insertPerson } from '../../platform/people/store.ts';
import { createTurns } from '../../platform/turns.ts';
import { SampleAnswer } from './contract.ts';
import { makeRecords } from './make-records.ts';
import type { SamplePorts } from './ports.ts';

const answers = {
  200: json(SampleAnswer, 'Where the one who asked acts from now on.'),
  ...refusals('sign-in-needed', 'key-unknown', 'being-recorded', 'being-read'),
};

const postSample = createRoute({
  operationId: 'postSample',
  method: 'post',
  path: '/api/sample',
  summary: 'Go to a made-up space with six months of practice in it, to look around',
  description:
    'It is made where there is none yet, apart from everything of one’s own. A browser goes there with its cookie; a key for scripts stays where it is.',
  tags: ['server'],
  responses: answers,
});

const leaveSample = createRoute({
  operationId: 'leaveSample',
  method: 'post',
  path: '/api/sample/leave',
  summary: 'Go back from the sample to one’s own space',
  tags: ['server'],
  responses: answers,
});

const deleteSample = createRoute({
  operationId: 'deleteSample',
  method: 'delete',
  path: '/api/sample',
  summary: 'Remove the sample, and go back to one’s own space',
  description:
    'With every recording and file that was left in it. A backup of before that is restored is without it.',
  tags: ['server'],
  responses: answers,
});

/** It says of itself that it is made up; the name is for the head of the page. */
const SAMPLE_NAME = 'Nadia Brandt';
const MOST_MICROMASTERIES = 500;
const UNIQUE = '23505';

export function sampleRoutes(ports: SamplePorts): OpenAPIHono<AppEnv> {
  const { store, sessions } = ports;
  const router = createRouter();
  // Each takes a connection for a while, and the ones after the first find what it made.
  const takeTurn = createTurns(1);

  router.openapi(postSample, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    if ((await ownerOfSample(store, spaceId)) !== undefined) return c.json({ spaceId, isSample: true }, 200);
    const sampleId =
      (await sampleOf(store, spaceId)) ??
      (await takeTurn(async () => (await sampleOf(store, spaceId)) ?? makeSample(ports, spaceId)));
    const browser = await sessions.browserOf(c);
    if (browser === undefined) return c.json({ spaceId, isSample: false }, 200);
    await browser.enter(sampleId);
    return c.json({ spaceId: sampleId, isSample: true }, 200);
  });

  router.openapi(leaveSample, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const ownId = await ownerOfSample(store, spaceId);
    if (ownId !== undefined) await (await sessions.browserOf(c))?.enter(ownId);
    return c.json({ spaceId: ownId ?? spaceId, isSample: false }, 200);
  });

  router.openapi(deleteSample, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const ownId = (await ownerOfSample(store, spaceId)) ?? spaceId;
    // Out of it first: its keys go with it.
    if (ownId !== spaceId) await (await sessions.browserOf(c))?.enter(ownId);
    const sampleId = await sampleOf(store, ownId);
    if (sampleId !== undefined) await remove(ports, sampleId);
    return c.json({ spaceId: ownId, isSample: false }, 200);
  });

  return router;
}

async function remove(ports: SamplePorts, sampleId: string): Promise<void> {
  const erasedAt = ports.clock.now().toISOString();
  const gone = await eraseSpace(ports.store, { spaceId: sampleId, erasedAt }, 'asked');
  ports.sessions.forgetSpaces(gone);
  await finishErasure(ports, gone, erasedAt);
}

/** All of it in one transaction, so that nobody looks at half of one. Two who ask at once find the same. */
async function makeSample(ports: SamplePorts, ofSpaceId: string): Promise<string> {
  const { store, clock } = ports;
  const sampleId = newId();
  const now = clock.now();
  try {
    await store.inSpace(sampleId, async (trx) => {
      await insertPerson(trx, sampleId, SAMPLE_NAME);
      await markAsSample(trx, sampleId, ofSpaceId);
      const library = await ports.readLibrary(trx, sampleId, MOST_MICROMASTERIES);
      const records = makeRecords(now, (name) => idOfName(sampleId, name), library);
      await ports.takeRecords(trx, sampleId, records, now);
    });
    return sampleId;
  } catch (error) {
    const isMadeByAnother = error instanceof Error && 'code' in error && error.code === UNIQUE;
    const first = isMadeByAnother ? await sampleOf(store, ofSpaceId) : undefined;
    if (first === undefined) throw error;
    return first;
  }
}
