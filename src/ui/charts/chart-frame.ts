import { textWidth, wrapText } from './text-width.ts';

/** The place for a drawing, in CSS pixels. Never scaled: a narrow place gets a drawing of its own. */
export type ChartFrame = {
  readonly kind: 'wide' | 'narrow';
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** What the upright axis counts, above it, in as many lines as it needs. */
  readonly titleLines: readonly string[];
};

const WIDE_FROM = 400;
const NARROWEST = 240;
/** A unit has forty letters at most: three lines hold it wherever a line holds ten. */
const MOST_TITLE_LINES = 3;
export const TITLE_LINE_HEIGHT = 16;

type FrameOptions = {
  readonly height: number;
  readonly axisTexts: readonly string[];
  readonly footHeight: number;
  /** The title of the upright axis. */
  readonly title?: string;
};

/** Leaves as much room at the left as the longest text of the axis takes, and as much above as its title does. */
export function chartFrame(
  width: number,
  { height, axisTexts, footHeight, title = '' }: FrameOptions,
): ChartFrame {
  const drawn = Math.max(NARROWEST, Math.floor(width));
  const longest = Math.max(0, ...axisTexts.map(textWidth));
  const titleLines = wrapText(title, drawn, MOST_TITLE_LINES);
  return {
    kind: drawn >= WIDE_FROM ? 'wide' : 'narrow',
    width: drawn,
    height,
    left: Math.max(34, Math.ceil(longest) + 12),
    right: drawn - 14,
    top: 26 + (titleLines.length - 1) * TITLE_LINE_HEIGHT,
    bottom: height - footHeight,
    titleLines,
  };
}
