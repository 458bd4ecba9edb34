import type { Log } from '../log.ts';
import type { Erasure } from './erasure-store.ts';

/** What an erasure does beside the rows of the database. */
export type Erasures = {
  /** Outside the database, for a backup of before that is restored. */
  note(erasures: readonly Erasure[]): Promise<void>;
  eraseMedia(spaceId: string): Promise<void>;
};

/** The rows of the spaces are gone whatever comes now: what fails here is done at the next start. */
export async function finishErasure(
  { erasures, log }: { readonly erasures: Erasures; readonly log: Log },
  gone: readonly string[],
  erasedAt: string,
): Promise<void> {
  const note = () => erasures.note(gone.map((spaceId) => ({ spaceId, erasedAt })));
  for (const step of [note, ...gone.map((id) => () => erasures.eraseMedia(id))])
    await step().catch((error) => log('erasure-unfinished', { error: String(error) }));
}
