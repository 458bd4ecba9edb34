import { formatTick } from '../../engine/measure/format-value.ts';
import type { Measure } from '../../engine/measure/measure.ts';
import type { AcrossAxis } from './across-axis.ts';
import type { ChartFrame } from './chart-frame.ts';
import type { ChartPicture } from './chart-picture.ts';
import { type Box, type Label, labelBox, placeLabel } from './label-place.ts';
import type { LinearScale } from './linear-scale.ts';
import type { XY } from './paths.ts';
import { targetWords } from './target-words.ts';

/** What is written on the drawing: what was agreed, where it began, and the best so far. */
export type PracticeMarks = {
  readonly best: { readonly at: XY; readonly label: Label } | null;
  readonly baseline: { readonly y: number; readonly label: Label } | null;
  readonly target: { readonly ys: readonly number[]; readonly label: Label } | null;
};

export type MarksPlace = {
  readonly picture: ChartPicture;
  readonly measure: Measure;
  readonly frame: ChartFrame;
  readonly y: LinearScale;
  readonly across: AcrossAxis;
};

/** What is on the drawing already. */
type Drawn = {
  readonly dots: readonly XY[];
  readonly dotsToCome: readonly XY[];
  readonly dotsToComeLabel: Label | null;
};

type Taken = { readonly hard: Box[]; readonly soft: readonly Box[] };

export function drawMarks(place: MarksPlace, drawn: Drawn): PracticeMarks {
  // "Held" and "not yet" are the axis itself: there is no best of them and no level to start from.
  if (place.measure.kind === 'pass') return { best: null, baseline: null, target: null };
  const hard: Box[] = drawn.dotsToCome.map(([x, y]) => around(x, y, 5));
  if (drawn.dotsToComeLabel) hard.push(labelBox(drawn.dotsToComeLabel));
  const taken = { hard, soft: drawn.dots.map(([x, y]) => around(x, y, 3)) };
  const target = drawTarget(place, taken);
  const baseline = drawBaseline(place, taken);
  return { target, baseline, best: drawBest(place, taken) };
}

/** The drawing, and the strip above it that holds the axis' title only at the left. */
function inside({ frame }: MarksPlace): Box {
  return { left: frame.left, right: frame.width, top: 12, bottom: frame.bottom };
}

function drawTarget(place: MarksPlace, taken: Taken): PracticeMarks['target'] {
  const { picture, measure, frame, y } = place;
  const text = targetWords(measure, picture.target);
  if (text === null) return null;
  const ys = [picture.target.low, picture.target.high].filter((bound) => bound !== null).map(y);
  const above: Label = { text, x: frame.left + 6, y: Math.min(...ys) - 7, anchor: 'start' };
  const label = placeLabel(ends(place, above, Math.max(...ys) + 16), taken, inside(place));
  taken.hard.push(labelBox(label), ...ys.map((line) => ruled(frame, line)));
  return { ys, label };
}

function drawBaseline(place: MarksPlace, taken: Taken): PracticeMarks['baseline'] {
  const { picture, measure, frame, y } = place;
  if (picture.baseline.kind !== 'baseline') return null;
  const line = y(picture.baseline.median);
  const text = `start ${formatTick(measure, picture.baseline.median)}`;
  const above: Label = { text, x: frame.right, y: line - 5, anchor: 'end' };
  const label = placeLabel(ends(place, above, line + 16), taken, inside(place));
  taken.hard.push(labelBox(label), ruled(frame, line));
  return { y: line, label };
}

/** From the third take on: of one or two there is no best worth the word. */
function drawBest(place: MarksPlace, taken: Taken): PracticeMarks['best'] {
  const { picture, measure, across, y } = place;
  if (picture.personalBest === null || picture.baseline.kind !== 'baseline') return null;
  const { index, at, value } = picture.personalBest;
  const [x, top] = [across.x(index, at), y(value)];
  const above: Label = { text: `best ${formatTick(measure, value)}`, x, y: top - 11, anchor: 'middle' };
  const below = { ...above, y: top + 20 };
  const label = placeLabel(
    [
      above,
      { ...above, x: x + 7, anchor: 'end' },
      { ...above, x: x - 7, anchor: 'start' },
      below,
      { ...below, x: x + 7, anchor: 'end' },
      { ...below, x: x - 7, anchor: 'start' },
      { ...above, x: x + 7, y: top - 26, anchor: 'end' },
      { ...above, x: x - 10, y: top + 4, anchor: 'end' },
      { ...above, x: x + 10, y: top + 4, anchor: 'start' },
    ],
    taken,
    inside(place),
  );
  return { at: [x, top], label };
}

/** At the given end above the line, then below it, then the same at the other end. */
function ends({ frame }: MarksPlace, above: Label, belowY: number): readonly [Label, Label, Label, Label] {
  const isLeft = above.anchor === 'start';
  const other: Label = {
    ...above,
    x: isLeft ? frame.right : frame.left + 6,
    anchor: isLeft ? 'end' : 'start',
  };
  return [above, { ...above, y: belowY }, other, { ...other, y: belowY }];
}

function around(x: number, y: number, half: number): Box {
  return { left: x - half, right: x + half, top: y - half, bottom: y + half };
}

function ruled(frame: ChartFrame, y: number): Box {
  return { left: frame.left, right: frame.right, top: y - 1, bottom: y + 1 };
}
