import { random } from '../random.ts';

/** One of the kinds that a practice can be varied in, and how its attempts went, the latest last. */
export type Variant = { readonly id: string; readonly passed: readonly boolean[] };

export type NextVariant =
  | { readonly kind: 'too-few-variants'; readonly have: number; readonly need: 2 }
  | {
      readonly kind: 'variant';
      readonly id: string;
      /** `first-run`: in a block until it holds for the first time; `mixed`: all of them hold, so they are mixed. */
      readonly reason: 'first-run' | 'mixed';
    };

/** A first stable run: so many of so many attempts in a row passed. Ours. */
export const STABLE = { passed: 3, of: 4 } as const;

/**
 * Block until a first criterion, then mix: each variant in turn until three of four attempts in a row have passed once, and from then on
 * at random among all that have, never one twice in a row. Variants are gone through in the order in which they are given. Practice
 * scores decide nothing beyond the first run: they fall with mixing while what is learnt may rise.
 */
export function nextVariant(
  variants: readonly Variant[],
  last: string | null,
  place: number,
  seed: number,
): NextVariant {
  if (variants.length < 2) return { kind: 'too-few-variants', have: variants.length, need: 2 };
  const unsteady = variants.find(({ passed }) => !wasStable(passed));
  if (unsteady !== undefined) return { kind: 'variant', id: unsteady.id, reason: 'first-run' };
  const others = variants.filter(({ id }) => id !== last);
  const id = others[random(seed + place).below(others.length)]?.id ?? '';
  return { kind: 'variant', id, reason: 'mixed' };
}

/** Once is enough: what slips later is practised mixed. */
export function wasStable(passed: readonly boolean[]): boolean {
  return passed.some((_, end) => {
    const run = passed.slice(Math.max(0, end + 1 - STABLE.of), end + 1);
    return run.length === STABLE.of && run.filter(Boolean).length >= STABLE.passed;
  });
}
