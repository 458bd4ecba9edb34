import type { LevelFinding } from '../../engine/experiment/experiment-result.ts';
import type { Measure } from '../../engine/measure/measure.ts';
import { niceTicks, type Ticks } from '../charts/nice-ticks.ts';

type Bounds = Pick<LevelFinding, 'estimate' | 'lower' | 'upper'>;

/** An interval that reaches further than so many of the smallest difference, and of the estimates, leaves the axis by an open end. */
const STRIPS = 6;
const ESTIMATES = 3;
const BESIDE_STRIP = 2;
/** Below so many ones no tick is a fraction. */
const WHOLE_FROM = 3;

/**
 * The axis of differences, with 0 and the strip in it. The first intervals of counts and times can be a hundred times as wide as
 * what one would notice: drawn whole they would leave the strip without width.
 */
export function differenceAxis(
  measure: Pick<Measure, 'kind'>,
  smallest: number,
  findings: readonly Bounds[],
  steps: number,
): Ticks {
  const estimates = findings.flatMap(({ estimate }) => (estimate === null ? [] : [Math.abs(estimate)]));
  const most = Math.max(STRIPS * smallest, ESTIMATES * Math.max(0, ...estimates));
  const ends = findings
    .flatMap(({ estimate, lower, upper }) => [estimate, lower, upper])
    .filter((value): value is number => value !== null)
    .map((value) => Math.max(-most, Math.min(most, value)));
  const low = Math.min(-BESIDE_STRIP * smallest, ...ends);
  const high = Math.max(BESIDE_STRIP * smallest, ...ends);
  return niceTicks(low, high, {
    steps,
    isWhole: measure.kind === 'count' && high - low > WHOLE_FROM,
    isSeconds: measure.kind === 'duration',
  });
}
