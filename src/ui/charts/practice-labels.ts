import { formatTick } from '../../engine/measure/format-value.ts';
import { countWords } from '../../engine/picture/count-words.ts';
import { type Blank, tickExtent } from './across-axis.ts';
import { TITLE_LINE_HEIGHT } from './chart-frame.ts';
import { type Box, type Label, labelBox, type Obstacles, placeLabel } from './label-place.ts';
import type { XY } from './paths.ts';
import type { BeyondMark, MarksPlace, PracticeMarks } from './practice-marks.ts';
import { baselineTexts, targetLabel } from './practice-words.ts';

/** What is written on the drawing; each is null, or left out, where it could not be read. */
export type PracticeLabels = {
  readonly toCome: Label | null;
  readonly target: Label | null;
  readonly best: Label | null;
  /** Of takes beyond the axis, what they came to. */
  readonly beyond: readonly Label[];
  readonly baseline: Label | null;
  /** In blank paper, how long it lasted. */
  readonly gaps: readonly Label[];
};

/** What the words are to keep clear of, where they can. */
export type Drawn = {
  readonly dots: readonly XY[];
  readonly dotsToCome: readonly XY[];
  /** Of the line through the takes. */
  readonly medians: readonly XY[];
  /** Of takes that are drawn in bins. */
  readonly columns: readonly Box[];
};

type Taken = { readonly hard: Box[]; readonly soft: readonly Box[] };

/** The most important first: a later one stands clear of those before, or is not written. */
export function labelPractice(place: MarksPlace, marks: PracticeMarks, drawn: Drawn): PracticeLabels {
  const taken = takenBy(place, marks, drawn);
  return {
    toCome: put(taken, place, toComeTexts(place, marks, drawn.dotsToCome), place.frame.height),
    beyond: place.beyond.flatMap((one) => put(taken, place, beyondTexts(one)) ?? []),
    target: put(taken, place, targetTexts(place, marks)),
    best: put(taken, place, bestTexts(place, marks)),
    baseline: put(taken, place, startTexts(place, marks)),
    gaps: gapLabels(place, taken),
  };
}

/** The axis' title is words; the lines of the target are too strong to be written over. */
function takenBy({ frame, across, beyond }: MarksPlace, marks: PracticeMarks, drawn: Drawn): Taken {
  const title = frame.titleLines.map((text, row) =>
    labelBox({ text, x: 0, y: 12 + row * TITLE_LINE_HEIGHT, anchor: 'start' }),
  );
  const dates = across.ticks.map(
    (tick): Box => ({ ...tickExtent(tick), top: frame.bottom + 9, bottom: frame.height }),
  );
  const ruled = (y: number): Box => ({ left: frame.left, right: frame.right, top: y - 1, bottom: y + 1 });
  const start = marks.baselineY === null ? [] : [ruled(marks.baselineY)];
  return {
    hard: [
      ...title,
      ...dates,
      ...marks.targetYs.map(ruled),
      ...drawn.dotsToCome.map((dot) => around(dot, 5)),
      ...beyond.map(({ at }) => around(at, 6)),
      ...(marks.best === null ? [] : [around(marks.best, 6)]),
    ],
    soft: [
      ...drawn.dots.map((dot) => around(dot, 3)),
      ...drawn.medians.map((point) => around(point, 2)),
      ...drawn.columns,
      ...start,
    ],
  };
}

function around([x, y]: XY, half: number): Box {
  return { left: x - half, right: x + half, top: y - half, bottom: y + half };
}

/** Puts a text where it can be read, in the drawing or the strip above it, and keeps the later ones off it. */
function put(
  taken: Taken,
  place: MarksPlace,
  texts: readonly (readonly Label[])[],
  bottom = place.frame.bottom,
): Label | null {
  const inside = { left: place.frame.left, right: place.frame.width, top: 0, bottom };
  const label = texts.length === 0 ? null : placeLabel(texts, taken satisfies Obstacles, inside);
  if (label !== null) taken.hard.push(labelBox(label));
  return label;
}

/** Beside the dots below the foot, or under them; in the drawing only where neither has room. */
function toComeTexts(
  { frame, values, y }: MarksPlace,
  { baselineY }: PracticeMarks,
  dots: readonly XY[],
): readonly (readonly Label[])[] {
  const [first, last] = [dots[0], dots.at(-1)];
  if (first === undefined || last === undefined) return [];
  const more = countWords(dots.length);
  const texts = [`at least ${more} more before a trend`, `${more} more or later`];
  const [, level] = first;
  const foot = texts.map((text): readonly Label[] => [
    { text, x: last[0] + 12, y: level + 4.5, anchor: 'start' },
    { text, x: first[0] - 4, y: level + 20.5, anchor: 'start' },
    { text, x: frame.right, y: level + 20.5, anchor: 'end' },
  ]);
  // Between two lines of the axis, from the lowest upwards, but not along the line of the start: it has words of its own.
  const lines = values.ticks.map((tick) => y(tick.value)).toSorted((a, b) => b - a);
  const between = lines.slice(1).flatMap((upper, index) => {
    const lower = lines[index] ?? upper;
    const isOfStart = baselineY !== null && baselineY > upper && baselineY < lower;
    return isOfStart ? [] : [(upper + lower) / 2 + 4.5];
  });
  const above = texts.map((text) =>
    between.flatMap((height): readonly Label[] => [
      { text, x: frame.right, y: height, anchor: 'end' },
      { text, x: frame.left + 8, y: height, anchor: 'start' },
    ]),
  );
  return [...foot, ...above];
}

