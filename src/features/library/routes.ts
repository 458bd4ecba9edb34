import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { ownSpace } from '../../platform/access.ts';
import type { FactPorts } from '../../platform/facts/fact-routes.ts';
import { type AppEnv, createRouter, json, refusals } from '../../platform/http.ts';
import { Refusal } from '../../platform/problems.ts';
import {
  Library,
  Micromastery,
  type MicromasteryCard,
  type MicromasteryDesign,
  MicromasteryId,
  SearchResult,
  type WordMatch,
} from './contract.ts';
import { registerDesignRoutes } from './design-routes.ts';
import { searchMicromasteries } from './search-store.ts';
import { countMicromasteries, readLibrary, readMicromastery } from './store.ts';

const LIBRARY_LENGTH = 500;

const getSearch = createRoute({
  operationId: 'getSearch',
  method: 'get',
  path: '/api/micromasteries',
  summary: 'Micromasteries that answer a need, best first',
  tags: ['library'],
  request: {
    query: z.object({
      need: z.string().max(500).default('').describe('In plain words; misspelt ones are understood.'),
      limit: z.coerce.number().int().min(1).max(50).default(8),
    }),
  },
  responses: { 200: json(SearchResult, 'What was found.'), ...refusals('sign-in-needed', 'key-unknown') },
});

const getMicromastery = createRoute({
  operationId: 'getMicromastery',
  method: 'get',
  path: '/api/micromasteries/{id}',
  summary: 'A micromastery, in its newest version',
  tags: ['library'],
  request: { params: z.object({ id: MicromasteryId }) },
  responses: {
    200: json(Micromastery, 'The micromastery.'),
    ...refusals('sign-in-needed', 'key-unknown', 'micromastery-not-found'),
  },
});

const getLibrary = createRoute({
  operationId: 'getLibrary',
  method: 'get',
  path: '/api/library',
  summary: 'The library, whole: what a device keeps to work without the network',
  tags: ['library'],
  responses: { 200: json(Library, 'The library.'), ...refusals('sign-in-needed', 'key-unknown') },
});

export function libraryRoutes({ store, clock }: FactPorts): OpenAPIHono<AppEnv> {
  const router = createRouter();
  registerDesignRoutes(router, { store, clock });

  router.openapi(getSearch, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const { need, limit } = c.req.valid('query');
    const result = await store.inSpace(spaceId, async (trx) => {
      const total = await countMicromasteries(trx, spaceId);
      const hits = await searchMicromasteries(trx, spaceId, need, { total, limit });
      return {
        total,
        found: hits.map((hit) => ({
          ...cardOf(hit.id, hit.design, hit.matches),
          isBeside: hit.fit === 'beside',
        })),
      };
    });
    return c.json(result, 200);
  });

  router.openapi(getMicromastery, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const { id } = c.req.valid('param');
    const found = await store.inSpace(spaceId, (trx) => readMicromastery(trx, spaceId, id));
    if (found === undefined) throw new Refusal('micromastery-not-found');
    return c.json(found, 200);
  });

  router.openapi(getLibrary, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const micromasteries = await store.inSpace(spaceId, (trx) => readLibrary(trx, spaceId, LIBRARY_LENGTH));
    return c.json({ micromasteries }, 200);
  });

  return router;
}

function cardOf(id: string, design: MicromasteryDesign, matches: readonly WordMatch[]): MicromasteryCard {
  return {
    id,
    slug: design.slug,
    title: design.title,
    summary: design.summary,
    field: design.fields[0] ?? '',
    entryTrick: design.entryTrick,
    attemptMinutes: design.repeat?.attemptMinutes ?? null,
    floor: design.repeat?.floor ?? null,
    matches: [...matches],
  };
}
