import type { QueryClient } from '@tanstack/react-query';
import type { PendingWrite } from './pending-write.ts';

type Overlay = (queries: QueryClient, practiceId: string, write: PendingWrite) => void;

const overlays = new Map<string, Overlay>();

/**
 * How what was sent becomes part of what home said under [room, practice]. For what is read on some screens only: the
 * module that reads it says so once it is there, and the first load goes without it.
 */
export function onSentOverlay<Data>(
  room: string,
  lay: (known: Data, practiceId: string, write: PendingWrite) => Data,
): void {
  overlays.set(room, (queries, practiceId, write) =>
    queries.setQueriesData<Data>(
      { queryKey: [room, practiceId] },
      (known) => known && lay(known, practiceId, write),
    ),
  );
}

export function laySent(queries: QueryClient, practiceId: string, write: PendingWrite): void {
  for (const overlay of overlays.values()) overlay(queries, practiceId, write);
}
