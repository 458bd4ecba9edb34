import { blobStore } from './blob-store.ts';

/**
 * Lets go of the copies of recordings and files that home has, but those of `spaceId`, who is here now. What home does
 * not have yet stays, as its owner's: there is no other of it. Rejects where the browser keeps nothing.
 */
export async function forgetCopies(spaceId: string | null): Promise<void> {
  const store = blobStore();
  for (const media of await store.all())
    if (media.state === 'home' && media.spaceId !== spaceId) await store.drop(media);
}
