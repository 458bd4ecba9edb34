import type { Target } from '../measure/measure.ts';
import type { Days, Probability } from '../units.ts';

/**
 * One attempt as the engine sees it. Give attempts in the order they were made (device sequence within a
 * session, then start time), retracted ones left out; every index below is a position in that list.
 */
export type AttemptFact = {
  readonly id?: string;
  /**
   * What people call it, "take 4": its place among all attempts of the practice that stand, scored or not, from 1.
   * Left out, it is the place in the list given.
   */
  readonly number?: number;
  /** In the measure's own unit: see measure.ts. */
  readonly value: number;
  /** When it began, in milliseconds since 1970 (UTC). */
  readonly at: number;
  readonly sessionId: string;
  /** The learner's own calendar day, YYYY-MM-DD: the engine has no clock and no time zone. */
  readonly dayKey: string;
  /** What was varied on purpose ("standing", "left hand first"): twists, levels of a variable, tags. */
  readonly conditions?: readonly string[];
  /** Whether the entry trick had been read by then; left out where nobody knows, or where there is none. */
  readonly isTrickRead?: boolean | undefined;
};

export type TooFewAttempts = {
  readonly kind: 'too-few-attempts';
  readonly have: number;
  readonly need: number;
};
export type TooFewSessions = {
  readonly kind: 'too-few-sessions';
  readonly have: number;
  readonly need: number;
};

/** `coverage` is what the interval really covers; it is at least the `level` that was asked for. */
export type Interval = {
  readonly kind: 'interval';
  readonly low: number;
  readonly high: number;
  readonly level: Probability;
  readonly coverage: Probability;
};

export type MedianEstimate = {
  readonly median: number;
  readonly n: number;
  /** For the median of attempts like these; `too-few-attempts` where no such interval exists. */
  readonly interval: Interval | TooFewAttempts;
};

export type PicturePoint = {
  readonly index: number;
  readonly number: number;
  readonly value: number;
  readonly at: number;
  readonly sessionId: string;
  readonly id?: string;
};

/** A run of neighbouring attempts, drawn as one box: `first` and `last` are indexes, both inside. */
export type PictureBin = {
  readonly first: number;
  readonly last: number;
  readonly firstNumber: number;
  readonly lastNumber: number;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly n: number;
  readonly min: number;
  readonly q25: number;
  readonly median: number;
  readonly q75: number;
  readonly max: number;
};

/** Up to POINTS_AT_MOST attempts each has its point; beyond that at most BINS_AT_MOST bins. */
export type Drawn =
  | { readonly kind: 'points'; readonly points: readonly PicturePoint[] }
  | { readonly kind: 'bins'; readonly bins: readonly PictureBin[] };

/** Median of the `n` attempts that end at `index`. `low` and `high` are null where n is too small for the level. */
export type RunningMedian = {
  readonly index: number;
  readonly at: number;
  readonly median: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
};

/** Share of attempts that passed, 0 to 1, with an exact interval. */
export type ShareEstimate = {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly level: Probability;
  readonly n: number;
};

/** Share of the `n` attempts that end at `index`. */
export type RunningShare = ShareEstimate & { readonly index: number; readonly at: number };

export type Share = {
  readonly latest: ShareEstimate | TooFewAttempts;
  readonly running: readonly RunningShare[];
};

/** The middle half of the last `n` attempts. */
export type Spread = { readonly q25: number; readonly q75: number; readonly n: number };

/** One attempt that is spoken of, by its place in the list and by its number. */
export type NamedAttempt = {
  readonly value: number;
  readonly index: number;
  readonly number: number;
  readonly at: number;
};

/** Median and full range of the first three attempts. */
export type Baseline =
  | {
      readonly kind: 'baseline';
      readonly median: number;
      readonly low: number;
      readonly high: number;
      readonly n: number;
      /** How many of the n were made after the entry trick had been read; null where that is not known of all. */
      readonly withTrickRead: number | null;
    }
  | TooFewAttempts;

/** Signed so that positive is better, whichever way the measure runs; in the measure's unit. */
export type SlopeEstimate = {
  readonly perTenAttempts: number;
  readonly low: number;
  readonly high: number;
  readonly level: Probability;
  /** How many attempts, in how many sessions, it rests on. */
  readonly n: number;
  readonly sessions: number;
};

export type Trend =
  | TooFewAttempts
  | TooFewSessions
  /** A measure that is to stay within a range, and has no range yet: no value is better than another. */
  | { readonly kind: 'no-target' }
  | ({ readonly kind: 'improving' } & SlopeEstimate)
  | ({ readonly kind: 'slipping' } & SlopeEstimate)
  | ({ readonly kind: 'cannot-tell' } & SlopeEstimate);

/** The latest attempts against the first three; positive is better. */
export type Gain =
  | TooFewAttempts
  | TooFewSessions
  | { readonly kind: 'no-target' }
  | { readonly kind: 'not-for-pass' }
  | {
      readonly kind: 'gain';
      readonly difference: number;
      readonly low: number;
      readonly high: number;
      readonly level: Probability;
      readonly first: number;
      readonly last: number;
    };

/** "Met" is three sessions on three days whose median satisfies the target. */
export type Met = {
  readonly sessionsHeld: number;
  readonly daysHeld: number;
  readonly daysNeeded: number;
  /** Start of the attempt that completed it, or null. */
  readonly metAt: number | null;
};

/** More than the given days without an attempt: the chart leaves blank paper between the two indexes. */
export type Gap = {
  readonly afterIndex: number;
  readonly beforeIndex: number;
  readonly fromAt: number;
  readonly toAt: number;
  readonly days: Days;
};

export type Picture = {
  readonly n: number;
  readonly sessions: number;
  readonly drawn: Drawn;
  /** Empty for the kind `pass`: see `share`. */
  readonly runningMedian: readonly RunningMedian[];
  /** Only for the kind `pass`, where it takes the running median's place; null otherwise. */
  readonly share: Share | null;
  /** How many attempts the running median, the spread and `latest` look back over. */
  readonly window: number;
  /** Level of every running median's interval and of `latest`. */
  readonly level: Probability;
  readonly latest: MedianEstimate | TooFewAttempts;
  readonly spread: Spread | TooFewAttempts;
  /** Null without attempts, or where nothing can be better (see Trend `no-target`). */
  readonly personalBest: NamedAttempt | null;
  readonly baseline: Baseline;
  readonly target: Target;
  readonly trend: Trend;
  readonly gain: Gain;
  /**
   * The first attempt that reached the target: "reached once" is not yet "met". Its index is among the attempts that count,
   * which are more than the drawn ones where others count too.
   */
  readonly reached: NamedAttempt | null;
  readonly met: Met;
  readonly gaps: readonly Gap[];
};

/** All may be left out. */
export type PictureOptions = {
  /** Level of the running median's interval; 0.8 unless told. */
  readonly level?: number;
  /** Level at which a trend is called improving or slipping; 0.95 unless told. */
  readonly trendLevel?: number;
  /**
   * Of a picture of whole runs, the attempts of showings, and the other way round: they count for `reached` and `met`, and
   * are not drawn. In any order.
   */
  readonly alsoCounting?: readonly AttemptFact[];
};
