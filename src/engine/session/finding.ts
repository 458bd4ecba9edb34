import type { Days, Probability } from '../units.ts';

/** What the end of a session says: one finding, with the numbers that prove it (F4). */
export type SessionFinding = SessionPositive | { readonly kind: 'learned'; readonly learned: Learned };

export type SessionPositive =
  /** The target was reached for the first time ever. */
  | { readonly kind: 'target-reached'; readonly value: number }
  /** The session's median satisfies the target; `completes` says that with this session the payoff is met. */
  | {
      readonly kind: 'target-held';
      readonly median: number;
      readonly n: number;
      readonly daysHeld: number;
      readonly daysNeeded: number;
      readonly completes: boolean;
    }
  /** Strictly better than all `earlier` attempts. */
  | {
      readonly kind: 'personal-best';
      readonly value: number;
      readonly previous: number;
      readonly earlier: number;
    }
  /** Strictly better than the `others` attempts of the seven days before this session. */
  | {
      readonly kind: 'best-of-week';
      readonly value: number;
      readonly previous: number;
      readonly others: number;
    }
  /** Spread within the session below the spread within earlier sessions, beyond chance at these n. */
  | {
      readonly kind: 'steadier';
      /** Typical distance of an attempt from its own session's median, in the measure's unit. */
      readonly spread: number;
      readonly spreadBefore: number;
      readonly n: number;
      readonly nBefore: number;
      readonly sessionsBefore: number;
      /** Chance of so much less spread if nothing had changed, by permutation. */
      readonly chance: Probability;
    }
  | {
      readonly kind: 'first-with-condition';
      readonly condition: string;
      readonly n: number;
      /** The best of them. */
      readonly value: number;
    }
  /** Back after a long gap, with a median inside or above the middle half of before. */
  | {
      readonly kind: 'back-after-gap';
      readonly days: Days;
      readonly median: number;
      readonly n: number;
      readonly q25: number;
      readonly q75: number;
      readonly nBefore: number;
    }
  /** Among the first ten attempts, more than one way was tried. */
  | { readonly kind: 'early-variety'; readonly conditions: readonly string[]; readonly attempts: number };

export type Learned =
  | { readonly what: 'no-attempts' }
  /** First session: where the person starts from. */
  | { readonly what: 'starting-range'; readonly n: number; readonly low: number; readonly high: number }
  /** Fewer than eight attempts so far, this session's included. */
  | { readonly what: 'towards-a-trend'; readonly n: number; readonly more: number }
  /** Two conditions of this session, by their medians: a description, not a verdict. */
  | {
      readonly what: 'harder-condition';
      readonly harder: string;
      readonly harderMedian: number;
      readonly harderN: number;
      readonly easier: string;
      readonly easierMedian: number;
      readonly easierN: number;
    }
  /** Where the session landed against the middle half of what came before. */
  | {
      readonly what: 'against-usual';
      readonly place: 'inside' | 'better' | 'worse';
      readonly median: number;
      readonly n: number;
      readonly q25: number;
      readonly q75: number;
      readonly nBefore: number;
    };
