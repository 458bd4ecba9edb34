import { currentSpace, ownKey } from '../offline/space.ts';

const keyOfTricks = () => ownKey('tricks-read');
/** Far more than anybody practises; the oldest is forgotten first. */
const MOST = 500;

/**
 * Which entry tricks were read on this device. An attempt is marked with it, so that trying first and reading first can
 * be told apart later. Where storage is forbidden, only until the page is closed.
 */
let read: readonly string[] | undefined;
/** Who read them: what is held here is theirs, as what is kept on the device is. */
let readIn: string | null = null;

const listeners = new Set<() => void>();

export function isTrickRead(micromasteryId: string): boolean {
  return tricksRead().includes(micromasteryId);
}

/** Once the learner has had it before them long enough to read it, or has done something that says so. */
export function noteTrickRead(micromasteryId: string): void {
  if (isTrickRead(micromasteryId)) return;
  read = [...tricksRead(), micromasteryId].slice(-MOST);
  try {
    localStorage.setItem(keyOfTricks(), JSON.stringify(read));
  } catch {
    // Kept in memory.
  }
  for (const listener of listeners) listener();
}

/** Answers how to stop. */
export function onTrickRead(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tricksRead(): readonly string[] {
  const spaceId = currentSpace();
  if (read === undefined || readIn !== spaceId) read = stored();
  readIn = spaceId;
  return read;
}

function stored(): readonly string[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(keyOfTricks()) ?? '[]');
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  } catch {
    return [];
  }
}
