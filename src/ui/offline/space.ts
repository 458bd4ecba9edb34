import { SPACE_HEADER } from './space-header.ts';

/** What the names of everything begin with that this app keeps in the storage of a browser. */
export const OURS = 'bottega.';
const SPACE_KEY = `${OURS}space`;

/** Whose screens this page shows. Null until somebody has been known on this device. */
let spaceOfPage = readKept();
/** Whether the server itself has said so since the page was opened, or since the last sign-in. */
let isConfirmed = false;

function readKept(): string | null {
  try {
    return localStorage.getItem(SPACE_KEY);
  } catch {
    return null;
  }
}

export function currentSpace(): string | null {
  return spaceOfPage;
}

/**
 * Under which words of whoever is here are kept: those of anybody else are not theirs to see, and another tab may write
 * its own after they have signed in.
 */
export function ownKey(name: string): string {
  return `${OURS}${name}/${spaceOfPage ?? ''}`;
}

/** Waits, on the very first visit, until the server has said who is here: what is recorded has to be somebody's. */
export function knownSpace(): Promise<string> {
  if (spaceOfPage !== null) return Promise.resolve(spaceOfPage);
  return new Promise((resolve) => waiting.push(resolve));
}
const waiting: ((spaceId: string) => void)[] = [];

/**
 * The server has said whose sign-in this browser holds. `changed`: the page opens for somebody else than the last time,
 * so nothing read before may be shown. `foreign`: somebody else signed in elsewhere while this page was in use; it
 * stays the first person's until it is loaded anew, so that their takes are not recorded as another's.
 */
export function confirmSpace(spaceId: string): 'same' | 'changed' | 'foreign' {
  if (isConfirmed && spaceOfPage !== spaceId) return 'foreign';
  isConfirmed = true;
  if (spaceOfPage === spaceId) return 'same';
  const isFirst = spaceOfPage === null;
  spaceOfPage = spaceId;
  for (const resolve of waiting.splice(0)) resolve(spaceId);
  try {
    localStorage.setItem(SPACE_KEY, spaceId);
  } catch {
    // Not kept: the next page has to reach the server before it can record anything.
  }
  return isFirst ? 'same' : 'changed';
}

/** The page that is loaded next begins as that of this space, which home has just said. */
export function beginNextAs(spaceId: string): void {
  try {
    localStorage.setItem(SPACE_KEY, spaceId);
  } catch {
    // Not kept: it has to ask home first.
  }
}

/** Nobody is signed in now; whoever signs in next decides. What was kept stays theirs whose it is. */
export function loosenSpace(): void {
  isConfirmed = false;
}

/** Null until the server itself has said so: what is known from the last time may be somebody else's by now. */
export function confirmedSpace(): string | null {
  return isConfirmed ? spaceOfPage : null;
}

/** Under which a page asks, once it is confirmed whose it is, so that nothing of another's sign-in is shown here. */
export function spaceHeader(): Readonly<Record<string, string>> {
  const spaceId = confirmedSpace();
  return spaceId === null ? {} : { [SPACE_HEADER]: spaceId };
}
