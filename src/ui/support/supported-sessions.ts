import type { SupportedSession } from '../../engine/support/with-and-without.ts';
import type { Payoff } from '../../features/practice/contract.ts';
import type { AttemptHistory } from '../../features/practice/picture-contract.ts';
import type { SupportCheck } from '../../features/support/contract.ts';
import { factOf } from '../offline/fact.ts';
import type { PendingWrite } from '../offline/pending-write.ts';

type Known = {
  readonly practiceId: string;
  readonly payoffs: readonly Pick<Payoff, 'id' | 'kind' | 'unit'>[];
  readonly checks: readonly Pick<SupportCheck, 'sessionId' | 'inPlace' | 'missing'>[];
  readonly history: Pick<AttemptHistory, 'attempts'> | undefined;
  readonly pending: readonly PendingWrite[];
};

type Take = { readonly id: string; readonly sessionId: string; readonly value: number; readonly at: number };

/** Scored takes that stand, by session, of those sessions of which it is known what was in place; oldest first. */
export function supportedSessions({
  practiceId,
  payoffs,
  checks,
  history,
  pending,
}: Known): readonly SupportedSession[] {
  const facts = pending.map(factOf);
  // Home's takes are in the measure that home knows: with another one on its way nothing can be compared.
  if (facts.some((fact) => fact?.kind === 'payoff' && fact.body.practiceId === practiceId)) return [];
  const retracted = new Set(
    facts.flatMap((fact) => (fact?.kind === 'retraction' ? [fact.body.attemptId] : [])),
  );
  const takes = new Map<string, Take>();
  for (const take of [...unsentTakes(facts, practiceId, payoffs), ...homeTakes(history)]) {
    if (!retracted.has(take.id)) takes.set(take.id, take);
  }
  const bySession = Map.groupBy([...takes.values()], ({ sessionId }) => sessionId);
  return checks
    .flatMap(({ sessionId, inPlace, missing }) => {
      const own = bySession.get(sessionId) ?? [];
      if (own.length === 0) return [];
      const at = Math.min(...own.map((take) => take.at));
      return [{ at, session: { values: own.map(({ value }) => value), inPlace, missing } }];
    })
    .sort((a, b) => a.at - b.at)
    .map(({ session }) => session);
}

function homeTakes(history: Known['history']): readonly Take[] {
  return (history?.attempts ?? []).map(({ id, sessionId, value, at }) => ({ id, sessionId, value, at }));
}

function unsentTakes(
  facts: readonly ReturnType<typeof factOf>[],
  practiceId: string,
  payoffs: Known['payoffs'],
): readonly Take[] {
  const [inForce] = payoffs;
  const comparable = payoffs.filter(({ kind, unit }) => kind === inForce?.kind && unit === inForce.unit);
  const payoffIds = new Set(comparable.map(({ id }) => id));
  return facts.flatMap((fact) => {
    if (fact?.kind !== 'attempt' || fact.body.practiceId !== practiceId) return [];
    const { value, sessionId, startedAt, payoffId } = fact.body;
    if (value === null || !payoffIds.has(payoffId)) return [];
    return [{ id: fact.id, sessionId, value, at: Date.parse(startedAt) }];
  });
}
