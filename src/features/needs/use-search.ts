import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { needWords } from '../../engine/search/need-words.ts';
import { ApiRefusal, getJson } from '../../ui/api/api-client.ts';
import { libraryQuery } from '../../ui/api/queries.ts';
import { useSettled } from '../../ui/use-settled.ts';
import type { Micromastery, MicromasteryCard, SearchResult } from '../library/contract.ts';
import { useLocalMatch } from './use-local-match.ts';

const TYPING_MILLISECONDS = 120;

export type Found = {
  /** Undefined while it is not known: too little is typed to ask, or the first answer is on its way. */
  readonly cards: readonly MicromasteryCard[] | undefined;
  /** An answer to what is typed is awaited, and there is none to show meanwhile. */
  readonly isAwaited: boolean;
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
  const isAsked = tells(need) && tells(asked);
  const search = useAnswer(asked);
  const { data: library, error: libraryError, refetch } = useQuery(libraryQuery);
  const isLocal = useIsAway(search) && isAsked;
  const local = useLocalMatch(library?.micromasteries, isLocal ? need : '');
  const all = library?.micromasteries.length ?? 0;
  const answer = isLocal ? telling(need, local) : telling(asked, search.data?.found);
  const cards = isAsked ? answer : undefined;
  const refusal = search.error instanceof ApiRefusal ? search.error : null;
  const error = isLocal && library === undefined ? (libraryError ?? search.error) : refusal;
  return {
    cards,
    isAwaited: isAsked && cards === undefined && search.isFetching,
    total: isLocal ? all : (search.data?.total ?? all),
    isLocal,
    library: library?.micromasteries,
    error,
    retry: () => {
      refetch();
      search.refetch();
    },
  };
}

function useAnswer(asked: string) {
  const isAsking = tells(asked);
  return useQuery<SearchResult | null, Error, SearchResult | null, readonly [string, string]>({
    queryKey: ['micromasteries', asked],
    queryFn: ({ signal }) =>
      getJson<SearchResult>(`/api/micromasteries?need=${encodeURIComponent(asked)}`, signal),
    enabled: isAsking,
    // The answer before it, as long as that said something.
    placeholderData: (before, query) => (telling(query?.queryKey[1], before?.found) ? before : null),
    // What was not asked says nothing, so that no earlier need's answer is shown for the next one.
    ...(isAsking ? {} : { initialData: null }),
    staleTime: 60_000,
  });
}

/** One letter, or words that every need has, say nothing of a skill yet. */
function tells(need: string): boolean {
  return needWords(need).words.length > 0;
}

/** That nothing answers "I need to" is no answer: the person has not come to it yet. */
function telling(need: string | undefined, cards: readonly MicromasteryCard[] | undefined) {
  return cards?.length === 0 && needWords(need ?? '').isFiller ? undefined : cards;
}

type Asked = Pick<ReturnType<typeof useAnswer>, 'error' | 'isSuccess' | 'isPlaceholderData' | 'data'>;

/** Home was not reached the last time that it was asked; while it is asked again, that is what is known. */
function useIsAway({ error, isSuccess, isPlaceholderData, data }: Asked): boolean {
  const [isAway, setAway] = useState(false);
  const hasAnswered = (isSuccess && !isPlaceholderData && data !== null) || error instanceof ApiRefusal;
  const isNow = hasAnswered ? false : error !== null ? true : isAway;
  if (isNow !== isAway) setAway(isNow);
  return isNow;
}
