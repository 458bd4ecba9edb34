import type { MeasureKind } from '../measure/measure.ts';
import { type BetterOrRange, type PracticeLine, practiceLine } from '../plateau/practice-line.ts';
import {
  expectedLoss,
  gapDaysBetween,
  type HalfLifeBelief,
  priorHalfLife,
  type SkillSort,
  withColdStart,
} from './half-life.ts';

export type SkillOptions = {
  readonly kind: MeasureKind;
  readonly better: BetterOrRange;
  readonly sort: SkillSort;
};

/** `at`: milliseconds since 1970. In the order of time. */
export type TimedAttempt = { readonly value: number; readonly at: number };

/** On the line, where more is better; variances of the level are of what is known of it, not of an attempt. */
export type MeasuredSkill = {
  readonly line: PracticeLine;
  readonly n: number;
  readonly lastAt: number;
  /** What decay leads back towards: the mean of the first attempts, drawn slowly after the level. */
  readonly start: number;
  readonly level: number;
  /** The highest that the level was once five attempts told of it: what was held, and no single lucky attempt. */
  readonly best: number;
  readonly levelVariance: number;
  readonly noiseVariance: number;
  /** What the first attempt of a session lies off by, and its variance in units of the noise's; half of it is gone with the second. */
  readonly cost: number;
  readonly costVariance: number;
  readonly halfLife: HalfLifeBelief;
  /** What a long gap moves the level by, either way, as this learner's own gaps have shown: a variance as `unrest` takes it. */
  readonly gapUnrest: number;
};

export type TooFewAttempts = {
  readonly kind: 'too-few-attempts';
  readonly have: number;
  readonly need: number;
};

export const FEWEST_FOR_SKILL = 5;
const START_ATTEMPTS = 3;
const SESSION_PAUSE_DAYS = 30 / (24 * 60);
/** From here on, a gap is long enough for its first attempts to tell of decay, and for the level to have moved either way. */
export const LONG_GAP_DAYS = 7;
export const COLD_ATTEMPTS = 5;
/** Share of the cost of beginning that the next attempt still has. */
const COST_KEPT = 0.6;
const COST = { mean: -0.1, sd: 0.3 } as const;
/** Variances in units of the noise's: what the level moves by from attempt to attempt, with a session, and over a long gap. */
const DRIFT = 0.004;
const SESSION_UNREST = 0.02;
const GAP_UNREST = { prior: 0.3, priorGaps: 2, least: 0.02, most: 3 } as const;
/** Of a good or bad day, in units of the noise's: the mean of five attempts of one day is not the level. */
const DAY_SHARE = 0.15;
/**
 * What has been held over so many attempts is not lost at the rate of a fresh gain: the half-lives are of gains just trained,
 * and nobody types as on the first day after a month off. Ours; without it, decay made forecasts worse on long-practised skills.
 */
const SETTLING_ATTEMPTS = 50;
const NOISE_MEMORY = 0.98;
const WIDEST = 3;

type Working = { -readonly [Key in keyof MeasuredSkill]: MeasuredSkill[Key] } & {
  since: number | null;
  noiseWeight: number;
  gaps: number;
  cold: {
    readonly gapDays: number;
    readonly before: number;
    readonly gain: number;
    readonly beforeVariance: number;
    readonly expected: { readonly mean: number; readonly variance: number };
    sum: number;
    count: number;
  } | null;
};

/**
 * Skill, preparedness and slow decay: z_t = level_t + cost 0.6^k + noise, k attempts since the session began. The level
 * walks a little with each attempt and session; over a gap of d days it loses (level - start)(1 - 2^(-d/h)), the half-life
 * h under a prior that the first five attempts after each gap of a week or more move. Kalman filter; slips are brought in to
 * three standard deviations. After Kumar et al. 2022 (long-term skill and short-term preparedness); the rest is ours.
 */
export function measuredSkill(
  attempts: readonly TimedAttempt[],
  options: SkillOptions,
): MeasuredSkill | TooFewAttempts {
  const n = attempts.length;
  if (n < FEWEST_FOR_SKILL) return { kind: 'too-few-attempts', have: n, need: FEWEST_FOR_SKILL };
  const working = begun(attempts, options);
  for (const attempt of attempts) take(working, attempt);
  const { since: _, noiseWeight: __, cold: ___, gaps: ____, ...skill } = working;
  return skill;
}

