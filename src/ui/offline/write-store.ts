import type { PendingWrite, Write } from './pending-write.ts';

/** Something else that is kept in the same step as the writes that belong to it; null takes it away. */
export type Note = { readonly key: string; readonly value: unknown };

/** Where a device keeps what home has not confirmed. Every method is one transaction: whole, or not at all. */
export interface WriteStore {
  append(spaceId: string, writes: readonly Write[], notes?: readonly Note[]): Promise<void>;
  /** In the order in which they were recorded. */
  all(): Promise<readonly PendingWrite[]>;
  /** Takes some away and puts others in their places. */
  replace(removed: readonly number[], put: readonly PendingWrite[]): Promise<void>;
  readNote(key: string): Promise<unknown>;
  writeNote(note: Note): Promise<void>;
}
