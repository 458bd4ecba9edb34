/** Textbook ways for what several people judged. */
import { studentQuantile } from '../../src/engine/distributions/student.ts';
import type { Comparison } from '../../src/engine/judging/comparison.ts';
import { choleskyFactor, choleskySolve } from '../../src/engine/linear/cholesky.ts';
import { random } from '../../src/engine/random.ts';
import { meanOf } from './paired-bootstrap.ts';

export type ToldAbility = { readonly ability: number; readonly lower: number; readonly upper: number };
export type ToldScale = {
  readonly abilities: ReadonlyMap<string, ToldAbility>;
  readonly reliability: number;
};

const NORMAL_95 = 1.96;
const STEPS = 60;
/** So that a piece which won every time has an ability: half a win and half a loss against the mean. */
const PHANTOM = 0.5;

/** Maximum likelihood of Bradley and Terry's model with Wald's intervals, and the separation reliability of its estimates. */
export function maximumLikelihood(comparisons: readonly Comparison[]): ToldScale {
  const names = [...new Set(comparisons.flatMap(({ winner, loser }) => [winner, loser]))];
  const places = new Map(names.map((name, place) => [name, place]));
  const size = names.length;
  let abilities = new Float64Array(size);
  let factor: Float64Array | null = null;
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = new Float64Array(size);
    const matrix = new Float64Array(size * size);
    const add = (row: number, column: number, value: number) => {
      matrix[row * size + column] = (matrix[row * size + column] ?? 0) + value;
    };
    for (const { winner, loser } of comparisons) {
      const [won, lost] = [places.get(winner) ?? 0, places.get(loser) ?? 0];
      const p = 1 / (1 + Math.exp((abilities[lost] ?? 0) - (abilities[won] ?? 0)));
      gradient[won] = (gradient[won] ?? 0) + 1 - p;
      gradient[lost] = (gradient[lost] ?? 0) - 1 + p;
      for (const place of [won, lost]) add(place, place, p * (1 - p));
      add(won, lost, -p * (1 - p));
      add(lost, won, -p * (1 - p));
    }
    for (let place = 0; place < size; place += 1) {
      const p = 1 / (1 + Math.exp(-(abilities[place] ?? 0)));
      gradient[place] = (gradient[place] ?? 0) + PHANTOM * (1 - 2 * p);
      add(place, place, 2 * PHANTOM * p * (1 - p));
    }
    factor = choleskyFactor(matrix, size);
    if (factor === null) break;
    const move = choleskySolve(factor, size, gradient);
    abilities = abilities.map((ability, place) => ability + Math.max(-1, Math.min(1, move[place] ?? 0)));
  }
  const errors = factor === null ? abilities.map(() => 0) : centredErrors(factor, size);
  const mean = meanOf([...abilities]);
  const spread = abilities.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (size - 1);
  const error = errors.reduce((sum, one) => sum + one * one, 0) / size;
  return {
    abilities: new Map(
      names.map((name, place) => {
        const ability = (abilities[place] ?? 0) - mean;
        const reach = NORMAL_95 * (errors[place] ?? 0);
        return [name, { ability, lower: ability - reach, upper: ability + reach }];
      }),
    ),
    reliability: (spread - error) / spread,
  };
}

/** Of abilities as counted from their mean: without the doubt about the mean itself, which no comparison speaks of. */
function centredErrors(factor: Float64Array, size: number): Float64Array {
  const covariance = Array.from({ length: size }, (_, column) => {
    const unit = new Float64Array(size);
    unit[column] = 1;
    return choleskySolve(factor, size, unit);
  });
  const rows = covariance.map((row) => meanOf([...row]));
  const all = meanOf(rows);
  return Float64Array.from(covariance, (row, place) =>
    Math.sqrt(Math.max(0, (row[place] ?? 0) - 2 * (rows[place] ?? 0) + all)),
  );
}

export type Range = { readonly lower: number; readonly upper: number };
const DRAWS = 400;

/** Alpha of ratings of items by the same number of raters each; `isNominal`: names, else numbers. Null: all the same. */
export function plainAlpha(items: readonly (readonly number[])[], isNominal: boolean): number | null {
  const distance = (a: number, b: number) => (isNominal ? Number(a !== b) : (a - b) ** 2);
  const all = items.flat();
  let within = 0;
  for (const values of items) {
    for (const a of values) for (const b of values) within += distance(a, b) / (values.length - 1);
  }
  let expected = 0;
  if (isNominal) {
    const counts = new Map<number, number>();
    for (const value of all) counts.set(value, (counts.get(value) ?? 0) + 1);
    expected = all.length ** 2 - [...counts.values()].reduce((sum, count) => sum + count ** 2, 0);
  } else {
    const mean = meanOf(all);
    expected = 2 * all.length * all.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  }
  return expected === 0 ? null : 1 - within / all.length / (expected / (all.length * (all.length - 1)));
}

/** The middle 95% of draws of items: what software gives. */
export function percentileRange(
  items: readonly (readonly number[])[],
  isNominal: boolean,
  seed: number,
): Range {
  const chance = random(seed);
  const draws = Array.from({ length: DRAWS }, () => {
    return plainAlpha(
      items.map(() => items[chance.below(items.length)] ?? []),
      isNominal,
    );
  })
    .map((alpha) => alpha ?? 0)
    .sort((a, b) => a - b);
  return {
    lower: draws[Math.floor(0.025 * DRAWS)] ?? Number.NaN,
    upper: draws[Math.ceil(0.975 * DRAWS) - 1] ?? Number.NaN,
  };
}

/** Alpha without one item after another, about its mean with Student's t, on alpha itself. */
export function plainJackknife(items: readonly (readonly number[])[], isNominal: boolean): Range {
  const n = items.length;
  const full = plainAlpha(items, isNominal) ?? 0;
  const others = items.map(
    (_, left) =>
      plainAlpha(
        items.filter((__, place) => place !== left),
        isNominal,
      ) ?? 0,
  );
  const mean = meanOf(others);
  const squares = others.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  const reach = studentQuantile(0.975, n - 1) * Math.sqrt(((n - 1) / n) * squares);
  return { lower: full - reach, upper: full + reach };
}
