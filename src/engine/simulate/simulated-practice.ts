import type { Measure } from '../measure/measure.ts';
import type { LearnerParameters } from './learner-parameters.ts';

export type SimulatedMeasure = Pick<Measure, 'kind' | 'direction' | 'target'> & {
  /** The most that a count or a score can be: 10 where the unit is "good tries of ten". */
  readonly most?: number;
  /** Values are recorded as multiples of it; left out, what people write down for the kind. */
  readonly step?: number;
};

/**
 * Something that is varied on purpose, drawn anew for every take, each level equally likely. An effect is added to
 * the skill, on the scale of the measure (see `ValueScale`), positive for better: 0.05 is about 5% where that is `log`.
 */
export type SimulatedVariable = {
  readonly variable: string;
  readonly levels: readonly { readonly name: string; readonly effect: number }[];
};

/** What a practice is to be like; chance decides the rest, from `seed` alone. Times are in milliseconds since 1970 (UTC). */
export type SimulationPlan = {
  /** Only its lowest 32 bits count. */
  readonly seed: number;
  readonly measure: SimulatedMeasure;
  /** Whole weeks from `startAt` to the end; 520 at most. */
  readonly weeks: number;
  /** Planned; some are missed. 70 at most. */
  readonly sittingsAWeek: number;
  /** Usually; from sitting to sitting it varies. 200 at most. */
  readonly takesASitting: number;
  readonly attemptMinutes: number;
  readonly conditions?: readonly SimulatedVariable[];
  /** Without any practice, from `fromWeek` whole weeks after `startAt` for `weeks` weeks. */
  readonly gap?: { readonly fromWeek: number; readonly weeks: number };
  readonly startAt: number;
  /** When people usually sit down, in minutes after midnight UTC: the engine knows no time zones. */
  readonly timeOfDayMinutes: number;
  /** In place of what would be drawn: `{ gain: 0 }` is a learner who does not learn. */
  readonly parameters?: Partial<LearnerParameters>;
};

export type SimulatedTake = {
  readonly startedAt: number;
  readonly durationSeconds: number;
  /** In the measure's own unit, and possible for its kind: see measure.ts. */
  readonly value: number;
  /** Level by variable. */
  readonly condition: Readonly<Record<string, string>>;
  /** 0 to 10, or null where the learner did not say. */
  readonly feel: number | null;
};

export type SimulatedSession = {
  readonly startedAt: number;
  readonly endedAt: number;
  /** The two-minute version of a pressed day: fewer takes. */
  readonly isFloor: boolean;
  /** At least one. */
  readonly takes: readonly SimulatedTake[];
};

/** What is true of one take; abilities on the scale of the measure, more is better. */
export type TakeTruth = {
  /** What was learnt and not forgotten; conditions, warm-up and noise left out. */
  readonly skill: number;
  /** The sum of the effects of its conditions. */
  readonly effect: number;
  /** What being cold costs: 0 or below. */
  readonly warmUp: number;
  readonly isOutlier: boolean;
  /** The value that skill and effect alone would give, in the measure's unit and not rounded; of a pass, its probability. */
  readonly typicalValue: number;
};

export type SimulatedPractice = {
  /** In the order of time; no two overlap. */
  readonly sessions: readonly SimulatedSession[];
  readonly truth: {
    readonly parameters: LearnerParameters;
    readonly scale: ScaleName;
    /** One for each take of all sessions, in the same order. */
    readonly takes: readonly TakeTruth[];
  };
};

/** `linear` is in multiples of the target's size, so that one set of ranges fits scores of any magnitude. */
export type ScaleName = 'log' | 'logit' | 'rating' | 'linear';
