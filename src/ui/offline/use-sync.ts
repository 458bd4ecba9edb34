import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Choice } from './conflict-choices.ts';
import { factOf } from './fact.ts';
import type { PendingWrite } from './pending-write.ts';
import {
  answerRefusal,
  isInPageOnly,
  type QueueView,
  queueView,
  sendNow,
  settle,
  subscribe,
} from './queue.ts';
import { currentSpace } from './space.ts';
import { startSync } from './start-sync.ts';

export type Sync = {
  /** Takes that only this device has so far. */
  readonly kept: number;
  /** Everything that home has not confirmed, takes included. */
  readonly waiting: number;
  /** `refused`: something was set aside and needs the person. `signed-out`: nothing is sent until they sign in. */
  readonly state: 'saved' | 'sending' | 'offline' | 'refused' | 'signed-out';
  /** Home keeps something else under their ids; the person chooses. */
  readonly conflicts: readonly PendingWrite[];
  readonly refused: readonly PendingWrite[];
  /** Of everything that is not at home, what only this page has: it ends with the page. */
  readonly inPageOnly: number;
  /** What home has not confirmed, set aside or not, and this device keeps. */
  readonly onDevice: number;
  /** Of other people who signed in on this device: kept, and never sent as anybody else's. */
  readonly keptForOthers: number;
  /** False: this browser keeps nothing on the device, and unsent takes end with the page. */
  readonly isKeeping: boolean;
  /** Somebody else has signed in since this page was opened: it should be loaded anew. */
  readonly isForeign: boolean;
  /** How many people this page has been of: what one of them had before them is drawn anew for the next. */
  readonly owners: number;
  readonly tryNow: () => void;
  readonly settle: (write: PendingWrite, choice: Choice) => void;
  readonly answerRefusal: (write: PendingWrite, answer: 'again' | 'discard') => void;
};

/** How it stands between this device and home, the same in every tab. */
export function useSync(): Sync {
  const queries = useQueryClient();
  useEffect(() => startSync(queries), [queries]);
  const view = useSyncExternalStore(subscribe, queueView);
  return useMemo(() => syncOf(view), [view]);
}

function syncOf(view: QueueView): Sync {
  const spaceId = currentSpace();
  const own = view.writes.filter((write) => write.spaceId === spaceId);
  const waiting = own.filter((write) => write.state === 'kept');
  const conflicts = own.filter((write) => write.state === 'conflict');
  const refused = own.filter((write) => write.state === 'refused');
  const isSetAside = conflicts.length + refused.length > 0;
  // What is only just being kept is not lost yet.
  const inPageOnly = view.isKeeping ? 0 : own.filter(isInPageOnly).length;
  return {
    kept: waiting.filter((write) => factOf(write)?.kind === 'attempt').length,
    waiting: waiting.length,
    state: stateOf(view, waiting.length, isSetAside),
    conflicts,
    refused,
    inPageOnly,
    onDevice: own.length - inPageOnly,
    keptForOthers: view.writes.length - own.length,
    isKeeping: view.isKeeping,
    isForeign: view.isForeign,
    owners: view.owners,
    tryNow: () => void sendNow(),
    settle: (write, choice) => void settle(write.place, choice),
    answerRefusal: (write, answer) => void answerRefusal(write.place, answer),
  };
}

function stateOf(view: QueueView, waiting: number, isSetAside: boolean): Sync['state'] {
  if (view.phase === 'sign-in-needed') return 'signed-out';
  if (view.phase === 'offline') return 'offline';
  if (isSetAside) return 'refused';
  return waiting > 0 ? 'sending' : 'saved';
}
