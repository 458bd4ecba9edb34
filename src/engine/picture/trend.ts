import { goodness, hasBetter, type Measure } from '../measure/measure.ts';
import { probability } from '../units.ts';
import { fewestForSlope, slopeRank } from './kendall.ts';
import { ascending, meanOf, medianOf, quantile } from './order-statistics.ts';
import type { AttemptFact, Trend } from './picture.ts';
import { groupSessions, type SessionAttempts } from './sessions.ts';

/** Below this no word about a trend. */
export const TREND_NEEDS_ATTEMPTS = 8;
/** A trend is about lately: this many attempts back, and further only to take in ten sessions. */
const TREND_ATTEMPTS = 100;

/**
 * Good and bad days move all attempts of a session together, so attempts are not the unit; runs of whole sessions
 * are. Ten at most: longer runs are less alike than neighbours. docs/science/picture.md has the simulation.
 */
const UNITS_AT_MOST = 10;
const ATTEMPTS_PER_UNIT = 3;

/** Ten units cannot tell a likeness of neighbours below this from none, so at least this much is assumed. */
const LEAST_LIKENESS = 0.15;
/** Above this the correction would be a guess about a series that hardly ever returns to its middle. */
const MOST_LIKENESS = 0.95;

/** Arithmetic leaves equal numbers no further apart than this part of the largest. */
const ROUNDING = 1e-9;

type Unit = { readonly place: number; readonly level: number };

/**
 * Theil-Sen slope over runs of whole sessions, with Sen's exact interval stretched by the square root of the
 * variance inflation of Hamed & Rao 1998 (Journal of Hydrology 204), from the lag-1 rank autocorrelation.
 * In goodness per ten attempts: positive is better. Formula, sources and limits: docs/science/picture.md.
 */
export function estimateTrend(measure: Measure, attempts: readonly AttemptFact[], level: number): Trend {
  if (attempts.length < TREND_NEEDS_ATTEMPTS) {
    return { kind: 'too-few-attempts', have: attempts.length, need: TREND_NEEDS_ATTEMPTS };
  }
  if (!hasBetter(measure)) return { kind: 'no-target' };
  const sessions = recentSessions(attempts);
  const need = fewestForSlope(level);
  if (sessions.length < need) return { kind: 'too-few-sessions', have: sessions.length, need };
  const n = sessions.reduce((sum, session) => sum + session.attempts.length, 0);
  const units = gatherUnits(measure, sessions, n, need);
  const slopes = ascending(pairSlopes(units));
  const rank = slopeRank(units.length, level);
  const outerLow = rank === null ? undefined : slopes[rank - 1];
  const outerHigh = rank === null ? undefined : slopes[slopes.length - rank];
  // Sessions that interleave, or one that dwarfs the rest, can leave fewer runs than sessions.
  if (outerLow === undefined || outerHigh === undefined) {
    return { kind: 'too-few-sessions', have: units.length, need };
  }
  const slope = quantile(slopes, 0.5);
  const stretch = Math.sqrt(varianceInflation(units, slope));
  const low = 10 * (slope - (slope - outerLow) * stretch);
  const high = 10 * (slope + (outerHigh - slope) * stretch);
  const kind = low > 0 ? 'improving' : high < 0 ? 'slipping' : 'cannot-tell';
  return {
    kind,
    perTenAttempts: 10 * slope,
    low,
    high,
    level: probability(level),
    n,
    sessions: sessions.length,
  };
}

function recentSessions(attempts: readonly AttemptFact[]): readonly SessionAttempts[] {
  const sessions = groupSessions(attempts);
  let first = sessions.length;
  let taken = 0;
  while (first > 0 && (taken < TREND_ATTEMPTS || sessions.length - first < UNITS_AT_MOST)) {
    first -= 1;
    taken += sessions[first]?.attempts.length ?? 0;
  }
  return sessions.slice(first);
}

/** Runs of neighbouring sessions with about equally many attempts; a session belongs where its middle falls. */
function gatherUnits(
  measure: Measure,
  sessions: readonly SessionAttempts[],
  n: number,
  fewest: number,
): readonly Unit[] {
  const wished = Math.max(fewest, Math.floor(n / ATTEMPTS_PER_UNIT));
  const count = Math.min(UNITS_AT_MOST, sessions.length, wished);
  const runs = new Map<number, Unit[]>();
  let before = 0;
  for (const session of sessions) {
    const middle = before + session.attempts.length / 2;
    before += session.attempts.length;
    const run = Math.min(count - 1, Math.floor((middle * count) / n));
    const values = session.attempts.map((attempt) => goodness(measure, attempt.value));
    const level = measure.kind === 'pass' ? meanOf(values) : medianOf(values);
    runs.set(run, [...(runs.get(run) ?? []), { place: meanOf(session.indexes), level }]);
  }
  return Array.from(runs.values(), (run) => ({
    place: meanOf(run.map((unit) => unit.place)),
    level: meanOf(run.map((unit) => unit.level)),
  }));
}

function pairSlopes(units: readonly Unit[]): readonly number[] {
  return units.flatMap((left, index) =>
    units
      .slice(index + 1)
      .filter((right) => right.place !== left.place)
      .map((right) => rise(left.level, right.level) / (right.place - left.place)),
  );
}

/** Means of equal values differ in their last bits, which must make no trend. */
function rise(from: number, to: number): number {
  const size = Math.max(Math.abs(from), Math.abs(to));
  return Math.abs(to - from) <= ROUNDING * size ? 0 : to - from;
}

/** Hamed & Rao's sum with autocorrelations r^k of a first-order process; never below the independent case. */
function varianceInflation(units: readonly Unit[], slope: number): number {
  const n = units.length;
  const likeness = rankLikeness(units.map((unit) => unit.level - slope * unit.place));
  let sum = 0;
  for (let lag = 1; lag < n - 2; lag += 1) {
    sum += (n - lag) * (n - lag - 1) * (n - lag - 2) * likeness ** lag;
  }
  return n < 3 ? 1 : 1 + (2 * sum) / (n * (n - 1) * (n - 2));
}

/** Lag-1 autocorrelation of ranks, with the small-sample bias added back (Kendall 1954, Biometrika 41). */
function rankLikeness(residuals: readonly number[]): number {
  const n = residuals.length;
  const middle = (n - 1) / 2;
  const ranks = midRanks(residuals).map((rank) => rank - middle);
  const square = ranks.reduce((sum, rank) => sum + rank * rank, 0);
  const product = ranks.reduce((sum, rank, index) => sum + rank * (ranks[index + 1] ?? 0), 0);
  const raw = square === 0 ? 0 : product / square;
  return Math.min(MOST_LIKENESS, Math.max(LEAST_LIKENESS, raw + (1 + 4 * raw) / n));
}

/**
 * Ranks from 0, equal values sharing the mean of theirs. Ranked by their places in time instead, equals would look like
 * neighbours that are alike.
 */
export function midRanks(values: readonly number[]): readonly number[] {
  const order = values.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
  const closeness = ROUNDING * values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const ranks = new Array<number>(values.length).fill(0);
  for (let first = 0; first < order.length; ) {
    const least = order[first]?.value ?? 0;
    let last = first;
    while ((order[last + 1]?.value ?? Number.POSITIVE_INFINITY) - least <= closeness) last += 1;
    for (const { index } of order.slice(first, last + 1)) ranks[index] = (first + last) / 2;
    first = last + 1;
  }
  return ranks;
}
