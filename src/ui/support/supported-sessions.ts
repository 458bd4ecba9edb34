import type { AttemptFact } from '../../engine/picture/picture.ts';
import { isSameWork, WHOLE, workOfSessions } from '../../engine/session/work.ts';
import type { SupportedSession } from '../../engine/support/with-and-without.ts';
import type { Payoff } from '../../features/practice/contract.ts';
import type { AttemptHistory } from '../../features/practice/picture-contract.ts';
import type { SupportCheck } from '../../features/support/contract.ts';
import { factOf } from '../offline/fact.ts';
import type { PendingWrite } from '../offline/pending-write.ts';
import { comparableIds, comparableTakes, unsentOf } from '../offline/unsent-takes.ts';

type Known = {
  readonly practiceId: string;
  readonly payoffs: readonly Pick<Payoff, 'id' | 'kind' | 'unit'>[];
  readonly checks: readonly Pick<SupportCheck, 'sessionId' | 'inPlace' | 'missing'>[];
  readonly history: Pick<AttemptHistory, 'attempts' | 'apart'> | undefined;
  readonly pending: readonly PendingWrite[];
};

/**
 * Scored takes of whole runs that stand, by session, of those sessions of which it is known what was in place; oldest
 * first. Null while home's own are not known: then nothing may be said of them.
 */
export function supportedSessions({ checks, ...known }: Known): readonly SupportedSession[] | null {
  const takes = wholeTakes(known);
  if (takes === null) return null;
  const bySession = Map.groupBy(takes, ({ sessionId }) => sessionId);
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

/** Scored takes of whole runs that stand, in the measure in force; null while home's own are not known. */
export function wholeTakes({
  practiceId,
  payoffs,
  history,
  pending,
}: Omit<Known, 'checks'>): readonly AttemptFact[] | null {
  const unsent = unsentOf(pending, practiceId);
  if (history === undefined && !unsent.isOnlyHere) return null;
  // Home's takes are in the measure that home knows: with another one on its way nothing can be compared.
  if (!unsent.isOnlyHere && pending.some((write) => isPayoffOf(write, practiceId))) return [];
  const workOf = workOfSessions([...(history?.apart ?? []), ...unsent.sessions]);
  // Home lists whole runs only; a part or a showing is another kind of work, and is not compared with them.
  const made = comparableTakes(unsent, comparableIds(payoffs)).filter(({ sessionId }) =>
    isSameWork(workOf(sessionId), WHOLE),
  );
  const standing = [...made, ...(history?.attempts ?? [])].filter(({ id }) => !unsent.retracted.has(id));
  const takes = new Map(standing.map((take) => [take.id, take]));
  return [...takes.values()];
}

function isPayoffOf(write: PendingWrite, practiceId: string): boolean {
  const fact = factOf(write);
  return fact?.kind === 'payoff' && fact.body.practiceId === practiceId;
}
