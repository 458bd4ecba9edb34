import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ApiRefusal, getJson } from '../../ui/api/api-client.ts';
import { libraryQuery } from '../../ui/api/queries.ts';
import { useSettled } from '../../ui/use-settled.ts';
import type { Micromastery, MicromasteryCard, SearchResult } from '../library/contract.ts';
import { useLocalMatch } from './use-local-match.ts';

const TYPING_MILLISECONDS = 120;
const SHORTEST_NEED = 2;

export type Found = {
  /** Undefined while the first answer is on its way. */
  readonly cards: readonly MicromasteryCard[] | undefined;
  readonly total: number;
  /** Home was not reached, and the device searched what it keeps. */
  readonly isLocal: boolean;
  readonly library: readonly Micromastery[] | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
};

/** What answers the need, as far as it is typed. A request that was overtaken is dropped. */
export function useSearch(need: string): Found {
  const asked = useSettled(need, TYPING_MILLISECONDS);
  const isAsking = asked.length >= SHORTEST_NEED;
  const search = useQuery({
    queryKey: ['micromasteries', asked],
    queryFn: ({ signal }) =>
      getJson<SearchResult>(`/api/micromasteries?need=${encodeURIComponent(asked)}`, signal),
    enabled: isAsking,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const { data: library, error: libraryError, refetch } = useQuery(libraryQuery);
  const isLocal = search.error !== null && !(search.error instanceof ApiRefusal);
  const local = useLocalMatch(library?.micromasteries, isLocal ? need : '');
  const all = library?.micromasteries.length ?? 0;
  return {
    cards: !isAsking ? [] : isLocal ? local : search.data?.found,
    total: isLocal ? all : (search.data?.total ?? all),
    isLocal,
    library: library?.micromasteries,
    error:
      isLocal && library === undefined
        ? (libraryError ?? search.error)
        : search.error instanceof ApiRefusal
          ? search.error
          : null,
    retry: () => {
      refetch();
      search.refetch();
    },
  };
}
