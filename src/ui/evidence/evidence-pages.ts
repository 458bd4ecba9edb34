import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { EvidenceList } from '../../features/evidence/contract.ts';
import { evidenceQuery, ofPractice } from '../api/queries.ts';

/** Which of the two lists is read on. */
type List = 'evidence' | 'showings';

/** Of two hundred each. Whoever has more finds them in what they take away. */
const MOST_PAGES = 25;

export type FurtherPages = {
  /** Null where these are all. */
  readonly readMore: (() => void) | null;
  readonly isReadingMore: boolean;
  /** Further ones could not be read. */
  readonly hasFailed: boolean;
};

const pagesQuery = (practiceId: string, list: List, pages: number) =>
  queryOptions({
    queryKey:
      pages === 1 ? evidenceQuery(practiceId).queryKey : ['evidence', practiceId, list, String(pages)],
    queryFn: () => readPages(practiceId, list, pages),
  });

async function readPages(practiceId: string, list: List, pages: number): Promise<EvidenceList> {
  let read = await ofPractice<EvidenceList>(practiceId, '/evidence');
  for (let page = 1; page < pages; page += 1) {
    const place = placeBehind(read, list);
    if (place === null) break;
    read = joined(read, await ofPractice<EvidenceList>(practiceId, `/evidence?${place}`));
  }
  return read;
}

/** A home of before, or an answer of its time on this device, names no place: then these are all that it tells of. */
function placeBehind({ next = null, nextShowing = null }: Partial<EvidenceList>, list: List): string | null {
  if (list === 'evidence') return next === null ? null : `before=${next}`;
  return nextShowing === null ? null : `showingsBefore=${nextShowing}`;
}

/** What is read on is one of the lists; the other stays as it was. */
function joined(read: EvidenceList, page: EvidenceList): EvidenceList {
  return {
    ...read,
    evidence: [...read.evidence, ...page.evidence],
    showings: [...read.showings, ...page.showings],
    next: page.next,
    nextShowing: page.nextShowing,
  };
}

/** The recordings or the showings of a practice, as home tells of them, as many pages as were asked for. */
export function useEvidencePages(practiceId: string, list: List) {
  const queries = useQueryClient();
  const [pages, setPages] = useState(1);
  const [reading, setReading] = useState<'no' | 'yes' | 'failed'>('no');
  const { data, error, refetch } = useQuery(pagesQuery(practiceId, list, pages));

  function readMore() {
    setReading('yes');
    queries.fetchQuery(pagesQuery(practiceId, list, pages + 1)).then(
      () => {
        setPages(pages + 1);
        setReading('no');
      },
      () => setReading('failed'),
    );
  }

  const hasMore = data !== undefined && pages < MOST_PAGES && placeBehind(data, list) !== null;
  const further: FurtherPages = {
    readMore: hasMore ? readMore : null,
    isReadingMore: reading === 'yes',
    hasFailed: reading === 'failed',
  };
  return { data, error, refetch, further };
}
