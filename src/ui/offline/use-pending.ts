import { useMemo, useSyncExternalStore } from 'react';
import type { PendingWrite } from './pending-write.ts';
import { queueView, subscribe } from './queue.ts';
import { currentSpace } from './space.ts';

/** What this page's person recorded and home has not confirmed: for the overlays. What was set aside is not among it. */
export function usePending(): readonly PendingWrite[] {
  const { writes } = useSyncExternalStore(subscribe, queueView);
  return useMemo(() => pendingOf(writes), [writes]);
}

export function pendingOf(writes: readonly PendingWrite[]): readonly PendingWrite[] {
  const spaceId = currentSpace();
  return writes.filter((write) => write.state === 'kept' && write.spaceId === spaceId);
}

/** Whose page this is; null on the very first visit, until the server has said so. */
export function useSpace(): string | null {
  return useSyncExternalStore(subscribe, currentSpace);
}
