import { NEVER, type Panel } from './panel.ts';
import { type RandomisationTest, randomisationTest, type TestOptions } from './randomisation-test.ts';
import { prepare, type Sides, sidesOf } from './staggered.ts';

export type DrawnEffect = RandomisationTest & { readonly sides: Sides };

export function startsOf({ units }: Panel): Int32Array {
  return Int32Array.from(units, ({ start }) => start);
}

/** The effect of starts that were drawn, and its test over the draw. Null: nothing to hold them against. */
export function drawnEffect(panel: Panel, options: TestOptions): DrawnEffect | null {
  const starts = startsOf(panel);
  const staggered = prepare(
    panel.units.map(({ values }) => values),
    starts,
    Number.POSITIVE_INFINITY,
  );
  const test = randomisationTest(staggered, starts, options);
  return test === null ? null : { ...test, sides: sidesOf(staggered, starts) };
}

/**
 * The same test with every start put `lead` periods earlier, over the `lead` periods before the real one, in which nothing had
 * begun. The estimate of the effect is taken out of the values first: other arrangements look at later ones too.
 */
export function drawnPlacebo(
  panel: Panel,
  effect: number,
  lead: number,
  options: TestOptions,
): RandomisationTest | null {
  const earlier = startsOf(panel).map((start) => (start === NEVER ? NEVER : start - lead));
  const values = panel.units.map(({ values: own, start }) =>
    own.map((value, period) => (period >= start ? value - effect : value)),
  );
  return randomisationTest(prepare(values, earlier, lead), earlier, options);
}
