import { goodness, hasBetter, type Measure } from '../measure/measure.ts';
import { probability } from '../units.ts';
import { BASELINE_ATTEMPTS } from './baseline.ts';
import { ascending, meanOf, quantile } from './order-statistics.ts';
import type { AttemptFact, Gain } from './picture.ts';
import { groupSessions, type SessionAttempts } from './sessions.ts';
import { TREND_NEEDS_ATTEMPTS } from './trend.ts';

/** The share of the noise that a day brings can only be seen over several days. */
const FEWEST_SESSIONS = 5;
/** Judged over this many attempts, the same reach as the trend. */
const DAY_SHARE_ATTEMPTS = 100;
/** The first three attempts cannot show what their day added, so at least half of the noise is put down to days. */
const LEAST_DAY_SHARE = 0.5;
/** Beyond this the scatter within a session is too small to be stretched from. */
const MOST_DAY_SHARE = 0.9;
/** Neighbours are alike across sessions too: a cluster is never taken to be smaller than this. */
const LEAST_CLUSTER = 3;

/**
 * Shift between the first three attempts and the last `width` (never the same ones): Hodges & Lehmann 1963,
 * with the exact Mann-Whitney interval, stretched by the design effect of sessions (Kish 1965). In goodness.
 */
export function estimateGain(
  measure: Measure,
  attempts: readonly AttemptFact[],
  width: number,
  level: number,
): Gain {
  // Three passes or fails are no level to measure from.
  if (measure.kind === 'pass') return { kind: 'not-for-pass' };
  if (attempts.length < TREND_NEEDS_ATTEMPTS) {
    return { kind: 'too-few-attempts', have: attempts.length, need: TREND_NEEDS_ATTEMPTS };
  }
  if (!hasBetter(measure)) return { kind: 'no-target' };
  const sessions = groupSessions(attempts);
  if (sessions.length < FEWEST_SESSIONS) {
    return { kind: 'too-few-sessions', have: sessions.length, need: FEWEST_SESSIONS };
  }
  const first = attempts.slice(0, BASELINE_ATTEMPTS);
  const last = attempts.slice(Math.max(BASELINE_ATTEMPTS, attempts.length - width));
  const shifts = ascending(pairDifferences(measure, first, last));
  const rank = shiftRank(first.length, last.length, level);
  const difference = quantile(shifts, 0.5);
  const stretch = Math.sqrt(designEffect(first, last, dayShare(measure, sessions)));
  const outerLow = shifts[rank - 1] ?? difference;
  const outerHigh = shifts[shifts.length - rank] ?? difference;
  return {
    kind: 'gain',
    difference,
    low: difference - (difference - outerLow) * stretch,
    high: difference + (outerHigh - difference) * stretch,
    level: probability(level),
    first: first.length,
    last: last.length,
  };
}

function pairDifferences(
  measure: Measure,
  first: readonly AttemptFact[],
  last: readonly AttemptFact[],
): readonly number[] {
  return last.flatMap((later) =>
    first.map((earlier) => goodness(measure, later.value) - goodness(measure, earlier.value)),
  );
}

/** How many of the outermost differences lie outside on either side: the null distribution of Mann and Whitney's U. */
export function shiftRank(first: number, last: number, level: number): number {
  const tail = (1 - level) / 2;
  let below = 0;
  let rank = 0;
  for (const chance of mannWhitneyChances(first, last)) {
    below += chance;
    if (below > tail) break;
    rank += 1;
  }
  return Math.max(1, rank);
}

/** Chance of U = 0, 1, 2 ...: the largest of all values belongs to `last` or to `first` (Mann & Whitney 1947). */
function mannWhitneyChances(first: number, last: number): readonly number[] {
  let rows: readonly (readonly number[])[] = Array.from({ length: last + 1 }, () => [1]);
  for (let a = 1; a <= first; a += 1) {
    const next: number[][] = [[1]];
    for (let b = 1; b <= last; b += 1) {
      const chances = new Array<number>(a * b + 1).fill(0);
      (rows[b] ?? []).forEach((chance, u) => {
        chances[u + b] = (chances[u + b] ?? 0) + (chance * a) / (a + b);
      });
      (next[b - 1] ?? []).forEach((chance, u) => {
        chances[u] = (chances[u] ?? 0) + (chance * b) / (a + b);
      });
      next.push(chances);
    }
    rows = next;
  }
  return rows[last] ?? [1];
}

/**
 * Variance of the two levels together, as a multiple of what their own scatter suggests: attempts of one session
 * share its day, which adds to the variance of their level and is missing from the scatter among them.
 */
function designEffect(first: readonly AttemptFact[], last: readonly AttemptFact[], share: number): number {
  let real = 0;
  let seen = 0;
  for (const group of [first, last]) {
    const n = group.length;
    const bySession = groupSessions(group).reduce((sum, session) => sum + session.attempts.length ** 2, 0);
    const clustered = Math.max(bySession, LEAST_CLUSTER * n);
    real += (share * clustered) / n ** 2 + (1 - share) / n;
    seen += (1 - share + (share * (n ** 2 - bySession)) / (n * (n - 1))) / n;
  }
  return Math.max(1, real / seen);
}

/** Intraclass correlation by analysis of variance (Fisher), over the latest sessions, with learning taken out. */
function dayShare(measure: Measure, sessions: readonly SessionAttempts[]): number {
  const recent: (readonly number[])[] = [];
  let taken = 0;
  for (
    let index = sessions.length - 1;
    index >= 0 && (taken < DAY_SHARE_ATTEMPTS || recent.length < 10);
    index -= 1
  ) {
    const session = sessions[index];
    if (session === undefined) break;
    taken += session.attempts.length;
    recent.unshift(session.attempts.map((attempt) => goodness(measure, attempt.value)));
  }
  const levels = recent.map(meanOf);
  const within = recent.flatMap((values, index) =>
    values.map((value) => (value - (levels[index] ?? 0)) ** 2),
  );
  const degrees = within.length - recent.length;
  if (degrees < FEWEST_SESSIONS) return LEAST_DAY_SHARE;
  const meanSquareWithin = within.reduce((sum, square) => sum + square, 0) / degrees;
  // Neighbours share most of what was learnt, so half their mean squared difference leaves learning out.
  const steps = levels.slice(1).map((level, index) => (level - (levels[index] ?? 0)) ** 2 / 2);
  const size = recent.length / recent.reduce((sum, values) => sum + 1 / values.length, 0);
  const between = Math.max(0, meanOf(steps) - meanSquareWithin / size);
  const total = between + meanSquareWithin;
  const share = total > 0 ? between / total : 0;
  return Math.min(MOST_DAY_SHARE, Math.max(LEAST_DAY_SHARE, share));
}
