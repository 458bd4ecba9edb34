import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { ownSpace } from '../access.ts';
import type { Clock } from '../clock.ts';
import { FactId, type ProblemCode, Recorded } from '../contract.ts';
import type { SpaceTransaction, Store } from '../database.ts';
import { type AppEnv, json, jsonBody, refusals } from '../http.ts';
import { refuseAhead } from './refuse-ahead.ts';

const WithId = z.object({ id: FactId });

export type FactPorts = { readonly store: Store; readonly clock: Clock };

export type Fact<Body extends z.ZodType> = {
  readonly operationId: string;
  /** With one parameter, `{id}`. */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly body: Body;
  /** What the body can refer to that may not exist. */
  readonly missing: readonly ProblemCode[];
  record(
    trx: SpaceTransaction,
    spaceId: string,
    id: string,
    body: z.output<Body>,
  ): Promise<'stored' | 'same'>;
  /** When it happened, by the device's clock, after where it stands in the body. */
  moment(body: z.output<Body>): readonly [pointer: string, moment: string];
  /** Keys of the queries that are stale now; asked for once it is recorded. */
  touched(
    trx: SpaceTransaction,
    spaceId: string,
    id: string,
    body: z.output<Body>,
  ): readonly string[] | Promise<readonly string[]>;
};

/** A fact is put under an id that the device made: again with the same body changes nothing, with another is refused. */
export function registerFact<Body extends z.ZodType>(
  router: OpenAPIHono<AppEnv>,
  { store, clock }: FactPorts,
  fact: Fact<Body>,
): void {
  const route = createRoute({
    operationId: fact.operationId,
    method: 'put',
    path: fact.path,
    summary: fact.summary,
    tags: [fact.tag],
    request: { params: WithId, body: jsonBody(fact.body) },
    responses: {
      200: json(Recorded, 'Recorded now, or known already.'),
      ...refusals('sign-in-needed', 'key-unknown', 'not-json', 'id-taken', ...fact.missing),
    },
  });
  router.openapi(route, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    // Checked already; the types of a route made from values do not say so.
    const { id } = WithId.parse(c.req.param());
    const body = fact.body.parse(await c.req.json());
    refuseAhead(clock, ...fact.moment(body));
    const { outcome, touched } = await store.inSpace(spaceId, async (trx) => ({
      outcome: await fact.record(trx, spaceId, id, body),
      touched: await fact.touched(trx, spaceId, id, body),
    }));
    return c.json({ id, outcome, touched: [...touched] }, 200);
  });
}
