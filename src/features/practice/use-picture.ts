import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AttemptFact } from '../../engine/picture/picture.ts';
import { historyQuery, pictureQuery } from '../../ui/api/queries.ts';
import { factOf } from '../../ui/offline/fact.ts';
import type { PendingWrite } from '../../ui/offline/pending-write.ts';
import { usePending } from '../../ui/offline/use-pending.ts';
import type { Payoff } from './contract.ts';
import type { AttemptHistory } from './picture-contract.ts';
import type { Payload } from './use-picture-words.ts';

export type KnownPicture = {
  readonly picture: Payload | null;
  readonly isLoading: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
  /** Takes of this device that the picture does not show yet. */
  readonly missing: number;
};

/** Home's picture; or, while takes wait on this device, one that is drawn here from all takes it knows. */
export function usePicture(practiceId: string, payoffs: readonly Payoff[]): KnownPicture {
  const answer = useQuery(pictureQuery(practiceId));
  const pending = usePending();
  const payoff = payoffs[0];
  const changes = useMemo(() => changesOf(pending, practiceId, payoffs), [pending, practiceId, payoffs]);
  const isChanged = changes.made.length > 0 || changes.retracted.size > 0;
  const history = useQuery({ ...historyQuery(practiceId), enabled: isChanged });
  const known = knownAttempts(history.data, changes.isOnlyHere);
  const facts = known === null ? null : laid(known, changes);
  const drawn = useQuery({
    queryKey: ['drawn-here', practiceId, payoff?.id, facts?.map((fact) => fact.id)],
    // Only where it is needed is the engine fetched; it is kept with the app.
    queryFn: async (): Promise<Payload | null> => {
      const { drawPicture } = await import('../../engine/picture/draw-picture.ts');
      return payoff === undefined || facts === null ? null : drawPicture(payoff, facts);
    },
    enabled: isChanged && facts !== null && payoff !== undefined,
    placeholderData: (before) => before,
    gcTime: 0,
  });
  const own = isChanged && facts !== null ? (drawn.data ?? null) : null;
  return {
    picture: own ?? answer.data?.picture ?? null,
    isLoading: answer.isPending || (isChanged && history.isPending && !changes.isOnlyHere),
    error: own === null ? answer.error : null,
    retry: () => void answer.refetch(),
    missing: isChanged && own === null ? changes.made.length : 0,
  };
}

type Changes = {
  readonly made: readonly AttemptFact[];
  readonly retracted: ReadonlySet<string>;
  /** Home has not heard of the practice yet, so there are no takes but these. */
  readonly isOnlyHere: boolean;
};

/** Scored takes of this device, in the measure that is in force; others are not comparable. */
function changesOf(
  pending: readonly PendingWrite[],
  practiceId: string,
  payoffs: readonly Payoff[],
): Changes {
  const [inForce] = payoffs;
  const isComparable = (payoffId: string) => {
    const payoff = payoffs.find((one) => one.id === payoffId);
    return payoff !== undefined && payoff.kind === inForce?.kind && payoff.unit === inForce.unit;
  };
  const made: AttemptFact[] = [];
  const retracted = new Set<string>();
  let isOnlyHere = false;
  for (const write of pending) {
    const fact = factOf(write);
    if (fact?.kind === 'practice' && fact.id === practiceId) isOnlyHere = true;
    if (fact?.kind === 'retraction') retracted.add(fact.body.attemptId);
    if (fact?.kind !== 'attempt' || fact.body.practiceId !== practiceId) continue;
    const { value, startedAt, sessionId, localDay, payoffId } = fact.body;
    if (value === null || !isComparable(payoffId)) continue;
    made.push({ id: fact.id, value, at: Date.parse(startedAt), sessionId, dayKey: localDay });
  }
  return { made, retracted, isOnlyHere };
}

/** Null where this device does not know all of them: then nothing is drawn here. */
function knownAttempts(
  history: AttemptHistory | undefined,
  isOnlyHere: boolean,
): readonly AttemptFact[] | null {
  if (history === undefined) return isOnlyHere ? [] : null;
  return history.total === history.attempts.length ? history.attempts : null;
}

function laid(known: readonly AttemptFact[], { made, retracted }: Changes): readonly AttemptFact[] {
  const ids = new Set(known.map((fact) => fact.id));
  return [...known, ...made.filter((fact) => !ids.has(fact.id))].filter(
    (fact) => fact.id === undefined || !retracted.has(fact.id),
  );
}
