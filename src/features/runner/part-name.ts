/** As much as the name of a part may hold. */
export const LONGEST_PART = 80;

/** As it is kept: one line, so that a part that is typed twice is one part; null where nothing was typed. */
export function partName(typed: string): string | null {
  const name = typed.replace(/\s+/gu, ' ').trim().slice(0, LONGEST_PART).toWellFormed().trim();
  return name === '' ? null : name;
}
