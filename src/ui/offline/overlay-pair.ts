import type { Pair, Pairing, PairTakeRow } from '../../features/rub-pat/contract.ts';
import { factOf } from './fact.ts';
import { isNewer } from './overlay-card.ts';
import type { Write } from './pending-write.ts';

const NOTHING: Pair = { pairings: [], takes: [] };

/** What home said of the two parts, with what it has not heard yet laid over it. Laid over twice, it is the same. */
export function overlayPair(pair: Pair | undefined, practiceId: string, writes: readonly Write[]): Pair {
  const home = pair ?? NOTHING;
  const facts = writes.map(factOf);
  const knownPairings = new Set(home.pairings.map(({ id }) => id));
  const knownTakes = new Set(home.takes.map(({ id }) => id));
  const retracted = new Set(facts.map((fact) => (fact?.kind === 'retraction' ? fact.body.attemptId : null)));
  const sessions = new Map(
    facts.flatMap((fact) => (fact?.kind === 'session' ? [[fact.id, fact.body] as const] : [])),
  );
  const pairings = facts.flatMap((fact): Pairing[] =>
    fact?.kind === 'pairing' && fact.body.practiceId === practiceId && !knownPairings.has(fact.id)
      ? [{ ...fact.body, id: fact.id }]
      : [],
  );
  const takes = facts.flatMap((fact): PairTakeRow[] => {
    if (fact?.kind !== 'attempt' || fact.body.practiceId !== practiceId || knownTakes.has(fact.id)) return [];
    const { sessionId, startedAt, localDay, value, payoffId } = fact.body;
    const session = sessions.get(sessionId) ?? home.takes.find((take) => take.sessionId === sessionId);
    // Of a session that neither home nor this device knows it is not known what it was.
    if (value === null || session === undefined || ('isFloor' in session && session.isFloor)) return [];
    const { work = 'whole', part = null } = session;
    return [{ id: fact.id, sessionId, startedAt, localDay, value, payoffId, work, part }];
  });
  const isChanged = pairings.length + takes.length > 0 || home.takes.some(({ id }) => retracted.has(id));
  if (!isChanged) return home;
  return {
    pairings: [...home.pairings, ...pairings].sort((a, b) => (isNewer(a.setAt, b.setAt) ? -1 : 1)),
    takes: [...home.takes, ...takes].filter(({ id }) => !retracted.has(id)),
  };
}
