import { notifyManager, type QueryClient } from '@tanstack/react-query';
import type { Agenda } from '../../features/agenda/contract.ts';
import type { Library } from '../../features/library/contract.ts';
import type { NeedList } from '../../features/needs/contract.ts';
import type { AttemptList, Bench, PracticePage } from '../../features/practice/contract.ts';
import type { Me } from '../../platform/people/contract.ts';
import { ApiRefusal } from '../api/api-client.ts';
import { overlaySettings } from '../settings.ts';
import { factOf } from './fact.ts';
import { mediaNote } from './media-note.ts';
import { overlayAttempts, overlayBench, overlayPracticePage } from './overlay.ts';
import { overlayAgenda } from './overlay-agenda.ts';
import { practiceOf } from './overlay-card.ts';
import { overlayLibrary } from './overlay-library.ts';
import { overlayNeeds } from './overlay-needs.ts';
import {
  meetSpace,
  onSent,
  onSpaceChanged,
  queueView,
  readNote,
  type Sent,
  sendNow,
  watchNetwork,
} from './queue.ts';
import { readAgain } from './read-again.ts';
import { laySent } from './sent-overlays.ts';
import { currentSpace } from './space.ts';
import { SIGNED_OUT } from './tab-messages.ts';
import { LATE_ANSWERS } from './worker-messages.ts';

let isStarted = false;

/** Ties the queue to what the screens have read; once for a page, however often it is asked. */
export function startSync(queries: QueryClient): void {
  if (isStarted) return;
  isStarted = true;
  onSent((sent) => {
    showAsHomes(queries, sent);
    sendMedia();
  });
  onSpaceChanged((spaceId) => forgetRead(queries, spaceId));
  queries.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated') return;
    const isSignIn = event.query.queryKey[0] === 'me' && event.action.type === 'success';
    // Before it is shown: whoever reads their name there records as themselves, however long the sender is held up.
    const me = isSignIn ? queries.getQueryData<Me>(['me']) : undefined;
    if (me !== undefined) meetSpace(me.spaceId);
    // A sign-in answered by another part of the page frees what waited for it.
    if (isSignIn && queueView().phase === 'sign-in-needed') void sendNow();
    // Refused as another's: asking who is here now tells the page that it no longer is theirs whose it was.
    if (event.action.type === 'error' && isOthers(event.action.error) && !queueView().isForeign)
      void sendNow();
  });
  watchNetwork();
  sendMedia();
  if (typeof BroadcastChannel === 'undefined') return;
  new BroadcastChannel(LATE_ANSWERS).addEventListener('message', (event: MessageEvent<string>) => {
    // The older answer may still be on its way to the page that was shown it.
    void readAgain(queries, queryKeyOf(event.data));
  });
  new BroadcastChannel(SIGNED_OUT).addEventListener('message', () => {
    forgetBegun(null);
    // Home refuses to say who is here, and the sign-in stands in place of what this tab showed.
    void queries.invalidateQueries({ queryKey: ['me'] });
    void sendNow();
  });
}

/** What the person before had read here is not shown, and what they had begun does not stay. */
function forgetRead(queries: QueryClient, spaceId: string): void {
  queries.removeQueries({
    predicate: ({ queryKey }) =>
      queryKey[0] !== 'me' || queries.getQueryData<Me>(['me'])?.spaceId !== spaceId,
  });
  forgetBegun(spaceId);
}

function forgetBegun(spaceId: string | null): void {
  import('./forget-others.ts').then(({ forgetOthers }) => forgetOthers(spaceId)).catch(() => {});
}

/** Recordings and files of this device, on whatever screen: what sends them is fetched only where some wait. */
function sendMedia(): void {
  readNote(mediaNote(currentSpace()))
    .then(async (isWaiting) => isWaiting && (await import('../evidence/uploads.ts')).startUploads())
    .catch(() => {});
}

function isOthers(error: unknown): boolean {
  return error instanceof ApiRefusal && error.code === 'other-space';
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
  // Somebody else's, who has signed in in another tab.
  if (write.spaceId !== currentSpace()) return;
  notifyManager.batch(() => {
    // First of all: a practice may be told next to follow what was designed just now.
    queries.setQueryData<Library>(['library'], (known) => known && overlayLibrary(known, [write]));
    const practiceId = practiceOf(write, queueView().writes);
    const library = queries.getQueryData<Library>(['library']);
    queries.setQueryData<Bench>(['bench'], (bench) => bench && overlayBench(bench, [write], library));
    queries.setQueryData<Agenda>(['agenda'], (agenda) => agenda && overlayAgenda(agenda, [write]));
    queries.setQueryData<NeedList>(['needs'], (list) => list && overlayNeeds(list, [write]));
    if (factOf(write)?.kind === 'setting')
      queries.setQueryData<Me>(
        ['me'],
        (me) => me && { ...me, settings: overlaySettings(me.settings, [write]) },
      );
    if (practiceId === null) return;
    queries.setQueryData<PracticePage>(['practice', practiceId], (page) =>
      overlayPracticePage(page, practiceId, [write], library),
    );
    queries.setQueryData<AttemptList>(['attempts', practiceId], (list) =>
      list && Array.isArray(list.attempts) ? overlayAttempts(list, practiceId, [write]) : list,
    );
    laySent(queries, practiceId, write);
  });
  for (const key of touched) void readAgain(queries, key.split(':'));
}
