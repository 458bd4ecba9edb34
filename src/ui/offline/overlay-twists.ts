import type { TwistList } from '../../features/twists/contract.ts';
import { factOf } from './fact.ts';
import type { Write } from './pending-write.ts';

/** What home said of the challenges of a practice, with what it has not heard yet laid over it; draws by place. */
export function overlayTwists(
  list: TwistList | undefined,
  practiceId: string,
  writes: readonly Write[],
): TwistList {
  const home = list ?? { draws: [] };
  const draws = new Map(home.draws.map((draw) => [draw.id, draw]));
  // A device may have kept the answer of a home from before cards and difficulty.
  const cards = new Map((home.cards ?? []).map((card) => [card.name, card]));
  let { difficulty = null } = home;
  let isNew = false;
  for (const write of writes) {
    const fact = factOf(write);
    if (fact?.kind !== 'twist-draw' && fact?.kind !== 'twist-card' && fact?.kind !== 'difficulty') continue;
    if (fact.body.practiceId !== practiceId || draws.has(fact.id)) continue;
    isNew = true;
    if (fact.kind === 'twist-draw') draws.set(fact.id, { ...fact.body, id: fact.id });
    else if (fact.kind === 'twist-card') cards.set(fact.body.name, { ...fact.body, id: fact.id });
    else difficulty = { ...fact.body, id: fact.id };
  }
  if (!isNew) return home;
  return {
    draws: [...draws.values()].sort((a, b) => a.place - b.place),
    cards: [...cards.values()],
    difficulty,
  };
}
