import type { Measure } from '../../engine/measure/measure.ts';
import { type AcrossAxis, acrossTakes, tickExtent } from './across-axis.ts';
import { type ChartFrame, chartFrame } from './chart-frame.ts';
import { type ChartPicture, type LineStep, lineSteps } from './chart-picture.ts';
import type { Box } from './label-place.ts';
import { type LinearScale, linearScale } from './linear-scale.ts';
import { drawOutlookBand, type OutlookDrawing, outlookWidth } from './outlook-drawing.ts';
import { bandPath, columnsPath, linePath, type XY } from './paths.ts';
import { beyondAxis, practiceAxis } from './practice-axis.ts';
import { labelPractice, type PracticeLabels } from './practice-labels.ts';
import { type BeyondMark, drawMarks, type MarksPlace, type PracticeMarks } from './practice-marks.ts';
import type { ValueAxis } from './value-axis.ts';

export type PracticeDrawing = {
  readonly frame: ChartFrame;
  readonly values: ValueAxis;
  readonly y: LinearScale;
  readonly across: AcrossAxis;
  readonly dots: readonly XY[];
  /** Where an arrow points to what lies beyond the axis, from just inside its end. */
  readonly beyond: readonly BeyondMark[];
  readonly dotRadius: number;
  /** Where the next takes would go, while there are too few for a trend. */
  readonly dotsToCome: readonly XY[];
  /** Strokes of the least to the greatest, and of the middle half, where takes are drawn in bins. */
  readonly columns: { readonly range: string; readonly middleHalf: string; readonly width: number } | null;
  readonly medianLines: readonly string[];
  readonly medianBands: readonly string[];
  /** Where the next takes are likely to lie; null while it is too early to say. */
  readonly outlook: OutlookDrawing | null;
  readonly marks: PracticeMarks;
  readonly labels: PracticeLabels;
};

const HEIGHT = 252;
const FOOT_HEIGHT = 40;
/** More dots than this lie on each other: they are drawn smaller. */
const MANY_DOTS = 120;

/** Everything of a practice's chart that can be reckoned before it is drawn, for a place `width` pixels wide. */
export function drawPractice(picture: ChartPicture, measure: Measure, width: number): PracticeDrawing {
  const values = practiceAxis(picture, measure);
  const axisTexts = values.ticks.map((tick) => tick.text);
  const frame = chartFrame(width, {
    height: HEIGHT,
    axisTexts,
    footHeight: FOOT_HEIGHT,
    title: values.title,
  });
  const y = linearScale(values.domain, [frame.bottom, frame.top]);
  const aheadWidth = outlookWidth(picture, frame);
  const across = acrossAxis(picture, frame, aheadWidth);
  const beyond = beyondAxis(picture, measure, values).map((one) => ({
    ...one,
    at: arrowAt(frame, across.x(one.index), one.isAbove),
  }));
  const place = { picture, measure, frame, values, y, across, beyond };
  const lines = runs(lineSteps(picture), across).map((run) => run.map(medianAt(place)));
  const { columnBoxes, ...takes } = drawTakes(place);
  const dotsToCome = drawToCome(place);
  const marks = drawMarks(place);
  const drawn = { dots: takes.dots, dotsToCome, medians: lines.flat(), columns: columnBoxes };
  return {
    frame,
    values,
    y,
    across,
    ...takes,
    beyond,
    dotsToCome,
    medianLines: lines.map(linePath),
    medianBands: bands(place),
    outlook: drawOutlookBand(place, aheadWidth),
    marks,
    labels: labelPractice(place, marks, drawn),
  };
}

function acrossAxis(picture: ChartPicture, frame: ChartFrame, aheadWidth: number): AcrossAxis {
  const { drawn, n, gaps } = picture;
  const starts =
    drawn.kind === 'points'
      ? drawn.points.map(({ index, number, at }) => ({ index, number, at }))
      : drawn.bins.flatMap((bin) => [
          { index: bin.first, number: bin.firstNumber, at: bin.firstAt },
          { index: bin.last, number: bin.lastNumber, at: bin.lastAt },
        ]);
  const firstAt = starts[0]?.at ?? 0;
  const lastAt = starts.at(-1)?.at ?? firstAt;
  const startAt = (index: number) => starts.find((start) => start.index >= index);
  const atOf = (index: number): number => startAt(index)?.at ?? lastAt;
  const numberOf = (index: number): number => startAt(index)?.number ?? index + 1;
  return acrossTakes({ frame, aheadWidth, n, gaps, firstAt, lastAt, atOf, numberOf });
}

