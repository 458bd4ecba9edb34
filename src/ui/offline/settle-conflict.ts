import type { Choice } from './conflict-choices.ts';
import { type Fact, factOf, linksOf, referringTo } from './fact.ts';
import type { PendingWrite, Write } from './pending-write.ts';
import { retractionOf } from './retraction.ts';

export type Settlement = {
  readonly removed: readonly number[];
  readonly put: readonly PendingWrite[];
  readonly append: readonly Write[];
};

/** What a choice does to the queue: this device's version gets an id of its own, or goes. */
export function settleConflict(
  writes: readonly PendingWrite[],
  write: PendingWrite,
  choice: Choice,
  chance: { readonly newId: () => string; readonly now: () => Date },
): Settlement {
  const fact = factOf(write);
  if (choice === 'home' || fact === null) {
    const goesToo = fact?.kind === 'attempt' ? hangingOn(writes, fact.id) : [];
    return { removed: [write.place, ...goesToo], put: [], append: [] };
  }
  const id = chance.newId();
  const renamed = renameTo(writes, write, fact, id);
  if (choice === 'both') return { removed: [], put: renamed, append: [] };
  return { removed: [], ...overrule(renamed, write.place, fact, chance) };
}

/** Makes this device's version, now under an id of its own, count instead of home's. */
function overrule(
  renamed: readonly PendingWrite[],
  place: number,
  fact: Fact,
  chance: { readonly newId: () => string; readonly now: () => Date },
): Pick<Settlement, 'put' | 'append'> {
  const withBody = (body: unknown) => renamed.map((one) => (one.place === place ? { ...one, body } : one));
  const now = chance.now().toISOString();
  switch (fact.kind) {
    case 'attempt':
      return { put: renamed, append: [retractionOf(fact.id, fact.body.practiceId, chance.newId(), now)] };
    case 'remark':
      return { put: withBody({ ...fact.body, replacesId: fact.id }), append: [] };
    case 'payoff':
    case 'wish':
    case 'aim':
    case 'setting':
    case 'support-slot':
      return { put: withBody({ ...fact.body, setAt: now }), append: [] };
    case 'need-revision':
      return { put: withBody({ ...fact.body, revisedAt: now }), append: [] };
    case 'following':
      return { put: withBody({ ...fact.body, followedAt: now }), append: [] };
    case 'payoff-choice':
      return { put: withBody({ ...fact.body, chosenAt: now }), append: [] };
    case 'placing':
      return { put: withBody({ ...fact.body, placedAt: now }), append: [] };
    case 'support-check':
      return { put: withBody({ ...fact.body, checkedAt: now }), append: [] };
    default:
      return { put: renamed, append: [] };
  }
}

/** The write under a new id, with everything that refers to it; it is free to be sent again. */
function renameTo(
  writes: readonly PendingWrite[],
  write: PendingWrite,
  fact: Fact,
  id: string,
): PendingWrite[] {
  return writes.flatMap((one) => {
    if (one.place === write.place) {
      return [{ ...one, path: one.path.replace(fact.id, id), state: 'kept' as const, problem: null }];
    }
    const isOfIt = fact.kind === 'design' && linksOf(one).own === fact.id && one.place > write.place;
    if (!isOfIt && !linksOf(one).needs.includes(fact.id)) return [];
    return [{ ...one, path: one.path.replace(fact.id, id), body: referringTo(one.body, fact.id, id) }];
  });
}

/** Places of everything that says something about an attempt, and about that in turn. */
function hangingOn(writes: readonly PendingWrite[], id: string): number[] {
  return writes.flatMap((one) => {
    const { own, needs } = linksOf(one);
    if (!needs.includes(id)) return [];
    return [one.place, ...(own === null ? [] : hangingOn(writes, own))];
  });
}