function begun(attempts: readonly TimedAttempt[], { kind, better, sort }: SkillOptions): Working {
  const first = attempts.slice(0, FEWEST_FOR_SKILL).map(({ value }) => value);
  const line = practiceLine(kind, better, first);
  const at = first.map(line.toLine);
  const level = medianOf(at);
  const away = 1.4826 * medianOf(at.map((z) => Math.abs(z - level)));
  const usual = line.usualNoise ?? Math.max(away, LEAST_NOISE);
  const noiseVariance = Math.max(LEAST_NOISE ** 2, (away * away + usual * usual) / 2);
  return {
    line,
    n: 0,
    lastAt: attempts[0]?.at ?? 0,
    start: at.slice(0, START_ATTEMPTS).reduce((sum, z) => sum + z, 0) / START_ATTEMPTS,
    level,
    best: Number.NEGATIVE_INFINITY,
    levelVariance: DIFFUSE * noiseVariance,
    noiseVariance,
    noiseWeight: USUAL_WEIGHT,
    cost: COST.mean * Math.sqrt(noiseVariance),
    costVariance: COST.sd ** 2,
    halfLife: priorHalfLife(sort),
    gapUnrest: GAP_UNREST.prior,
    gaps: GAP_UNREST.priorGaps,
    since: null,
    cold: null,
  };
}

const LEAST_NOISE = 1e-6;
const DIFFUSE = 100;
/** The usual noise counts as so many attempts. */
const USUAL_WEIGHT = 5;

function take(skill: Working, { value, at }: TimedAttempt): void {
  const days = gapDaysBetween(skill.lastAt, at);
  if (skill.n > 0 && days >= SESSION_PAUSE_DAYS) beginSession(skill, days);
  else if (skill.since !== null) skill.since += 1;
  skill.lastAt = Math.max(skill.lastAt, at);
  const preparedness = skill.since === null ? 0 : COST_KEPT ** skill.since;
  const held = { ...skill };
  const expected = skill.level + skill.cost * preparedness;
  skill.levelVariance += DRIFT * skill.noiseVariance;
  const variance = skill.levelVariance + skill.noiseVariance * (1 + skill.costVariance * preparedness ** 2);
  const reach = WIDEST * Math.sqrt(variance);
  const raw = skill.line.toLine(value);
  const error = Math.min(reach, Math.max(-reach, raw - expected));
  const gain = skill.levelVariance / variance;
  const costGain = (skill.costVariance * preparedness * skill.noiseVariance) / variance;
  skill.level += gain * error;
  skill.levelVariance *= 1 - gain;
  skill.cost += costGain * error;
  skill.costVariance *= 1 - costGain * preparedness;
  skill.n += 1;
  if (skill.n >= FEWEST_FOR_SKILL) skill.best = Math.max(skill.best, skill.level);
  if (skill.n > START_ATTEMPTS) skill.start += (skill.level - skill.start) / SETTLING_ATTEMPTS;
  learnNoise(skill, (error * error) / (variance / held.noiseVariance));
  learnDecay(skill, raw, preparedness);
}

function beginSession(skill: Working, days: number): void {
  // The rise within the first session is learning: nothing is told of preparedness before the second.
  skill.since = 0;
  const gain = Math.max(0, skill.level - skill.start);
  const { mean, variance } = expectedLoss(skill.halfLife, days);
  const isLong = days >= LONG_GAP_DAYS;
  skill.cold = isLong
    ? {
        gapDays: days,
        before: skill.level,
        beforeVariance: skill.levelVariance,
        gain,
        expected: { mean: gain * mean, variance: gain * gain * variance },
        sum: 0,
        count: 0,
      }
    : null;
  skill.level -= gain * mean;
  skill.levelVariance += gain * gain * variance + unrest(skill, days) * skill.noiseVariance;
}

