import { notifyManager, type QueryClient } from '@tanstack/react-query';
import type { Library } from '../../features/library/contract.ts';
import type { NeedList } from '../../features/needs/contract.ts';
import type { AttemptList, Bench, PracticePage } from '../../features/practice/contract.ts';
import { factOf } from './fact.ts';
import { overlayAttempts, overlayBench, overlayNeeds, overlayPracticePage } from './overlay.ts';
import { practiceOf } from './overlay-card.ts';
import { onSent, onSpaceChanged, queueView, type Sent, sendNow, watchNetwork } from './queue.ts';
import { LATE_ANSWERS, warmOfflineCache } from './register-service-worker.ts';

let isStarted = false;

/** Ties the queue to what the screens have read; once for a page, however often it is asked. */
export function startSync(queries: QueryClient): void {
  if (isStarted) return;
  isStarted = true;
  onSent((sent) => showAsHomes(queries, sent));
  onSpaceChanged(() => queries.clear());
  // A sign-in answered by another part of the page frees what waited for it.
  queries.getQueryCache().subscribe((event) => {
    const isMe = event.query.queryKey[0] === 'me';
    const isAnswered = event.type === 'updated' && event.action.type === 'success';
    if (isMe && isAnswered && queueView().phase === 'sign-in-needed') void sendNow();
  });
  watchNetwork();
  if (typeof BroadcastChannel === 'undefined') return;
  new BroadcastChannel(LATE_ANSWERS).addEventListener('message', (event: MessageEvent<string>) => {
    void queries.invalidateQueries({ queryKey: queryKeyOf(event.data) });
  });
}

/** `/api/practices/ID/history` is read under ['history', ID], `/api/bench` under ['bench']. */
export function queryKeyOf(path: string): string[] {
  const [, , room = '', id, part] = path.split('/');
  if (id === undefined) return [room];
  if (room === 'practices') return [part ?? 'practice', id];
  return [room.replace(/ies$/, 'y'), id];
}

/**
 * What was pending becomes part of what home said, in the same step in which it leaves the queue, so that nothing
 * flickers or counts twice; then it is read again.
 */
function showAsHomes(queries: QueryClient, { write, touched }: Sent): void {
  notifyManager.batch(() => {
    const library = queries.getQueryData<Library>(['library']);
    const practiceId = practiceOf(write, queueView().writes);
    queries.setQueryData<Bench>(['bench'], (bench) => bench && overlayBench(bench, [write], library));
    queries.setQueryData<NeedList>(['needs'], (list) => list && overlayNeeds(list, [write]));
    if (practiceId === null) return;
    queries.setQueryData<PracticePage>(['practice', practiceId], (page) =>
      overlayPracticePage(page, practiceId, [write], library),
    );
    queries.setQueryData<AttemptList>(['attempts', practiceId], (list) =>
      list && Array.isArray(list.attempts) ? overlayAttempts(list, practiceId, [write]) : list,
    );
  });
  for (const key of [...touched, ...alsoTouched(write)]) {
    void queries.invalidateQueries({ queryKey: key.split(':') });
  }
  warmOfflineCache();
}

/** What else is derived from it, and read by devices only. */
function alsoTouched(write: Sent['write']): string[] {
  const fact = factOf(write);
  if (fact?.kind === 'attempt')
    return [`attempts:${fact.body.practiceId}`, `history:${fact.body.practiceId}`];
  if (fact?.kind === 'retraction' || fact?.kind === 'payoff') return ['history'];
  return [];
}
