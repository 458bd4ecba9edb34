import type { Design, Payoff } from '../design-review/design.ts';

type Recording = { readonly media: string; readonly transcript: string };

type Formats = {
  readonly checklist?: readonly string[] | undefined;
  readonly pictures?: readonly { readonly media: string; readonly caption: string }[] | undefined;
  readonly audio?: Recording | undefined;
  readonly video?: Recording | undefined;
};

/** What two versions are compared in: all that the library keeps of a design but its version's number. */
export type DiffedDesign = Omit<Design, 'payoff'> & {
  readonly payoff:
    | (Payoff & { readonly minTrials: number; readonly applause: 'inner' | 'outer' | 'both' })
    | null;
  readonly links: readonly {
    readonly to: string;
    readonly kind: 'carries-over-to' | 'part-of' | 'needs';
  }[];
  readonly formats?: Formats | undefined;
  readonly source?: string | undefined;
  readonly sizeReason?: string | undefined;
  readonly licence: string;
  readonly lineage: readonly string[];
};

/** The field of a design that a change is in; the six elements among them. */
export type DiffedElement = keyof DiffedDesign;
