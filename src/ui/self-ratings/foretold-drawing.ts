import type { CameOff } from '../../engine/judging/calibration-course.ts';
import { linearScale } from '../charts/linear-scale.ts';
import { linePath, type XY } from '../charts/paths.ts';
import type { Plot } from '../charts/plot.ts';
import type { Foretold } from './foretold.ts';

type Value = { readonly y: number; readonly text: string };
type Tick = { readonly x: number; readonly text: string };

/** Of either drawing: both axes or one run from 0% to 100%. */
type Frame = {
  readonly width: number;
  readonly height: number;
  readonly plot: Plot;
  readonly shares: readonly Value[];
};

export type SurenessDrawing = Frame & {
  readonly said: readonly Tick[];
  /** Where what was said is what happens. */
  readonly diagonal: string;
  readonly points: readonly {
    readonly x: number;
    readonly y: number;
    readonly from: number;
    readonly to: number;
    readonly n: number;
  }[];
};

const NARROWEST = 240;
const WIDEST = 420;
const SHARES = [0, 0.5, 1] as const;
const [LEFT, RIGHT, TOP] = [44, 14, 12];

const percent = (share: number) => `${Math.round(100 * share)}%`;

function frameOf(width: number, height: number, foot: number): Frame {
  const plot = { left: LEFT, right: width - RIGHT, top: TOP, bottom: height - foot };
  const y = linearScale([0, 1], [plot.bottom, plot.top]);
  return { width, height, plot, shares: SHARES.map((share) => ({ y: y(share), text: percent(share) })) };
}

/** What was said against how often it came off: on the diagonal where they agree. */
export function drawSureness(all: readonly CameOff[], place: number): SurenessDrawing {
  const width = Math.min(WIDEST, Math.max(NARROWEST, Math.floor(place)));
  const frame = frameOf(width, 250, 44);
  const { left, right, top, bottom } = frame.plot;
  const x = linearScale([0, 1], [left, right]);
  const y = linearScale([0, 1], [bottom, top]);
  return {
    ...frame,
    said: SHARES.map((share) => ({ x: x(share), text: percent(share) })),
    diagonal: linePath([
      [x(0), y(0)],
      [x(1), y(1)],
    ]),
    points: all.map(({ confidence, came }) => ({
      x: x(confidence),
      y: y(came.share),
      from: y(came.low),
      to: y(came.high),
      n: came.n,
    })),
  };
}

export type CourseDrawing = Frame & {
  /** How sure the learner was before each take. */
  readonly saidPath: string;
  readonly said: readonly XY[];
  /** What became of it: at the top where it came off, at the foot where it did not. */
  readonly results: readonly { readonly x: number; readonly y: number; readonly cameOff: boolean }[];
  /** Which of all foretold takes the first and the last that are drawn are, from 1. */
  readonly first: number;
  readonly last: number;
};

/** More would lie on each other. */
const MOST_DRAWN = 40;
const MARGIN = 8;

/** How sure before each take, and its result, in the order in which they were made. */
export function drawCourse(all: readonly Foretold[], place: number): CourseDrawing {
  const shown = all.slice(-MOST_DRAWN);
  const frame = frameOf(Math.max(NARROWEST, Math.floor(place)), 190, 34);
  const { left, right, top, bottom } = frame.plot;
  const x = linearScale([0, Math.max(1, shown.length - 1)], [left + MARGIN, right - MARGIN]);
  const y = linearScale([0, 1], [bottom, top]);
  const said = shown.map(({ confidence }, at): XY => [x(at), y(confidence)]);
  return {
    ...frame,
    saidPath: linePath(said),
    said,
    results: shown.map(({ cameOff }, at) => ({ x: x(at), y: y(cameOff ? 1 : 0), cameOff })),
    first: all.length - shown.length + 1,
    last: all.length,
  };
}
