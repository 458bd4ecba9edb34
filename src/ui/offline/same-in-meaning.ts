import { factOf } from './fact.ts';
import type { Write } from './pending-write.ts';

/** Whether home already keeps what this write means, so that there is nothing to choose. */
export function isSameInMeaning(write: Pick<Write, 'path' | 'body'>, stored: unknown): boolean {
  const fact = factOf(write);
  if (fact?.kind === 'match') return true;
  if (fact?.kind !== 'session-end') return false;
  const kept = typeof stored === 'object' && stored !== null && 'line' in stored ? stored.line : null;
  return fact.body.line === null || fact.body.line === kept;
}
