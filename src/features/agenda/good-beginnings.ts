import type { Micromastery } from '../library/contract.ts';

const MOST_MINUTES = 5;
const MOST_SHOWN = 3;

export type GoodBeginning = Pick<Micromastery, 'id' | 'title' | 'fields'> & {
  readonly entryTrick: NonNullable<Micromastery['entryTrick']>;
  readonly attemptMinutes: number;
};

/**
 * Three to begin with at once: a take fits into five minutes, the way in may be read first, little has to be fetched, and no
 * two are of one field. The same library gives the same three.
 */
export function goodBeginnings(micromasteries: readonly Micromastery[]): readonly GoodBeginning[] {
  const shown: GoodBeginning[] = [];
  const fitting = micromasteries.filter(({ isOwn }) => !isOwn).toSorted((a, b) => neededOf(a) - neededOf(b));
  for (const { id, title, fields, entryTrick, repeat } of fitting) {
    const attemptMinutes = repeat?.attemptMinutes ?? null;
    if (entryTrick === null || entryTrick.tryFirst || attemptMinutes === null) continue;
    const isNear = shown.some((other) => other.fields.some((field) => fields.includes(field)));
    if (attemptMinutes > MOST_MINUTES || isNear) continue;
    shown.push({ id, title, fields, entryTrick, attemptMinutes });
    if (shown.length === MOST_SHOWN) break;
  }
  return shown;
}

/** How many things and people there have to be. */
function neededOf({ support }: Micromastery): number {
  return support === null ? 0 : support.kit.length + support.people.length;
}
