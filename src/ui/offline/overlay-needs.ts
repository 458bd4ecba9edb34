import type { Need, NeedList, NeedRevisionBody } from '../../features/needs/contract.ts';
import { factOf } from './fact.ts';
import { isNewer } from './overlay-card.ts';
import type { PendingWrite } from './pending-write.ts';

/** Those that are still open first, those that were let go of last: the order in which home lists them. */
const PLACES = ['open', 'answered', 'let-go'] as const satisfies readonly Need['state'][];

/** What home said of the needs, with what it has not heard yet laid over it, in home's own order. */
export function overlayNeeds(list: NeedList | undefined, pending: readonly PendingWrite[]): NeedList {
  const kept = list?.needs ?? [];
  const known = new Set(kept.map((need) => need.id));
  const made = pending.flatMap((write): Need[] => {
    const fact = factOf(write);
    if (fact?.kind !== 'need' || known.has(fact.id)) return [];
    return [{ ...fact.body, id: fact.id, state: 'open', revisedAt: null, micromasteryIds: [] }];
  });
  const needs = [...made, ...kept].map((need) => overlayNeed(need, pending));
  return { needs: needs.sort(byPlace), next: list?.next ?? null };
}

function overlayNeed(need: Need, pending: readonly PendingWrite[]): Need {
  // An answer of before the needs could be said anew has neither of the two.
  let shown: Need = { ...need, state: need.state ?? 'open', revisedAt: need.revisedAt ?? null };
  const matched: string[] = [];
  for (const write of pending) {
    const fact = factOf(write);
    if (fact?.kind === 'match' && fact.id === need.id) matched.push(fact.micromasteryId);
    if (fact?.kind !== 'need-revision' || fact.body.needId !== need.id) continue;
    // Of two devices the one that spoke last is in force, though the other one sends later.
    if (isNewer(fact.body.revisedAt, shown.revisedAt)) shown = { ...shown, ...saidIn(fact.body) };
  }
  return { ...shown, micromasteryIds: [...new Set([...need.micromasteryIds, ...matched])] };
}

function saidIn({ needId, ...said }: NeedRevisionBody): Partial<Need> {
  return said;
}

function byPlace(a: Need, b: Need): number {
  return (
    PLACES.indexOf(a.state) - PLACES.indexOf(b.state) ||
    Date.parse(b.raisedAt) - Date.parse(a.raisedAt) ||
    (a.id < b.id ? 1 : -1)
  );
}
