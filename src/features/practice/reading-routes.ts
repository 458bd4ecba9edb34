import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { LRUCache } from 'lru-cache';
import { standingOf } from '../../engine/retention/standing.ts';
import { ownSpace } from '../../platform/access.ts';
import type { Clock } from '../../platform/clock.ts';
import { FactId } from '../../platform/contract.ts';
import type { SpaceTransaction, Store } from '../../platform/database.ts';
import { type AppEnv, json, refusals } from '../../platform/http.ts';
import { Refusal } from '../../platform/problems.ts';
import { Bench, type PracticeCard, PracticePage } from './contract.ts';
import { type ReadCard, readCards, readPracticePage, readSessionMinutes } from './reading-store.ts';
import type { PracticeStanding } from './standing-contract.ts';
import { readFirstReached, readStandingAttempts } from './standing-store.ts';

const BENCH_MILLISECONDS = 91 * 86_400_000; // thirteen weeks, as the design draws them
/** Of some thousand practices: derived, so any may be dropped and worked out again from the facts. */
const STANDINGS_KEPT = 5_000;
const WithId = z.object({ id: FactId });

const getBench = createRoute({
  operationId: 'getBench',
  method: 'get',
  path: '/api/bench',
  summary: 'What I practise, and when I did',
  tags: ['practice'],
  responses: { 200: json(Bench, 'The bench.'), ...refusals('sign-in-needed', 'key-unknown') },
});

const getPractice = createRoute({
  operationId: 'getPractice',
  method: 'get',
  path: '/api/practices/{id}',
  summary: 'A practice: its micromastery and its payoff with history',
  tags: ['practice'],
  request: { params: WithId },
  responses: {
    200: json(PracticePage, 'The practice.'),
    ...refusals('sign-in-needed', 'key-unknown', 'practice-not-found'),
  },
});

export function registerReadingRoutes(router: OpenAPIHono<AppEnv>, store: Store, clock: Clock): void {
  const withStandings = createStandings();

  router.openapi(getBench, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const now = clock.now();
    const since = new Date(now.getTime() - BENCH_MILLISECONDS);
    const bench = await store.inSpace(spaceId, async (trx) => ({
      practices: await withStandings(trx, spaceId, await readCards(trx, spaceId, null)),
      ...(await readSessionMinutes(trx, spaceId, { since, now })),
    }));
    return c.json(bench, 200);
  });

  router.openapi(getPractice, async (c) => {
    const spaceId = ownSpace(c.get('actor'));
    const { id } = c.req.valid('param');
    const page = await store.inSpace(spaceId, (trx) =>
      readPracticePage(trx, spaceId, id, async (one) => {
        const [card = one.card] = await withStandings(trx, spaceId, [one]);
        return card;
      }),
    );
    if (page === undefined) throw new Refusal('practice-not-found');
    return c.json(page, 200);
  });
}

type MarkedCard = Pick<ReadCard, 'card' | 'mark'>;

/** Works out where each practice stands once for each state of its attempts, so that a bench is opened as fast as before. */
function createStandings() {
  const kept = new LRUCache<string, { readonly mark: string; readonly standing: PracticeStanding }>({
    max: STANDINGS_KEPT,
  });
  return async (trx: SpaceTransaction, spaceId: string, cards: readonly MarkedCard[]) => {
    const keyOf = ({ id }: PracticeCard) => `${spaceId}/${id}`;
    const payoffs = cards.flatMap(({ card, mark }) => {
      const { payoff } = card;
      const isKnown = kept.get(keyOf(card))?.mark === mark;
      return payoff !== null && card.attempts > 0 && !isKnown ? [payoff] : [];
    });
    const attempts = payoffs.length === 0 ? null : await readStandingAttempts(trx, spaceId, payoffs);
    const reached = payoffs.length === 0 ? null : await readFirstReached(trx, spaceId, payoffs);
    return cards.map(({ card, mark }): PracticeCard => {
      const { payoff } = card;
      if (payoff === null) return card;
      const known = kept.get(keyOf(card));
      if (known?.mark === mark) return { ...card, standing: known.standing };
      const standing = {
        ...standingOf(payoff, attempts?.get(card.id) ?? []),
        reachedAt: reached?.get(card.id) ?? null,
      };
      kept.set(keyOf(card), { mark, standing });
      return { ...card, standing };
    });
  };
}