function drawTakes({ picture, frame, y: height, across, beyond }: MarksPlace): Pick<
  PracticeDrawing,
  'dots' | 'dotRadius' | 'columns'
> & {
  readonly columnBoxes: readonly Box[];
} {
  const { drawn } = picture;
  const away = new Set(beyond.map(({ index }) => index));
  // A stroke over many takes ends where the axis does.
  const y = (value: number) => within(frame, height(value));
  const dotRadius = frame.kind === 'wide' ? 3 : 2.6;
  if (drawn.kind === 'points') {
    const dots = drawn.points
      .filter(({ index }) => !away.has(index))
      .map((point): XY => [across.x(point.index), y(point.value)]);
    return { dots, dotRadius: dots.length > MANY_DOTS ? 2 : dotRadius, columns: null, columnBoxes: [] };
  }
  const placed = drawn.bins.map((bin) => ({
    bin,
    x: across.x(Math.floor((bin.first + bin.last) / 2)),
  }));
  const strokeWidth = Math.max(1, (frame.right - frame.left) / Math.max(1, drawn.bins.length));
  return {
    dots: [],
    dotRadius,
    columnBoxes: placed.map(({ bin, x }) => ({ left: x, right: x, top: y(bin.max), bottom: y(bin.min) })),
    columns: {
      range: columnsPath(placed.map(({ bin, x }) => ({ x, from: y(bin.min), to: y(bin.max) }))),
      middleHalf: columnsPath(placed.map(({ bin, x }) => ({ x, from: y(bin.q25), to: y(bin.q75) }))),
      width: Math.round(strokeWidth * 10) / 10,
    },
  };
}

const TO_COME_STEP = 20;
/** Below the foot, at half the height of the letters of the dates. */
const TO_COME_DEPTH = 15.5;

/** Beside the dates: above the foot, at a height, they would look like results. */
function drawToCome({ picture, frame, across }: MarksPlace): readonly XY[] {
  const { trend, drawn } = picture;
  if (trend.kind !== 'too-few-attempts' || drawn.kind === 'bins') return [];
  const more = Math.max(1, trend.need - trend.have);
  const last = drawn.points.at(-1);
  const words = across.ticks.map((tick) => tickExtent(tick).right);
  const from = Math.max(frame.left, last ? across.x(last.index) : frame.left, ...words);
  const step = Math.min(TO_COME_STEP, (frame.right - from) / (more + 1));
  return Array.from(
    { length: more },
    (_, index): XY => [from + (index + 1) * step, frame.bottom + TO_COME_DEPTH],
  );
}

/** Half the height of an arrow: it ends where the axis does. */
const ARROW_INSET = 6;

function arrowAt({ top, bottom }: ChartFrame, x: number, isAbove: boolean): XY {
  return [x, isAbove ? top + ARROW_INSET : bottom - ARROW_INSET];
}

function within({ top, bottom }: ChartFrame, height: number): number {
  return Math.min(bottom, Math.max(top, height));
}

function medianAt({ across, y, frame }: MarksPlace): (step: LineStep) => XY {
  return (step) => [across.x(step.index), within(frame, y(step.middle))];
}

/** The running median, broken wherever paper stays blank. */
function runs(steps: readonly LineStep[], across: AcrossAxis): readonly (readonly LineStep[])[] {
  const broken: LineStep[][] = [];
  let previousX = Number.NEGATIVE_INFINITY;
  for (const step of steps) {
    const x = across.x(step.index);
    const isApart = across.blanks.some((blank) => blank.from >= previousX && blank.to <= x);
    const run = broken.at(-1);
    if (run === undefined || isApart) broken.push([step]);
    else run.push(step);
    previousX = x;
  }
  return broken;
}

function bands({ picture, across, y, frame }: MarksPlace): readonly string[] {
  return runs(lineSteps(picture), across).flatMap((run) => {
    const band = run.flatMap(({ index, low, high }) =>
      low === null || high === null
        ? []
        : [{ x: across.x(index), low: within(frame, y(low)), high: within(frame, y(high)) }],
    );
    return band.length > 1 ? [bandPath(band)] : [];
  });
}
