import type { AtHand, IfThenPlan, Support } from '../../features/support/contract.ts';
import { factOf } from './fact.ts';
import { isNewer, practiceOf } from './overlay-card.ts';
import type { Write } from './pending-write.ts';

type Laid = {
  readonly slots: Map<string, Support['slots'][number]>;
  readonly plans: Map<string, IfThenPlan>;
  readonly atHand: Map<string, AtHand>;
  readonly checks: Map<string, Support['checks'][number]>;
};

/** What home said is around a practice, with what it has not heard yet laid over it. */
export function overlaySupport(
  support: Support | undefined,
  practiceId: string,
  writes: readonly Write[],
): Support {
  const home = support ?? { practiceId, slots: [], plans: [], atHand: [], checks: [] };
  const own = writes.filter((write) => practiceOf(write, writes) === practiceId);
  const laid: Laid = {
    slots: new Map(home.slots.map((slot) => [slot.slot, slot])),
    plans: new Map(home.plans.map((plan) => [plan.id, plan])),
    atHand: new Map(home.atHand.map((one) => [one.id, one])),
    checks: new Map(home.checks.map((check) => [check.sessionId, check])),
  };
  let isChanged = false;
  for (const write of own) isChanged = layOne(write, laid) || isChanged;
  if (!isChanged) return home;
  return {
    practiceId,
    slots: [...laid.slots.values()],
    plans: [...laid.plans.values()].sort(asSet),
    atHand: [...laid.atHand.values()].sort(asSet),
    checks: [...laid.checks.values()].sort((a, b) => Date.parse(b.checkedAt) - Date.parse(a.checkedAt)),
  };
}

function layOne(write: Write, { slots, plans, atHand, checks }: Laid): boolean {
  const fact = factOf(write);
  switch (fact?.kind) {
    case 'support-slot':
      if (!isNewer(fact.body.setAt, slots.get(fact.body.slot)?.setAt)) return false;
      slots.set(fact.body.slot, { ...fact.body, id: fact.id });
      return true;
    case 'support-check':
      if (!isNewer(fact.body.checkedAt, checks.get(fact.body.sessionId)?.checkedAt)) return false;
      checks.set(fact.body.sessionId, { ...fact.body, id: fact.id });
      return true;
    case 'if-then-plan': {
      const { replacesId, isDropped, ...plan } = fact.body;
      // Home's count of how often it came up is not known here: what is there already stays.
      const kept = plans.get(fact.id)?.uses;
      return put(plans, replacesId, isDropped, {
        ...plan,
        id: fact.id,
        uses: kept ?? { done: 0, cameUp: 0 },
      });
    }
    case 'if-then-use': {
      const plan = plans.get(fact.body.planId);
      if (plan === undefined) return false;
      const { done, cameUp } = plan.uses;
      plans.set(plan.id, {
        ...plan,
        uses: { done: done + Number(fact.body.isDone), cameUp: cameUp + 1 },
      });
      return true;
    }
    case 'at-hand': {
      const { replacesId, isDropped, ...one } = fact.body;
      return put(atHand, replacesId, isDropped, { ...one, id: fact.id });
    }
    default:
      return false;
  }
}

function put<One extends { readonly id: string }>(
  all: Map<string, One>,
  replacesId: string | null,
  isDropped: boolean,
  one: One,
): true {
  if (replacesId !== null) all.delete(replacesId);
  if (!isDropped) all.set(one.id, one);
  return true;
}

function asSet(a: Pick<AtHand, 'setAt' | 'id'>, b: Pick<AtHand, 'setAt' | 'id'>): number {
  return Date.parse(a.setAt) - Date.parse(b.setAt) || (a.id < b.id ? -1 : 1);
}
