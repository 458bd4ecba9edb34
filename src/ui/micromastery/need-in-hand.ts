import { currentSpace, ownKey } from '../offline/space.ts';

const keyOfNeeds = () => ownKey('needs-in-hand');
/** Where Find keeps what was typed on this visit. */
export const findDraftKey = () => ownKey('find');

/**
 * For which need a micromastery was found on this visit, so that a practice of it can say why it was begun. Where storage
 * is forbidden, only until the page is closed.
 */
let inHand: Readonly<Record<string, string>> | undefined;
/** Whose they are: home would refuse a practice that names the need of somebody else. */
let spaceInHand: string | null = null;

export function noteNeedInHand(micromasteryId: string, needId: string): void {
  inHand = { ...needsInHand(), [micromasteryId]: needId };
  try {
    sessionStorage.setItem(keyOfNeeds(), JSON.stringify(inHand));
  } catch {
    // Kept in memory.
  }
}

/** Find opens with these words. Where storage is forbidden, they are typed there. */
export function wordsForFind(words: { readonly gap: string; readonly next: string }): void {
  try {
    sessionStorage.setItem(findDraftKey(), JSON.stringify(words));
  } catch {
    // Find asks the same two questions.
  }
}

/** Something was begun for it: Find asks anew. */
export function needAnswered(): void {
  try {
    sessionStorage.removeItem(findDraftKey());
  } catch {
    // Then nothing was kept either.
  }
}

export function needInHand(micromasteryId: string): string | null {
  return needsInHand()[micromasteryId] ?? null;
}

function needsInHand(): Readonly<Record<string, string>> {
  const spaceId = currentSpace();
  if (inHand === undefined || spaceInHand !== spaceId) inHand = stored();
  spaceInHand = spaceId;
  return inHand;
}

function stored(): Readonly<Record<string, string>> {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(keyOfNeeds()) ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(Object.entries(value).filter(([, id]) => typeof id === 'string'));
  } catch {
    return {};
  }
}
