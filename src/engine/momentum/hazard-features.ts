/** Before an expected session; what is not known is null and weighs as usual does. */
export type SessionOutlook = {
  readonly sessionsSoFar: number;
  /** Days between the last sessions, newest last, without paused days. */
  readonly gapsDays: readonly number[];
  /** Days since the last session, without paused days. */
  readonly daysSince: number;
  /** Sessions that fell on each day of the week, Monday first, and the day that is expected, 0 to 6. */
  readonly byWeekday: readonly number[];
  readonly weekday: number;
  /** Last result against its forecast, in predictive standard deviations; positive: better than forecast. */
  readonly surprise: number | null;
  /** What `plateauOf` says of the practice. */
  readonly isPlateau: boolean | null;
  /** From the target, in standard deviations of an attempt; 0 or less: reached. */
  readonly distance: number | null;
};

export const HAZARD_FEATURES = [
  'sessions so far',
  'first session',
  'gap against the usual',
  'gap beyond the longest',
  'weekday',
  'better than forecast',
  'worse than forecast',
  'plateau',
  'distance',
] as const;

const DAYS_IN_WEEK = 7;
/** Without gaps of one's own yet: once a week. */
const USUAL_GAP_DAYS = 7;
/** A week stands for what is not known of a person's weekdays. */
const WEEKDAY_PRIOR = 7;
const LEAST_DAYS = 0.25;

/** The features of one expected session, in the order of HAZARD_FEATURES; NaN, which the model takes as usual, where not known. */
export function hazardFeatures(outlook: SessionOutlook): readonly number[] {
  const { sessionsSoFar, gapsDays, daysSince, surprise, isPlateau, distance } = outlook;
  const usual = Math.max(LEAST_DAYS, gapsDays.length === 0 ? USUAL_GAP_DAYS : medianOf(gapsDays));
  const longest = Math.max(usual, ...gapsDays);
  const since = Math.max(LEAST_DAYS, daysSince);
  return [
    Math.log1p(sessionsSoFar),
    sessionsSoFar <= 1 ? 1 : 0,
    Math.log(since / usual),
    Math.max(0, Math.log(since / longest)),
    weekdayLogRatio(outlook),
    surprise === null ? Number.NaN : Math.max(0, surprise),
    surprise === null ? Number.NaN : Math.max(0, -surprise),
    isPlateau === null ? Number.NaN : isPlateau ? 1 : 0,
    distance === null ? Number.NaN : Math.max(0, distance),
  ];
}

/** Logarithm of the day's share of sessions over a seventh, held towards none. */
function weekdayLogRatio({ byWeekday, weekday }: SessionOutlook): number {
  const all = byWeekday.reduce((sum, count) => sum + count, 0);
  const share = ((byWeekday[weekday] ?? 0) + WEEKDAY_PRIOR / DAYS_IN_WEEK) / (all + WEEKDAY_PRIOR);
  return Math.log(share * DAYS_IN_WEEK);
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(half)] ?? 0) + (sorted[Math.ceil(half)] ?? 0)) / 2;
}
