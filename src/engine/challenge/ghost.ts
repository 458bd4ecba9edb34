import { goodness, type Measure } from '../measure/measure.ts';
import { ascending, quantile } from '../picture/order-statistics.ts';

/** What the learner races: the middle of their latest, or their best. */
export type GhostKind = 'median' | 'best';

export type PastAttempt = {
  readonly value: number;
  /** What it was made under, in one text: level, work, condition. Only attempts under the same are comparable. */
  readonly under: string;
};

export type Ghost =
  | { readonly kind: 'too-few-attempts'; readonly have: number; readonly need: number }
  | {
      readonly kind: 'ghost';
      readonly of: GhostKind;
      /** In the measure's unit. */
      readonly value: number;
      /** The middle half of the attempts that it is of: how much one attempt differs from another. */
      readonly low: number;
      readonly high: number;
      /** Attempts that it is of: the latest under the same, at most `latest`. */
      readonly n: number;
    };

export const FEWEST_FOR_GHOST = 5;
const LATEST = 15;

/**
 * What to race: the median of one's own latest `latest` comparable attempts, oldest first in `past`, or the best of them. The median
 * rather than the best by default: half of one's attempts beat it, as one's level goes, and a best is beaten ever more seldom (of n
 * independent attempts about one level the next is the best with probability 1/(n + 1)).
 */
export function ghostOf(
  measure: Pick<Measure, 'direction' | 'target'>,
  past: readonly PastAttempt[],
  under: string,
  of: GhostKind = 'median',
  latest = LATEST,
): Ghost {
  const values = past.filter((attempt) => attempt.under === under).map(({ value }) => value);
  const recent = values.slice(-Math.max(FEWEST_FOR_GHOST, latest));
  const n = recent.length;
  if (n < FEWEST_FOR_GHOST) return { kind: 'too-few-attempts', have: n, need: FEWEST_FOR_GHOST };
  const sorted = ascending(recent);
  return {
    kind: 'ghost',
    of,
    value: of === 'best' ? bestOf(measure, recent) : quantile(sorted, 0.5),
    low: quantile(sorted, 0.25),
    high: quantile(sorted, 0.75),
    n,
  };
}

function bestOf(measure: Pick<Measure, 'direction' | 'target'>, values: readonly number[]): number {
  return values.reduce((best, value) => (goodness(measure, value) > goodness(measure, best) ? value : best));
}
