import type { OrderedStore } from './ordered-store.ts';
import type { LeftNote } from './write-store.ts';

/** Without Web Locks nobody can say whether another tab still has it in hand: it is left alone for so long. */
const LONGEST_IN_HAND_MILLISECONDS = 30 * 60_000;

/** A page that only loads anew lets go of what it has in hand, and asks for it again within this time. */
const RELOAD_MILLISECONDS = 2_000;
/** Often enough that nobody who asks is told that another tab has it. */
const LOOK_MILLISECONDS = 100;

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
  const taken = await Promise.all(
    notes
      .filter(({ later }) => later.at !== here)
      .map((note) => ifNobodyHas(note, () => store.takeUpLeft(note.key)).catch(() => false)),
  );
  return taken.filter((isTaken) => isTaken).length;
}

async function ifNobodyHas({ later, keptAt }: LeftNote, takeUp: () => Promise<unknown>): Promise<boolean> {
  if (!('locks' in navigator)) {
    if (Date.now() - keptAt < LONGEST_IN_HAND_MILLISECONDS) return false;
    await takeUp();
    return true;
  }
  return navigator.locks.request(later.lock, { ifAvailable: true }, async (lock) => {
    if (lock === null || (await isAskedFor(later.lock))) return false;
    await takeUp();
    return true;
  });
}

async function isAskedFor(name: string): Promise<boolean> {
  for (let waited = 0; waited < RELOAD_MILLISECONDS; waited += LOOK_MILLISECONDS) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MILLISECONDS));
    const { pending = [] } = await navigator.locks.query();
    if (pending.some((request) => request.name === name)) return true;
  }
  return false;
}
