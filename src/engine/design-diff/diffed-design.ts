import type { Design, Payoff } from '../design-review/design.ts';

/** What two versions are compared in: all that the library keeps of a design but its version's number. */
export type DiffedDesign = Omit<Design, 'payoff'> & {
  readonly payoff:
    | (Payoff & { readonly minTrials: number; readonly applause: 'inner' | 'outer' | 'both' })
    | null;
  readonly links: readonly {
    readonly to: string;
    readonly kind: 'carries-over-to' | 'part-of' | 'needs';
  }[];
  readonly licence: string;
  readonly lineage: readonly string[];
};

/** The field of a design that a change is in; the six elements among them. */
export type DiffedElement = keyof DiffedDesign;
