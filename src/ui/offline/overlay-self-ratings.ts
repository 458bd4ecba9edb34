import type { ForetoldTake, RatedTake, SelfRatingList } from '../../features/self-ratings/contract.ts';
import { factOf } from './fact.ts';
import type { Write } from './pending-write.ts';

/** What home said of a learner's words on themselves, with what it has not heard yet laid over it. */
export function overlaySelfRatings(
  list: SelfRatingList | undefined,
  practiceId: string,
  writes: readonly Write[],
): SelfRatingList {
  const facts = writes.map(factOf);
  const takes = new Map<string, ForetoldTake>();
  const takenBack = new Set<string>();
  for (const fact of facts) {
    if (fact?.kind === 'attempt') {
      const { payoffId, value, startedAt } = fact.body;
      takes.set(fact.id, { attemptId: fact.id, payoffId, value, startedAt });
    }
    if (fact?.kind === 'retraction') takenBack.add(fact.body.attemptId);
  }
  const { ratings, sittings } = list ?? { ratings: [], sittings: [] };
  const known = new Set([...ratings, ...sittings].map(({ id }) => id));
  const ofTakes: RatedTake[] = ratings.map((rating) =>
    takenBack.has(rating.beforeAttemptId ?? '') ? { ...rating, take: null } : rating,
  );
  const ofSittings = [...sittings];
  for (const fact of facts) {
    if (fact?.kind !== 'self-rating' || fact.body.practiceId !== practiceId || known.has(fact.id)) continue;
    const { id, body } = fact;
    const { sessionId, beforeAttemptId, absorbed, hard, ratedAt } = body;
    if (absorbed === null || hard === null) {
      const isTakenBack = beforeAttemptId === null || takenBack.has(beforeAttemptId);
      ofTakes.push({ ...body, id, take: isTakenBack ? null : (takes.get(beforeAttemptId) ?? null) });
    } else {
      ofSittings.push({ id, sessionId, absorbed, hard, ratedAt, conditions: {} });
    }
  }
  return { ratings: ofTakes, sittings: newestOfEach(ofSittings) };
}

function newestOfEach(sittings: SelfRatingList['sittings']): SelfRatingList['sittings'] {
  const newest = new Map(sittings.map((sitting) => [sitting.sessionId, sitting]));
  return [...newest.values()];
}
