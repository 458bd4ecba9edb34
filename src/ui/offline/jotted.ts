import { newId } from './device.ts';
import type { Write } from './pending-write.ts';
import { OURS } from './space.ts';
import type { Note } from './write-store.ts';

/*
 * The device's database answers a moment later, and a page that is loaded anew in that moment loses what it was told. So a
 * fact is jotted down first where a browser writes at once, and struck when the database has it; what a page did not come
 * to strike is taken up by the next one (take-up-jotted.ts).
 */

export const JOTTED = `${OURS}jotted-`;
const TAB_KEY = `${OURS}tab`;
/** Of one jotting, in letters, and how many there may be: the whole storage holds five million. */
const MOST_LETTERS = 50_000;
const MOST = 40;

export type Jotted = {
  readonly spaceId: string;
  readonly writes: readonly Write[];
  readonly notes: readonly Note[];
  /** By the tab, in which no two pages live at once. */
  readonly tab: string;
  /** Milliseconds since 1970. */
  readonly at: number;
};

/** Answers how to strike it. Where nothing can be written at once, nothing is. */
export function jot(spaceId: string, writes: readonly Write[], notes: readonly Note[]): () => void {
  const key = `${JOTTED}${newId()}/${spaceId}`;
  try {
    const text = JSON.stringify({ spaceId, writes, notes, tab: thisTab(), at: Date.now() } satisfies Jotted);
    if (text.length <= MOST_LETTERS && jottedKeys().length < MOST) localStorage.setItem(key, text);
    return () => localStorage.removeItem(key);
  } catch {
    return () => {};
  }
}

/** In the order in which they were jotted. */
export function jottedKeys(): readonly string[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(JOTTED))
      .sort();
  } catch {
    return [];
  }
}

/** It goes on under its name when it is loaded anew. */
export function thisTab(): string {
  const tab = sessionStorage.getItem(TAB_KEY) ?? newId();
  sessionStorage.setItem(TAB_KEY, tab);
  return tab;
}
