import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { LRUCache } from 'lru-cache';
import { goodness, reaches } from '../../engine/measure/measure.ts';
import { drawPicture } from '../../engine/picture/draw-picture.ts';
import { findFirstSuccess } from '../../engine/picture/first-success.ts';
import { ownSpace } from '../../platform/access.ts';
import { FactId } from '../../platform/contract.ts';
import type { SpaceTransaction, Store } from '../../platform/database.ts';
import { type AppEnv, json, refusals } from '../../platform/http.ts';
import { Refusal } from '../../platform/problems.ts';
import type { Payoff } from './contract.ts';
import { AttemptHistory, PracticePicture } from './picture-contract.ts';
import { readBeginning, readDecidingAttempts } from './picture-store.ts';
import { type PictureRow, readFreshness, readPayoffs, readPictureRows } from './store.ts';

type HistoryAttempt = AttemptHistory['attempts'][number];
type OtherAttempt = AttemptHistory['others'][number];
type Derived = { readonly picture: PracticePicture; readonly history: AttemptHistory };

/** Pictures of some hundred practices: derived, so any may be dropped and drawn again from the facts. */
const PICTURES_KEPT = 300;
const HISTORY_LENGTH = 2_000;
const CONDITIONS_LENGTH = 200;

const WithId = z.object({ id: FactId });

const getPicture = createRoute({
  operationId: 'getPicture',
  method: 'get',
  path: '/api/practices/{id}/picture',
  summary: 'The honest picture of a practice',
  tags: ['practice'],
  request: { params: WithId },
  responses: {
    200: json(PracticePicture, 'Derived from the attempts that stand.'),
    ...refusals('sign-in-needed', 'key-unknown', 'practice-not-found'),
  },
});

const getHistory = createRoute({
  operationId: 'getHistory',
  method: 'get',
  path: '/api/practices/{id}/history',
  summary: 'What a device needs to end a session truthfully offline',
  tags: ['practice'],
  request: { params: WithId },
  responses: {
    200: json(AttemptHistory, 'The newest attempts, and what must be known of the earlier ones.'),
    ...refusals('sign-in-needed', 'key-unknown', 'practice-not-found'),
  },
});

export function registerPictureRoutes(router: OpenAPIHono<AppEnv>, store: Store): void {
  const pictures = createPictures(store);

  router.openapi(getPicture, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const { id } = c.req.valid('param');
    return c.json(await pictures.picture(spaceId, id), 200);
  });

  router.openapi(getHistory, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const { id } = c.req.valid('param');
    return c.json(await pictures.history(spaceId, id), 200);
  });
}

type Pictures = {
  picture(spaceId: string, practiceId: string): Promise<PracticePicture>;
  history(spaceId: string, practiceId: string): Promise<AttemptHistory>;
};

/** Draws each picture once for each state of its facts, so that a page with years of practice opens like an empty one. */
function createPictures(store: Store): Pictures {
  const kept = new LRUCache<string, { freshness: string; derived: Derived }>({ max: PICTURES_KEPT });

  async function derive(spaceId: string, practiceId: string): Promise<Derived> {
    return store.inSpace(spaceId, async (trx) => {
      const key = `${spaceId}/${practiceId}`;
      const freshness = await readFreshness(trx, spaceId, practiceId);
      const known = kept.get(key);
      if (known?.freshness === freshness) return known.derived;
      const derived = await draw(trx, spaceId, practiceId);
      kept.set(key, { freshness, derived });
      return derived;
    });
  }

  return {
    picture: async (spaceId, practiceId) => (await derive(spaceId, practiceId)).picture,
    history: async (spaceId, practiceId) => (await derive(spaceId, practiceId)).history,
  };
}

async function draw(trx: SpaceTransaction, spaceId: string, practiceId: string): Promise<Derived> {
  const beginning = await readBeginning(trx, spaceId, practiceId);
  if (beginning === undefined) throw new Refusal('practice-not-found');
  const { takenUpAt, hasTrick } = beginning;
  const [payoff] = await readPayoffs(trx, spaceId, practiceId);
  if (payoff === undefined) {
    return {
      picture: { practiceId, picture: null, firstSuccess: null },
      history: historyOf(practiceId, [], [], undefined),
    };
  }
  const rows = await readPictureRows(trx, spaceId, practiceId, payoff);
  const attempts: HistoryAttempt[] = [];
  const others: OtherAttempt[] = [];
  for (const [index, row] of rows.entries()) {
    const number = index + 1;
    if (row.value === null) others.push({ id: row.id, number });
    else attempts.push(factOf(row, row.value, number, hasTrick));
  }
  const deciding = await readDecidingAttempts(trx, spaceId, practiceId, takenUpAt);
  return {
    picture: {
      practiceId,
      picture: drawPicture(payoff, attempts),
      firstSuccess: findFirstSuccess(takenUpAt.getTime(), deciding),
    },
    history: historyOf(practiceId, attempts, others, payoff),
  };
}

function factOf(row: PictureRow, value: number, number: number, hasTrick: boolean): HistoryAttempt {
  const isTrickRead = hasTrick ? knownTrickRead(row) : undefined;
  return {
    id: row.id,
    number,
    value,
    at: row.at.getTime(),
    sessionId: row.sessionId,
    dayKey: row.day,
    conditions: Object.entries(row.conditions).map(([variable, level]) => `${variable}: ${level}`),
    ...(isTrickRead === undefined ? {} : { isTrickRead }),
  };
}

/** A device knows what was read on it. The command line and another program only know of what was logged as read before. */
function knownTrickRead({ isTrickRead, source }: PictureRow): boolean | undefined {
  return isTrickRead || source === 'runner' ? isTrickRead : undefined;
}

function historyOf(
  practiceId: string,
  attempts: readonly HistoryAttempt[],
  others: readonly OtherAttempt[],
  payoff: Payoff | undefined,
): AttemptHistory {
  const earlier = attempts.slice(0, -HISTORY_LENGTH);
  const best = payoff === undefined ? undefined : bestOf(payoff, earlier);
  const reached =
    payoff === undefined ? undefined : earlier.find((fact) => reaches(payoff.target, fact.value));
  const conditions = new Set(earlier.flatMap((fact) => fact.conditions));
  return {
    practiceId,
    total: attempts.length,
    others: others.slice(-HISTORY_LENGTH),
    standing: attempts.length + others.length,
    attempts: attempts.slice(-HISTORY_LENGTH),
    earlierBest: best ?? null,
    earlierReached: reached ?? null,
    earlierConditions: [...conditions].slice(0, CONDITIONS_LENGTH),
  };
}

function bestOf(payoff: Payoff, attempts: readonly HistoryAttempt[]): HistoryAttempt | undefined {
  return attempts.reduce<HistoryAttempt | undefined>(
    (best, fact) =>
      best === undefined || goodness(payoff, fact.value) > goodness(payoff, best.value) ? fact : best,
    undefined,
  );
}
