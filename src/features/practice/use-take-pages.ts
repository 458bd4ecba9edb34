import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { attemptsQuery } from '../../ui/api/queries.ts';
import { factOf } from '../../ui/offline/fact.ts';
import { overlayAttempts } from '../../ui/offline/overlay.ts';
import type { PendingWrite } from '../../ui/offline/pending-write.ts';
import { onSent } from '../../ui/offline/queue.ts';
import { usePending } from '../../ui/offline/use-pending.ts';
import type { AttemptList, PracticeCard } from './contract.ts';

/** Where an older page begins, and how many takes lie on those after it. */
type Turned = { readonly before: string; readonly newer: number };

/** The takes of a practice page by page, newest first, with what this device knows laid over each. */
export function useTakePages(card: Pick<PracticeCard, 'id' | 'attempts'>) {
  const [turned, setTurned] = useState<readonly Turned[]>([]);
  const { before, newer } = turned.at(-1) ?? { before: null, newer: 0 };
  const { data, error, refetch } = useQuery(attemptsQuery(card.id, before));
  const pending = usePending();
  const list = useMemo(
    () => overlayAttempts(data, card.id, before === null ? pending : withoutTakes(pending)),
    [data, card.id, before, pending],
  );
  useSentOnOlderPages(card.id);
  const { attempts, next } = list;
  return {
    attempts,
    isKnown: data !== undefined || (error !== null && attempts.length > 0),
    error,
    retry: refetch,
    isFirst: before === null,
    /** The number of the first of `attempts`; each after it has one less. */
    newest: card.attempts - newer,
    later: turned.length === 0 ? null : () => setTurned(turned.slice(0, -1)),
    /** `hiddenId`: one that is being taken back, and will not lie on this page any more. Null on the last page. */
    earlier:
      next === null
        ? null
        : (hiddenId: string | null) => {
            const standing = attempts.filter(({ id }) => id !== hiddenId);
            setTurned([...turned, { before: next, newer: newer + standing.length }]);
          },
  };
}

/** What this device has made is the newest: it belongs on the first page only. */
export function withoutTakes(pending: readonly PendingWrite[]): readonly PendingWrite[] {
  return pending.filter((write) => factOf(write)?.kind !== 'attempt');
}

/** What leaves the queue becomes part of an older page in the same step, or it would be undone until home is read again. */
function useSentOnOlderPages(practiceId: string): void {
  const queries = useQueryClient();
  useEffect(
    () =>
      onSent(({ write }) => {
        const isOlder = ({ queryKey }: { readonly queryKey: readonly unknown[] }) => queryKey.length > 2;
        queries.setQueriesData<AttemptList>(
          { queryKey: ['attempts', practiceId], predicate: isOlder },
          (list) => list && overlayAttempts(list, practiceId, withoutTakes([write])),
        );
      }),
    [queries, practiceId],
  );
}
