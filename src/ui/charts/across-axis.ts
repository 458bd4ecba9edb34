import { countFigures } from '../../engine/picture/count-words.ts';
import { formatDay, formatMonth } from '../format-day.ts';
import type { ChartFrame } from './chart-frame.ts';
import type { ChartPicture } from './chart-picture.ts';
import { textWidth } from './text-width.ts';

type Gap = ChartPicture['gaps'][number];

export type AcrossTick = {
  readonly x: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly lines: readonly string[];
};

/** Paper left blank for a time without takes. */
export type Blank = {
  readonly from: number;
  readonly to: number;
  readonly days: number;
  /** "44 days away" */
  readonly text: string;
};

export type AcrossAxis = {
  /** Where the attempt of this index stands. */
  readonly x: (index: number) => number;
  readonly ticks: readonly AcrossTick[];
  readonly blanks: readonly Blank[];
};

export type AcrossInput = {
  readonly frame: ChartFrame;
  /** Paper kept free at the end, in pixels, for what is to come. */
  readonly aheadWidth?: number;
  readonly n: number;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly gaps: readonly Gap[];
  /** When the attempt of this index was made, as near as it is known. */
  readonly atOf: (index: number) => number;
  /** What the attempt of this index is called, as near as it is known. */
  readonly numberOf: (index: number) => number;
};

/** Takes this far apart at most: with few of them, the paper to the right stays free for what comes. */
const WIDEST_STEP = 30;
const BLANK_WIDTH = 20;
/** Blank paper takes at most this share of the width: of more gaps than that, only the longest are shown. */
const BLANK_SHARE = 0.25;
/** Blank paper between the words of two ticks. */
const TICK_GAP = 16;
const INSET = 6;

/** One take after the other, with blank paper where days lie between them. */
export function acrossTakes(input: AcrossInput): AcrossAxis {
  const { frame, aheadWidth = 0, n, atOf, numberOf, gaps, firstAt, lastAt } = input;
  const left = frame.left + INSET;
  const width = frame.right - INSET - left - aheadWidth;
  const shown = longestGaps(gaps, Math.floor((width * BLANK_SHARE) / BLANK_WIDTH));
  const step = Math.min(WIDEST_STEP, (width - shown.length * BLANK_WIDTH) / Math.max(1, n - 1));
  const x = (index: number): number => {
    const passed = shown.reduce((count, gap) => count + (index >= gap.beforeIndex ? 1 : 0), 0);
    return left + index * step + passed * BLANK_WIDTH;
  };
  const blanks = shown.map((gap) => {
    // Where takes stand close together the blank lies between the dots, not under them.
    const margin = Math.min(step / 2, 8);
    const from = x(gap.afterIndex) + margin;
    return {
      from,
      to: Math.max(from + BLANK_WIDTH - 4, x(gap.beforeIndex) - margin),
      days: gap.days,
      text: daysWords(gap.days),
    };
  });
  return { x, blanks, ticks: takeTicks({ n, x, atOf, numberOf }, spansYears(firstAt, lastAt)) };
}

function longestGaps(gaps: readonly Gap[], most: number): readonly Gap[] {
  const longest = [...gaps].sort((a, b) => b.days - a.days).slice(0, most);
  return longest.sort((a, b) => a.afterIndex - b.afterIndex);
}

/** The first and the last take; what lies between only where both stay readable. */
function takeTicks(
  { n, x, atOf, numberOf }: Pick<AcrossInput, 'n' | 'atOf' | 'numberOf'> & { x: (index: number) => number },
  isLong: boolean,
): readonly AcrossTick[] {
  if (n === 0) return [];
  const day = isLong ? formatMonth : formatDay;
  const [middle, last] = [Math.round((n - 1) / 2), n - 1];
  const tick = (index: number, anchor: AcrossTick['anchor'], text: string): AcrossTick => ({
    x: x(index),
    anchor,
    lines: [day(atOf(index)), text],
  });
  const first = tick(0, 'start', `take ${countFigures(numberOf(0))}`);
  const end = tick(last, 'end', countFigures(numberOf(last)));
  const between = tick(middle, 'middle', countFigures(numberOf(middle)));
  if (!isApart(first, end)) return [first];
  return isApart(first, between) && isApart(between, end) ? [first, between, end] : [first, end];
}

function isApart(before: AcrossTick, after: AcrossTick): boolean {
  return tickExtent(before).right + TICK_GAP <= tickExtent(after).left;
}

/** From where to where its words stand. */
export function tickExtent({ x, anchor, lines }: AcrossTick): {
  readonly left: number;
  readonly right: number;
} {
  const width = Math.max(...lines.map(textWidth));
  const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width;
  return { left, right: left + width };
}

function spansYears(firstAt: number, lastAt: number): boolean {
  return new Date(firstAt).getFullYear() !== new Date(lastAt).getFullYear();
}

const YEAR_DAYS = 365.25;

function daysWords(days: number): string {
  if (days >= 2 * YEAR_DAYS) return `${Math.round(days / YEAR_DAYS)} years away`;
  if (days >= 60) return `${Math.round(days / 30.44)} months away`;
  return `${countFigures(Math.round(days))} days away`;
}
