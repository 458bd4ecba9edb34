import type { LocalDay } from '../momentum/local-day.ts';
import type { Pause } from '../momentum/pause.ts';

export type Place = 'focus' | 'keep-alive' | 'parked';
export type NeedWithin = 'ten-minutes' | 'this-week' | 'this-year';

/** What the agenda knows of one practice. Moments are milliseconds since 1970. */
export type AgendaPractice = {
  readonly id: string;
  readonly title: string;
  readonly place: Place;
  readonly startedAt: number;
  /** The length of one take, 0.1 to 120. */
  readonly attemptMinutes: number;
  /** Whether there is a two-minute version. */
  readonly hasFloor: boolean;
  /** Attempts that stand. */
  readonly takes: number;
  readonly lastPractisedAt: number | null;
  /** When the sessions of the last 28 days began, in any order. */
  readonly sittingsLately: readonly number[];
  /** The learner's own wish; 0: no fixed rhythm; null: as the design says. */
  readonly sittingsAWeek: number | null;
  readonly designSittingsAWeek: number | null;
  readonly needWithin: NeedWithin | null;
  readonly needRaisedAt: number | null;
  /** The line that the learner left for next time. */
  readonly lastLine: string | null;
  /** Names of what can be varied. */
  readonly variables: readonly string[];
  /** Minutes of the learner's own sessions of it, as they usually are. Null or left out: not known. */
  readonly usualSessionMinutes?: number | null;
  /** What it is a practice of: two of one field are related. Null or left out, as below: not known. */
  readonly field?: string | null;
  /** Days on which a session has held the target as it is now; three of them are met. */
  readonly heldDays?: number | null;
  /** Of a target that was met: days after the last session until a first take meets it with under 80%, 0 to 730. */
  readonly holdsForDays?: number | null;
  /** The last day that the learner gave it to be met. */
  readonly wantedBy?: LocalDay | null;
  readonly experiment?: OpenExperiment | null;
};

/** A trial that is not decided yet: how many more attempts, or sessions, it is designed to have. */
export type OpenExperiment = {
  readonly name: string;
  readonly unit: 'attempt' | 'session';
  readonly wanted: number;
};

/** The minutes that the learner gives a week, 5 to 2400, and those practised since its Monday. */
export type Week = { readonly capMinutes: number; readonly practisedMinutes: number };

/** What the learner answered when something was offered. */
export type PlanOverride = {
  readonly at: number;
  readonly day: LocalDay;
  /** What was offered. */
  readonly practiceId: string;
  readonly answer: 'something-else' | 'not-today';
  readonly chosenId: string | null;
};

export type AgendaInput = {
  /** Whole, 1 to 240. */
  readonly minutes: number;
  readonly now: number;
  readonly today: LocalDay;
  /** Each id once, in any order. */
  readonly practices: readonly AgendaPractice[];
  /** Newest last. */
  readonly overrides: readonly PlanOverride[];
  /** In force, to come or over, in any order; two may overlap. */
  readonly pauses: readonly Pause[];
  /** Null or left out: no cap. */
  readonly week?: Week | null;
  /** Whether related practices may be taken in turn, and what can be varied be changed between takes. Left out: no. */
  readonly mixes?: boolean;
};

export type PracticeLine = {
  readonly practiceId: string;
  /** `begin-softly`: after a gap; `begin`: no take of it stands yet. */
  readonly verb: 'begin-softly' | 'begin' | 'refresh' | 'work';
  readonly fromMinute: number;
  readonly toMinute: number;
  /** About how many there is room for, at least one. */
  readonly takes: number;
  /** In its two-minute version. */
  readonly isFloor: boolean;
  readonly reason: Reason;
};

/** It looks back on all of the plan. */
export type LookBackLine = {
  readonly practiceId: null;
  readonly verb: 'look-back';
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly takes: null;
  readonly isFloor: false;
  readonly reason: Reason;
};

/** From and to are whole minutes; the lines of a plan follow on each other from 0 to its end. */
export type PlanLine = PracticeLine | LookBackLine;

export type LeftOut = { readonly practiceId: string; readonly why: Reason };