function targetTexts(place: MarksPlace, { targetYs }: PracticeMarks): readonly (readonly Label[])[] {
  const text = targetLabel(place.measure, place.picture.target);
  if (text === null || targetYs.length === 0) return [];
  const [upper, lower] = [Math.min(...targetYs), Math.max(...targetYs)];
  const ys = [upper - 7, lower + 16, upper + 16, lower - 7];
  return [alongLine(place, text, ys, [0, 1, 0.25, 0.5, 0.75])];
}

function startTexts(place: MarksPlace, { baselineY }: PracticeMarks): readonly (readonly Label[])[] {
  if (baselineY === null) return [];
  const ys = [baselineY - 5, baselineY + 16];
  return baselineTexts(place.measure, place.picture.baseline).map((text) =>
    alongLine(place, text, ys, [1, 0, 0.75, 0.5, 0.25]),
  );
}

/** Beside the arrow, on whichever side has room. */
function beyondTexts({ texts, at: [x, y] }: BeyondMark): readonly (readonly Label[])[] {
  return texts.map((text): readonly Label[] => [
    { text, x: x - 12, y: y + 4.5, anchor: 'end' },
    { text, x: x + 12, y: y + 4.5, anchor: 'start' },
    { text, x: x - 12, y: y + 20, anchor: 'end' },
    { text, x: x + 12, y: y + 20, anchor: 'start' },
    { text, x: x - 12, y: y - 11, anchor: 'end' },
    { text, x: x + 12, y: y - 11, anchor: 'start' },
  ]);
}

/** At these shares of a line's length, in this order, at each of the heights. */
function alongLine(
  { frame }: MarksPlace,
  text: string,
  ys: readonly number[],
  shares: readonly number[],
): readonly Label[] {
  const [left, right] = [frame.left + 6, frame.right];
  return shares.flatMap((share) => {
    const anchor = share === 0 ? 'start' : share === 1 ? 'end' : 'middle';
    return ys.map((y): Label => ({ text, x: left + share * (right - left), y, anchor }));
  });
}

/** Round the ring, the nearest first. */
function bestTexts(
  { picture, measure }: MarksPlace,
  { best, targetYs }: PracticeMarks,
): readonly (readonly Label[])[] {
  if (best === null || picture.personalBest === null) return [];
  const [x, y] = best;
  const text = `best ${formatTick(measure, picture.personalBest.value)}`;
  const beside = (dy: number): readonly Label[] => [
    { text, x: x - 12, y: y + dy, anchor: 'end' },
    { text, x: x + 12, y: y + dy, anchor: 'start' },
  ];
  const over = (dy: number): readonly Label[] => [
    { text, x, y: y + dy, anchor: 'middle' },
    { text, x: x + 6, y: y + dy, anchor: 'end' },
    { text, x: x - 6, y: y + dy, anchor: 'start' },
  ];
  const places = [...over(-12), ...over(20), ...beside(4), ...beside(14), ...over(-27), ...over(35)];
  // Written beyond the target, a best below it would read as one above it.
  const isBeyond = (label: Label, line: number) => Math.abs(line - y) > 7 && line > y !== line > label.y;
  return [places.filter((label) => !targetYs.some((line) => isBeyond(label, line)))];
}

/** The longest first. Never wider than the blank paper: a gap is no place to write over takes. */
function gapLabels(place: MarksPlace, taken: Taken): readonly Label[] {
  const blanks = place.across.blanks.toSorted((a, b) => b.days - a.days);
  return blanks.flatMap((blank) => put(taken, place, [gapPlaces(place, blank)]) ?? []);
}

/** From the middle of the height outwards. */
function gapPlaces({ frame }: MarksPlace, { from, to, text }: Blank): readonly Label[] {
  const middle = (frame.top + frame.bottom) / 2;
  const steps = [0, 1, -1, 2, -2, 3, -3];
  const x = (from + to) / 2;
  const lying = steps.map((step): Label => ({ text, x, y: middle + step * 20, anchor: 'middle' }));
  const upright = steps.map(
    (step): Label => ({ text, x, y: middle + step * 14, anchor: 'middle', isUpright: true }),
  );
  return [...lying, ...upright].filter((label) => {
    const box = labelBox(label);
    return box.left >= from && box.right <= to;
  });
}
