import { formatTick } from '../../engine/measure/format-value.ts';
import type { Measure } from '../../engine/measure/measure.ts';
import { countFigures } from '../../engine/picture/count-words.ts';
import { type ChartPicture, outlookBand } from './chart-picture.ts';
import { type ValueAxis, valueAxis } from './value-axis.ts';

/** A take that is likely to be a slip, and lies beyond an axis that the others made. */
export type BeyondAxis = {
  readonly index: number;
  readonly number: number;
  readonly value: number;
  readonly isAbove: boolean;
  /** What it came to, the longest first. */
  readonly texts: readonly string[];
};

/** What lies farther ahead may be wide: the axis is made for the near part, and the rest is cut at its ends. */
const NEAR_AHEAD = 10;

/** Made for what was agreed, the start, the near future, and the takes: one wild value would press all others flat. */
export function practiceAxis(picture: ChartPicture, measure: Measure): ValueAxis {
  const { target, baseline } = picture;
  const likely = outlookBand(picture).flatMap(({ to, low, high }) => (to <= NEAR_AHEAD ? [low, high] : []));
  const bounds = [target.low, target.high].filter((bound) => bound !== null);
  const start = baseline.kind === 'baseline' ? [baseline.median] : [];
  return valueAxis(measure, [...takenValues(picture), ...bounds, ...start, ...likely], 5);
}

/** Without those that are likely to be slips; a stroke over many takes then ends with their middle half. */
function takenValues({ drawn, unlikely = [] }: ChartPicture): readonly number[] {
  if (drawn.kind === 'points') {
    const slips = new Set(unlikely.map(({ index }) => index));
    return drawn.points.filter(({ index }) => !slips.has(index)).map(({ value }) => value);
  }
  return drawn.bins.flatMap(({ first, last, min, q25, q75, max }) => {
    const slips = unlikely.filter(({ index }) => index >= first && index <= last).map(({ value }) => value);
    return [slips.includes(min) ? q25 : min, slips.includes(max) ? q75 : max];
  });
}

export function beyondAxis(
  { unlikely = [], personalBest }: ChartPicture,
  measure: Measure,
  { domain: [low, high] }: ValueAxis,
): readonly BeyondAxis[] {
  return unlikely
    .filter(({ value }) => value < low || value > high)
    .map(({ index, number, value }) => {
      const tick = formatTick(measure, value);
      const said = personalBest?.index === index ? `best ${tick}` : tick;
      const texts = [`${said}, take ${countFigures(number)}`, said];
      return { index, number, value, isAbove: value > high, texts };
    });
}
