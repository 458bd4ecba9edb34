import type { Direction, MeasureKind, Target } from '../measure/measure.ts';

/** The plain shape of a micromastery, as the library's contract describes it; null or empty where an element is missing. */
export type Design = {
  readonly slug: string;
  readonly title: string;
  readonly verb: string;
  readonly summary: string;
  readonly needs: readonly string[];
  readonly fields: readonly string[];
  readonly entryTrick: EntryTrick | null;
  readonly rubPat: RubPat | null;
  readonly support: Support | null;
  readonly payoff: Payoff | null;
  readonly repeat: Repeat | null;
  readonly twists: readonly { readonly name: string; readonly instruction: string }[];
  readonly experiments: readonly Variable[];
  readonly safety: string | null;
};

type EntryTrick = { readonly text: string; readonly limit: string | null; readonly tryFirst: boolean };

type Component = { readonly name: string; readonly soloDrill: string; readonly measure: string };

export type RubPat = {
  readonly timing: 'at-once' | 'in-turn';
  readonly a: Component;
  readonly b: Component;
  readonly together: string;
};

export type Support = {
  readonly kit: readonly string[];
  readonly tools?: readonly string[] | undefined;
  readonly people: readonly string[];
  readonly place: string | null;
  readonly time: string | null;
  readonly mindset: string | null;
  readonly obstacles: readonly { readonly if: string; readonly then: string }[];
};

export type Payoff = {
  readonly statement: string;
  readonly kind: MeasureKind;
  readonly unit: string;
  readonly direction: Direction;
  readonly target: Target;
  readonly howMeasured: string;
  readonly conditions: readonly string[];
  readonly anchors: { readonly at0: string; readonly at5: string; readonly at10: string } | null;
};

type Repeat = {
  readonly attemptMinutes: number;
  readonly perWeek: number;
  readonly floor: string;
  readonly rhythm: string;
};

export type Variable = { readonly name: string; readonly levels: readonly string[] };
