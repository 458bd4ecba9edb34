import { MILLISECONDS_PER_DAY, type Probability, probability } from '../units.ts';
import { coldForecast, type MeasuredSkill, type TimedAttempt } from './measured-skill.ts';
import { normalShare } from './normal-share.ts';

export type ReachedOnce = {
  readonly reached: boolean;
  readonly firstAttempt: number | null;
  readonly firstAt: number | null;
  readonly n: number;
};

/** Whether any attempt met the target, and the first that did, from 1. It stays true whatever comes after. */
export function reachedOnce(
  attempts: readonly TimedAttempt[],
  meets: (value: number) => boolean,
): ReachedOnce {
  const place = attempts.findIndex(({ value }) => meets(value));
  const first = attempts[place];
  return {
    reached: first !== undefined,
    firstAttempt: first === undefined ? null : place + 1,
    firstAt: first?.at ?? null,
    n: attempts.length,
  };
}

/** Probability that the first attempt of a session meets the target, with the 80% interval that the level leaves it. */
export type Holds = {
  readonly probability: Probability;
  readonly lower: Probability;
  readonly upper: Probability;
  readonly n: number;
};

const Z80 = 1.2815515655446004;

/**
 * P = Phi( (m - t) / sqrt(v + s^2) ), m and v mean and variance of the level of a cold attempt at `at`, s^2 that of one attempt about
 * it, t the target, all on the line. Interval: Phi( (m -+ 1.28 sqrt(v) - t) / s ), widened to hold P. `target` in the measure's unit.
 * Null for a range: distances from one are no normal scatter, and a probability from them would be wrong.
 */
export function holdsAt(skill: MeasuredSkill, target: number, at: number): Holds | null {
  if (skill.line.fromLine === null) return null;
  const { mean, meanVariance, noiseVariance } = coldForecast(skill, at);
  const t = skill.line.toLine(target);
  const noise = Math.sqrt(noiseVariance);
  const share = (centre: number, sd: number) => normalShare((centre - t) / sd);
  const reach = Z80 * Math.sqrt(meanVariance);
  const middle = share(mean, Math.sqrt(meanVariance + noiseVariance));
  return {
    probability: probability(middle),
    lower: probability(Math.min(middle, share(mean - reach, noise))),
    upper: probability(Math.max(middle, share(mean + reach, noise))),
    n: skill.n,
  };
}

export type LookAgain =
  | { readonly kind: 'already'; readonly at: number }
  | { readonly kind: 'on'; readonly at: number; readonly gapDays: number }
  | { readonly kind: 'not-within'; readonly days: number }
  | { readonly kind: 'not-for-a-range' };

/** Farther ahead nothing is planned. */
export const LONGEST_LOOK_AHEAD_DAYS = 730;

/** The first whole day after the last attempt, not before `now`, on which P(holds) is below `level`. */
export function whenToLookAgain(skill: MeasuredSkill, target: number, now: number, level: number): LookAgain {
  const today = holdsAt(skill, target, now);
  if (today === null) return { kind: 'not-for-a-range' };
  if (today.probability < level) return { kind: 'already', at: now };
  const first = Math.max(1, Math.ceil((now - skill.lastAt) / MILLISECONDS_PER_DAY));
  for (let gapDays = first; gapDays <= LONGEST_LOOK_AHEAD_DAYS; gapDays += 1) {
    const at = skill.lastAt + gapDays * MILLISECONDS_PER_DAY;
    const then = holdsAt(skill, target, at);
    if (then !== null && then.probability < level) return { kind: 'on', at, gapDays };
  }
  return { kind: 'not-within', days: LONGEST_LOOK_AHEAD_DAYS };
}
