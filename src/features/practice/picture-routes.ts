import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { LRUCache } from 'lru-cache';
import { goodness, reaches } from '../../engine/measure/measure.ts';
import { drawPage } from '../../engine/outlook/draw-page.ts';
import { findFirstSuccess } from '../../engine/picture/first-success.ts';
import { type WorkOf, workOfSessions } from '../../engine/session/work.ts';
import { ownSpace } from '../../platform/access.ts';
import { FactId } from '../../platform/contract.ts';
import type { SpaceTransaction, Store } from '../../platform/database.ts';
import { type AppEnv, json, refusals } from '../../platform/http.ts';
import { Refusal } from '../../platform/problems.ts';
import type { Payoff } from './contract.ts';
import { measureOfWork } from './part-measure.ts';
import { AttemptHistory, PracticePicture, WorkQuery } from './picture-contract.ts';
import { readBeginning, readDecidingAttempts, readSessionsApart } from './picture-store.ts';
import { type PictureRow, readFreshness, readPayoffs, readPictureRows } from './store.ts';
import { partTakes, type Sorted, worksOf } from './work-apart.ts';

type HistoryAttempt = AttemptHistory['attempts'][number];
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
  request: { params: WithId, query: WorkQuery },
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
  request: { params: WithId, query: WorkQuery },
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
    // RFC 9111, 5.2.1.4: who asks so wants it reckoned now.
    if (c.req.header('cache-control') === 'no-cache') pictures.forget(spaceId, id);
    return c.json((await pictures.derived(spaceId, id, workOf(c.req.valid('query')))).picture, 200);
  });

  router.openapi(getHistory, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const { id } = c.req.valid('param');
    return c.json((await pictures.derived(spaceId, id, workOf(c.req.valid('query')))).history, 200);
  });
}

const workOf = ({ work, part }: WorkQuery): WorkOf => ({
  work,
  part: work === 'part' ? (part ?? null) : null,
});

type Pictures = {
  derived(spaceId: string, practiceId: string, wanted: WorkOf): Promise<Derived>;
  forget(spaceId: string, practiceId: string): void;
};

/** Draws each picture once for each state of its facts, so that a page with years of practice opens like an empty one. */
function createPictures(store: Store): Pictures {
  const kept = new LRUCache<string, { freshness: string; derived: Derived }>({ max: PICTURES_KEPT });
  const derived: Pictures['derived'] = (spaceId, practiceId, wanted) =>
    store.inSpace(spaceId, async (trx) => {
      const key = `${spaceId}/${practiceId}/${wanted.work}/${wanted.part ?? ''}`;
      const freshness = await readFreshness(trx, spaceId, practiceId);
      const known = kept.get(key);
      if (known?.freshness === freshness) return known.derived;
      const anew = await draw(trx, { spaceId, practiceId, wanted });
      kept.set(key, { freshness, derived: anew });
      return anew;
    });
  const forget: Pictures['forget'] = (spaceId, practiceId) => {
    for (const key of [...kept.keys()]) if (key.startsWith(`${spaceId}/${practiceId}/`)) kept.delete(key);
  };
  return { derived, forget };
}

type Asked = { readonly spaceId: string; readonly practiceId: string; readonly wanted: WorkOf };

async function draw(trx: SpaceTransaction, { spaceId, practiceId, wanted }: Asked): Promise<Derived> {
  const beginning = await readBeginning(trx, spaceId, practiceId);
  if (beginning === undefined) throw new Refusal('practice-not-found');
  const { takenUpAt, hasTrick } = beginning;
  const payoffs = await readPayoffs(trx, spaceId, practiceId);
  const [inForce] = payoffs;
  if (inForce === undefined) {
    return {
      picture: { practiceId, picture: null, firstSuccess: null, works: [] },
      history: historyOf(practiceId, { attempts: [], others: [], alsoCounting: [] }, undefined, []),
    };
  }
  const apart = await readSessionsApart(trx, spaceId, practiceId);
  const works = workOfSessions(apart);
  const hasOwn = wanted.work === 'part' && payoffs.some(({ part }) => part != null);
  const taken = hasOwn ? await readPictureRows(trx, spaceId, practiceId, inForce) : [];
  const payoff = measureOfWork(payoffs, taken, works, wanted) ?? inForce;
  const rows = await readPictureRows(trx, spaceId, practiceId, payoff);
  const numbered = rows.map((row, index) => ({
    id: row.id,
    number: index + 1,
    sessionId: row.sessionId,
    fact: row.value === null ? null : factOf(row, row.value, index + 1, hasTrick),
  }));
  const sorted = partTakes(numbered, works, wanted);
  const deciding = await readDecidingAttempts(trx, spaceId, practiceId, takenUpAt);
  const measure = wanted.work === 'part' ? withoutTarget(payoff) : payoff;
  return {
    picture: {
      practiceId,
      picture: drawPage(measure, sorted.attempts, { alsoCounting: sorted.alsoCounting }),
      firstSuccess: findFirstSuccess(takenUpAt.getTime(), deciding),
      works: worksOf(numbered, works),
      ...(payoff.part == null ? {} : { payoffId: payoff.id }),
    },
    history: historyOf(practiceId, sorted, measure, apart),
  };
}

/** The target is of the whole: a part that comes up to it says nothing about that. */
function withoutTarget(payoff: Payoff): Payoff {
  return { ...payoff, target: { low: null, high: null } };
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
  { attempts, others, alsoCounting }: Sorted<HistoryAttempt>,
  payoff: Payoff | undefined,
  apart: NonNullable<AttemptHistory['apart']>,
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
    alsoCounting: { total: alsoCounting.length, attempts: alsoCounting.slice(-HISTORY_LENGTH) },
    apart: apart.slice(-HISTORY_LENGTH),
  };
}

function bestOf(payoff: Payoff, attempts: readonly HistoryAttempt[]): HistoryAttempt | undefined {
  return attempts.reduce<HistoryAttempt | undefined>(
    (best, fact) =>
      best === undefined || goodness(payoff, fact.value) > goodness(payoff, best.value) ? fact : best,
    undefined,
  );
}
