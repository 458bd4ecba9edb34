import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { ownSpace } from '../../platform/access.ts';
import type { Clock } from '../../platform/clock.ts';
import { Moment, words } from '../../platform/contract.ts';
import type { Store } from '../../platform/database.ts';
import { type AppEnv, json, refusals } from '../../platform/http.ts';
import { Named } from './naming-contract.ts';
import { nameMicromasteries, namePractices } from './naming-store.ts';

const getNamed = createRoute({
  operationId: 'getNamed',
  method: 'get',
  path: '/api/practices',
  summary: 'What a name means: a practice on the bench, or else a micromastery that could be taken up',
  tags: ['practice'],
  request: {
    query: z.object({
      name: words(120).describe('Title, slug, field or id; misspelt ones are understood.'),
      at: Moment.optional().describe(
        'When the attempt was made that the name is wanted for; now, if left out.',
      ),
    }),
  },
  responses: { 200: json(Named, 'The best matches.'), ...refusals('sign-in-needed', 'key-unknown') },
});

export function registerNamingRoute(router: OpenAPIHono<AppEnv>, store: Store, clock: Clock): void {
  router.openapi(getNamed, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const { name, at } = c.req.valid('query');
    const moment = at === undefined ? clock.now() : new Date(at);
    const named = await store.inSpace(spaceId, async (trx) => {
      const practices = await namePractices(trx, spaceId, name, moment);
      if (practices.length > 0) return { practices, micromasteries: [] };
      return { practices, micromasteries: await nameMicromasteries(trx, spaceId, name) };
    });
    return c.json(named, 200);
  });
}
