/** The place for a drawing, in CSS pixels. Never scaled: a narrow place gets a drawing of its own. */
export type ChartFrame = {
  readonly kind: 'wide' | 'narrow';
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

const WIDE_FROM = 400;
const NARROWEST = 240;
const LETTER_WIDTH = 7;

type FrameOptions = {
  readonly height: number;
  readonly axisTexts: readonly string[];
  readonly footHeight: number;
};

/** Leaves as much room at the left as the longest text of the axis takes. */
export function chartFrame(width: number, { height, axisTexts, footHeight }: FrameOptions): ChartFrame {
  const drawn = Math.max(NARROWEST, Math.floor(width));
  const longest = Math.max(2, ...axisTexts.map((text) => text.length));
  return {
    kind: drawn >= WIDE_FROM ? 'wide' : 'narrow',
    width: drawn,
    height,
    left: Math.max(34, longest * LETTER_WIDTH + 13),
    right: drawn - 14,
    top: 26,
    bottom: height - footHeight,
  };
}
