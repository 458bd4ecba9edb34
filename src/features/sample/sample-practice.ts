import type { SimulationPlan } from '../../engine/simulate/simulated-practice.ts';

/** Whole weeks from the beginning of the sample to now. */
export const SAMPLE_WEEKS = 26;
/** Nothing was practised then: a holiday, and what comes after one. */
export const SAMPLE_GAP = { fromWeek: 13, weeks: 2 } as const;

type Slot = 'kit' | 'tools' | 'people' | 'place' | 'time' | 'mindset';

/** What a made-up person said and did around the takes, which are drawn by the simulator. */
export type SamplePractice = {
  /** Of the library, or of a design of one’s own. */
  readonly slug: string;
  readonly seed: number;
  readonly fromWeek: number;
  /** Up to this week; then it was set aside. */
  readonly toWeek: number;
  readonly sittingsAWeek: number;
  readonly takesASitting: number;
  readonly timeOfDayMinutes: number;
  /** The most that its count can be. */
  readonly most?: number;
  readonly parameters: SimulationPlan['parameters'];
  /** Of the design’s first variable: how much each level helps, on the scale of the measure. */
  readonly effects: readonly number[];
  /** A second target, once the first was near; what it was called anew. */
  readonly raised: { readonly week: number; readonly target: number; readonly statement: string } | null;
  readonly needIndex: number | null;
  readonly place: 'focus' | 'keep-alive' | 'parked';
  readonly wish: { readonly sittingsAWeek: number; readonly cue: string } | null;
  readonly slots: readonly { readonly slot: Slot; readonly isInPlace: boolean; readonly text: string }[];
  readonly plans: readonly { readonly cue: string; readonly action: string }[];
  readonly aims: readonly string[];
  readonly lines: readonly string[];
  readonly notes: readonly { readonly text: string; readonly tags: readonly string[] }[];
  /** A sitting in front of others. */
  readonly showing: {
    readonly week: number;
    readonly audience: number;
    readonly occasion: string;
    readonly quote: string;
    readonly quotedFrom: string;
  } | null;
  /** What was chosen once the payoff held. */
  readonly choice: { readonly week: number; readonly choice: 'perfect' | 'keep-alive' } | null;
};

export type SampleNeed = {
  readonly kind: 'gap' | 'next';
  readonly text: string;
  readonly horizon: 'now' | 'next-rung' | 'possible-future';
  readonly wantedWithin: 'ten-minutes' | 'this-week' | 'this-year';
  readonly context: string | null;
  readonly week: number;
  /** Slugs that were found for it. */
  readonly matches: readonly string[];
  readonly revised: { readonly week: number; readonly state: 'answered' | 'let-go' } | null;
};
