import { blobStore } from './blob-store.ts';
import type { Draft } from './kept-media.ts';

const lockOf = (draftId: string) => `recording:${draftId}`;

/** While this page has it in hand, until it lets go, no page offers to go on with it. */
export function holdInHand(draftId: string): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  if ('locks' in navigator) navigator.locks.request(lockOf(draftId), () => promise).catch(() => {});
  return resolve;
}

/**
 * Recordings of this person that nobody has in hand: cut off when their page ended, or closed and not decided on.
 * Without Web Locks (plain HTTP) one that runs in another tab is among them; there is no recorder on such a page.
 */
export async function leftDrafts(spaceId: string | null): Promise<readonly Draft[]> {
  const drafts = (await blobStore().drafts()).filter((draft) => draft.spaceId === spaceId);
  if (drafts.length === 0 || !('locks' in navigator)) return drafts;
  const { held = [] } = await navigator.locks.query();
  return drafts.filter(({ id }) => !held.some(({ name }) => name === lockOf(id)));
}
