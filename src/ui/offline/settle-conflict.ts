import { type Fact, type FactKind, factOf, linksOf, referringTo } from './fact.ts';
import type { PendingWrite, Write } from './pending-write.ts';

/** `mine`: this device's counts, home's no longer does. `home`: the other way round. `both`: both count. */
export type Choice = 'mine' | 'home' | 'both';

/** What can be chosen, by kind: facts are only ever added, so not everything can be taken back. */
const CHOICES: Readonly<Record<FactKind, readonly Choice[]>> = {
  attempt: ['mine', 'home', 'both'],
  remark: ['mine', 'home', 'both'],
  // The newest payoff is in force, and every earlier one stays in its history.
  payoff: ['mine', 'home'],
  practice: ['home', 'both'],
  session: ['home', 'both'],
  need: ['home', 'both'],
  retraction: ['home', 'both'],
  // A session ends once, and what home has as its end stays.
  'session-end': ['home'],
  match: ['home'],
  'aim-result': ['home'],
  'pause-end': ['home'],
  'evidence-removal': ['home'],
  // Of these the newest is in force, as of payoffs.
  'need-revision': ['mine', 'home'],
  following: ['mine', 'home'],
  wish: ['mine', 'home'],
  'payoff-choice': ['mine', 'home'],
  aim: ['mine', 'home'],
  placing: ['mine', 'home'],
  setting: ['mine', 'home'],
  'support-slot': ['mine', 'home'],
  'support-check': ['mine', 'home'],
  'plan-answer': ['home', 'both'],
  pause: ['home', 'both'],
  'if-then-plan': ['home', 'both'],
  'if-then-use': ['home', 'both'],
  'at-hand': ['home', 'both'],
  showing: ['home', 'both'],
  evidence: ['home', 'both'],
  // Two devices saved a version under one number: this one's becomes a micromastery of its own.
  design: ['home', 'both'],
};

export function choicesFor(write: Pick<Write, 'path' | 'body'>): readonly Choice[] {
  const fact = factOf(write);
  return fact === null ? ['home'] : CHOICES[fact.kind];
}

/** Whether home already keeps what this write means, so that there is nothing to choose. */
export function isSameInMeaning(write: Pick<Write, 'path' | 'body'>, stored: unknown): boolean {
  const fact = factOf(write);
  if (fact?.kind === 'match') return true;
  if (fact?.kind !== 'session-end') return false;
  const kept = typeof stored === 'object' && stored !== null && 'line' in stored ? stored.line : null;
  return fact.body.line === null || fact.body.line === kept;
}

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

/** Takes an attempt back: it stays on record and no longer counts. */
export function retractionOf(attemptId: string, practiceId: string, id: string, retractedAt: string): Write {
  return { path: `/api/retractions/${id}`, body: { attemptId, retractedAt }, practiceId };
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
