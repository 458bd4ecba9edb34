import type { Measure } from '../../engine/measure/measure.ts';
import type { AcrossAxis } from './across-axis.ts';
import type { ChartFrame } from './chart-frame.ts';
import type { ChartPicture } from './chart-picture.ts';
import type { LinearScale } from './linear-scale.ts';
import type { XY } from './paths.ts';
import type { BeyondAxis } from './practice-axis.ts';
import type { ValueAxis } from './value-axis.ts';

/** What is drawn over the takes: what was agreed, where it began, and the best so far. Words: practice-labels.ts. */
export type PracticeMarks = {
  readonly best: XY | null;
  readonly baselineY: number | null;
  /** One line, or both ends of a range; empty without a target. */
  readonly targetYs: readonly number[];
  /** Between the last attempt that was as forecast and the first that was not. */
  readonly shiftXs: readonly number[];
};

/** An arrow, just inside the end of the axis. */
export type BeyondMark = BeyondAxis & { readonly at: XY };

export type MarksPlace = {
  readonly picture: ChartPicture;
  readonly measure: Measure;
  readonly frame: ChartFrame;
  readonly values: ValueAxis;
  readonly y: LinearScale;
  readonly across: AcrossAxis;
  readonly beyond: readonly BeyondMark[];
};

export function drawMarks({ picture, measure, across, y, beyond }: MarksPlace): PracticeMarks {
  const shiftXs = (picture.shifts ?? []).map(
    ({ index }) => (across.x(Math.max(0, index - 1)) + across.x(index)) / 2,
  );
  // "Held" and "not yet" are the axis itself: there is no best of them and no level to start from.
  if (measure.kind === 'pass') return { best: null, baselineY: null, targetYs: [], shiftXs };
  const { personalBest, baseline, target } = picture;
  const bounds = [target.low, target.high].filter((bound) => bound !== null);
  // From the third take on: of one or two there is no best worth the word.
  const isBestKnown =
    personalBest !== null &&
    baseline.kind === 'baseline' &&
    // Beyond the axis it has an arrow, whose words say that it is the best.
    !beyond.some(({ index }) => index === personalBest.index);
  return {
    best: isBestKnown ? [across.x(personalBest.index), y(personalBest.value)] : null,
    baselineY: baseline.kind === 'baseline' ? y(baseline.median) : null,
    targetYs: [...new Set(bounds)].map(y),
    shiftXs,
  };
}
