import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { LRUCache } from 'lru-cache';
import { type MeasureKind, valueFault } from '../../engine/measure/measure.ts';
import { ownSpace } from '../../platform/access.ts';
import { Moment } from '../../platform/contract.ts';
import type { Store } from '../../platform/database.ts';
import { type AppEnv, json, jsonBody, refusals } from '../../platform/http.ts';
import { Refusal } from '../../platform/problems.ts';
import { createAttemptLog } from './attempt-store.ts';
import { AttemptBody, AttemptList, FactId, Recorded } from './contract.ts';
import { type AttemptCursor, readAttempts } from './reading-store.ts';
import { readPayoff } from './store.ts';

const putAttempt = createRoute({
  operationId: 'putAttempt',
  method: 'put',
  path: '/api/attempts/{id}',
  summary: 'Log an attempt',
  tags: ['practice'],
  request: { params: z.object({ id: FactId }), body: jsonBody(AttemptBody) },
  responses: {
    200: json(Recorded, 'Recorded now, or known already.'),
    ...refusals(
      'sign-in-needed',
      'key-unknown',
      'not-json',
      'id-taken',
      'session-not-found',
      'payoff-not-found',
      'value-impossible',
    ),
  },
});

const getAttempts = createRoute({
  operationId: 'getAttempts',
  method: 'get',
  path: '/api/practices/{id}/attempts',
  summary: 'Attempts of a practice, newest first',
  tags: ['practice'],
  request: {
    params: z.object({ id: FactId }),
    query: z.object({
      before: z.string().max(300).optional().describe('`next` of the page that came before.'),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
  },
  responses: {
    200: json(AttemptList, 'Attempts that stand.'),
    ...refusals('sign-in-needed', 'key-unknown'),
  },
});

export function registerAttemptRoutes(router: OpenAPIHono<AppEnv>, store: Store): void {
  const kindOf = createKindLookup(store);
  const recordAttempt = createAttemptLog(store);

  router.openapi(putAttempt, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const { id } = c.req.valid('param');
    const body = c.req.valid('json');
    if (body.value !== null) {
      const kind = await kindOf(spaceId, body.payoffId);
      const fault = valueFault(kind, body.value);
      if (fault !== null) {
        throw new Refusal('value-impossible', {
          errors: [{ pointer: '/value', message: `${fault} for a ${kind}` }],
        });
      }
    }
    const outcome = await recordAttempt(spaceId, id, body);
    if (outcome === 'other') {
      const kept = await store.inSpace(spaceId, (trx) => readAttempts(trx, spaceId, { attemptId: id }));
      throw new Refusal('id-taken', { stored: kept.attempts[0] });
    }
    const { practiceId } = body;
    return c.json({ id, outcome, touched: touchedBy(practiceId) }, 200);
  });

  router.openapi(getAttempts, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const { id } = c.req.valid('param');
    const { before, limit } = c.req.valid('query');
    const cursor = before === undefined ? null : readCursor(before);
    const page = await store.inSpace(spaceId, (trx) =>
      readAttempts(trx, spaceId, { practiceId: id, before: cursor, limit }),
    );
    return c.json({ attempts: page.attempts, next: page.next === null ? null : writeCursor(page.next) }, 200);
  });
}

const touchedBy = (practiceId: string) => [
  'bench',
  ...['practice', 'picture', 'attempts', 'history'].map((view) => `${view}:${practiceId}`),
];

/** A payoff is a fact and never changes, so its kind is asked for once: the hot path stays at one statement. */
function createKindLookup(store: Store): (spaceId: string, payoffId: string) => Promise<MeasureKind> {
  const kinds = new LRUCache<string, MeasureKind>({ max: 10_000 });
  return async (spaceId, payoffId) => {
    const key = `${spaceId}/${payoffId}`;
    const cached = kinds.get(key);
    if (cached !== undefined) return cached;
    const payoff = await store.inSpace(spaceId, (trx) => readPayoff(trx, spaceId, payoffId));
    if (payoff === undefined) throw new Refusal('payoff-not-found');
    kinds.set(key, payoff.kind);
    return payoff.kind;
  };
}

const Cursor = z.tuple([Moment, z.uuid(), z.int32(), z.uuid()]);

/** Opaque to the client: a position, not a promise about its form. */
function writeCursor(cursor: AttemptCursor): string {
  const parts = [cursor.sessionAt.toISOString(), cursor.sessionId, cursor.sequence, cursor.id];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

function readCursor(text: string): AttemptCursor {
  const parsed = Cursor.safeParse(parse(Buffer.from(text, 'base64url').toString()));
  if (!parsed.success) {
    throw new Refusal('invalid', {
      errors: [{ pointer: '?before', message: 'is not the `next` of a page' }],
    });
  }
  const [sessionAt, sessionId, sequence, id] = parsed.data;
  return { sessionAt: new Date(sessionAt), sessionId, sequence, id };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
