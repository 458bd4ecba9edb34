import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { ownSpace } from '../../platform/access.ts';
import type { SpaceTransaction, Store } from '../../platform/database.ts';
import { type AppEnv, createRouter, json, refusals } from '../../platform/http.ts';
import { Mine } from './mine-contract.ts';
import { countOwn, countRecords } from './mine-store.ts';

const getMine = createRoute({
  operationId: 'getMine',
  method: 'get',
  path: '/api/mine',
  summary: 'What there is of mine, in numbers that the files of an export add up to',
  tags: ['server'],
  responses: { 200: json(Mine, 'Of one moment.'), ...refusals('sign-in-needed', 'key-unknown') },
});

/** The minutes of sessions are worked out by the practice's own side; the root hands it over. */
export type MinePorts = {
  readonly store: Store;
  readSessionMinutes(
    trx: SpaceTransaction,
    spaceId: string,
    between: { readonly since: Date; readonly now: Date },
  ): Promise<{ readonly total: { readonly minutes: number } }>;
};

/** Of everything that a contract lets in: the years are those of a Moment. */
const EVER = { since: new Date('1899-12-01T00:00:00Z'), now: new Date('2200-02-01T00:00:00Z') };

export function mineRoutes({ store, readSessionMinutes }: MinePorts): OpenAPIHono<AppEnv> {
  const router = createRouter();
  router.openapi(getMine, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const mine = await store.inSpace(spaceId, async (trx) => {
      const { standing, designs, files, bytes } = await countOwn(trx, spaceId);
      const { total } = await readSessionMinutes(trx, spaceId, EVER);
      return {
        counts: await countRecords(trx, spaceId),
        attempts: standing,
        minutes: total.minutes,
        ownMicromasteries: designs,
        recordings: { files, bytes },
      };
    });
    return c.json(mine, 200);
  });
  return router;
}
