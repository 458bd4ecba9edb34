import type { IfThenPlan } from '../../features/support/contract.ts';
import { tagsOf } from '../tags-of.ts';
import type { DesignSupport } from './design-slots.ts';
import { cueOf } from './plan-words.ts';

/** What gets in the way of most practice, whatever the skill. */
const COMMON = ['tired', 'interrupted', 'too little time', 'something was missing', 'my mind was elsewhere'];

export type Obstacle = {
  /** As it is kept with a take: a tag. */
  readonly tag: string;
  /** The learner's own plan for it; null where there is none. */
  readonly plan: IfThenPlan | null;
  /** What the design would do then; null where it says nothing. */
  readonly offer: string | null;
};

/** A cue as a tag is written: without commas, and not too long. */
export function obstacleTag(cue: string): string {
  return tagsOf(cueOf(cue).replaceAll(',', ' ').replaceAll(/\s+/g, ' '))[0] ?? '';
}

/** What may have got in the way: what the learner has plans for, then what the design names, then what is common. */
export function obstaclesOf(plans: readonly IfThenPlan[], design: DesignSupport): readonly Obstacle[] {
  const all: Obstacle[] = [
    ...plans.map((plan) => ({ tag: obstacleTag(plan.cue), plan, offer: null })),
    ...(design?.obstacles ?? []).map((one) => ({ tag: obstacleTag(one.if), plan: null, offer: one.then })),
    ...COMMON.map((tag) => ({ tag, plan: null, offer: null })),
  ];
  const first = new Map<string, Obstacle>();
  for (const one of all) {
    const key = one.tag.toLowerCase();
    if (key !== '' && !first.has(key)) first.set(key, one);
  }
  return [...first.values()];
}

/** A tag put to the others, or taken from them. */
export function toggledTag(tags: readonly string[], tag: string): string[] {
  return tags.includes(tag) ? tags.filter((one) => one !== tag) : [...tags, tag];
}
