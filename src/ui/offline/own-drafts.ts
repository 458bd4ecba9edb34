/**
 * What a browser keeps beside the queue is one person's as well: which tricks they read, what they had begun to write. A
 * visit to the sample begins without it, and leaves nothing of its own behind.
 */

const OURS = 'bottega.';
const PUT_ASIDE = 'bottega-put-aside.';
/** How this device is used, whoever uses it; and by what it is known. */
const OF_THE_DEVICE = ['bottega.theme', 'bottega.one-letter-keys', 'bottega.device', 'bottega.space'];

/** Into the sample: one's own waits until one comes back. */
export function putOwnAside(): void {
  for (const storage of storages()) {
    for (const key of draftKeys(storage)) move(storage, key, PUT_ASIDE + key);
  }
}

/** Out of the sample: what was begun there goes, and one's own is there again. */
export function takeOwnBack(): void {
  for (const storage of storages()) {
    for (const key of draftKeys(storage)) storage.removeItem(key);
    for (const key of keysOf(storage, PUT_ASIDE)) move(storage, key, key.slice(PUT_ASIDE.length));
  }
}

/** After an erasure nothing is left, the choice of a paper neither. */
export function forgetAllKept(): void {
  for (const storage of storages())
    for (const key of [...keysOf(storage, OURS), ...keysOf(storage, PUT_ASIDE)]) storage.removeItem(key);
}

/** Only those that this browser lets be used. */
function storages(): readonly Storage[] {
  try {
    return [localStorage, sessionStorage];
  } catch {
    return [];
  }
}

const keysOf = (storage: Storage, prefix: string): string[] =>
  Object.keys(storage).filter((key) => key.startsWith(prefix));

const draftKeys = (storage: Storage): string[] =>
  keysOf(storage, OURS).filter((key) => !OF_THE_DEVICE.includes(key));

function move(storage: Storage, from: string, to: string): void {
  const value = storage.getItem(from);
  storage.removeItem(from);
  if (value !== null) storage.setItem(to, value);
}
