import { type Jotted, jottedKeys, thisTab } from './jotted.ts';
import type { WriteStore } from './write-store.ts';

/** A database that takes longer than this over a fact has not taken it: the page of another tab is gone, or will say so. */
const LONGEST_UNDERWAY_MILLISECONDS = 60_000;

/**
 * Before anything else is asked of the device's database: what a page jotted down and could not see into it. A fact that is
 * there already is not put there again, and home takes one that it has as the same. Never rejects: what could not be taken up
 * is there at the next start.
 */
export async function takeUpJotted(disk: Pick<WriteStore, 'all' | 'append'>): Promise<void> {
  try {
    for (const key of jottedKeys()) await takeUp(disk, key);
  } catch {
    // The disk took nothing.
  }
}

async function takeUp(disk: Pick<WriteStore, 'all' | 'append'>, key: string): Promise<void> {
  const jotted = readJotted(key);
  if (jotted === null) {
    localStorage.removeItem(key);
    return;
  }
  // Of another tab, the page that jotted it may be there still.
  const isUnderway = jotted.tab !== thisTab() && Date.now() - jotted.at < LONGEST_UNDERWAY_MILLISECONDS;
  if (isUnderway) return;
  const there = new Set((await disk.all()).map(({ path }) => path));
  const writes = jotted.writes.filter(({ path }) => !there.has(path));
  // Its notes lie there with its writes, or with neither.
  if (writes.length > 0) await disk.append(jotted.spaceId, writes, jotted.notes);
  localStorage.removeItem(key);
}

/** The one place where it gets its type back: only `jot` writes it. Null where it was cut off. */
function readJotted(key: string): Jotted | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Jotted | null;
  } catch {
    return null;
  }
}
