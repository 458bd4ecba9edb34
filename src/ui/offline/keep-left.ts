import type { OrderedStore } from './ordered-store.ts';
import type { LeftNote } from './write-store.ts';

/** Without Web Locks nobody can say whether another tab still has it in hand: it is left alone for so long. */
const LONGEST_IN_HAND_MILLISECONDS = 30 * 60_000;

/**
 * At the start of the app: keeps what pages that are gone owed home, such as the line for next time of a sitting that was
 * closed with the app. `here` is the address that the app was started at. Answers how many it took up, and never rejects:
 * what it could not take up is there at the next start.
 */
export async function keepLeft(
  store: Pick<OrderedStore, 'leftNotes' | 'takeUpLeft'>,
  here: string,
): Promise<number> {
  const notes = await store.leftNotes().catch(() => []);
  let count = 0;
  for (const note of notes.filter(({ later }) => later.at !== here)) {
    const isTaken = await ifNobodyHas(note, () => store.takeUpLeft(note.key)).catch(() => false);
    if (isTaken) count += 1;
  }
  return count;
}

async function ifNobodyHas({ later, keptAt }: LeftNote, takeUp: () => Promise<unknown>): Promise<boolean> {
  if (!('locks' in navigator)) {
    if (Date.now() - keptAt < LONGEST_IN_HAND_MILLISECONDS) return false;
    await takeUp();
    return true;
  }
  return navigator.locks.request(later.lock, { ifAvailable: true }, async (lock) => {
    if (lock === null) return false;
    await takeUp();
    return true;
  });
}
