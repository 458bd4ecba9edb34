/** Units measured period by period that begin at different times, simulated; and plainer ways to say what beginning did. */
import { studentQuantile } from '../../src/engine/distributions/student.ts';
import { NEVER } from '../../src/engine/impact/panel.ts';
import { random } from '../../src/engine/random.ts';
import { meanOf } from './paired-bootstrap.ts';

export type PanelSetting = {
  readonly name: string;
  /** Places of starts from 0, each dealt to so many units by lots; NEVER among them or not. */
  readonly sides: readonly { readonly start: number; readonly units: number }[];
  readonly periods: number;
  /** Mean effect of having begun, in standard deviations of the noise, and how it differs from unit to unit. */
  readonly effect: number;
  readonly effectSd: number;
  /** By how much a period those rise who will begin, whether they do or not: without a draw nobody knows. */
  readonly ownRise?: number;
};

export type SimulatedPanel = {
  readonly values: readonly Float64Array[];
  readonly starts: readonly number[];
  /** The mean over all units of what beginning does to them. */
  readonly truth: number;
};

const LIKENESS = 0.5;
const UNIT_SD = 2;

/** Units with levels of their own, periods that move all and rise, neighbours that are alike. */
export function simulatePanel(
  { sides, periods, effect, effectSd, ownRise = 0 }: PanelSetting,
  seed: number,
): SimulatedPanel {
  const chance = random(seed);
  const starts = sides.flatMap(({ start, units }) => Array.from({ length: units }, () => start));
  for (let last = starts.length - 1; last > 0; last -= 1) {
    const other = chance.below(last + 1);
    [starts[last], starts[other]] = [starts[other] ?? NEVER, starts[last] ?? NEVER];
  }
  const moves = Array.from({ length: periods }, (_, period) => 0.1 * period + 0.5 * chance.normal());
  const effects = starts.map(() => effect + effectSd * chance.normal());
  const values = starts.map((start, unit) => {
    const own = UNIT_SD * chance.normal();
    let noise = chance.normal();
    return Float64Array.from(moves, (move, period) => {
      noise = LIKENESS * noise + Math.sqrt(1 - LIKENESS ** 2) * chance.normal();
      const rise = start === NEVER ? 0 : ownRise * period;
      return own + move + rise + noise + (period >= start ? (effects[unit] ?? 0) : 0);
    });
  });
  return { values, starts, truth: meanOf(effects) };
}

export type ToldEffect = { readonly estimate: number; readonly lower: number; readonly upper: number };
export type ImpactMethod = (panel: SimulatedPanel) => ToldEffect;

const LEVEL = 0.95;

function withInterval(estimate: number, standardError: number, freedom: number): ToldEffect {
  const reach = studentQuantile((1 + LEVEL) / 2, freedom) * standardError;
  return { estimate, lower: estimate - reach, upper: estimate + reach };
}

/** After less before, of the units that began, with Student's t over them: what most reports do. */
export const beforeAndAfter: ImpactMethod = ({ values, starts }) => {
  const gains = values.flatMap((of, unit) => {
    const start = starts[unit] ?? NEVER;
    if (start >= of.length || start < 1) return [];
    return [meanOf([...of.subarray(start)]) - meanOf([...of.subarray(0, start)])];
  });
  const mean = meanOf(gains);
  const squares = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0);
  const n = gains.length;
  return withInterval(mean, Math.sqrt(squares / (n - 1) / n), n - 1);
};

/** Least squares with a dummy for every unit and period, errors clustered by unit (Student's t, units less one). */
export const twoWayFixedEffects: ImpactMethod = ({ values, starts }) => {
  const begun = values.map((of, unit) => of.map((_, period) => (period >= (starts[unit] ?? NEVER) ? 1 : 0)));
  const [y, x] = [demeaned(values), demeaned(begun)];
  let [product, square] = [0, 0];
  for (const [unit, of] of x.entries()) {
    for (const [period, value] of of.entries()) {
      product += value * (y[unit]?.[period] ?? 0);
      square += value * value;
    }
  }
  const estimate = product / square;
  const units = values.length;
  const meat = x.reduce((sum, of, unit) => {
    const score = of.reduce(
      (part, value, period) => part + value * ((y[unit]?.[period] ?? 0) - estimate * value),
      0,
    );
    return sum + score ** 2;
  }, 0);
  const standardError = Math.sqrt((meat * units) / (units - 1)) / square;
  return withInterval(estimate, standardError, units - 1);
};

/** Less the means of unit and period, plus the mean of all: nothing is missing here. */
function demeaned(values: readonly Float64Array[]): readonly Float64Array[] {
  const periods = values[0]?.length ?? 0;
  const own = values.map((of) => meanOf([...of]));
  const all = meanOf(own);
  const moves = Array.from({ length: periods }, (_, period) => meanOf(values.map((of) => of[period] ?? 0)));
  return values.map((of, unit) =>
    of.map((value, period) => value - (own[unit] ?? 0) - (moves[period] ?? 0) + all),
  );
}

/** Whether the interval leaves nought out. */
export function isClaim({ lower, upper }: Pick<ToldEffect, 'lower' | 'upper'>): boolean {
  return lower > 0 || upper < 0;
}
