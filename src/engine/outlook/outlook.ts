import { type FollowedCurve, followCurve, forecast } from '../curve/curve.ts';
import type { CurveState } from '../curve/curve-state.ts';
import { probabilityOfReaching } from '../curve/reaching.ts';
import type { Measure } from '../measure/measure.ts';
import type { AttemptFact, TooFewAttempts } from '../picture/picture.ts';
import { daysBetween, type Probability, probability } from '../units.ts';

/** A forecast is drawn and told from so many attempts on: under that it would be mostly what is usual for others. */
export const FEWEST_FOR_OUTLOOK = 8;

/** Of the mean of the coming attempts `from` to `to`, 1 the next, in the measure's unit. */
export type Ahead = {
  readonly from: number;
  readonly to: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
};

/**
 * When the mean of 25 attempts in a row first reaches the target, in attempts from now: a tenth, a half and nine tenths of what may
 * come have reached it by then; null where fewer ever have within `most`, of which `probability` have.
 */
export type Reach = {
  readonly early: number | null;
  readonly middle: number | null;
  readonly late: number | null;
  readonly most: number;
  readonly probability: Probability;
};

export type Outlook =
  | TooFewAttempts
  | {
      readonly kind: 'outlook';
      readonly n: number;
      /** Of the intervals. */
      readonly level: Probability;
      /** Single attempts near and far, for the band; the last is the mean of the next ten. */
      readonly band: readonly Ahead[];
      readonly nextTen: Ahead;
      /** Null: no target, or a range. */
      readonly reach: Reach | null;
      /** Attempts a day over the last four weeks of practice; null where one day is all there is. */
      readonly pacePerDay: number | null;
    };

const LEVEL = 0.8;
/** Attempts ahead at which the band is drawn. */
const BAND = [1, 3, 6, 10, 15, 20] as const;
const NEXT_TEN = { from: 1, to: 10 } as const;
/** Attempts ahead at which reaching the target is asked. */
const WITHIN = [25, 50, 100, 200, 400, 800] as const;
const PACE_DAYS = 28;
/** A shorter time says nothing of a pace. */
const LEAST_PACE_DAYS = 7;

/** The curve of a practice by its own attempts alone, and how each lay against its forecast. Attempts in order; O(n). */
export function followPractice(
  { kind, direction }: Pick<Measure, 'kind' | 'direction'>,
  attempts: readonly AttemptFact[],
): FollowedCurve {
  return followCurve(
    { kind, better: direction === 'down' ? 'down' : 'up' },
    attempts.map(({ value, at }) => ({ value, at })),
  );
}

/** Where the attempts are heading, for the page of a practice; `state` is their curve. */
export function drawOutlook(
  measure: Measure,
  attempts: readonly AttemptFact[],
  { state }: Pick<FollowedCurve, 'state'> = followPractice(measure, attempts),
): Outlook {
  const n = attempts.length;
  if (n < FEWEST_FOR_OUTLOOK) return { kind: 'too-few-attempts', have: n, need: FEWEST_FOR_OUTLOOK };
  const found = forecast(state, [...BAND.map((ahead) => ({ from: ahead, to: ahead })), NEXT_TEN]);
  if ('kind' in found) return { kind: 'too-few-attempts', have: found.have, need: found.need };
  const ahead = found.map(({ from, to, mean, lower80, upper80 }) => ({
    from,
    to,
    mean,
    low: lower80,
    high: upper80,
  }));
  const nextTen = ahead.at(-1);
  if (nextTen === undefined) return { kind: 'too-few-attempts', have: n, need: FEWEST_FOR_OUTLOOK };
  return {
    kind: 'outlook',
    n,
    level: probability(LEVEL),
    band: ahead.slice(0, -1),
    nextTen,
    reach: reachOf(state, measure),
    pacePerDay: paceOf(attempts),
  };
}

function reachOf(state: CurveState, { kind, direction, target }: Measure): Reach | null {
  // That 25 in a row all hold is another target than the learner's.
  if (kind === 'pass') return null;
  const bound = direction === 'up' ? target.low : direction === 'down' ? target.high : null;
  if (bound === null) return null;
  let most = 0;
  const chances = WITHIN.map((within) => {
    const chance = probabilityOfReaching(state, bound, within);
    // More attempts can only help: what the drawing of paths makes of it must not say otherwise.
    most = Math.max(most, typeof chance === 'number' ? chance : 0);
    return most;
  });
  const by = (share: number) => attemptsBy(chances, share);
  return {
    early: by(0.1),
    middle: by(0.5),
    late: by(0.9),
    most: WITHIN.at(-1) ?? 0,
    probability: probability(most),
  };
}

/** Between two of `WITHIN` on a logarithmic line. */
function attemptsBy(chances: readonly number[], share: number): number | null {
  const place = chances.findIndex((chance) => chance >= share);
  const [within, chance] = [WITHIN[place], chances[place]];
  if (within === undefined || chance === undefined) return null;
  const [before, chanceBefore] = [WITHIN[place - 1], chances[place - 1]];
  if (before === undefined || chanceBefore === undefined || chance === chanceBefore) return within;
  const part = (share - chanceBefore) / (chance - chanceBefore);
  return Math.round(before * (within / before) ** part);
}

function paceOf(attempts: readonly AttemptFact[]): number | null {
  const last = attempts.at(-1);
  if (last === undefined) return null;
  const lately = attempts.filter(({ at }) => daysBetween(at, last.at) < PACE_DAYS);
  const days = daysBetween(lately[0]?.at ?? last.at, last.at);
  return days < 1 ? null : lately.length / Math.max(LEAST_PACE_DAYS, days);
}
