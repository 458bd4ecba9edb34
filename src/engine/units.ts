/** Plain numbers whose meaning must not be mixed up. A branded number can be used wherever a number can. */
declare const unit: unique symbol;
type Branded<Name extends string> = number & { readonly [unit]: Name };

/** From 0 to 1. */
export type Probability = Branded<'probability'>;
/** A length of time in days of 24 hours; may be a fraction. */
export type Days = Branded<'days'>;

export const MILLISECONDS_PER_DAY = 86_400_000;

/** Rounding errors may leave a computed probability a hair outside 0 to 1: it is brought back in. */
export function probability(value: number): Probability {
  return Math.min(1, Math.max(0, value)) as Probability;
}

export function daysBetween(fromMilliseconds: number, toMilliseconds: number): Days {
  return ((toMilliseconds - fromMilliseconds) / MILLISECONDS_PER_DAY) as Days;
}
