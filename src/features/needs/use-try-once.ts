import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { placeForNew } from '../../engine/agenda/places.ts';
import { usePlaces } from '../../ui/agenda/use-places.ts';
import { ApiRefusal } from '../../ui/api/api-client.ts';
import { benchQuery, libraryQuery, micromasteryQuery } from '../../ui/api/queries.ts';
import { beginPractice } from '../../ui/micromastery/begin-practice.ts';
import { showBegun } from '../../ui/micromastery/show-begun.ts';
import { queueView, refresh } from '../../ui/offline/queue.ts';
import { record } from '../../ui/offline/record.ts';
import { pendingOf } from '../../ui/offline/use-pending.ts';
import { goTo } from '../../ui/shell/navigation.ts';
import type { Micromastery, MicromasteryCard } from '../library/contract.ts';
import { benchIds } from './use-bench-ids.ts';

/** A take longer than this does not go into two minutes; the floor version does. */
const SHORT_MINUTES = 2;

/** Answers with the need that it is tried for, once that is kept. */
type KeepNeed = (micromasteryId: string) => Promise<string | null>;

/** Puts it on the bench without a payoff, where it is not there yet, and goes straight to the first take. */
export function useTryOnce(card: MicromasteryCard, keepNeed: KeepNeed) {
  const queries = useQueryClient();
  const { places, limits } = usePlaces();
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const isLong = (card.attemptMinutes ?? 0) > SHORT_MINUTES;

  async function begin(): Promise<string> {
    const needId = await keepNeed(card.id);
    const known = await practiceOnBench(queries, card.id);
    if (known !== undefined) return known;
    const design = await designOf(queries, card.id);
    const { practiceId, writes } = beginPractice({
      design,
      needId,
      payoff: null,
      now: new Date(),
      place: placeForNew(places, limits),
    });
    await record(writes);
    showBegun(queries, practiceId, design);
    return practiceId;
  }

  function tryIt() {
    setBusy(true);
    setFault(null);
    begin().then(
      (id) => void goTo(`/practices/${id}/run?${isLong ? 'floor=1' : 'minutes=2'}`),
      (error: unknown) => {
        setBusy(false);
        setFault(faultWords(error));
      },
    );
  }
  return { tryIt, isBusy, fault };
}

/**
 * The practice that follows it, as far as this device knows. A bench that is still being fetched is awaited, or a second
 * practice would be begun beside the first; one that could not be fetched is not asked for again.
 */
async function practiceOnBench(queries: QueryClient, micromasteryId: string): Promise<string | undefined> {
  const isGivenUp = queries.getQueryState(benchQuery.queryKey)?.status === 'error';
  const bench = isGivenUp ? undefined : await queries.ensureQueryData(benchQuery).catch(() => undefined);
  // A page that was only just opened may not have read yet what waits on this device.
  await refresh();
  return benchIds(bench, pendingOf(queueView().writes)).get(micromasteryId)?.id;
}

async function designOf(queries: QueryClient, id: string): Promise<Micromastery> {
  const library = queries.getQueryData(libraryQuery.queryKey);
  const kept = library?.micromasteries.find((design) => design.id === id);
  return kept ?? queries.ensureQueryData(micromasteryQuery(id));
}

function faultWords(error: unknown): string {
  if (error instanceof ApiRefusal) return error.problem.title;
  return error instanceof Error ? error.message : 'It could not be put on the bench.';
}
