import { forgetCopies } from '../evidence/forget-copies.ts';
import { forgetDrafts } from './own-drafts.ts';

/**
 * Whoever was here has left this browser: what they had begun goes, and so do the copies of what home has; of `spaceId`,
 * who is here now, both stay. What waits to be sent stays too, as theirs whose it is. Never rejects: a browser that keeps
 * nothing has nothing to take away.
 */
export async function forgetOthers(spaceId: string | null): Promise<void> {
  forgetDrafts(spaceId);
  await forgetCopies(spaceId).catch(() => {});
}
