import type { Days, Probability } from '../units.ts';

/**
 * The level of some attempts. `held`: how many of them were passes, which says what the median of zeros and ones does not;
 * null for every kind but `pass`.
 */
export type Level = { readonly n: number; readonly median: number; readonly held: number | null };

/** The middle half of the `nBefore` attempts that a session is put against. */
export type Usual = {
  readonly q25: number;
  readonly q75: number;
  readonly nBefore: number;
  readonly heldBefore: number | null;
};

/**
 * `inside`: the median is one of the values from q25 to q75. `better` and `worse`: than all of them. `other-side`: they lie on
 * one side of the range to stay within, the median on the other. `unjudged`: outside, and no more is known.
 */
export type Place = 'inside' | 'better' | 'worse' | 'other-side' | 'unjudged';

/** What the end of a session says: one finding, with the numbers that prove it. */
export type SessionFinding = SessionPositive | { readonly kind: 'learned'; readonly learned: Learned };

export type SessionPositive =
  /** The target was reached for the first time ever. */
  | { readonly kind: 'target-reached'; readonly value: number }
  /** The session's median satisfies the target; `completes` says that with this session the payoff is met. */
  | ({
      readonly kind: 'target-held';
      readonly daysHeld: number;
      readonly daysNeeded: number;
      readonly completes: boolean;
    } & Level)
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
      /** Mean distance of an attempt from its own session's median, in the measure's unit. */
      readonly spread: number;
      readonly spreadBefore: number;
      readonly n: number;
      readonly nBefore: number;
      /** How many earlier sessions it is put against: the latest that had at least `fewest` attempts each. */
      readonly sessionsBefore: number;
      readonly fewest: number;
      /** Chance of so much less spread if nothing had changed, by permutation. */
      readonly chance: Probability;
    }
  | {
      readonly kind: 'first-with-condition';
      readonly condition: string;
      readonly n: number;
      readonly low: number;
      readonly high: number;
      /** Null where none is better than all the others: no better side, or two on either side of a range. */
      readonly best: number | null;
      readonly held: number | null;
    }
  /** Back after a long gap, with a median inside the middle half of before or better; of passes, as large a share. */
  | ({ readonly kind: 'back-after-gap'; readonly days: Days } & Level & Usual)
  /** Among the first `attempts`, more than one way was tried; a way is all that was varied in one attempt. */
  | { readonly kind: 'early-variety'; readonly ways: readonly string[]; readonly attempts: number };

export type Learned =
  | { readonly what: 'no-attempts' }
  /** First session: where the person starts from. */
  | {
      readonly what: 'starting-range';
      readonly n: number;
      readonly low: number;
      readonly high: number;
      readonly held: number | null;
    }
  /** Fewer than eight attempts so far, this session's included. */
  | { readonly what: 'towards-a-trend'; readonly n: number; readonly more: number }
  /** Two conditions of this session, by their levels: a description, not a verdict. */
  | {
      readonly what: 'harder-condition';
      readonly harder: ConditionLevel;
      readonly easier: ConditionLevel;
    }
  /** Where the session landed against the middle half of what came before. */
  | ({ readonly what: 'against-usual'; readonly place: Place } & Level & Usual);

export type ConditionLevel = { readonly condition: string } & Level;
