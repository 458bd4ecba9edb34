import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { isSameWork, type WorkOf } from '../../engine/session/work.ts';
import { getJson } from '../../ui/api/api-client.ts';
import { factOf } from '../../ui/offline/fact.ts';
import type { PendingWrite } from '../../ui/offline/pending-write.ts';
import { usePending } from '../../ui/offline/use-pending.ts';
import type { Payload } from '../../ui/payoff/picture-words.ts';
import type { PracticePicture } from './picture-contract.ts';

type KnownWorkPicture = {
  readonly picture: Payload | null;
  /** Of a part with a measure of its own. */
  readonly payoffId: string | null;
  readonly error: Error | null;
  readonly retry: () => void;
  /** Takes of it that home has not heard of. */
  readonly waiting: number;
};

/** The picture of a part, or of showings, as home draws it. Its key begins like the whole's: what touches one touches both. */
export function useWorkPicture(practiceId: string, { work, part }: WorkOf): KnownWorkPicture {
  const { data, error, refetch } = useQuery({
    queryKey: ['picture', practiceId, work, part],
    queryFn: () => {
      const words = new URLSearchParams(part === null ? { work } : { work, part });
      return getJson<PracticePicture>(`/api/practices/${practiceId}/picture?${words}`);
    },
  });
  const pending = usePending();
  const waiting = useMemo(
    () => countWaiting(pending, practiceId, { work, part }),
    [pending, practiceId, work, part],
  );
  return {
    picture: data?.picture ?? null,
    payoffId: data?.payoffId ?? null,
    error,
    retry: () => void refetch(),
    waiting,
  };
}

/** Takes with a session of this kind that waits beside them. */
export function countWaiting(pending: readonly PendingWrite[], practiceId: string, wanted: WorkOf): number {
  const facts = pending.map(factOf);
  const sessions = new Set(
    facts.flatMap((fact) =>
      fact?.kind === 'session' && fact.body.practiceId === practiceId && isSameWork(fact.body, wanted)
        ? [fact.id]
        : [],
    ),
  );
  return facts.filter((fact) => fact?.kind === 'attempt' && sessions.has(fact.body.sessionId)).length;
}
