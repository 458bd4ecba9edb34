/** What is plainly seen of somebody's practice. Null: not known, and then nothing is concluded from it. */
export type Behaviour = {
  /** Days since the last session, without paused days, and the median of the gaps before; null before three gaps. */
  readonly daysSince: number;
  readonly usualGapDays: number | null;
  readonly sessions: number;
  /** How the last sessions felt, 1 to 5, newest last. */
  readonly feels: readonly number[];
  /** What `plateauOf` says, and attempts since the window began that says so. */
  readonly course: 'improving' | 'plateau' | 'cannot-tell' | null;
  readonly plateauAttempts: number;
  /** Probability that a cold attempt today meets the target which was once reached; null where it never was. */
  readonly holds: number | null;
  /** Practices begun and not parked, and how many of those began within the last fortnight. */
  readonly open: number;
  readonly openedLately: number;
  /** Of sessions that were planned with a cue in the last four weeks: how many, and how many did not begin. */
  readonly cued: number;
  readonly cuesPassed: number;
};

export const WAYS = ['give-up', 'no-momentum', 'distracted'] as const;
export type Way = (typeof WAYS)[number];

export type Reason =
  | { readonly kind: 'gap-beyond-own-pattern'; readonly days: number; readonly usualDays: number }
  | { readonly kind: 'feel-falling'; readonly from: number; readonly to: number; readonly n: number }
  | { readonly kind: 'plateau'; readonly attempts: number }
  | { readonly kind: 'no-longer-holds'; readonly probability: number }
  | { readonly kind: 'many-open'; readonly open: number; readonly lately: number }
  | { readonly kind: 'cues-passed'; readonly passed: number; readonly of: number };

export type Offer =
  | 'two-minute-return'
  | 'smaller-repetition'
  | 'three-exits'
  | 'look-again'
  | 'park-some'
  | 'if-then-plan';

/** A rule that holds, with what it goes by and what may be offered. Never a prediction: ask before anything is done. */
export type WaySeen = {
  readonly way: Way;
  readonly reasons: readonly [Reason, ...Reason[]];
  readonly offer: Offer;
};

/** Three times one's own usual gap, and more than a week: a rhythm that has changed rather than a day that was full. */
const GAP_TIMES = 3;
const LEAST_GAP_DAYS = 8;
/** Half of the last sessions are set against the half before. */
const FEELS = 6;
const FELL_BY = 1;
/** Below one in two it no longer holds more often than not. */
const HOLDS_LEAST = 0.5;
/** One in focus, two kept alive: more than that many open, some of them new. */
const MOST_OPEN = 3;
const FEWEST_CUED = 4;

/**
 * The rules for the three ways people fail, in the order of WAYS. Nobody has labels for them, so they are stated rules with
 * their reasons and no probabilities. Empty where nothing is seen.
 */
export function waysSeen(behaviour: Behaviour): readonly WaySeen[] {
  return [...givingUp(behaviour), ...withoutMomentum(behaviour), ...distracted(behaviour)];
}

function givingUp({ daysSince, usualGapDays, feels }: Behaviour): readonly WaySeen[] {
  const reasons: Reason[] = [];
  const isLong = usualGapDays !== null && daysSince >= Math.max(LEAST_GAP_DAYS, GAP_TIMES * usualGapDays);
  if (isLong) reasons.push({ kind: 'gap-beyond-own-pattern', days: daysSince, usualDays: usualGapDays });
  const fall = feltFall(feels);
  if (fall !== null) reasons.push(fall);
  return seen('give-up', reasons, isLong ? 'two-minute-return' : 'smaller-repetition');
}

function feltFall(feels: readonly number[]): Reason | null {
  if (feels.length < FEELS) return null;
  const last = feels.slice(-FEELS);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [from, to] = [mean(last.slice(0, FEELS / 2)), mean(last.slice(FEELS / 2))];
  return from - to >= FELL_BY ? { kind: 'feel-falling', from, to, n: FEELS } : null;
}

function withoutMomentum({ course, plateauAttempts, holds }: Behaviour): readonly WaySeen[] {
  const reasons: Reason[] = [];
  if (course === 'plateau') reasons.push({ kind: 'plateau', attempts: plateauAttempts });
  if (holds !== null && holds < HOLDS_LEAST) reasons.push({ kind: 'no-longer-holds', probability: holds });
  return seen('no-momentum', reasons, course === 'plateau' ? 'three-exits' : 'look-again');
}

function distracted({ open, openedLately, cued, cuesPassed }: Behaviour): readonly WaySeen[] {
  const reasons: Reason[] = [];
  const isMany = open > MOST_OPEN && openedLately > 0;
  if (isMany) reasons.push({ kind: 'many-open', open, lately: openedLately });
  if (cued >= FEWEST_CUED && 2 * cuesPassed >= cued)
    reasons.push({ kind: 'cues-passed', passed: cuesPassed, of: cued });
  return seen('distracted', reasons, isMany ? 'park-some' : 'if-then-plan');
}

function seen(way: Way, [first, ...more]: readonly Reason[], offer: Offer): readonly WaySeen[] {
  return first === undefined ? [] : [{ way, reasons: [first, ...more], offer }];
}
