import { axisLabel, formatTick } from '../../engine/measure/format-value.ts';
import type { Measure } from '../../engine/measure/measure.ts';
import { niceTicks } from './nice-ticks.ts';

export type ValueAxis = {
  readonly domain: readonly [number, number];
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
  /** The measure in words, and where the axis starts if not at zero. */
  readonly title: string;
};

/** Values whose least is more than this share of their greatest would lie in a flat line far above zero. */
const FAR_FROM_ZERO = 0.5;

/** The axis for these values, of about so many steps: from a true zero, or, for scores that live far from it, from a stated start. */
export function valueAxis(
  measure: Pick<Measure, 'kind' | 'unit'>,
  values: readonly number[],
  steps: number,
): ValueAxis {
  const { kind } = measure;
  if (kind === 'rating') return named(measure, [0, 10], steps < 5 ? [0, 5, 10] : [0, 2, 4, 6, 8, 10]);
  if (kind === 'pass') return named(measure, [0, 1], [0, 0.5, 1]);
  if (kind === 'proportion') return named(measure, [0, 1], steps < 5 ? [0, 0.5, 1] : [0, 0.25, 0.5, 0.75, 1]);

  const [min, max] = extent(values);
  // Values that are all the same have no distance of their own: only zero gives them one.
  const isFar =
    kind === 'score' &&
    max > min &&
    (min > FAR_FROM_ZERO * Math.abs(max) || max < -FAR_FROM_ZERO * Math.abs(min));
  const { domain, ticks } = niceTicks(isFar ? min : Math.min(0, min), isFar ? max : Math.max(0, max), {
    steps,
    isWhole: kind === 'count',
    isSeconds: kind === 'duration',
  });
  return named(measure, domain, ticks);
}

function named(
  measure: Pick<Measure, 'kind' | 'unit'>,
  domain: readonly [number, number],
  ticks: readonly number[],
): ValueAxis {
  const hasZero = domain[0] <= 0 && domain[1] >= 0;
  const label = axisLabel(measure);
  return {
    domain,
    title: hasZero ? label : `${label}, from ${formatTick(measure, domain[0])}`,
    ticks: ticks.map((value) => ({ value, text: formatTick(measure, value) })),
  };
}

/** Not `Math.min(...values)`: that breaks at some tens of thousands of values. */
function extent(values: readonly number[]): readonly [number, number] {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return min <= max ? [min, max] : [0, 1];
}
