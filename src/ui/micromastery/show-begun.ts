import type { QueryClient } from '@tanstack/react-query';
import type { Micromastery } from '../../features/library/contract.ts';
import { benchQuery, practiceQuery } from '../api/queries.ts';
import { overlayPracticePage } from '../offline/overlay.ts';
import { queueView } from '../offline/queue.ts';
import { pendingOf } from '../offline/use-pending.ts';
import { needAnswered } from './need-in-hand.ts';

/** What was begun is on this device already: nothing of it waits for home. */
export function showBegun(queries: QueryClient, practiceId: string, design: Micromastery): void {
  const pending = pendingOf(queueView().writes);
  const page = overlayPracticePage(undefined, practiceId, pending, { micromasteries: [design] });
  // As old as can be, so that home is asked all the same.
  if (page !== undefined) queries.setQueryData(practiceQuery(practiceId).queryKey, page, { updatedAt: 0 });
  needAnswered();
  void queries.invalidateQueries(benchQuery);
}
