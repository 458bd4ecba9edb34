import { pathsTouchedBy } from './kept-paths.ts';
import { practiceOf } from './overlay-card.ts';
import { onSent, queueView, subscribe } from './queue.ts';
import { createReadAhead } from './read-ahead.ts';
import { readyToSend } from './send-kept.ts';
import { confirmedSpace, currentSpace } from './space.ts';
import type { ReadAheadAnswer, WorkerMessage } from './worker-messages.ts';

/** Said on the page once a copy of the app and of what the person needs lies on this device. */
const READY = 'offlineReady';
/** A worker that the browser ended meanwhile answers nothing. */
const PATIENCE_MILLISECONDS = 60_000;

const readAhead = createReadAhead({
  read: async (paths) => {
    const answer = await askWorker({ kind: 'read-ahead', paths, spaceId: confirmedSpace() });
    if (answer.isRead) return answer.more;
    // What was read at an earlier time is still there.
    if (answer.hasKept) tellReady();
    throw new Error('home was not reached, or nobody is signed in');
  },
  isBusy: () => {
    const { writes, phase, isForeign } = queueView();
    if (isForeign) return true;
    // What home stumbles over is tried again by and by, and holds up nothing.
    if (phase === 'faulty') return false;
    return readyToSend(writes, currentSpace() ?? '', new Set()).length > 0;
  },
  onAllRead: tellReady,
  now: Date.now,
});

function tellReady(): void {
  document.documentElement.dataset[READY] = '';
}

/** Has the device keep what practising without a network needs; once for a page, as soon as it has a service worker. */
export function startReadAhead(): void {
  let { phase } = queueView();
  subscribe(() => {
    const before = phase;
    phase = queueView().phase;
    if (phase === 'sign-in-needed') readAhead.forget();
    if (before !== phase && phase === 'resting') readAhead.comeBack();
    else readAhead.look();
  });
  onSent(({ write, isFromHere }) => {
    // Of several tabs, the one that sent it reads for all of them.
    if (!isFromHere || write.spaceId !== currentSpace()) return;
    const practiceId = practiceOf(write, queueView().writes);
    // The network may be gone before it is read again, and the page be left or loaded anew.
    if (practiceId !== null) tellWorker({ kind: 'sent', write, practiceId });
    readAhead.touch(pathsTouchedBy(write, practiceId));
  });
  const comeBack = () => document.visibilityState === 'visible' && readAhead.comeBack();
  document.addEventListener('visibilitychange', comeBack);
  readAhead.look();
}

function tellWorker(message: WorkerMessage): void {
  navigator.serviceWorker.controller?.postMessage(message);
}

function askWorker(message: WorkerMessage): Promise<ReadAheadAnswer> {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    const timer = setTimeout(() => reject(new Error('the service worker is gone')), PATIENCE_MILLISECONDS);
    port1.onmessage = (event: MessageEvent<ReadAheadAnswer>) => {
      clearTimeout(timer);
      port1.close();
      resolve(event.data);
    };
    navigator.serviceWorker.controller?.postMessage(message, [port2]);
  });
}
