import type { LevelFinding, Look } from '../../engine/experiment/experiment-result.ts';
import type { Measure } from '../../engine/measure/measure.ts';
import { countFigures } from '../../engine/picture/count-words.ts';
import { type LinearScale, linearScale } from '../charts/linear-scale.ts';
import { niceTicks } from '../charts/nice-ticks.ts';
import { bandPath, linePath, type XY } from '../charts/paths.ts';
import type { Plot } from '../charts/plot.ts';
import { textWidth } from '../charts/text-width.ts';
import { differenceAxis } from './difference-axis.ts';
import { tickWords } from './difference-words.ts';
import { readableTicks } from './forest-drawing.ts';

/** One comparison as it stood after so many units. */
export type LookPoint = Pick<LevelFinding, 'estimate' | 'lower' | 'upper'> & { readonly n: number };

export function pointsOf(looks: readonly Look[], level: string): readonly LookPoint[] {
  return looks.flatMap(({ n, findings }) => {
    const own = findings.find((finding) => finding.level === level);
    return own === undefined ? [] : [{ n, estimate: own.estimate, lower: own.lower, upper: own.upper }];
  });
}

/** The looks from which on the interval lies on the axis, at least with one side; before, it tells nothing that could be drawn. */
export function shownLooks(points: readonly LookPoint[], { measure, smallest }: Axis): readonly LookPoint[] {
  const [low, high] = axisOf(points, { measure, smallest }).domain;
  const isOn = (value: number | null) => value !== null && value >= low && value <= high;
  const first = points.findIndex(({ lower, upper }) => isOn(lower) || isOn(upper));
  return first === -1 ? [] : points.slice(Math.max(0, first - 1));
}

type Axis = { readonly measure: Measure; readonly smallest: number };

/** What it has come to is what the axis is for: the wide intervals of the first units leave it. */
function axisOf(points: readonly LookPoint[], { measure, smallest }: Axis) {
  return differenceAxis(measure, smallest, points.slice(Math.floor(points.length / 3)), 5);
}

export type LooksDrawing = {
  readonly width: number;
  readonly height: number;
  readonly plot: Plot;
  readonly strip: { readonly y: number; readonly height: number };
  readonly zeroY: number;
  readonly values: readonly { readonly y: number; readonly text: string }[];
  readonly counts: readonly { readonly x: number; readonly text: string; readonly isLast: boolean }[];
  readonly bandPath: string;
  /** The sides of the interval, as far as they lie on the axis. */
  readonly sidePaths: readonly string[];
  readonly estimatePath: string;
};

const NARROWEST = 240;
const HEIGHT = 250;
const [TOP, FOOT, RIGHT] = [12, 44, 14];

export function drawLooks(
  all: readonly LookPoint[],
  { measure, smallest }: Axis,
  width: number,
): LooksDrawing {
  const drawn = Math.max(NARROWEST, Math.floor(width));
  const axis = axisOf(all, { measure, smallest });
  const points = shownLooks(all, { measure, smallest });
  const texts = axis.ticks.map((value) => tickWords(measure, value));
  const plot = {
    left: Math.max(34, Math.ceil(Math.max(...texts.map(textWidth))) + 12),
    right: drawn - RIGHT,
    top: TOP,
    bottom: HEIGHT - FOOT,
  };
  const [first = 0, last = 1] = [points[0]?.n, points.at(-1)?.n];
  const x = linearScale([first, last], [plot.left + 16, plot.right]);
  const y = linearScale(axis.domain, [plot.bottom, plot.top]);
  const [low, high] = axis.domain;
  const held = (value: number | null, open: number) => y(Math.max(low, Math.min(high, value ?? open)));
  return {
    width: drawn,
    height: HEIGHT,
    plot,
    strip: { y: y(smallest), height: y(-smallest) - y(smallest) },
    zeroY: y(0),
    values: axis.ticks.map((value, at) => ({ y: y(value), text: texts[at] ?? '' })),
    counts: countTicks(first, last, x),
    bandPath: bandPath(
      points.map(({ n, lower, upper }) => ({ x: x(n), low: held(lower, low), high: held(upper, high) })),
    ),
    sidePaths: [
      ...pathsWithin(points, ({ upper }) => upper, { x, y, domain: axis.domain }),
      ...pathsWithin(points, ({ lower }) => lower, { x, y, domain: axis.domain }),
    ],
    // Never an estimate alone.
    estimatePath: pathsWithin(
      points,
      ({ estimate, lower, upper }) => (lower === null && upper === null ? null : estimate),
      { x, y, domain: axis.domain },
    ).join(''),
  };
}

type Scales = {
  readonly x: LinearScale;
  readonly y: LinearScale;
  readonly domain: readonly [number, number];
};

/** One path for each run of points on the axis: a line along its edge would be a bound that is none. */
function pathsWithin(
  points: readonly LookPoint[],
  drawnOf: (point: LookPoint) => number | null,
  { x, y, domain: [low, high] }: Scales,
): readonly string[] {
  const runs: XY[][] = [[]];
  for (const point of points) {
    const value = drawnOf(point);
    if (value === null || value < low || value > high) runs.push([]);
    else runs.at(-1)?.push([x(point.n), y(value)]);
  }
  return runs.filter((run) => run.length > 0).map(linePath);
}

function countTicks(first: number, last: number, x: LinearScale): LooksDrawing['counts'] {
  const tick = (n: number, isLast = false) => ({ x: x(n), text: countFigures(n), isLast });
  const end = tick(last, true);
  const before = niceTicks(first, last, { steps: 4, isWhole: true }).ticks.filter(
    (n) => n >= first && n < last,
  );
  const room = (text: string) => (textWidth(text) + textWidth(end.text)) / 2 + 10;
  return [
    ...readableTicks(before.map((n) => tick(n))).filter(({ x: at, text }) => end.x - at > room(text)),
    end,
  ];
}

/** Where an interval lies as a whole, as far back as it has lain there at every look that is told. */
export type Standing = {
  readonly where: 'clear-of-strip' | 'one-side' | 'within-strip';
  readonly since: number;
};

/** Null where its end lies across the strip and 0, or it was looked at once. */
export function standingSince(points: readonly LookPoint[], smallest: number): Standing | null {
  const places = [
    ['clear-of-strip', ({ lower, upper }: LookPoint) => sideOf(lower, upper, smallest)],
    ['within-strip', ({ lower, upper }: LookPoint) => isWithin(lower, upper, smallest)],
    ['one-side', ({ lower, upper }: LookPoint) => sideOf(lower, upper, 0)],
  ] as const;
  const last = points.at(-1);
  if (last === undefined) return null;
  for (const [where, placeOf] of places) {
    const side: number = placeOf(last);
    if (side === 0) continue;
    const from = points.findLastIndex((point) => placeOf(point) !== side) + 1;
    const since = points[from]?.n;
    if (since !== undefined) return { where, since };
  }
  return null;
}

/** 1 above `bound`, -1 below its negative, 0 where it reaches between. */
function sideOf(lower: number | null, upper: number | null, bound: number): number {
  if (lower !== null && lower > bound) return 1;
  return upper !== null && upper < -bound ? -1 : 0;
}

function isWithin(lower: number | null, upper: number | null, smallest: number): number {
  return lower !== null && upper !== null && lower > -smallest && upper < smallest ? 1 : 0;
}