/** Variance of the level, in units of the noise's, that time away adds. */
function unrest({ gapUnrest }: Pick<MeasuredSkill, 'gapUnrest'>, days: number): number {
  return SESSION_UNREST + (days < LONG_GAP_DAYS ? 0 : gapUnrest * doublings(days));
}

const doublings = (days: number) => Math.log2(1 + days / LONG_GAP_DAYS);

/** By moments: what the first attempts lay off by, squared, beyond what all else accounts for; the usual counts as two gaps. */
function learnUnrest(skill: Working, away: number, otherVariance: number, days: number): void {
  skill.gaps += 1;
  const seen = (away * away - otherVariance) / (skill.noiseVariance * doublings(days));
  const held = Math.min(GAP_UNREST.most, Math.max(-GAP_UNREST.most, seen));
  const next = skill.gapUnrest + (held - skill.gapUnrest) / skill.gaps;
  skill.gapUnrest = Math.max(GAP_UNREST.least, next);
}

function learnNoise(skill: Working, squared: number): void {
  skill.noiseWeight = NOISE_MEMORY * skill.noiseWeight + 1;
  skill.noiseVariance = Math.max(
    LEAST_NOISE ** 2,
    skill.noiseVariance + (squared - skill.noiseVariance) / skill.noiseWeight,
  );
}

function learnDecay(skill: Working, raw: number, preparedness: number): void {
  const { cold } = skill;
  if (cold === null) return;
  const reach = WIDEST * Math.sqrt(skill.noiseVariance);
  const held = Math.min(cold.before + reach, Math.max(cold.before - reach - cold.gain, raw));
  cold.sum += held - skill.cost * preparedness;
  cold.count += 1;
  if (cold.count < COLD_ATTEMPTS) return;
  const { gapDays, gain, before, beforeVariance, expected } = cold;
  const variance = beforeVariance + skill.noiseVariance * (1 / COLD_ATTEMPTS + DAY_SHARE);
  const loss = before - cold.sum / COLD_ATTEMPTS;
  learnUnrest(skill, loss - expected.mean, variance + expected.variance, gapDays);
  skill.halfLife = withColdStart(skill.halfLife, {
    gapDays,
    gain,
    loss,
    sd: Math.sqrt(variance),
  });
  skill.cold = null;
}

/** Of the mean of the first `attempts` of a session at `at`, on the line, and of what is known of it; `noise` of one attempt. */
export type ColdForecast = {
  readonly mean: number;
  readonly meanVariance: number;
  readonly noiseVariance: number;
};

export function coldForecast(skill: MeasuredSkill, at: number, attempts = 1): ColdForecast {
  const days = gapDaysBetween(skill.lastAt, at);
  const gain = Math.max(0, skill.level - skill.start);
  const { mean, variance } = expectedLoss(skill.halfLife, days);
  const isNew = days >= SESSION_PAUSE_DAYS;
  let preparedness = 0;
  for (let k = 0; k < attempts; k += 1) preparedness += COST_KEPT ** k / attempts;
  return {
    mean: skill.level - gain * mean + skill.cost * preparedness,
    meanVariance:
      skill.levelVariance +
      gain * gain * variance +
      skill.noiseVariance * (preparedness ** 2 * skill.costVariance + (isNew ? unrest(skill, days) : 0)),
    noiseVariance: skill.noiseVariance,
  };
}

/** Mean of the first attempts of a session at `at`, with its 80% interval, on the line. */
export type ColdRange = { readonly mean: number; readonly lower: number; readonly upper: number };

const Z80 = 1.2815515655446004;

export function coldRange(skill: MeasuredSkill, at: number, attempts: number = COLD_ATTEMPTS): ColdRange {
  const { mean, meanVariance, noiseVariance } = coldForecast(skill, at, attempts);
  const reach = Z80 * Math.sqrt(meanVariance + noiseVariance * (1 / attempts + DAY_SHARE));
  // Nothing lies nearer to a range than inside it.
  const most = skill.line.fromLine === null ? 0 : Number.POSITIVE_INFINITY;
  return {
    mean: Math.min(most, mean),
    lower: Math.min(most, mean - reach),
    upper: Math.min(most, mean + reach),
  };
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(half)] ?? 0) + (sorted[Math.ceil(half)] ?? 0)) / 2;
}
