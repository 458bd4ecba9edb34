import { JOTTED } from './jotted.ts';
import { OURS } from './space.ts';

/**
 * What a browser keeps beside the queue is one person's as well: which tricks they read, what they had begun to write. It
 * lies under names that end with their space (`ownKey`), and none of it stays once they have left.
 */

/** How this device is used, whoever uses it; and by what it is known. */
const OF_THE_DEVICE = [
  'bottega.theme',
  'bottega.one-letter-keys',
  'bottega.device',
  'bottega.space',
  'bottega.tab',
];

/** Of everybody, but not of `spaceId`, who is here now. */
export function forgetDrafts(spaceId: string | null): void {
  forget((key) => {
    // A fact that waits to be sent stays theirs whose it is.
    if (OF_THE_DEVICE.includes(key) || key.startsWith(JOTTED)) return false;
    return spaceId === null || !isOf(key, spaceId);
  });
}

/** Of a space that nobody comes back to. */
export function forgetDraftsOf(spaceId: string): void {
  forget((key) => isOf(key, spaceId));
}

/** After an erasure nothing is left, the choice of a paper neither. */
export function forgetAllKept(): void {
  forget(() => true);
}

const isOf = (key: string, spaceId: string) => key.endsWith(`/${spaceId}`);

function forget(isGone: (key: string) => boolean): void {
  for (const storage of storages())
    for (const key of Object.keys(storage)) if (key.startsWith(OURS) && isGone(key)) storage.removeItem(key);
}

/** Only those that this browser lets be used. */
function storages(): readonly Storage[] {
  try {
    return [localStorage, sessionStorage];
  } catch {
    return [];
  }
}