/** What is left of a week's minutes before this plan, and what they will not reach. */
export type WeekLeft = {
  readonly capMinutes: number;
  /** Whole. */
  readonly leftMinutes: number;
  /** There are more minutes at hand than the week has left. */
  readonly isShortened: boolean;
  /** Due by Sunday, the most urgent first. */
  readonly letGo: readonly LeftOut[];
};

/** `days` since the last sitting of any practice, `pausedDays` of them paused. */
export type Comeback = { readonly days: number; readonly pausedDays: number };

export type Plan =
  | {
      readonly kind: 'plan';
      /** Those of its lines: with `overMinutes` those at hand, or what is left of the week where that is less. */
      readonly minutes: number;
      /** More than what is planned should have in one day. */
      readonly overMinutes: number;
      readonly lines: readonly PlanLine[];
      /** After a gap: the first line is one short take, and what is left out are three at most. */
      readonly comeback: Comeback | null;
      readonly leftOut: readonly LeftOut[];
      /** Something else was wanted than these, and nothing else fits where they stood: the other lines have their minutes. */
      readonly notReplaced: readonly string[];
      /** Null: no cap. */
      readonly week: WeekLeft | null;
    }
  | {
      /** What is left of the week's minutes holds nothing. */
      readonly kind: 'week-full';
      readonly week: WeekLeft;
    }
  | { readonly kind: 'paused'; readonly untilDay: LocalDay | null }
  | { readonly kind: 'nothing-to-practise'; readonly why: 'none' | 'all-parked' }
  | {
      readonly kind: 'nothing-to-practise';
      readonly why: 'none-fits';
      /** With so many minutes at hand the shortest of them would fit. */
      readonly fewestMinutes: number;
      readonly leftOut: readonly LeftOut[];
    };

/** How often a practice should come round, who says so, and whether being kept alive makes it a quarter of that. */
export type Rhythm = {
  readonly from: 'learner' | 'design' | 'assumed';
  readonly sittingsAWeek: number;
  readonly isStretched: boolean;
};

/** Why something is in a plan or left out of it, with what the sentence is made of. Days may be fractions. */
export type Reason =
  | {
      readonly kind: 'comeback';
      readonly minutes: number;
      readonly days: number;
      readonly pausedDays: number;
    }
  | { readonly kind: 'chosen-instead'; readonly insteadOf: string }
  | { readonly kind: 'nothing-else-fits' }
  | { readonly kind: 'floor-fits'; readonly attemptMinutes: number }
  | { readonly kind: 'need'; readonly within: Exclude<NeedWithin, 'this-year'> }
  | {
      readonly kind: 'deadline';
      /** 0: today. */
      readonly inDays: number;
      /** Null: not known. */
      readonly heldDays: number | null;
    }
  | { readonly kind: 'not-tried-yet' }
  | {
      /** A target that was met. `isSlipping`: a first take meets it with under 80% by now. */
      readonly kind: 'look-again';
      readonly sinceDays: number;
      readonly isSlipping: boolean;
    }
  | {
      readonly kind: 'due';
      readonly sinceDays: number;
      readonly pausedDays: number;
      readonly rhythm: Rhythm;
    }
  | { readonly kind: 'experiment'; readonly experiment: OpenExperiment }
  | { readonly kind: 'your-line'; readonly line: string }
  | { readonly kind: 'in-focus'; readonly vary: string | null }
  | { readonly kind: 'vary-each-take'; readonly vary: string }
  /** In turn with a related one. */
  | { readonly kind: 'mixed'; readonly withTitle: string }
  | { readonly kind: 'next-round' }
  | { readonly kind: 'go-on' }
  /** The second sitting of a plan. */
  | { readonly kind: 'again' }
  | { readonly kind: 'look-back' }
  | {
      readonly kind: 'take-too-long';
      readonly attemptMinutes: number;
      /** What there is for takes, the look back not counted. */
      readonly workMinutes: number;
      readonly hasFloor: boolean;
    }
  | { readonly kind: 'passed-today' }
  | { readonly kind: 'no-room'; readonly minutes: number }
  | { readonly kind: 'can-wait' }
  | { readonly kind: 'week-spent' }
  | { readonly kind: 'too-long-for-week'; readonly attemptMinutes: number; readonly leftMinutes: number };
