import type { Measure } from '../measure/measure.ts';
import { MILLISECONDS_PER_DAY } from '../units.ts';
import { gapDaysBetween } from './half-life.ts';
import { holdsAt } from './holds-today.ts';
import { coldRange, type MeasuredSkill, type TooFewAttempts } from './measured-skill.ts';

/** Days after the last take at which it is worked out; nothing changes sooner, and between them a straight line is near enough. */
export const RETENTION_DAYS = [
  0, 1, 3, 6, 7, 10, 14, 21, 30, 45, 60, 90, 120, 180, 270, 365, 545, 730,
] as const;

/** The first take of a session, and no take of the session that has just ended. */
const SOONEST_MILLISECONDS = 3_600_000;

/** With its 80% interval, one number for each of `RETENTION_DAYS`. */
export type AheadSeries = {
  readonly middle: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
};

/** What is left after time away, as the attempts show it. */
export type Retention =
  | { readonly kind: 'not-for-a-range' }
  | { readonly kind: 'not-for-passes' }
  | TooFewAttempts
  | {
      readonly kind: 'known';
      readonly n: number;
      /** Milliseconds since 1970. */
      readonly lastAt: number;
      /** The best level that was sustained, in the measure's unit. */
      readonly best: number;
      /**
       * The first take of a session as a share of that level, 1 being as good and less being worse in either direction; the
       * interval is of that one take. Null where values of 0 or below have no share.
       */
      readonly cold: AheadSeries | null;
      /** The chance that such a take meets the target; the interval is what is not known of the level. Null without a target. */
      readonly holds: AheadSeries | null;
    };

/**
 * share = cold take / best level, and its inverse where less is better; formula, source and limits: docs/science/retention.md.
 */
export function retentionOf(
  measure: Measure,
  skill: MeasuredSkill | Exclude<Retention, { kind: 'known' }>,
): Retention {
  if ('kind' in skill) return skill;
  const { fromLine } = skill.line;
  if (fromLine === null) return { kind: 'not-for-a-range' };
  const { direction, target } = measure;
  const level = direction === 'up' ? target.low : target.high;
  const best = fromLine(skill.best);
  const moments = RETENTION_DAYS.map(
    (days) => skill.lastAt + Math.max(SOONEST_MILLISECONDS, days * MILLISECONDS_PER_DAY),
  );
  const cold = moments.map((at) => {
    const { mean, lower, upper } = coldRange(skill, at, 1);
    const share = (z: number) => {
      const value = measure.kind === 'rating' ? Math.min(BEST_RATING, Math.max(0, fromLine(z))) : fromLine(z);
      return direction === 'down' ? best / value : value / best;
    };
    return { middle: share(mean), lower: share(lower), upper: share(upper) };
  });
  const hasShare = best > 0 && cold.every(({ middle }) => Number.isFinite(middle) && middle > 0);
  const holds = moments.flatMap((at) => {
    const then = level === null ? null : holdsAt(skill, level, at);
    return then === null ? [] : [{ middle: then.probability, lower: then.lower, upper: then.upper }];
  });
  return {
    kind: 'known',
    n: skill.n,
    lastAt: skill.lastAt,
    best,
    cold: hasShare ? seriesOf(cold, MOST_SHARE) : null,
    holds: level === null ? null : seriesOf(holds, 1),
  };
}

const BEST_RATING = 10;
/** Nobody draws farther up: an end of an interval that runs away is brought in to it. */
const MOST_SHARE = 10;

/** Three places: finer is told nowhere. */
function seriesOf(points: readonly Ahead[], most: number): AheadSeries {
  const rounded = (value: number) => {
    const held = Number.isFinite(value) ? Math.max(0, Math.min(most, value)) : most;
    return Math.round(held * 1000) / 1000;
  };
  // Less than nothing, or a time of none: beyond the greatest share.
  const upperOf = ({ middle, upper }: Ahead) => (upper < middle ? most : upper);
  return {
    middle: points.map(({ middle }) => rounded(middle)),
    lower: points.map(({ lower }) => rounded(lower)),
    upper: points.map((point) => rounded(upperOf(point))),
  };
}

export type Ahead = { readonly middle: number; readonly lower: number; readonly upper: number };

/** At a moment; null before the last take and where nobody can say any more. */
export function aheadAt(series: AheadSeries, lastAt: number, at: number): Ahead | null {
  const days = gapDaysBetween(lastAt, at);
  const after = RETENTION_DAYS.findIndex((one) => one >= days);
  if (after === -1) return null;
  const before = Math.max(0, after - 1);
  const [from = 0, to = 0] = [RETENTION_DAYS[before], RETENTION_DAYS[after]];
  const share = to > from ? (days - from) / (to - from) : 0;
  const between = (values: readonly number[]) => {
    const [first = 0, last = 0] = [values[before], values[after]];
    return first + (last - first) * share;
  };
  return { middle: between(series.middle), lower: between(series.lower), upper: between(series.upper) };
}

/** What can be said of a moment, today above all. One source: every screen, and whoever else may read it, goes by this. */
export type HoldsToday =
  | ({ readonly kind: 'holds' } & Ahead)
  | { readonly kind: 'no-target' | 'not-for-a-range' | 'not-for-passes' }
  | { readonly kind: 'too-long-ago'; readonly lastAt: number }
  | TooFewAttempts;

export function holdsToday(retention: Retention, now: number): HoldsToday {
  if (retention.kind !== 'known') return retention;
  if (retention.holds === null) return { kind: 'no-target' };
  const { lastAt } = retention;
  const ahead = aheadAt(retention.holds, lastAt, now);
  return ahead === null ? { kind: 'too-long-ago', lastAt } : { kind: 'holds', ...ahead };
}
