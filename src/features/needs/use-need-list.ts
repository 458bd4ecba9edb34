import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { getJson } from '../../ui/api/api-client.ts';
import { needsQuery } from '../../ui/api/queries.ts';
import { overlayNeeds } from '../../ui/offline/overlay-needs.ts';
import { onSent } from '../../ui/offline/queue.ts';
import { usePending } from '../../ui/offline/use-pending.ts';
import type { Need, NeedList } from './contract.ts';

/** Of two hundred each. Whoever has more finds them in what they take away. */
const MOST_PAGES = 25;

export type KnownNeeds = {
  /** Undefined until home has answered, or cannot be reached and something waits here. */
  readonly needs: readonly Need[] | undefined;
  /** All those that are open or answered are among them. */
  readonly isWhole: boolean;
  readonly error: Error | null;
  readonly retry: () => unknown;
  /** Reads further ones; null where these are all. */
  readonly readMore: (() => void) | null;
  readonly isReadingMore: boolean;
  /** Why further ones could not be read. */
  readonly fault: Error | null;
};

/** Every need there is, page by page, with what home has not heard of yet laid over them. */
export function useNeedList(): KnownNeeds {
  const queries = useQueryClient();
  const [pages, setPages] = useState(1);
  const [reading, setReading] = useState<'no' | 'yes' | Error>('no');
  const { data, error, refetch } = useQuery(pagesQuery(pages));
  const pending = usePending();
  useSentOnFurtherPages();
  const laid = useMemo(() => overlayNeeds(data, pending), [data, pending]);
  const isKnown = data !== undefined || (error !== null && laid.needs.length > 0);
  const next = data?.next ?? null;

  function readMore() {
    setReading('yes');
    queries.fetchQuery(pagesQuery(pages + 1)).then(
      () => {
        setPages(pages + 1);
        setReading('no');
      },
      (fault: unknown) => setReading(fault instanceof Error ? fault : new Error(String(fault))),
    );
  }

  return {
    needs: isKnown ? laid.needs : undefined,
    isWhole: data !== undefined && (next === null || data.needs.at(-1)?.state === 'let-go'),
    error,
    retry: refetch,
    readMore: next === null || pages >= MOST_PAGES ? null : readMore,
    isReadingMore: reading === 'yes',
    fault: reading instanceof Error ? reading : null,
  };
}

/** The first page is the one that every screen reads, and that a device keeps. */
const pagesQuery = (pages: number) =>
  queryOptions({
    queryKey: pages === 1 ? needsQuery.queryKey : ['needs', String(pages)],
    queryFn: () => readPages(pages),
  });

async function readPages(pages: number): Promise<NeedList> {
  const first = await getJson<NeedList>('/api/needs');
  const needs = [...first.needs];
  let next = first.next ?? null;
  for (let read = 1; read < pages && next !== null; read += 1) {
    const page = await getJson<NeedList>(`/api/needs?before=${next}`);
    needs.push(...page.needs);
    next = page.next;
  }
  return { needs, next };
}

/** What leaves the queue becomes part of all pages in the same step, or it would be undone until home is read again. */
function useSentOnFurtherPages(): void {
  const queries = useQueryClient();
  useEffect(
    () =>
      onSent(({ write }) => {
        queries.setQueriesData<NeedList>(
          { queryKey: ['needs'], predicate: ({ queryKey }) => queryKey.length > 1 },
          (list) => list && overlayNeeds(list, [write]),
        );
      }),
    [queries],
  );
}
