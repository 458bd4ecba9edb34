import { describe, expect, it } from 'vitest';
import { random } from '../random.ts';
import { drawnEffect, startsOf } from './drawn-impact.ts';
import { NEVER, type Panel } from './panel.ts';
import { randomisationTest } from './randomisation-test.ts';
import { prepare } from './staggered.ts';

const OPTIONS = { level: 0.95, seed: 3 };

/** Some begin with the fifth of eight periods, by lots; what it does differs from unit to unit by twice the noise about 1. */
function drawnPanel(begun: number, waiting: number, seed: number): Panel & { readonly truth: number } {
  const chance = random(seed);
  const starts = Array.from({ length: begun + waiting }, (_, unit): number => (unit < begun ? 4 : NEVER));
  for (let last = starts.length - 1; last > 0; last -= 1) {
    const other = chance.below(last + 1);
    [starts[last], starts[other]] = [starts[other] ?? NEVER, starts[last] ?? NEVER];
  }
  const effects = starts.map(() => 1 + 2 * chance.normal());
  const units = starts.map((start, unit) => ({
    people: 1,
    start,
    values: Float64Array.from(
      { length: 8 },
      (_, period) => chance.normal() + (period >= start ? (effects[unit] ?? 0) : 0),
    ),
  }));
  const truth = effects.reduce((sum, effect) => sum + effect, 0) / effects.length;
  return { units, periods: 8, scale: 'identity', truth };
}

describe('the effect of starts that were drawn', () => {
  it.each([
    [6, 24, true],
    [24, 6, true],
    [10, 14, false],
    [8, 16, false],
  ])('of %d against %d is held against its own error: %s', (begun, waiting, isStudentised) => {
    const panel = drawnPanel(begun, waiting, 5);
    const starts = startsOf(panel);
    const staggered = prepare(
      panel.units.map(({ values }) => values),
      starts,
      Number.POSITIVE_INFINITY,
    );
    const found = drawnEffect(panel, OPTIONS);
    const [same, other] = [isStudentised, !isStudentised].map((way) =>
      randomisationTest(staggered, starts, { ...OPTIONS, isStudentised: way }),
    );
    expect(found).toMatchObject({ lower: same?.lower, upper: same?.upper, p: same?.p });
    expect(found?.lower).not.toBeCloseTo(other?.lower ?? 0, 6);
  });

  it('of few against many holds the mean of effects that differ', () => {
    const rounds = 80;
    let held = 0;
    for (let seed = 1; seed <= rounds; seed += 1) {
      const panel = drawnPanel(6, 24, seed);
      const found = drawnEffect(panel, OPTIONS);
      if ((found?.lower ?? -99) <= panel.truth && panel.truth <= (found?.upper ?? 99)) held += 1;
    }
    // Three in four, where the estimate is not held against its own error.
    expect(held / rounds).toBeGreaterThan(0.87);
  });
});
