import type { Probability } from '../units.ts';

export const IMPACT_VERDICTS = ['better', 'worse', 'no-difference', 'cannot-tell'] as const;
export type ImpactVerdict = (typeof IMPACT_VERDICTS)[number];

/** What whoever reads the figure has to be told with it. */
export type ImpactCaveat =
  /** Who began when was not drawn: those who began may have been about to change anyway. */
  | 'not-drawn'
  /** Whatever else happened at the start is in the figure. */
  | 'other-events'
  /** The figure stands on a straight line drawn on beyond the start. */
  | 'straight-line'
  /** The control is of those who began later, up to their start. */
  | 'controls-begin-later'
  /** Some values were missing. */
  | 'missing-values'
  /** Some units could not be used: too short a time before or after, or a value missing. */
  | 'units-left-out'
  /** One side is more than twice the other: where effects differ from unit to unit, the interval may be too short. */
  | 'sides-differ-in-size'
  /** The draw could have fallen in so few ways that no figure could be ruled out. */
  | 'few-arrangements'
  /** A start put where there was none shows a difference too. */
  | 'placebo-date-differs'
  /** A measure that should not change did. */
  | 'placebo-measure-differs'
  /** A measure that should not change was measured too seldom, or for too few people, to tell. */
  | 'placebo-measure-not-judged';

/** On the working scale, positive where it is better; null: no figure on that side is ruled out. */
export type ImpactEstimate = {
  readonly estimate: number;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Two-sided, of no effect. */
  readonly p: number;
};

/** A start put so many periods before the real one, where nothing had begun. */
export type PlaceboDate = ImpactEstimate & { readonly lead: number };
export type PlaceboMeasure = ImpactEstimate & { readonly name: string };

export type ImpactFigure = ImpactEstimate & {
  readonly kind: 'impact';
  readonly method: 'staggered-draw' | 'interrupted-series';
  readonly level: Probability;
  readonly verdict: ImpactVerdict;
  /** Values of units in periods behind the figure. */
  readonly n: number;
  readonly unitsBegun: number;
  readonly unitsWaiting: number;
  readonly peopleBegun: number;
  readonly peopleWaiting: number;
  readonly scale: string;
  /** In how many ways the starts could have fallen, or how many of them were drawn; null without a draw. */
  readonly arrangements: number | null;
  readonly placeboDates: readonly PlaceboDate[];
  readonly placeboMeasures: readonly PlaceboMeasure[];
  readonly caveats: readonly ImpactCaveat[];
};

export type Impact =
  | ImpactFigure
  /** Of those who began, or of those who are held against them: a figure would be one about persons. */
  | { readonly kind: 'too-few-people'; readonly have: number; readonly need: number }
  | {
      readonly kind: 'too-few-periods';
      readonly before: number;
      readonly after: number;
      readonly needBefore: number;
      readonly needAfter: number;
    }
  /** All began at once, or before the first period: there is nothing to hold them against. */
  | { readonly kind: 'no-controls' };
