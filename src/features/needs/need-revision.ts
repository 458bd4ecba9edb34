import type { Need, NeedRevisionBody } from './contract.ts';

/** What can be said anew of a need. */
export type Said = Pick<Need, 'text' | 'horizon' | 'wantedWithin' | 'context' | 'state'>;

export function saidOf({ text, horizon, wantedWithin, context, state }: Said): Said {
  return { text, horizon, wantedWithin, context, state };
}

/**
 * The need as it is from now on, whole. Later than what is in force, also where this device's clock is behind the one that
 * said that: what a person says last counts.
 */
export function revisionOf(need: Pick<Need, 'id' | 'revisedAt'>, said: Said, now: Date): NeedRevisionBody {
  const after = need.revisedAt === null ? 0 : Date.parse(need.revisedAt) + 1;
  const revisedAt = new Date(Math.max(now.getTime(), after)).toISOString();
  return { needId: need.id, ...saidOf(said), revisedAt };
}
