/**
 * The cost of beginning a session: z = course + w ω^k, k attempts since it began, with w by recursive least
 * squares from one-step errors. Only the deviation of ω^k from its usual value is taken out, so that
 * forecasts mean attempts as they usually come. After a week or longer away, and longer than is usual for
 * this learner, the level may have moved either way: it is held less firmly, and the first attempts settle
 * it. Kumar et al. 2022: what a pause costs is soon relearnt, also after long ones.
 */
export type WarmUp = {
  lastAt: number | null;
  /** Attempts since the session began; null before a second session: the first one's rise is learning. */
  since: number | null;
  cost: number;
  /** In units of the noise's variance. */
  costVar: number;
  /** Logarithm of the usual pause between sessions, in days. */
  logPauseDays: number;
  /** Mean of ω^k over the attempts so far, and their number. */
  usual: number;
  count: number;
};

const SESSION_PAUSE_MILLISECONDS = 30 * 60_000;
const DAY_MILLISECONDS = 86_400_000;
/** From a week on. */
const LONG_PAUSE_DAYS = 7;
/** ω: half of the cost is gone after about one and a half attempts. */
const KEPT = 0.6;
/** A long pause is so many times the usual one, which follows with this weight. */
const LONG_TIMES = 3;
const PAUSE_WEIGHT = 0.3;
/** Of the cost, in standard deviations of the noise, before any session was seen. */
const COST = { mean: -0.1, sd: 0.3 } as const;
/** Level variance, in units of the noise's, that a pause just long leaves; it grows with the logarithm. */
const PAUSE_UNREST = 0.3;

export function startWarmUp(noiseSd: number): WarmUp {
  return {
    lastAt: null,
    logPauseDays: 0,
    since: null,
    cost: COST.mean * noiseSd,
    costVar: COST.sd ** 2,
    usual: 0,
    count: 0,
  };
}

/**
 * Notes when an attempt begins; answers how much level variance the time away adds, in units of the noise's.
 */
export function enter(warmUp: WarmUp, at: number | undefined): number {
  if (at === undefined || !Number.isFinite(at)) {
    warmUp.since = null;
    return 0;
  }
  const pause = warmUp.lastAt === null ? 0 : at - warmUp.lastAt;
  warmUp.lastAt = at;
  if (pause < SESSION_PAUSE_MILLISECONDS) {
    if (warmUp.since !== null) warmUp.since += 1;
    return 0;
  }
  warmUp.since = 0;
  const days = pause / DAY_MILLISECONDS;
  const long = Math.max(LONG_PAUSE_DAYS, LONG_TIMES * Math.exp(warmUp.logPauseDays));
  warmUp.logPauseDays += PAUSE_WEIGHT * (Math.log(days) - warmUp.logPauseDays);
  return days < long ? 0 : PAUSE_UNREST * Math.log2(days / long + 1);
}

/**
 * What the place in the session adds to the attempt `ahead` after the current one (0: itself), on the line.
 */
export function costAt({ since, cost, usual }: WarmUp, ahead: number): number {
  return since === null ? 0 : cost * (KEPT ** (since + ahead) - usual);
}

/**
 * Learns from the one-step error, slips brought in, of an attempt whose `costAt(warmUp, 0)` had been allowed
 * for.
 */
export function learnCost(warmUp: WarmUp, error: number): void {
  if (warmUp.since === null) return;
  const power = KEPT ** warmUp.since;
  const x = power - warmUp.usual;
  const k = (warmUp.costVar * x) / (1 + x * warmUp.costVar * x);
  warmUp.cost += k * error;
  warmUp.costVar -= k * x * warmUp.costVar;
  warmUp.count += 1;
  warmUp.usual += (power - warmUp.usual) / warmUp.count;
}
