import type { MappingSoFar } from './contract.ts';

const ROLES = ['valueColumn', 'timeColumn', 'timeOfDayColumn', 'noteColumn'] as const;

/**
 * What was chosen so far, and now `part`. A column is one thing only: one that was chosen for something else leaves it,
 * and what it leaves is guessed anew.
 */
export function chooseColumns(chosen: MappingSoFar, part: MappingSoFar): MappingSoFar {
  const next: MappingSoFar = { ...chosen, ...part };
  const claimed = ROLES.flatMap((role) => part[role] ?? []);
  for (const role of ROLES) {
    const name = next[role];
    if (!(role in part) && typeof name === 'string' && claimed.includes(name)) delete next[role];
  }
  const conditions = next.conditionColumns?.filter((name) => !claimed.includes(name));
  return conditions === undefined ? next : { ...next, conditionColumns: conditions };
}
