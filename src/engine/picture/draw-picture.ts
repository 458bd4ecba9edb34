import { goodness, hasBetter, type Measure, reaches } from '../measure/measure.ts';
import { daysBetween, probability } from '../units.ts';
import { findBaseline } from './baseline.ts';
import { binWidth, drawAttempts } from './bins.ts';
import { estimateGain } from './gain.ts';
import { GAP_DAYS } from './gap-days.ts';
import { findMet } from './met.ts';
import { ascending, medianInterval, quantile } from './order-statistics.ts';
import type {
  AttemptFact,
  Gap,
  MedianEstimate,
  NamedAttempt,
  Picture,
  PictureOptions,
  Spread,
  TooFewAttempts,
} from './picture.ts';
import { RUNNING_WINDOW, RUNNING_WINDOW_LONG, runningMedian } from './running-median.ts';
import { groupSessions } from './sessions.ts';
import { drawShare } from './share.ts';
import { estimateTrend } from './trend.ts';

const LEVEL = 0.8;
const TREND_LEVEL = 0.95;

/**
 * Everything that the page of a practice shows about its attempts: points or bins, running median with
 * interval, best, baseline, spread, target, trend. Values in the measure's unit; differences and slopes positive
 * for better. No forecast. O(n log w) for n attempts and a window of w. Formulas: docs/science/picture.md.
 */
export function drawPicture(
  measure: Measure,
  attempts: readonly AttemptFact[],
  options: PictureOptions = {},
): Picture {
  const n = attempts.length;
  const level = usableLevel(options.level, LEVEL);
  const trendLevel = usableLevel(options.trendLevel, TREND_LEVEL);
  const width = windowFor(n);
  const places = linePlaces(n);
  const last = ascending(attempts.slice(-width).map((attempt) => attempt.value));
  const isPass = measure.kind === 'pass';
  const counting = inOrder(attempts, options.alsoCounting ?? []);
  return {
    n,
    sessions: groupSessions(attempts).length,
    drawn: drawAttempts(attempts),
    runningMedian: isPass ? [] : runningMedian(attempts, places, width, level),
    share: isPass ? drawShare(attempts, places, width, level) : null,
    window: width,
    level: probability(level),
    latest: latestMedian(last, level),
    spread: latestSpread(last),
    personalBest: findPersonalBest(measure, attempts),
    baseline: findBaseline(attempts),
    target: measure.target,
    trend: estimateTrend(measure, attempts, trendLevel),
    gain: estimateGain(measure, attempts, width, LEVEL),
    reached: firstReached(measure, counting),
    met: findMet(measure.target, counting),
    gaps: findGaps(attempts),
  };
}

/** Sorted only where something came between: the order of a practice is not always that of its clocks. */
function inOrder(attempts: readonly AttemptFact[], others: readonly AttemptFact[]): readonly AttemptFact[] {
  const place = ({ at, number }: AttemptFact) => number ?? at;
  return others.length === 0 ? attempts : [...attempts, ...others].sort((a, b) => place(a) - place(b));
}

/** Outside these an interval is either no statement at all or longer than any data could support. */
function usableLevel(asked: number | undefined, otherwise: number): number {
  if (asked === undefined || !Number.isFinite(asked)) return otherwise;
  return Math.min(0.999, Math.max(0.5, asked));
}

/** Never narrower than a bin, so that the line passes over no attempt between two of its places; odd. */
function windowFor(n: number): number {
  const bin = binWidth(n);
  if (bin === 1) return RUNNING_WINDOW;
  return Math.max(RUNNING_WINDOW_LONG, bin + 1 - (bin % 2));
}

/** Every attempt, or the last of every bin. */
function linePlaces(n: number): readonly number[] {
  const step = binWidth(n);
  const places: number[] = [];
  for (let first = 0; first < n; first += step) places.push(Math.min(n, first + step) - 1);
  return places;
}

function latestMedian(sorted: readonly number[], level: number): MedianEstimate | TooFewAttempts {
  if (sorted.length === 0) return { kind: 'too-few-attempts', have: 0, need: 1 };
  return { median: quantile(sorted, 0.5), n: sorted.length, interval: medianInterval(sorted, level) };
}

/** Quartiles of fewer than four values would be made of interpolation. */
function latestSpread(sorted: readonly number[]): Spread | TooFewAttempts {
  if (sorted.length < 4) return { kind: 'too-few-attempts', have: sorted.length, need: 4 };
  return { q25: quantile(sorted, 0.25), q75: quantile(sorted, 0.75), n: sorted.length };
}

/** Of equals the first: it was the record when it was set. */
function findPersonalBest(measure: Measure, attempts: readonly AttemptFact[]): NamedAttempt | null {
  if (!hasBetter(measure)) return null;
  let best: NamedAttempt | null = null;
  let bestGoodness = Number.NEGATIVE_INFINITY;
  attempts.forEach(({ value, at, number }, index) => {
    const good = goodness(measure, value);
    if (good <= bestGoodness) return;
    bestGoodness = good;
    best = { value, index, number: number ?? index + 1, at };
  });
  return best;
}

function firstReached(measure: Measure, attempts: readonly AttemptFact[]): Picture['reached'] {
  const index = attempts.findIndex((attempt) => reaches(measure.target, attempt.value));
  const found = attempts[index];
  if (found === undefined) return null;
  return { index, number: found.number ?? index + 1, at: found.at, value: found.value };
}

function findGaps(attempts: readonly AttemptFact[]): readonly Gap[] {
  const gaps: Gap[] = [];
  attempts.forEach((attempt, index) => {
    const before = attempts[index - 1];
    if (before === undefined) return;
    const days = daysBetween(before.at, attempt.at);
    if (days > GAP_DAYS) {
      gaps.push({ afterIndex: index - 1, beforeIndex: index, fromAt: before.at, toAt: attempt.at, days });
    }
  });
  return gaps;
}
