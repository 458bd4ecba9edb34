import type { PendingWrite, Write } from './pending-write.ts';

/**
 * What a page owes home for something that it still has in hand. If the page ends before it says more of it, the next
 * start of the app keeps these writes and takes the note away, in one step.
 */
export type Later = {
  readonly writes: readonly Write[];
  /** Address of the screen that goes on with the note by itself: a start at it leaves the note alone. */
  readonly at: string;
  /** Name of the Web Lock of the page that has it in hand: while it is held, the note is left alone. */
  readonly lock: string;
};

/** Something else that is kept in the same step as the writes that belong to it; null takes it away. */
export type Note = { readonly key: string; readonly value: unknown; readonly later?: Later };

/** A note that stands for writes which its page may not have come to. */
export type LeftNote = {
  readonly key: string;
  readonly later: Later;
  /** Milliseconds since 1970. */
  readonly keptAt: number;
};

/** Where a device keeps what home has not confirmed. Every method is one transaction: whole, or not at all. */
export interface WriteStore {
  append(spaceId: string, writes: readonly Write[], notes?: readonly Note[]): Promise<void>;
  /** In the order in which they were recorded. */
  all(): Promise<readonly PendingWrite[]>;
  /** Takes some away and puts others in their places. */
  replace(removed: readonly number[], put: readonly PendingWrite[]): Promise<void>;
  readNote(key: string): Promise<unknown>;
  /** Those with something for later, of every space. */
  leftNotes(): Promise<readonly LeftNote[]>;
  /** Appends what the note has for later, for the space that it was kept for, and takes the note away; once. */
  takeUpLeft(key: string): Promise<void>;
}
