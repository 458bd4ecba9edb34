import { factOf } from './fact.ts';
import type { Write } from './pending-write.ts';
import { keep, NotKept } from './queue.ts';

/**
 * Records what a person did. Shows it at once, resolves when it is durable on this device, and never waits for the
 * network; it is sent in order, once, whenever home can be reached. Where the device can keep nothing it resolves when
 * home has it, and rejects with NotKept otherwise.
 */
export async function record(writes: readonly Write[]): Promise<void> {
  await keep(writes);
  if (writes.some((write) => factOf(write)?.kind === 'attempt')) askToStay();
}

/**
 * For a record that nothing waits for: of what could not be kept the frame speaks by itself, and it goes on being sent
 * while the page is open. Throws whatever else it was.
 */
export function leaveToQueue(error: unknown): void {
  if (!(error instanceof NotKept)) throw error;
}

let hasAsked = false;

/** Asks the browser, once there is practice to lose, not to clear it away when it wants room. */
export function askToStay(): void {
  if (hasAsked || !('storage' in navigator)) return;
  hasAsked = true;
  void navigator.storage.persist?.().catch(() => {});
}
