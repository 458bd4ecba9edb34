import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Need } from '../../features/needs/contract.ts';
import type { Bench, PracticePage } from '../../features/practice/contract.ts';
import { overlayBench, overlayPracticePage } from '../offline/overlay.ts';
import { overlayLibrary } from '../offline/overlay-library.ts';
import { overlayNeeds } from '../offline/overlay-needs.ts';
import type { PendingWrite } from '../offline/pending-write.ts';
import { usePending } from '../offline/use-pending.ts';
import { benchQuery, libraryQuery, needsQuery, practiceQuery } from './queries.ts';

/** What this device knows: home's answer with what is still to be sent laid over it. `value` is undefined until either is there. */
export type Known<Value> = {
  readonly value: Value | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
};

type Answer<Value> = {
  readonly data: Value | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
};

function useKnown<Value>(
  { data, error, refetch }: Answer<Value>,
  pending: readonly PendingWrite[],
  lay: () => Value | undefined,
): Known<Value> {
  // Before home has answered or failed to, what is pending is only a part.
  const isKnown = data !== undefined || (error !== null && pending.length > 0);
  return { value: isKnown ? lay() : undefined, error, retry: () => void refetch() };
}

/** With what was designed on this device: a practice may follow it before home has heard of it. */
function useLibraryFor(pending: readonly PendingWrite[]) {
  const { data } = useQuery({ ...libraryQuery, enabled: pending.length > 0 });
  return useMemo(() => overlayLibrary(data, pending), [data, pending]);
}

export function useBench(): Known<Bench> {
  const answer = useQuery(benchQuery);
  const pending = usePending();
  const library = useLibraryFor(pending);
  const laid = useMemo(() => overlayBench(answer.data, pending, library), [answer.data, pending, library]);
  return useKnown(answer, pending, () => laid);
}

/** Newest first. Those of a device that is offline are there at once. */
export function useNeeds(): readonly Need[] {
  const { data } = useQuery(needsQuery);
  const pending = usePending();
  return useMemo(() => overlayNeeds(data, pending).needs, [data, pending]);
}

export function usePracticePage(practiceId: string): Known<PracticePage> {
  const answer = useQuery(practiceQuery(practiceId));
  const pending = usePending();
  const library = useLibraryFor(pending);
  const laid = useMemo(
    () => overlayPracticePage(answer.data, practiceId, pending, library),
    [answer.data, practiceId, pending, library],
  );
  const wished = useMemo(() => laid && inOrderWished(laid), [laid]);
  return useKnown(answer, pending, () => wished);
}

/** The learner’s wish decides what comes first, the trick or a try; where they have none, the design does. */
function inOrderWished(page: PracticePage): PracticePage {
  const { entryTrick } = page.micromastery;
  const order = page.card.wish?.trickOrder ?? 'as-designed';
  if (entryTrick === null || order === 'as-designed') return page;
  const trick = { ...entryTrick, tryFirst: order === 'try-first' };
  return { ...page, micromastery: { ...page.micromastery, entryTrick: trick } };
}
