import type { Measure } from '../measure/measure.ts';
import { ascending, quantile } from '../picture/order-statistics.ts';
import type { AttemptFact, TooFewAttempts } from '../picture/picture.ts';
import { addPlateauAttempt, type PlateauState, plateauOf, startPlateau } from '../plateau/plateau.ts';
import { type BetterOrRange, type PracticeLine, practiceLine } from '../plateau/practice-line.ts';
import { type Probability, probability } from '../units.ts';

/**
 * What a stretch of attempts brings now. `gain`, `low`, `high` and `smallest` are differences in the measure's unit from the
 * level of the attempts it is told of; positive is better.
 */
export type Course =
  | TooFewAttempts
  /** A range that is not set: no attempt is better than another. */
  | { readonly kind: 'no-target' }
  | {
      readonly kind: PlateauState;
      /** Attempts that it is told of: those since `sinceNumber`, which began at `sinceAt`. */
      readonly n: number;
      readonly sinceNumber: number;
      readonly sinceAt: number;
      readonly gain: number;
      readonly low: number;
      readonly high: number;
      /** A gain below this is taken for none. */
      readonly smallest: number;
      readonly stretchAttempts: number;
      /** Of the interval, over all looks at once. */
      readonly level: Probability;
    };

const LEVEL = 0.95;
/** As many as tell whether a score can have a logarithm. */
const FIRST = 8;

/** Improving, on a plateau, or cannot tell yet: docs/science/plateau.md. Attempts in order; O(n). */
export function drawCourse(measure: Measure, attempts: readonly AttemptFact[]): Course {
  const better = betterOf(measure);
  if (better === null) return { kind: 'no-target' };
  const plateau = startPlateau({ kind: measure.kind, better });
  for (const { value, at } of attempts) addPlateauAttempt(plateau, { value, at });
  const found = plateauOf(plateau);
  if (found.kind === 'too-few-attempts') return found;
  const first = attempts.slice(0, FIRST).map(({ value }) => value);
  const within = attempts.slice(found.sinceAttempt - 1);
  const line = practiceLine(measure.kind, better, first);
  const differenceOf = differencesAt(line, measure, within);
  const since = within[0];
  return {
    kind: found.kind,
    n: within.length,
    sinceNumber: since?.number ?? found.sinceAttempt,
    sinceAt: since?.at ?? 0,
    gain: differenceOf(found.gain),
    low: differenceOf(found.lower),
    high: differenceOf(found.upper),
    smallest: differenceOf(found.smallest),
    stretchAttempts: found.stretchAttempts,
    level: probability(LEVEL),
  };
}

function betterOf({ direction, target: { low, high } }: Measure): BetterOrRange | null {
  if (direction !== 'within') return direction;
  return low === null || high === null ? null : { low, high };
}

/** From a difference on the line to one in the measure's unit, at the middle of `attempts`. */
function differencesAt(
  { toLine, fromLine }: PracticeLine,
  { direction, kind }: Measure,
  attempts: readonly AttemptFact[],
): (onLine: number) => number {
  // Of a range the line is the distance to it, in the measure's unit already.
  if (fromLine === null) return (onLine) => onLine;
  const sign = direction === 'down' ? -1 : 1;
  // The middle of passes is one of them, and a share lies between.
  if (kind === 'pass') return (onLine) => Math.min(1, Math.max(-1, onLine));
  const level = quantile(ascending(attempts.map(({ value }) => toLine(value))), 0.5);
  return (onLine) => sign * (fromLine(level + onLine) - fromLine(level));
}
