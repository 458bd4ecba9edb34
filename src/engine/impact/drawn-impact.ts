import { NEVER, type Panel } from './panel.ts';
import { type RandomisationTest, randomisationTest, type TestOptions } from './randomisation-test.ts';
import { prepare, type Sides, sidesOf } from './staggered.ts';

export type DrawnEffect = RandomisationTest & { readonly sides: Sides };

const MOST_UNEQUAL = 2;

/** One side is more than twice the other. */
export function isLopsided({ begun, waiting }: Sides): boolean {
  return Math.max(begun.size, waiting.size) > MOST_UNEQUAL * Math.min(begun.size, waiting.size);
}

type DrawOptions = Omit<TestOptions, 'isStudentised'>;

export function startsOf({ units }: Panel): Int32Array {
  return Int32Array.from(units, ({ start }) => start);
}

/** The effect of starts that were drawn, and its test over the draw. Null: nothing to hold them against. */
export function drawnEffect(panel: Panel, options: DrawOptions): DrawnEffect | null {
  const starts = startsOf(panel);
  const staggered = prepare(
    panel.units.map(({ values }) => values),
    starts,
    Number.POSITIVE_INFINITY,
  );
  const sides = sidesOf(staggered, starts);
  // By the design alone, which is known before any value: over sides of like size the plain test finds more and holds as well.
  const isStudentised = isLopsided(sides);
  const test = randomisationTest(staggered, starts, { ...options, isStudentised });
  return test === null ? null : { ...test, sides };
}

/**
 * The same test with every start put `lead` periods earlier, over the `lead` periods before the real one, in which nothing had
 * begun. The estimate of the effect is taken out of the values first: other arrangements look at later ones too.
 */
export function drawnPlacebo(
  panel: Panel,
  effect: number,
  lead: number,
  options: DrawOptions,
): RandomisationTest | null {
  const earlier = startsOf(panel).map((start) => (start === NEVER ? NEVER : start - lead));
  const values = panel.units.map(({ values: own, start }) =>
    own.map((value, period) => (period >= start ? value - effect : value)),
  );
  const staggered = prepare(values, earlier, lead);
  const isStudentised = isLopsided(sidesOf(staggered, earlier));
  return randomisationTest(staggered, earlier, { ...options, isStudentised });
}
