import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { ownSpace } from '../../platform/access.ts';
import { Recorded } from '../../platform/contract.ts';
import type { FactPorts } from '../../platform/facts/fact-routes.ts';
import { refuseAhead } from '../../platform/facts/refuse-ahead.ts';
import { type AppEnv, json, jsonBody, refusals } from '../../platform/http.ts';
import { Refusal } from '../../platform/problems.ts';
import { DesignBody, DesignFile, DesignVersions, MicromasteryId, ReadDesign } from './contract.ts';
import { readFollowers, readVersions, recordDesign } from './design-store.ts';
import { readMicromasteryFile, writeMicromasteryFile } from './micromastery-file.ts';

const Version = z.coerce.number().int().min(1).max(10_000);

const putDesign = createRoute({
  operationId: 'putDesign',
  method: 'put',
  path: '/api/micromasteries/{id}/versions/{version}',
  summary: 'Save a version of a micromastery of my own',
  description: 'A version never changes, and practices go on with the one that they follow.',
  tags: ['library'],
  request: { params: z.object({ id: MicromasteryId, version: Version }), body: jsonBody(DesignBody) },
  responses: {
    200: json(Recorded, 'Recorded now, or known already.'),
    ...refusals('sign-in-needed', 'key-unknown', 'not-json', 'id-taken', 'not-allowed'),
  },
});

const getVersions = createRoute({
  operationId: 'getVersions',
  method: 'get',
  path: '/api/micromasteries/{id}/versions',
  summary: 'Every version of a micromastery, to compare them',
  tags: ['library'],
  request: { params: z.object({ id: MicromasteryId }) },
  responses: {
    200: json(DesignVersions, 'Newest first.'),
    ...refusals('sign-in-needed', 'key-unknown', 'micromastery-not-found'),
  },
});

const getFile = createRoute({
  operationId: 'getMicromasteryFile',
  method: 'get',
  path: '/api/micromasteries/{id}/file',
  summary: 'A micromastery as a file, to share: Markdown with YAML front matter',
  tags: ['library'],
  request: { params: z.object({ id: MicromasteryId }), query: z.object({ version: Version.optional() }) },
  responses: {
    200: {
      description: 'The file. Reading it again gives the same design.',
      content: { 'text/markdown': { schema: { type: 'string' as const } } },
    },
    ...refusals('sign-in-needed', 'key-unknown', 'micromastery-not-found'),
  },
});

const postFile = createRoute({
  operationId: 'readMicromasteryFile',
  method: 'post',
  path: '/api/micromastery-files',
  summary: 'Read a file that somebody shared; nothing is kept until it is saved',
  tags: ['library'],
  request: { body: jsonBody(DesignFile) },
  responses: {
    200: json(ReadDesign, 'The design that it holds.'),
    ...refusals('sign-in-needed', 'key-unknown', 'not-json', 'file-unreadable'),
  },
});

export function registerDesignRoutes(router: OpenAPIHono<AppEnv>, { store, clock }: FactPorts): void {
  router.openapi(putDesign, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const { id, version } = c.req.valid('param');
    const { design, savedAt } = c.req.valid('json');
    refuseAhead(clock, '/savedAt', savedAt);
    if (design.version !== version) {
      const message = 'is not the version of the address';
      throw new Refusal('invalid', { errors: [{ pointer: '/design/version', message }] });
    }
    const { outcome, followers } = await store.inSpace(spaceId, async (trx) => ({
      outcome: await recordDesign(trx, spaceId, id, design),
      followers: await readFollowers(trx, spaceId, id),
    }));
    const pages = followers.map((practiceId) => `practice:${practiceId}`);
    const touched = ['library', `micromastery:${id}`, `versions:${id}`, 'micromasteries', 'bench', ...pages];
    return c.json({ id, outcome, touched }, 200);
  });

  router.openapi(getVersions, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const { id } = c.req.valid('param');
    const found = await store.inSpace(spaceId, (trx) => readVersions(trx, spaceId, id));
    if (found === undefined) throw new Refusal('micromastery-not-found');
    return c.json(found, 200);
  });

  router.openapi(getFile, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const { id } = c.req.valid('param');
    const { version } = c.req.valid('query');
    const found = await store.inSpace(spaceId, (trx) => readVersions(trx, spaceId, id));
    const wanted = found?.versions.find((one) => version === undefined || one.version === version);
    if (wanted === undefined) throw new Refusal('micromastery-not-found');
    return c.body(writeMicromasteryFile(wanted.design), 200, {
      'content-type': 'text/markdown; charset=utf-8',
      'content-disposition': `attachment; filename="${wanted.design.slug}.md"`,
    });
  });

  router.openapi(postFile, async (c) => {
    ownSpace(c.get('actor'));
    const reading = readMicromasteryFile(c.req.valid('json').text, '');
    if (reading.kind === 'design') return c.json({ design: reading.design }, 200);
    throw new Refusal('file-unreadable', {
      errors: reading.faults.map(({ line, message }) => ({ pointer: `/text/line/${line}`, message })),
    });
  });
}
