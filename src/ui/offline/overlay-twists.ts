import type { TwistList } from '../../features/twists/contract.ts';
import { factOf } from './fact.ts';
import type { Write } from './pending-write.ts';

/** What home said was drawn in a practice, with what it has not heard yet laid over it; by place. */
export function overlayTwists(
  list: TwistList | undefined,
  practiceId: string,
  writes: readonly Write[],
): TwistList {
  const home = list ?? { draws: [] };
  const known = new Set(home.draws.map(({ id }) => id));
  const own = writes.flatMap((write) => {
    const fact = factOf(write);
    const isNew = fact?.kind === 'twist-draw' && fact.body.practiceId === practiceId && !known.has(fact.id);
    return isNew ? [{ ...fact.body, id: fact.id }] : [];
  });
  return own.length === 0 ? home : { draws: [...home.draws, ...own].sort((a, b) => a.place - b.place) };
}
